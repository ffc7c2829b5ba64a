package source

import (
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

func (s *Selector) compile(text string) error {
	if path, ok := strings.CutPrefix(text, "$."); ok {
		return s.compilePath(text, path)
	}
	css, attr := text, ""
	if i := strings.LastIndexByte(text, '@'); i >= 0 && !strings.ContainsAny(text[i:], `]"'`) {
		css, attr = text[:i], text[i+1:]
	}
	list, err := cascadia.ParseGroup(css)
	if err != nil {
		return fmt.Errorf("selector %q: %w", text, err)
	}
	*s = Selector{text: text, attr: attr, list: list}
	return nil
}

// compilePath takes "a.b[].c" apart.
func (s *Selector) compilePath(text, path string) error {
	var steps []string
	for step := range strings.SplitSeq(path, ".") {
		name, each := strings.CutSuffix(step, "[]")
		if name == "" || strings.ContainsAny(name, "[]*$ ") {
			return fmt.Errorf("path %q: %q is no name of a member; write $.a.b or $.list[].a",
				text, step)
		}
		steps = append(steps, name)
		if each {
			steps = append(steps, "[]")
		}
	}
	*s = Selector{text: text, path: steps}
	return nil
}

// Match reports whether n is what the selector finds.
func (s Selector) Match(n *html.Node) bool {
	for _, one := range s.list {
		if one.Match(n) {
			return true
		}
	}
	return false
}
