package citation

import "vnlex/extractors/number"

// worded reads the citations without number: laws by name (F12) and bare numbers (F11).
func (p *page) worded() {
	numbered, end := p.out, 0
	for _, w := range p.words {
		p.steps++
		for len(numbered) > 0 && numbered[0].Span.End <= w.Start {
			numbered = numbered[1:]
		}
		limit := len(p.s)
		if len(numbered) > 0 {
			m := numbered[0]
			if limit = m.Span.Start; limit <= w.Start {
				if !m.Value.amends(w) {
					continue
				}
				limit, p.nested = m.Value.Symbol.Start, m.Value.Symbol.Start
			}
		}
		if w.Start < end {
			continue
		}
		if e := p.word(w, limit); e > 0 {
			end = e
		}
	}
}

// amends reports whether w names a law that the law of c, whose name holds it, amends.
func (c Citation) amends(w number.Word) bool {
	return w.Start > c.Word.Start && w.End < c.Symbol.Start && amending(bare(c.Name), 0)
}

// word reads the citation that begins with w, before byte limit, and returns where it ends;
// 0: none does. The laws that an amending law names are read too.
func (p *page) word(w number.Word, limit int) int {
	switch w.Type.Slug {
	case "luat", "bo-luat", "phap-lenh":
		if c, end, ok := p.lawAt(w); ok && end <= limit {
			p.law(w, c, end)
			if amending(bare(c.Name), 0) {
				p.nested = end
				return w.End
			}
			return end
		}
	case "hien-phap":
		return p.constitution(w)
	}
	return p.bareNumber(w, limit)
}
