// Package doc reads the text of Word files from 1997 to 2003: of the compound file, its
// tables of pieces, of characters and of paragraphs. ([MS-DOC], [MS-CFB])
package doc

import (
	"bytes"
	"fmt"

	"golang.org/x/net/html"

	"vnlex/pipeline/page/counter"
	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/page/sheet"
)

// Is reports whether raw is a compound file, as Word has written.
func Is(raw []byte) bool { return bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) }

// mostText is how much a file may hold: bytes of text, and some for each paragraph.
const mostText = 32 << 20

// Read returns the body of a file. Errors are *fault.Error.
func Read(raw []byte) (body *html.Node, err error) {
	defer func() {
		if r := recover(); r != nil { // of the reader of compound files
			body, err = nil, bad("its compound file is damaged: %v", r)
		}
	}()
	s, err := open(raw)
	if err != nil {
		return nil, err
	}
	f, err := readFIB(s.document)
	if err != nil {
		return nil, err
	}
	table, err := s.table(f.table)
	if err != nil {
		return nil, err
	}
	d := &document{main: s.document, table: table, fib: f, sheet: sheet.New()}
	if d.pieces, err = d.readPieces(); err != nil {
		return nil, err
	}
	d.chars, d.paragraphs = d.readChars(), d.readParagraphs()
	d.uses, d.styles = d.readUses(), d.readStyles()
	if err := d.stories(); err != nil {
		return nil, err
	}
	return d.sheet.Body(), nil
}

// A document is a file being read.
type document struct {
	main, table data
	fib         fib
	pieces      []piece
	chars       []span[shown]
	paragraphs  []span[set]
	styles      []style
	uses        []*counter.Use
	counter     counter.Counter
	notes       map[int]int // the number of the note that a character refers to
	sheet       *sheet.Sheet
}

func bad(format string, args ...any) error {
	return &fault.Error{Code: "bad_doc", Detail: fmt.Sprintf(format, args...)}
}
