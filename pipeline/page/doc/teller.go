package doc

import (
	"strconv"
	"strings"
	"unicode"

	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/page/sheet"
)

// Marks in the text. ([MS-DOC] 2.4.1)
const (
	markNote, markCell, markTab, markLine, markPage, markEnd = 0x02, 0x07, 0x09, 0x0B, 0x0C, 0x0D
	markColumn, fieldBegin, fieldText, fieldEnd              = 0x0E, 0x13, 0x14, 0x15
	hyphen, softHyphen                                       = 0x1E, 0x1F
)

// A teller writes a part.
type teller struct {
	*document
	part
	line  []rune // the open paragraph
	codes []bool // of the open fields: whether their code is being read
	table sheet.Tables

	styleOf int // whose style is
	style   *style
}

func (d *document) write(p part) error {
	t := &teller{document: d, part: p, table: sheet.Tables{Sheet: d.sheet}}
	if p.note > 0 {
		t.line = []rune("[" + strconv.Itoa(p.note) + "] ")
	}
	err := d.each(p.cp, p.end, t.take)
	if err == nil && len(t.line) > 0 {
		err = t.end(set{depth: t.table.Depth()}, false)
	}
	t.table.To(0)
	return err
}

// take reads a character.
func (t *teller) take(c char) error {
	switch c.r {
	case markEnd, markCell, markPage:
		s := at(t.paragraphs, c.fc)
		return t.end(s, c.r == markCell || s.cell)
	case fieldBegin:
		t.codes = append(t.codes, true)
	case fieldText:
		if n := len(t.codes); n > 0 {
			t.codes[n-1] = false
		}
	case fieldEnd:
		t.codes = t.codes[:max(0, len(t.codes)-1)]
	default:
		t.show(c)
	}
	return nil
}

// show adds a character to the open paragraph, as it is shown.
func (t *teller) show(c char) {
	how := at(t.chars, c.fc)
	if how.hidden || t.inCode() {
		return
	}
	switch {
	case c.r == markNote:
		if n := t.notes[c.cp]; n > 0 && t.note == 0 {
			t.line = append(t.line, []rune("["+strconv.Itoa(n)+"]")...)
		}
	case c.r == markTab, c.r == markColumn:
		t.line = append(t.line, ' ')
	case c.r == markLine:
		t.line = append(t.line, '\n')
	case c.r == hyphen:
		t.line = append(t.line, '-')
	case c.r < ' ', c.r == softHyphen:
	case how.caps, t.by(c.fc).shown.caps && !how.plain:
		t.line = append(t.line, unicode.ToUpper(c.r))
	default:
		t.line = append(t.line, c.r)
	}
}

// inCode reports whether the code of a field is being read, not what it shows.
func (t *teller) inCode() bool {
	for _, code := range t.codes {
		if code {
			return true
		}
	}
	return false
}

// mostCodes is how many fields may be open in each other.
const mostCodes = 64

// end ends a paragraph, and with it its cell or row.
func (t *teller) end(s set, cell bool) error {
	line := t.counted(s) + string(t.line)
	t.line = t.line[:0]
	switch {
	case t.sheet.Size() > mostText:
		return &fault.Error{Code: "too_large", Detail: "it has more text than it may"}
	case len(t.codes) > mostCodes:
		return &fault.Error{Code: "too_deep", Detail: "its fields are nested too deeply"}
	}
	if !t.table.To(s.depth) {
		return &fault.Error{Code: "too_deep", Detail: "its tables are nested too deeply"}
	}
	if s.row {
		t.table.EndRow()
		return nil
	}
	t.table.Cell()
	t.paragraph(line)
	if cell {
		t.table.EndCell()
	}
	return nil
}

// by returns what the paragraph at byte fc has from its style. Neighbours mostly have the
// same one.
func (t *teller) by(fc int) *style {
	n := at(t.paragraphs, fc).style
	if t.styleOf != n || t.style == nil {
		s := t.styled(n)
		t.styleOf, t.style = n, &s
	}
	return t.style
}

// counted returns the number of the open paragraph. An empty one is not counted.
func (t *teller) counted(s set) string {
	if !s.own {
		by := t.styled(s.style)
		s.list = by.set.list
		s.level = max(s.level, by.set.level)
	}
	if s.list < 1 || s.list > len(t.uses) || strings.TrimSpace(string(t.line)) == "" {
		return ""
	}
	if label := t.counter.Next(t.uses[s.list-1], s.level); label != "" {
		return label + " "
	}
	return ""
}

func (t *teller) paragraph(line string) {
	if t.edge && strings.IndexFunc(line, unicode.IsLetter) < 0 {
		return
	}
	for i, s := range strings.Split(line, "\n") {
		if i > 0 {
			t.sheet.Break()
		}
		t.sheet.Text(s)
	}
	t.sheet.End()
}
