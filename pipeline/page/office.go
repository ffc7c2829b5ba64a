package page

import (
	"bytes"
	"context"

	"golang.org/x/net/html"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page/doc"
	"vnlex/pipeline/page/docx"
	"vnlex/pipeline/page/pdf"
	"vnlex/pipeline/page/rtf"
)

// readPDF reads a file as it is printed. Its head says nothing that can be relied on:
// the title there is often that of another file from which it was made.
func readPDF(raw []byte) (reading.Source, error) {
	text, err := pdf.Text(context.Background(), raw)
	return reading.Source{Text: text}, err
}

// readOffice writes the body that the reader of an office file has built.
func readOffice(read func([]byte) (*html.Node, error), raw []byte) (reading.Source, error) {
	body, err := read(raw)
	if err != nil {
		return reading.Source{}, err
	}
	w := new(writer)
	w.block(body)
	text, err := clean(w.String())
	return reading.Source{Text: text, Labels: w.allLabels()}, err
}

// readFile reads a file that is known by its first bytes, whatever its name says.
func readFile(name string, raw []byte) (reading.Source, error) {
	f := format(raw)
	switch {
	case f == formatPDF, f == "" && bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")):
		return readPDF(raw)
	case f == formatRTF:
		return readOffice(rtf.Read, raw)
	case f == formatOLE:
		return readOffice(doc.Read, raw)
	case f == formatZIP && docx.Is(raw):
		return readOffice(docx.Read, raw)
	}
	return reading.Source{}, unreadable(name, raw)
}
