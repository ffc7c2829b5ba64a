package citation

import (
	"strings"
	"unicode"

	"vnlex/extractors"
	"vnlex/extractors/number"
)

// rangeBefore reads the first end of "từ số 679 đến số 681/QĐ-BCT", which has the symbol of
// the second. What lies between is not named and is not made up.
func (p *page) rangeBefore(c Citation, start *int, floor int) {
	head, ok := cutSuffix(p.s[floor:c.Symbol.Start], "đến số ", "đến số\n", "đến ")
	if !ok || c.Family == number.F12 {
		return
	}
	head = strings.TrimRight(head, " \n")
	from := len(strings.TrimRight(head, "0123456789"))
	before, ok := cutSuffix(head[:from], "số ", "số\n")
	if !ok || from == len(head) || len(head)-from > 5 || wordBefore(before, len(before)) {
		return
	}
	first := c
	first.Num, first.Range = head[from:], true
	first.Printed = head[from:]
	first.Symbol = span(floor+from, floor+len(head))
	first.Date, first.DateAt, first.Title = "", extractors.Span{}, extractors.Span{}
	at := span(min(*start, first.Symbol.Start), first.Symbol.End)
	p.out = append(p.out, Mention{Span: at, Value: first})
	*start = c.Symbol.Start
}

func cutSuffix(s string, any ...string) (string, bool) {
	for _, x := range any {
		if t, ok := strings.CutSuffix(s, x); ok {
			return t, true
		}
	}
	return s, false
}

// lists numbers the items of each list and distributes over them what its head says: the
// type word, and a date behind "cùng ngày".
func (p *page) lists() {
	n := 0
	for i := 1; i < len(p.out); i++ {
		a, b := &p.out[i-1], &p.out[i]
		gap, ok := p.between(a, b)
		if !ok || !joins(gap, &b.Value) {
			continue
		}
		if a.Value.List == 0 {
			n++
			a.Value.List = n
		}
		b.Value.List = a.Value.List
		b.Value.inherit(a.Value)
	}
	p.sameDay()
}

// between returns what stands between two citations, the issuer of the first aside.
func (p *page) between(a, b *Mention) (string, bool) {
	end := max(a.Span.End, a.Value.IssuerAt.End, a.Value.DateAt.End)
	if end > b.Span.Start || b.Span.Start-end > gapMax {
		return "", false
	}
	return p.s[end:b.Span.Start], true
}

// gapMax is the most bytes that join two items of a list.
const gapMax = 40

// joins reports whether gap joins two items of a list: a comma, a semicolon, "và", "hoặc",
// and before an item without type word "số".
func joins(gap string, b *Citation) bool {
	mark := false
	for len(gap) > 0 {
		var w string
		if w, gap = nextPart(gap); w == "" {
			break
		}
		switch w {
		case ",", ";", "và", "hoặc", "cùng":
			mark = true
		case "số", "Số", ":", "(", "các", "-":
		default:
			return false
		}
	}
	return mark
}

// inherit takes the type word of the list's head.
func (c *Citation) inherit(head Citation) {
	if c.WordType != "" || c.Family == number.F9 {
		return
	}
	c.WordType = head.WordType
	if c.Type == "" && c.fits(head.Type) {
		c.setType(head.Type)
	}
}

// sameDay gives "cùng ngày" its date: of the items before when a date follows it, else
// that of the citation before.
func (p *page) sameDay() {
	for i := range p.out {
		c := &p.out[i].Value
		rest := strings.TrimLeft(p.s[p.out[i].Span.End:], " \n")
		switch {
		case c.Date != "" && strings.HasSuffix(p.s[:c.DateAt.Start], "cùng "):
			for j := i - 1; j >= 0 && c.List != 0 && p.out[j].Value.List == c.List; j-- {
				p.out[j].Value.dated(c.Date)
			}
		case c.Date == "" && i > 0 && strings.HasPrefix(rest, "cùng ngày"):
			if d := p.out[i-1].Value.Date; c.List != 0 && len(d) == len("2006-01-02") {
				c.dated(d)
			}
		}
	}
}

// dated sets a date that the text gives by reference.
func (c *Citation) dated(d string) {
	if c.Date == "" {
		c.Date = d
		c.year()
	}
}

// nextPart returns the first word or mark of s, and what stands behind it.
func nextPart(s string) (part, rest string) {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if s != "" && (s[0] == ',' || s[0] == ';' || s[0] == ':') {
		return s[:1], s[1:]
	}
	end := strings.IndexFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == ':' || unicode.IsSpace(r) })
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}
