package main

import (
	"errors"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"vnlex/cmd/internal/message"
)

// errUsageShown ends with status 2 when the help has been shown already.
var errUsageShown = errors.New("usage shown")

// complaints are the mistakes that the parser words itself, so that they can be
// told in both languages.
var complaints = []struct {
	pattern *regexp.Regexp
	key     string
}{
	{regexp.MustCompile(`^unexpected argument (.+?), did you mean (.+)\?$`), "usage.command.near"},
	{regexp.MustCompile(`^unexpected argument (.+)$`), "usage.argument"},
	{regexp.MustCompile(`^unknown flag (.+?), did you mean (.+)\?$`), "usage.flag.near"},
	{regexp.MustCompile(`^unknown flag (.+)$`), "usage.flag"},
	{regexp.MustCompile(`^expected one of .*$`), "usage.nocommand"},
	{regexp.MustCompile(`^expected "(.+)"$`), "usage.missing"},
	{regexp.MustCompile(`^missing flags: (.+)$`), "usage.missing"},
	{regexp.MustCompile(`^(--\S+): missing value.*$`), "usage.novalue"},
	{regexp.MustCompile(`^(\S+) must be one of (.+) but got (.+)$`), "usage.enum"},
	{regexp.MustCompile(`^(--\S+): expected .*? but got "?([^"]*?)"?(?: \(.*)?$`), "usage.value"},
	{regexp.MustCompile(`^(--\S+?) and (--\S+?) can't be used together$`), "usage.together"},
}

// placeholder is an argument as the parser writes it; the manual writes KEY.
var placeholder = regexp.MustCompile(`<[a-z-]+>`)

// usage words a mistake of the command line.
func (a *app) usage(err *kong.ParseError) string {
	said := placeholder.ReplaceAllStringFunc(a.worded(err), func(arg string) string {
		return strings.ToUpper(strings.Trim(arg, "<>"))
	})
	for _, c := range complaints {
		if m := c.pattern.FindStringSubmatch(said); m != nil {
			return a.text(c.key, anys(m[1:])...)
		}
	}
	return said
}

// A valueError is a value that a flag does not take: a message, and the value unless it
// is a secret.
type valueError struct {
	key   string
	value string
}

func (e *valueError) Error() string { return e.text(message.English) }

func (e *valueError) text(l message.Lang) string {
	if e.key == "value.password" {
		return l.Text(e.key)
	}
	return l.Text(e.key, e.value)
}

// worded tells an error in the language of the run where a flag's value is at fault.
func (a *app) worded(err error) string {
	var v *valueError
	if !errors.As(err, &v) {
		return err.Error()
	}
	return strings.Replace(err.Error(), v.Error(), v.text(a.lang), 1)
}

func anys(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

// errorf makes an error of a message.
func (a *app) errorf(key string, args ...any) error { return errors.New(a.text(key, args...)) }

func (a *app) has(key string) bool { return message.Has(key) }
