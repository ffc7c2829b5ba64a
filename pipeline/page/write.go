package page

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vnlex/extractors/reading"
)

// A writer makes lines of elements: a block begins a line, and so does a break; the
// cells of a row stand on one line, where each is one line itself.
type writer struct {
	skip   map[*html.Node]bool
	buf    []byte
	breaks int  // line breaks due before the next word
	space  bool // a space is due before the next word
	held   bool // a marker was written: its text follows on the same line
	inline int  // > 0: no line breaks, within a row of single lines
	pre    int  // > 0: white space counts
	labels []reading.Label
	term   string             // the last <dt>
	items  map[*html.Node]int // how many items of a numbered list are written
}

func (w *writer) String() string { return string(w.buf) }

// block writes n as a paragraph of its own.
func (w *writer) block(n *html.Node) {
	w.newline(2)
	w.element(n)
	w.newline(2)
}

func (w *writer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.text(c.Data)
		case html.ElementNode:
			if !w.skip[c] && !isChrome(c) {
				w.element(c)
			}
		}
	}
}

func (w *writer) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Br:
		w.newline(min(w.breaks+1, 2))
	case atom.Tr:
		w.row(n)
	case atom.Li:
		w.item(n)
	case atom.Dt, atom.Dd:
		w.definition(n)
	case atom.Pre, atom.Listing:
		w.pre++
		w.around(n, 2)
		w.pre--
	case atom.Tbody, atom.Thead, atom.Tfoot, atom.Html, atom.Body:
		w.around(n, 1)
	default:
		if isBlock(n) {
			w.around(n, 2)
		} else {
			w.children(n)
		}
	}
}

// around writes what n holds, with line breaks before and behind.
func (w *writer) around(n *html.Node, breaks int) {
	w.newline(breaks)
	w.children(n)
	w.newline(breaks)
}

// newline asks for at least n line breaks before the next word.
func (w *writer) newline(n int) {
	switch {
	case w.held:
	case w.inline > 0:
		w.space = true
	default:
		w.breaks = max(w.breaks, n)
	}
}

// item writes an item of a list behind its dash or number.
func (w *writer) item(n *html.Node) {
	w.newline(1)
	if w.inline > 0 {
		w.children(n)
		w.newline(1)
		return
	}
	before := *w
	marker := "- "
	if n.Parent != nil && n.Parent.DataAtom == atom.Ol {
		marker = strconv.Itoa(w.number(n)) + ". "
	}
	w.flush()
	w.buf = append(w.buf, marker...)
	w.held = true
	w.children(n)
	if w.held { // nothing came
		w.buf, w.breaks, w.space = w.buf[:len(before.buf)], before.breaks, before.space
	}
	w.held = false
	w.newline(1)
}

// number returns the number of the next item of an ordered list.
func (w *writer) number(n *html.Node) int {
	if w.items == nil {
		w.items = map[*html.Node]int{}
	}
	next, begun := w.items[n.Parent]
	if v, err := strconv.Atoi(attr(n.Parent, "start")); err == nil && !begun {
		next = v - 1
	}
	next++
	if v, err := strconv.Atoi(attr(n, "value")); err == nil {
		next = v
	}
	w.items[n.Parent] = next
	return next
}

// definition writes <dt> and <dd>, which are label and value.
func (w *writer) definition(n *html.Node) {
	w.newline(1)
	c := w.cell(n)
	w.newline(1)
	if n.DataAtom == atom.Dt {
		w.term = w.words(c)
	} else if w.term != "" {
		w.label(w.term, c)
		w.term = ""
	}
}

// row writes the cells of a table row: "a | b |", or each as a block.
func (w *writer) row(n *html.Node) {
	cells := cellsOf(n)
	w.newline(1)
	if !singleLines(cells) {
		for _, c := range cells {
			if !w.skip[c] && !isChrome(c) {
				w.around(c, 1)
			}
		}
		return
	}
	w.inline++
	places := make([]place, 0, len(cells))
	begun := false // a row does not begin with bars
	for i, c := range cells {
		p := place{}
		if !w.skip[c] && !isChrome(c) {
			p = w.cell(c)
		}
		places = append(places, p)
		begun = begun || p.end > p.start
		if begun && (p.end > p.start || i+1 < len(cells)) && len(cells) > 1 {
			w.buf = append(w.buf, " |"...)
			w.space = true
		}
	}
	w.inline--
	w.space = false
	w.newline(1)
	w.rowLabels(places)
}

func cellsOf(row *html.Node) []*html.Node {
	var cells []*html.Node
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, c)
		}
	}
	return cells
}

// singleLines reports whether each cell is one line.
func singleLines(cells []*html.Node) bool {
	for _, c := range cells {
		if lines, _ := countLines(c, 0, false, 0); lines > 1 {
			return false
		}
	}
	return len(cells) > 0
}

// deepestCell is how deeply elements in a cell may be nested before it counts as
// more than a line: every row around it looks at them again.
const deepestCell = 32

// countLines counts the lines of text in n on top of lines, up to two; open says
// that the last of them may still go on.
func countLines(n *html.Node, lines int, open bool, depth int) (int, bool) {
	if depth > deepestCell {
		return 2, false
	}
	for c := n.FirstChild; c != nil && lines < 2; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			if !open && strings.TrimSpace(c.Data) != "" {
				lines, open = lines+1, true
			}
		case c.Type != html.ElementNode || isChrome(c):
		case c.DataAtom == atom.Br:
			open = false
		case isBlock(c):
			lines, _ = countLines(c, lines, false, depth+1)
			open = false
		default:
			lines, open = countLines(c, lines, open, depth+1)
		}
	}
	return lines, open
}

// A place is where a cell stands in the text.
type place struct {
	start, end int
	head       bool
}

func (w *writer) cell(n *html.Node) place {
	before := len(w.buf)
	w.children(n)
	p := place{start: before, end: len(w.buf), head: n.DataAtom == atom.Th}
	for p.start < p.end && (w.buf[p.start] == ' ' || w.buf[p.start] == '\n') {
		p.start++
	}
	return p
}

func (w *writer) words(p place) string { return string(w.buf[p.start:p.end]) }

// text writes the words of s.
func (w *writer) text(s string) {
	for len(s) > 0 {
		if n := solid(s); n > 0 {
			w.flush()
			w.buf = append(w.buf, s[:n]...)
			s = s[n:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == '\n' && w.pre > 0 && w.inline == 0:
			w.newline(min(w.breaks+1, 2))
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\u00a0':
			w.space = true
		case r < ' ' || r == utf8.RuneError && size == 1:
		default:
			w.flush()
			w.buf = append(w.buf, s[:size]...)
		}
		s = s[size:]
	}
}

// solid returns how many bytes s begins with that are letters of Vietnamese and signs of
// ASCII: they are written as they are.
func solid(s string) int {
	i := 0
	for i < len(s) {
		switch c := s[i]; {
		case c > ' ' && c < utf8.RuneSelf:
			i++
		case c >= 0xC3 && c <= 0xC6 && i+1 < len(s) && s[i+1]&0xC0 == 0x80:
			i += 2
		case c == 0xE1 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80:
			i += 3
		default:
			return i
		}
	}
	return i
}

// flush writes the white space that is due.
func (w *writer) flush() {
	switch {
	case len(w.buf) == 0 || w.held:
	case w.breaks > 0:
		w.buf = append(w.buf, "\n\n"[:w.breaks]...)
	case w.space:
		w.buf = append(w.buf, ' ')
	}
	w.breaks, w.space, w.held = 0, false, false
}
