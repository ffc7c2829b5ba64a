package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"

	"vnlex/pipeline/page/fault"
)

// characters reads a run of characters that are shown alike.
func (w *walker) characters() error {
	outer := w.run
	w.run = w.styles.shown(w.props.Style.text())
	err := w.each(func(e xml.StartElement) (bool, error) {
		if e.Name.Local != "rPr" || !isWord(e.Name.Space) {
			return false, nil
		}
		var p runProps
		if err := w.dec.DecodeElement(&p, &e); err != nil {
			return true, wrap(w.part, err)
		}
		w.run = w.shownBy(p)
		return true, nil
	})
	w.run = outer
	return err
}

// shownBy is what the properties of a run say, else its style, else that of its paragraph.
func (w *walker) shownBy(p runProps) shown {
	of, by := w.styles.shown(w.props.Style.text()), w.styles.shown(p.Style.text())
	out := shown{of.caps || by.caps, of.hidden || by.hidden}
	if p.Caps != nil {
		out.caps = p.Caps.on()
	}
	if p.Hidden != nil {
		out.hidden = p.Hidden.on()
	}
	return out
}

// text reads characters.
func (w *walker) text() error {
	var b strings.Builder
	for {
		token, err := w.dec.Token()
		if err != nil {
			return wrap(w.part, err)
		}
		switch token := token.(type) {
		case xml.CharData:
			b.Write(token)
		case xml.StartElement:
			if err := w.skip(); err != nil {
				return err
			}
		case xml.EndElement:
			return w.show(b.String())
		}
	}
}

// show writes characters as they are shown.
func (w *walker) show(s string) error {
	if w.run.hidden || w.edge && strings.IndexFunc(s, unicode.IsLetter) < 0 {
		return nil
	}
	if w.run.caps {
		s = strings.ToUpper(s)
	}
	w.write(s)
	return nil
}

// write writes words, the number of their paragraph first.
func (w *walker) write(s string) {
	if w.label != "" {
		w.sheet.Text(w.label + " ")
		w.label = ""
	}
	w.sheet.Text(s)
}

// box reads a text box behind the paragraph that it hangs on.
func (w *walker) box() error {
	outer, label, run := w.props, w.label, w.run
	w.label, w.run = "", shown{}
	fits, err := w.sheet.Box(w.children)
	w.props, w.label, w.run = outer, label, run
	if err == nil && !fits {
		return &fault.Error{Code: "too_deep", Detail: "its boxes are nested too deeply"}
	}
	return err
}

// refer gives a note its number: they are counted in the order of the text.
func (w *walker) refer(kind, id string) string {
	key := noteKey(kind, id)
	if w.notes[key] == 0 {
		w.notes[key] = len(w.notes) + 1
	}
	return strconv.Itoa(w.notes[key])
}

func noteKey(kind, id string) string { return strings.TrimSuffix(kind, "Reference") + id }

// note reads a note behind its number. One that the text does not name is none: such are
// the lines that divide notes from text.
func (w *walker) note(e xml.StartElement) error {
	n := w.notes[noteKey(e.Name.Local, attr(e, "id"))]
	if n == 0 {
		return w.skip()
	}
	w.sheet.Text("[" + strconv.Itoa(n) + "] ")
	return w.children()
}
