package reading

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"vnlex/extractors"
	"vnlex/extractors/instrument"
	"vnlex/extractors/sentence"
)

// A tool is an instrument that the page names.
type tool struct {
	kind          string
	name          string
	words         []string
	from, to, far string
	carrier       int // document, or none
	act           string
	rule          string
	trust         float64
	evidence      extractors.Span
	names         []string
	alias         []string
	heads         []extractors.Span
	key           string
	used          bool
}

// finder finds instruments; its vocabulary is made once.
var finder = sync.OnceValues(func() (*sentence.Vocab, *instrument.Finder) {
	v := sentence.NewVocab()
	return v, instrument.NewFinder(v)
})

// instruments finds the instruments that stand near a citation or in a title.
func (p *page) instruments() {
	p.docSpans = p.citedSpans()
	var all []found
	last := none
	for i := range p.docSpans {
		if p.docSpans[i].Len() == 0 {
			continue
		}
		if b := p.layout.At(p.docSpans[i].Start); b != last {
			all = append(all, p.namedIn(b)...)
			last = b
		}
	}
	for _, b := range p.titleBlocks() {
		if !p.hasCite(b) {
			all = append(all, p.namedIn(b)...)
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.Name.Start, b.Name.Start) })
	p.carried(all)
	p.uncarried(all)
	p.bare(all)
	p.keyTools()
}

// A found instrument is a mention with the document that carries it.
type found struct {
	instrument.Mention
	carrier int
}

// citedSpans returns the bytes of each citation of a document, with its date
// and the issuer behind it; none for the others.
func (p *page) citedSpans() []extractors.Span {
	spans := make([]extractors.Span, len(p.cites))
	floor := 0
	for i := range p.cites {
		if p.docOf[i] == none {
			continue
		}
		c := &p.cites[i]
		s := c.Span
		s.End = max(s.End, p.issuerEnd(c.Value.IssuerAt.End))
		if i+1 < len(p.cites) {
			s.End = min(s.End, max(c.Span.End, p.cites[i+1].Span.Start))
		}
		s.Start = max(s.Start, floor)
		if s.Start >= s.End {
			continue
		}
		spans[i], floor = s, s.End
	}
	return spans
}

// issuerEnd takes the word for a province behind an issuer that is named without
// it: "của Ủy ban nhân dân tỉnh".
func (p *page) issuerEnd(end int) int {
	if end == 0 {
		return 0
	}
	rest := p.text.Norm[end:min(len(p.text.Norm), end+24)]
	trimmed := strings.TrimLeft(rest, " \n")
	for _, w := range []string{"thành phố", "tỉnh", "huyện", "xã"} {
		if after, ok := strings.CutPrefix(trimmed, w); ok && (after == "" || !startsLetter(after)) {
			return end + len(rest) - len(after)
		}
	}
	return end
}

func startsLetter(s string) bool {
	r, _ := sentence.RuneAt(s, 0)
	return sentence.IsLetter(r)
}

// titleBlocks returns the blocks of the document's title and first article, or
// of the head of news.
func (p *page) titleBlocks() []int {
	var bs []int
	add := func(s extractors.Span) {
		if s.Len() > 0 && len(p.layout.Blocks) > 0 {
			for b := p.layout.At(s.Start); b < len(p.layout.Blocks) && p.layout.Blocks[b].Start < s.End; b++ {
				bs = append(bs, b)
			}
		}
	}
	if p.news {
		l := p.leads()
		add(l.title)
		for _, s := range l.first {
			add(s)
		}
		return bs
	}
	add(p.head.Title)
	for _, i := range p.openingBlocks() {
		if text := p.layout.Text(p.layout.Blocks[i]); holdsAny(text, "hực hiện ", "riển khai ", "ụ thể hóa ", "Căn cứ ") {
			bs = append(bs, i)
		}
	}
	for i := p.layout.At(p.head.Preamble.End); i < min(len(p.layout.Blocks), p.layout.At(p.head.Preamble.End)+6); i++ {
		if p.layout.Blocks[i].Item == sentence.Article {
			bs = append(bs, i)
			if i+1 < len(p.layout.Blocks) && p.layout.Blocks[i].End-p.layout.Blocks[i].Start < 16 {
				bs = append(bs, i+1)
			}
		}
	}
	return bs
}

// openingBlocks returns the blocks between the head and the first heading of a plan,
// a directive or a letter: there it says what it carries out.
func (p *page) openingBlocks() []int {
	at := max(p.head.Title.End, p.head.Recipient.End)
	if at == 0 || p.own == none {
		return nil
	}
	var bs []int
	first := p.layout.At(at) + 1
	for i := first; i < min(len(p.layout.Blocks), first+12) && p.layout.Blocks[i].Item == sentence.Plain; i++ {
		bs = append(bs, i)
	}
	return bs
}

func holdsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func (p *page) hasCite(b int) bool {
	block := p.layout.Blocks[b]
	for i := p.firstCite(block.Start); i < len(p.cites) && p.cites[i].Span.Start < block.End; i++ {
		if p.docSpans[i].Len() > 0 {
			return true
		}
	}
	return false
}

// namedIn returns the instruments named in block b.
func (p *page) namedIn(b int) []found {
	v, f := finder()
	block := p.layout.Blocks[b]
	var marks []sentence.Mark
	for i := p.firstCite(block.Start); i < len(p.cites) && p.cites[i].Span.Start < block.End; i++ {
		if p.docSpans[i].Len() > 0 {
			marks = append(marks, sentence.Mark{Span: p.docSpans[i], Ref: int32(i)})
		}
	}
	var all []found
	own, w := p.enacts(b), &p.walk
	w.Start(p.layout, v, block.Span(), marks)
	for from := 0; !w.Done(); {
		w.Next(from)
		for from = 0; from < len(w.Tokens); {
			to := p.stop(block, w.Tokens, from)
			if to == len(w.Tokens) && !w.Done() && to-from < longSentence {
				break // it may go on
			}
			for _, m := range f.Find(p.text.Norm, w.Tokens[from:to], cited, own) {
				all = append(all, found{m, p.carrierOf(m)})
			}
			from = to
		}
	}
	return all
}

// longSentence is the most tokens that are searched for instruments as one sentence.
const longSentence = 2000

// stop returns the token behind the full stop that ends the sentence of token from.
func (p *page) stop(block sentence.Block, toks []sentence.Token, from int) int {
	for i := from; i < min(len(toks), from+longSentence); i++ {
		t := &toks[i]
		if t.Kind == sentence.Punct && t.ID == '.' && p.layout.Stops(block, int(t.Start)) {
			return i + 1
		}
	}
	return min(len(toks), from+longSentence)
}

// cited reports whether a masked token is a citation of a document.
func cited(ref int32) bool { return ref >= 0 }

// enacts reports whether block b is the document's own title or an article of it.
func (p *page) enacts(b int) bool {
	if p.news || p.own == none {
		return false
	}
	block := p.layout.Blocks[b]
	return block.Item == sentence.Article || within(p.head.Title, block.Span()) ||
		b > 0 && p.layout.Blocks[b-1].Item == sentence.Article && p.layout.Blocks[b-1].End-p.layout.Blocks[b-1].Start < 16
}

func (p *page) carrierOf(m instrument.Mention) int {
	switch {
	case m.Carrier == instrument.This:
		if p.own != none && p.docs[p.own].num.Type == "vbhn" {
			return none
		}
		return p.own
	case m.Carrier >= 0:
		return p.docOf[m.Carrier]
	}
	return none
}
