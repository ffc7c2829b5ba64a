package source

import (
	"fmt"
	"regexp"
	"time"

	"github.com/andybalholm/cascadia"
)

// A Pattern is a regular expression (RE2) for path and query of an address; it fits
// anywhere in it unless anchored.
type Pattern struct{ re *regexp.Regexp }

// UnmarshalText compiles the pattern.
func (p *Pattern) UnmarshalText(text []byte) error {
	re, err := regexp.Compile(string(text))
	if err != nil {
		return fmt.Errorf("pattern %q: %w", text, err)
	}
	p.re = re
	return nil
}

// Match reports whether the pattern fits s.
func (p Pattern) Match(s string) bool { return p.re != nil && p.re.MatchString(s) }

// Expand makes an address of s by template, in which $1 stands for the first group of the
// pattern; ok is false where the pattern does not fit.
func (p Pattern) Expand(template, s string) (address string, ok bool) {
	if p.re == nil {
		return "", false
	}
	at := p.re.FindStringSubmatchIndex(s)
	if at == nil {
		return "", false
	}
	return string(p.re.ExpandString(nil, template, s, at)), true
}

func (p Pattern) String() string {
	if p.re == nil {
		return ""
	}
	return p.re.String()
}

// A Selector finds elements by CSS: "div.author"; or an attribute of them:
// "meta[name=author]@content"; or, beginning with "$.", values in JSON, the answer itself or
// the JSON-LD of an HTML page: "$.references[].targetDocument.docNum".
type Selector struct {
	text string
	attr string
	list cascadia.SelectorGroup
	path []string // of JSON; "[]" stands for every element of a list
}

// UnmarshalText compiles the selector.
func (s *Selector) UnmarshalText(text []byte) error { return s.compile(string(text)) }

func (s Selector) String() string { return s.text }

// Attr is the attribute that holds the value, "" for the text of the element.
func (s Selector) Attr() string { return s.attr }

// Path is the way through JSON that the selector goes, nil for CSS.
func (s Selector) Path() []string { return s.path }

// Empty reports whether there is no selector.
func (s Selector) Empty() bool { return s.text == "" }

// A Duration is written as 2s, 10m, 24h.
type Duration time.Duration

// UnmarshalText parses it; a negative one is refused.
func (d *Duration) UnmarshalText(text []byte) error {
	v, err := time.ParseDuration(string(text))
	if err != nil || v < 0 {
		return fmt.Errorf("%q is no time: write 2s, 10m or 24h", text)
	}
	*d = Duration(v)
	return nil
}
