package citation

import (
	"cmp"
	"slices"

	"vnlex/extractors"
	"vnlex/extractors/number"
)

// A page is a text whose citations are being read.
type page struct {
	s      string
	text   extractors.Text
	words  []number.Word     // type words, in order
	next   int               // the first word not yet passed by numbered
	nested int               // laws named before this byte stand in the name of another
	steps  int               // words and citations looked at: it grows with the text, not faster
	canon  map[string]string // symbols in their canonical spelling
	out    []Mention
}

func newPage(t extractors.Text) *page {
	p := &page{s: t.Norm, text: t, words: make([]number.Word, 0, len(t.Norm)/256+8)}
	for i := 0; ; {
		w, ok := number.NextWord(p.s, i)
		if !ok {
			return p
		}
		p.words = append(p.words, w)
		i = w.End
	}
}

// read finds the citations, then lets them explain each other.
func (p *page) read() {
	p.numbered()
	p.worded()
	p.sort()
	p.lists()
	p.settle()
}

// numbered reads the citations that print a number.
func (p *page) numbered() {
	nums := number.Extract(p.text)
	p.out = make([]Mention, 0, len(nums)+len(p.words)/4)
	floor := 0
	for i, n := range nums {
		limit := len(p.s)
		if i+1 < len(nums) {
			limit = nums[i+1].Span.Start
		}
		floor = p.number(n, floor, limit)
	}
}

// number reads the words around n, between the bytes floor and limit, and returns where
// the citation ends.
func (p *page) number(n extractors.Mention[number.Number], floor, limit int) int {
	c := Citation{Number: n.Value, Symbol: n.Span, Same: -1}
	start := n.Span.Start
	if n.Value.Family == number.F9 {
		p.out = append(p.out, Mention{Span: n.Span, Value: c})
		return n.Span.End
	}
	if n.Value.OCR {
		c.Warn = append(c.Warn, warnOCR)
	}
	start = p.left(&c, start, floor)
	end, behind := p.right(&c, n.Span.End, limit)
	p.rangeBefore(c, &start, floor)
	p.out = append(p.out, Mention{Span: span(start, end), Value: c})
	return min(behind, limit)
}

// sort orders the mentions by their beginning, the longer first.
func (p *page) sort() {
	slices.SortStableFunc(p.out, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
}
