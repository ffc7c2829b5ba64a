// Package sheet builds what readers of office files hand on: paragraphs and tables, as
// the elements of a page, so that their text is written as that of any page.
package sheet

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A Sheet is a text being built. Text goes to the open paragraph; one opens by itself.
type Sheet struct {
	body  *html.Node
	at    *html.Node // where the next block goes
	p     *html.Node // the open paragraph
	words []byte
	after []*html.Node // boxes that follow the open paragraph
	depth int
	size  int
}

// Deepest is how deeply tables and boxes may lie in each other.
const Deepest = 24

// New returns an empty sheet.
func New() *Sheet {
	body := newElement(atom.Body)
	return &Sheet{body: body, at: body}
}

// elementSize is what an element counts for in Size.
const elementSize = 32

func (s *Sheet) element(a atom.Atom) *html.Node {
	s.size += elementSize
	return newElement(a)
}

func newElement(a atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
}

// Body ends what is open and returns the whole.
func (s *Sheet) Body() *html.Node {
	s.End()
	return s.body
}

// Size returns about how much has been built: the bytes of text, and some for each
// element.
func (s *Sheet) Size() int { return s.size }

// Text adds words to the open paragraph.
func (s *Sheet) Text(text string) {
	if text == "" {
		return
	}
	s.open()
	s.size += len(text)
	s.words = append(s.words, text...)
}

// Break begins a new line in the open paragraph.
func (s *Sheet) Break() {
	s.open()
	s.flush()
	s.p.AppendChild(s.element(atom.Br))
}

func (s *Sheet) open() {
	if s.p == nil {
		s.p = s.element(atom.P)
	}
}

func (s *Sheet) flush() {
	if len(s.words) > 0 {
		s.p.AppendChild(&html.Node{Type: html.TextNode, Data: string(s.words)})
		s.words = s.words[:0]
	}
}

// End ends the open paragraph.
func (s *Sheet) End() {
	if s.p != nil {
		s.flush()
		s.at.AppendChild(s.p)
		s.p = nil
	}
	for _, box := range s.after {
		s.at.AppendChild(box)
	}
	s.after = nil
}

// Open opens an element that holds blocks: a table, a row, a cell. It reports whether
// there is still room for what it holds.
func (s *Sheet) Open(a atom.Atom) bool {
	s.End()
	inner := s.element(a)
	s.at.AppendChild(inner)
	s.at = inner
	s.depth++
	return s.depth <= Deepest
}

// Close closes what was opened last.
func (s *Sheet) Close() {
	s.End()
	if s.at != s.body && s.at.Parent != nil {
		s.at = s.at.Parent
		s.depth--
	}
}

// Box has write fill a box, a text of its own that follows the open paragraph. It
// reports whether there was room for it.
func (s *Sheet) Box(write func() error) (bool, error) {
	end, ok := s.OpenBox()
	if !ok {
		return false, nil
	}
	err := write()
	end()
	return true, err
}

// OpenBox opens a box, which end closes.
func (s *Sheet) OpenBox() (end func(), ok bool) {
	if s.depth >= Deepest {
		return nil, false
	}
	outer, box := *s, s.element(atom.Div)
	s.at, s.p, s.words, s.after, s.depth = box, nil, nil, nil, s.depth+1
	return func() {
		s.End()
		s.at, s.p, s.words, s.after, s.depth = outer.at, outer.p, outer.words, outer.after,
			outer.depth
		if box.FirstChild != nil {
			s.after = append(s.after, box)
		}
	}, true
}

// A Piece is a paragraph that was taken from its place.
type Piece struct {
	p     *html.Node
	after []*html.Node
}

// Take takes the open paragraph out, for files that tell its place only at its end.
func (s *Sheet) Take() Piece {
	if s.p != nil {
		s.flush()
	}
	t := Piece{s.p, s.after}
	s.p, s.after = nil, nil
	return t
}

// Put ends a paragraph that was taken where it belongs.
func (s *Sheet) Put(t Piece) {
	s.End()
	s.p, s.after = t.p, t.after
	s.End()
}
