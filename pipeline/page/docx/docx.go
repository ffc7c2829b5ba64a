// Package docx reads the text of Word files since 2007: paragraphs with the numbers that
// Word counts for them, tables, notes, headers and footers, text boxes. Of tracked
// changes it reads what they end in.
package docx

import (
	"bytes"
	"fmt"

	"golang.org/x/net/html"

	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/page/sheet"
)

// Limits of what a file may hold. The largest decrees have 5 MB of text.
const (
	mostParts = 4096
	mostBytes = 256 << 20 // of all parts, unpacked
	mostText  = 32 << 20
	mostRatio = 200 // unpacked to packed, where it is more than
	fewBytes  = 4 << 20
	deepest   = 200 // elements in each other
)

// Is reports whether raw may be such a file: an archive with a part that Word writes.
func Is(raw []byte) bool {
	return bytes.HasPrefix(raw, []byte("PK\x03\x04")) && bytes.Contains(raw, []byte("word/"))
}

// Read returns the body of a file. Errors are *fault.Error.
func Read(raw []byte) (*html.Node, error) {
	f, err := open(raw)
	if err != nil {
		return nil, err
	}
	d := &document{sheet: sheet.New(), notes: map[string]int{}}
	if err := d.load(f); err != nil {
		return nil, err
	}
	for _, name := range d.order(f) {
		if err := d.part(f, name); err != nil {
			return nil, err
		}
	}
	return d.sheet.Body(), nil
}

// A document is a file being read.
type document struct {
	sheet  *sheet.Sheet
	styles styles
	lists  lists
	notes  map[string]int // the numbers of the notes that the text has named
}

func (d *document) load(f *archive) (err error) {
	if d.styles, err = readStyles(f); err != nil {
		return err
	}
	d.lists, err = readLists(f)
	return err
}

// order returns the parts with text as a reader meets them: headers, the text, notes,
// footers.
func (d *document) order(f *archive) []string {
	names := f.related("header")
	names = append(names, f.main)
	names = append(names, f.related("footnotes")...)
	names = append(names, f.related("endnotes")...)
	return append(names, f.related("footer")...)
}

func bad(format string, args ...any) error {
	return &fault.Error{Code: "bad_docx", Detail: fmt.Sprintf(format, args...)}
}

func tooLarge(format string, args ...any) error {
	return &fault.Error{Code: "too_large", Detail: fmt.Sprintf(format, args...)}
}
