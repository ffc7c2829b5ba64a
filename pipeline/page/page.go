// Package page makes the text of a page from its bytes: what a reading begins with.
package page

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"vnlex/extractors/reading"
)

// An Error says why a page cannot be read.
type Error struct {
	Code   string // binary, too_large, bad_charset, too_deep, empty, unsupported
	Detail string
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %s", e.Code, e.Detail) }

// Read reads the page that name, a path or URL, gave. contentType is what the
// server said, or "". The text of a valid .txt or .md file is the file, byte for
// byte. Every error is an *Error.
func Read(name, contentType string, raw []byte) (reading.Source, error) {
	src := reading.Source{URL: name}
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".txt", ".md":
		if strings.IndexByte(string(raw), 0) >= 0 {
			return src, &Error{"binary", "it holds U+0000"}
		}
		if !utf8.Valid(raw) {
			return src, &Error{"bad_charset", "it is no UTF-8"}
		}
		src.Text = string(raw)
		return src, nil
	}
	return src, &Error{"unsupported", fmt.Sprintf("%q is no kind of page that can be read", name)}
}
