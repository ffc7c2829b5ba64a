// Package canon gives a URL the one form under which a crawler knows it, and the key of
// the queue that it waits in.
package canon

import (
	"fmt"
	"strings"
)

// MaxLength is the length of a URL that is still taken.
const MaxLength = 4000

// An Error says why a string is no URL that can be fetched.
type Error struct {
	URL    string
	Reason string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%.200q is no URL to fetch: %s", e.URL, e.Reason)
}

// URL returns the canonical form of an absolute http or https URL: two URLs that any
// server must take for the same (RFC 3986, 6.2) have the same, and so have those that
// differ only in parameters put there to follow readers around. The order of parameters
// is kept, since servers may care. Applied twice it is applied once.
func URL(raw string) (string, error) {
	u, err := parse(raw)
	if err != nil {
		return "", err
	}
	u.path = undot(untracked(u.path))
	u.query = trim(u.query)
	return u.string(raw)
}

// Normal returns the normal form of an absolute URL, with all its parameters.
func Normal(raw string) (string, error) {
	u, err := parse(raw)
	if err != nil {
		return "", err
	}
	return u.string(raw)
}

// Join returns the absolute URL that ref stands for on the page at base, in normal form
// but with all its parameters: where a redirect leads may hang on them.
func Join(base, ref string) (string, error) {
	b, err := parse(base)
	if err != nil {
		return "", err
	}
	u, err := split(clean(ref)).on(b).normal(ref)
	if err != nil {
		return "", err
	}
	return u.string(ref)
}

func parse(raw string) (parts, error) { return split(clean(raw)).normal(raw) }

// clean drops what browsers drop: white space around a URL, tabs and line breaks in it
// (URL Standard, 4.4).
func clean(raw string) string {
	raw = strings.TrimFunc(raw, func(c rune) bool { return c <= ' ' || c == '\u00a0' })
	if !strings.ContainsAny(raw, "\t\r\n") {
		return raw
	}
	return strings.Map(func(c rune) rune {
		if c == '\t' || c == '\r' || c == '\n' {
			return -1
		}
		return c
	}, raw)
}
