package reading

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/header"
	"vnlex/extractors/number"
	"vnlex/extractors/sentence"
)

// findOwn returns the citation that is the number of the page's own document: in
// the number line, under Số hiệu, in the authentication of a consolidated text.
func (p *page) findOwn() int {
	if c := p.citeIn(p.head.Number); c != none {
		return c
	}
	if c := p.authenticated(); c != none {
		return c
	}
	if c := p.citeIn(p.label(header.Symbol)); c != none {
		return c
	}
	if c := p.current(); c != none {
		return c
	}
	if c := p.numbered(); c != none {
		return c
	}
	if c := p.annexed(); c != none {
		return c
	}
	if c := p.unnumbered(); c != none {
		return c
	}
	return p.titled()
}

// citeIn returns the first citation whose number stands in s.
func (p *page) citeIn(s extractors.Span) int {
	if s.Len() == 0 {
		return none
	}
	for i := p.firstCite(s.Start); i < len(p.cites); i++ {
		if sym := p.cites[i].Value.Symbol; sym.Start >= s.End {
			break
		} else if sym.Len() > 0 && sym.Start >= s.Start && sym.End <= s.End+2 {
			return i
		}
	}
	return none
}

// authenticated finds the number of a consolidated text, which the gazette
// prints behind the text: "Số: 04/VBHN-BYT / XÁC THỰC VĂN BẢN HỢP NHẤT".
func (p *page) authenticated() int {
	at := p.authentication()
	if at < 0 {
		return none
	}
	b := p.layout.At(at)
	from := p.layout.Blocks[max(0, b-4)].Start
	to := p.layout.Blocks[min(len(p.layout.Blocks)-1, b+4)].End
	for i := p.firstCite(from); i < len(p.cites) && p.cites[i].Span.Start < to; i++ {
		if p.cites[i].Value.Type == "vbhn" || p.cites[i].Value.Family == number.F8 {
			p.head.Number = p.cites[i].Span
			p.dateBetween(from, to)
			return i
		}
	}
	return none
}

// authentication returns where a consolidated text is authenticated; -1 when it is not.
func (p *page) authentication() int {
	for _, words := range []string{"XÁC THỰC VĂN BẢN HỢP NHẤT", "XÁC NHẬN VĂN BẢN HỢP NHẤT"} {
		if at := strings.Index(p.text.Norm, words); at >= 0 {
			return at
		}
	}
	return -1
}

// dateBetween takes the place-date line of an authentication.
func (p *page) dateBetween(from, to int) {
	for i := p.firstDate(from); i < len(p.dates) && p.dates[i].Span.Start < to; i++ {
		if d := p.dates[i]; d.Value.Precision == date.Day && p.placeDated(d.Span) {
			p.head.Date = d.Span
			return
		}
	}
}

// placeDated reports whether a date stands alone on its line behind a place:
// "Hà Nội, ngày 13 tháng 4 năm 2018". In the header of a gazette and in a
// sentence it does not.
func (p *page) placeDated(s extractors.Span) bool {
	line := strings.LastIndexByte(p.text.Norm[:s.Start], '\n') + 1
	before := strings.TrimSpace(strings.TrimSuffix(strings.TrimRight(p.text.Norm[line:s.Start], " "), "ngày"))
	behind, _, _ := strings.Cut(p.text.Norm[s.End:], "\n")
	place, ok := strings.CutSuffix(before, ",")
	return ok && len(place) < 60 && !strings.ContainsAny(place, ",;:/") && strings.Trim(behind, " .*|") == ""
}

// titled finds the document that a page without letterhead or metadata holds: the
// citation that begins one of its first lines, as the portal's title.
func (p *page) titled() int {
	if p.src.Kind != kindLegal || p.head.Letterhead() && (p.head.Number.Len() > 0 || p.head.Date.Len() > 0 || len(p.head.Agencies) > 0) {
		return none
	}
	for i, c := range p.cites {
		b := p.layout.Blocks[p.layout.At(c.Span.Start)]
		if c.Span.Start > 3000 {
			break
		}
		if b.Start > c.Span.Start { // in noise, before the first block
			continue
		}
		if c.Value.Symbol.Len() > 0 && strings.TrimLeft(p.text.Norm[b.Start:c.Span.Start], "# *-") == "" && b.Item != sentence.Dash {
			return i
		}
	}
	return none
}
