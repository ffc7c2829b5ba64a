package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors/agency"
	"vnlex/extractors/date"
	"vnlex/extractors/number"
)

// A named is a law cited by name while it is read.
type named struct {
	Citation
	law int // index of its name in the table; -1: not there
}

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

// lawAt reads the name of a law behind its type word, and the date or year that follows.
func (p *page) lawAt(w number.Word) (c named, end int, ok bool) {
	at := afterBlank(p.s, w.End)
	if at == w.End || !initial(p.s, w.Start) && !initial(p.s, at) {
		return c, 0, false
	}
	if rest, ok := strings.CutPrefix(p.s[at:], "về "); ok {
		at = len(p.s) - len(rest)
	}
	if amending(p.s, at) {
		return p.amendingLaw(w, at)
	}
	c.law, end, ok = laws().names.At(p.s, at)
	if !ok {
		c.law = -1
		end, ok = p.unlisted(w, at)
	}
	if !ok {
		return c, 0, false
	}
	c.Name = oneLine(p.s[w.Start:end])
	if rest := strings.TrimLeft(p.s[end:], " \n"); strings.HasPrefix(rest, "sửa đổi ") && yearAt(rest, len("sửa đổi ")) {
		end = len(p.s) - len(rest) + len("sửa đổi") // the law of that year which amends it
		c.Name, c.law = oneLine(p.s[w.Start:end]), -1
	}
	c.Draft = draft(p.s, end)
	end = p.when(&c, end)
	return c, end, true
}

func afterBlank(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '*') {
		i++
	}
	return i
}

// initial reports whether a capital stands at i.
func initial(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// draft reports whether "(sửa đổi)" stands at i: a law to come.
func draft(s string, i int) bool {
	return strings.HasPrefix(strings.TrimLeft(s[i:], " \n"), "(sửa đổi")
}

// when binds the date or year behind the name that ends at i: "ngày …", "năm Y", a bare
// year, with or without brackets. Inside the name of an amending law it is that law's.
func (p *page) when(c *named, i int) int {
	if i <= p.nested {
		return i
	}
	m, ok := date.Bound(p.s, i)
	if ok && m.Value.Precision >= date.Year && p.binds(0, i, m.Span.Start, m.Span.End) {
		c.DateAt, c.Year, c.Date = m.Span, m.Value.Year, day(m.Value)
		return m.Span.End
	}
	at := afterBlank(p.s, i)
	if at > i && yearAt(p.s, at) {
		c.DateAt, c.Year, c.Date = span(at, at+4), atoi(p.s[at:at+4]), p.s[at:at+4]
		return at + 4
	}
	return i
}

// yearAt reports whether a year and nothing that goes on with it stands at i.
func yearAt(s string, i int) bool {
	if len(s) < i+4 || s[i:i+2] != "19" && s[i:i+2] != "20" || strings.Trim(s[i:i+4], "0123456789") != "" {
		return false
	}
	return len(s) == i+4 || !strings.ContainsRune("0123456789/-.", rune(s[i+4])) ||
		s[i+4] == '.' && (len(s) == i+5 || s[i+5] < '0' || s[i+5] > '9')
}

// law completes the citation of a law by name.
func (p *page) law(w number.Word, n named, end int) {
	c := n.Citation
	c.Family, c.ByName, c.Same = number.F12, true, -1
	c.Word, c.WordType, c.Type = span(w.Start, w.End), w.Type.Slug, w.Type.Slug
	c.Orgs = []string{"QH"}
	if c.Type == "phap-lenh" {
		c.Orgs = []string{"UBTVQH"}
	}
	if n.law >= 0 && c.Year != 0 {
		c.resolve(laws().ofType(n.law, w.Type.Slug))
	}
	p.issuerAndTitle(&c, end)
	p.out = append(p.out, Mention{Span: span(w.Start, end), Value: c})
}

// resolve takes the number of the one law that fits date or year; several are candidates.
func (c *Citation) resolve(all []Law) {
	fit := fitting(all, c.Date)
	if len(fit) > 1 {
		for _, l := range fit {
			c.Candidates = append(c.Candidates, l.Printed)
		}
	}
	if len(fit) != 1 {
		return
	}
	l := fit[0]
	c.Num, c.Type, c.Orgs, c.Year, c.Term = l.Num, l.Type, l.Orgs, l.Year, l.Term
	switch {
	case len(c.Date) < len("2006-01-02") || c.Date == l.Passed || l.Passed == "":
	case c.Date == l.Effective:
		c.Date, c.Warn = "", append(c.Warn, warnEffective)
	default:
		c.Warn = append(c.Warn, warnDate)
	}
}

func itoa4(y int) string {
	return string([]byte{byte('0' + y/1000), byte('0' + y/100%10), byte('0' + y/10%10), byte('0' + y%10)})
}

func (p *page) issuerAndTitle(c *Citation, end int) {
	at := p.issuer(c, end)
	p.title(c, at)
}

// constitution reads "Hiến pháp (nước …) (năm Y)".
func (p *page) constitution(w number.Word) int {
	if !initial(p.s, w.Start) {
		return 0
	}
	end := w.End
	for _, name := range [...]string{" nước Cộng hòa xã hội chủ nghĩa Việt Nam", " nước Cộng hoà xã hội chủ nghĩa Việt Nam",
		" nước CHXHCN Việt Nam"} {
		if len(p.s) >= end+len(name) && strings.EqualFold(oneLine(p.s[end:end+len(name)]), name[1:]) {
			end += len(name)
			break
		}
	}
	n := named{law: -1}
	n.Name = oneLine(p.s[w.Start:end])
	end = p.when(&n, end)
	c := n.Citation
	c.Family, c.ByName, c.Same = number.F12, true, -1
	c.Word, c.WordType, c.Type = span(w.Start, w.End), w.Type.Slug, w.Type.Slug
	c.Orgs = agency.IssuerOf("QH").Codes()
	if c.Year != 0 {
		c.Num = "0"
	}
	p.out = append(p.out, Mention{Span: span(w.Start, end), Value: c})
	return end
}
