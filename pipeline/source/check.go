package source

import (
	"errors"
	"fmt"
)

// A checker collects what is wrong with a site.
type checker struct {
	site  *Site
	lines lines
	found []error
}

func (s *Site) check(l lines) error {
	c := &checker{site: s, lines: l}
	return errors.Join(c.found...)
}

// wrong notes a mistake in the value of key.
func (c *checker) wrong(key, format string, args ...any) {
	c.found = append(c.found, &Error{File: c.site.File, Line: c.lines.at(key),
		Text: fmt.Sprintf(format, args...)})
}
