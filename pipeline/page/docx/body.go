package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/atom"

	"vnlex/pipeline/page/fault"
)

// A walker goes through the elements of one part.
type walker struct {
	*document
	dec   *xml.Decoder
	part  string
	depth int
	props paragraphProps // of the open paragraph
	label string         // the number of the open paragraph, until its first word
	run   shown          // how the open run is shown
	edge  bool           // a header or footer: page numbers are no text
}

// part reads the text of a part.
func (d *document) part(f *archive, name string) error {
	data, err := f.read(name)
	if err != nil {
		return err
	}
	w := &walker{document: d, part: name, dec: xml.NewDecoder(bytes.NewReader(data)),
		edge: strings.Contains(name, "header") || strings.Contains(name, "footer")}
	for {
		token, err := w.dec.Token()
		switch {
		case errors.Is(err, io.EOF):
			d.sheet.End()
			return nil
		case err != nil:
			return bad("its part %q: %v", name, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := w.element(start); err != nil {
				return err
			}
		}
	}
}

// children reads what an element holds, up to its end.
func (w *walker) children() error {
	return w.each(func(xml.StartElement) (bool, error) { return false, nil })
}

// each reads what an element holds; first may take a child itself.
func (w *walker) each(first func(xml.StartElement) (bool, error)) error {
	if w.depth++; w.depth > deepest {
		return &fault.Error{Code: "too_deep", Detail: "its elements are nested too deeply"}
	}
	defer func() { w.depth-- }()
	for {
		token, err := w.dec.Token()
		switch {
		case err != nil:
			return wrap(w.part, err)
		case w.sheet.Size() > mostText:
			return tooLarge("it has more than %d bytes of text", mostText)
		}
		switch token := token.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			done, err := first(token)
			if err == nil && !done {
				err = w.element(token)
			}
			if err != nil {
				return err
			}
		}
	}
}

func wrap(part string, err error) error {
	if err != nil {
		return bad("its part %q: %v", part, err)
	}
	return nil
}

// isWord reports whether a name is one of Word's own.
func isWord(space string) bool { return strings.Contains(space, "wordprocessingml") }

// element reads an element. What it does not know is only what lies around the text.
func (w *walker) element(e xml.StartElement) error {
	if e.Name.Local == "AlternateContent" {
		return w.alternate()
	}
	if !isWord(e.Name.Space) {
		return w.children()
	}
	switch e.Name.Local {
	case "p":
		return w.paragraph()
	case "tbl":
		return w.inside(atom.Table)
	case "tr":
		return w.row()
	case "tc":
		return w.cell()
	case "r":
		return w.characters()
	case "t":
		return w.text()
	case "txbxContent":
		return w.box()
	case "footnote", "endnote":
		return w.note(e)
	case "del", "moveFrom", "delText", "instrText", "delInstrText", "sectPr", "tblPr", "tblGrid",
		"sdtPr", "pPr", "rPr", "trPr", "tcPr":
		return w.skip()
	}
	w.sign(e)
	return w.children()
}

func (w *walker) skip() error { return wrap(w.part, w.dec.Skip()) }

// sign writes what stands for a character.
func (w *walker) sign(e xml.StartElement) {
	if w.run.hidden {
		return
	}
	switch e.Name.Local {
	case "tab", "ptab":
		w.write(" ")
	case "br", "cr":
		w.sheet.Break()
	case "noBreakHyphen":
		w.write("-")
	case "footnoteReference", "endnoteReference":
		w.write("[" + w.refer(e.Name.Local, attr(e, "id")) + "]")
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// alternate reads the first of several forms of the same.
func (w *walker) alternate() error {
	read := false
	return w.each(func(xml.StartElement) (bool, error) {
		if read {
			return true, w.skip()
		}
		read = true
		return true, w.children()
	})
}

// paragraph reads a paragraph behind its number. One whose end was deleted runs on in
// the next.
func (w *walker) paragraph() error {
	outer, label := w.props, w.label
	w.props, w.label = paragraphProps{}, ""
	err := w.each(func(e xml.StartElement) (bool, error) {
		if e.Name.Local != "pPr" || !isWord(e.Name.Space) {
			return false, nil
		}
		err := w.dec.DecodeElement(&w.props, &e)
		w.count()
		return true, wrap(w.part, err)
	})
	if w.props.Mark.Deleted == nil && w.props.Mark.Moved == nil {
		w.sheet.End()
	}
	w.props, w.label = outer, label
	return err
}

// count finds the number of the open paragraph.
func (w *walker) count() {
	style := w.props.Style.text()
	at := w.props.numbered()
	of := w.styles.list(style)
	if at.list == "" {
		at.list = of.list
	}
	if at.level < 0 {
		at.level = of.level
	}
	if !at.set && !of.set {
		return
	}
	if !at.set {
		at.level = of.level
	}
	w.label = w.lists.next(at, style)
}

// inside reads what lies in an element that holds blocks.
func (w *walker) inside(a atom.Atom) error {
	if !w.sheet.Open(a) {
		return &fault.Error{Code: "too_deep", Detail: "its tables are nested too deeply"}
	}
	err := w.children()
	w.sheet.Close()
	return err
}

// row reads a row of a table, unless it was deleted.
func (w *walker) row() error {
	if !w.sheet.Open(atom.Tr) {
		return &fault.Error{Code: "too_deep", Detail: "its tables are nested too deeply"}
	}
	defer w.sheet.Close()
	deleted := false
	return w.each(func(e xml.StartElement) (bool, error) {
		if e.Name.Local == "trPr" {
			var p struct {
				Deleted *struct{} `xml:"del"`
			}
			err := w.dec.DecodeElement(&p, &e)
			deleted = p.Deleted != nil
			return true, wrap(w.part, err)
		}
		if deleted {
			return true, w.skip()
		}
		return false, nil
	})
}

func (w *walker) cell() error { return w.inside(atom.Td) }
