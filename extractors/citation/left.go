package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors/agency"
	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
)

// reach is how far left of a number its type word may stand, in runes (spec 1.3 step 3).
const reach = 110

// left finds the type word of c and returns where the citation begins.
func (p *page) left(c *Citation, start, floor int) int {
	gap := beforeSo(p.s, start, floor)
	lo := max(floor, back(p.s, gap, reach))
	lo = max(lo, lastStop(p.s, lo, gap))
	w, ok := p.wordFor(c, lo, gap)
	if !ok || gap < start && p.heads(gap) || !c.near(p.s[w.End:gap]) {
		return start
	}
	c.Word, c.WordType = span(w.Start, w.End), w.Type.Slug
	c.setType(w.Type.Slug)
	p.betweenWordAndNumber(c, w.End, gap)
	return w.Start
}

// heads reports whether "Số:" or "Số hiệu:" begins a line behind the gap: a letterhead or
// a table of metadata, to which words of the line before do not belong.
func (p *page) heads(gap int) bool {
	t := strings.TrimLeft(p.s[gap:min(len(p.s), gap+24)], " *|-")
	return strings.HasPrefix(t, "\n") && strings.HasPrefix(strings.TrimLeft(t, " \n*|-"), "Số")
}

// near reports whether a type word may reach over the words between to the number: where
// the word changes the type of the symbol, only over the issuer or a few words.
func (c *Citation) near(between string) bool {
	if c.Type != "cong-van" || strings.HasPrefix(between, " của ") {
		return true
	}
	return len(strings.Fields(between)) <= 3
}

// beforeSo passes "số", "số hiệu:" and the bracket or colon around it to the left.
func beforeSo(s string, start, floor int) int {
	t := strings.TrimRight(s[floor:start], " \n:*|")
	for _, w := range [...]string{"số ký hiệu", "số hiệu", "số", "so"} {
		if n := len(t) - len(w); n >= 0 && strings.EqualFold(t[n:], w) && !wordBefore(t, n) {
			t = t[:n]
			break
		}
	}
	t = strings.TrimRight(t, " \n:*|(")
	return floor + len(t)
}

// wordBefore reports whether a letter stands before byte n of s.
func wordBefore(s string, n int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:n])
	return isLetter(r)
}

// back returns the byte n runes before i.
func back(s string, i, n int) int {
	for ; n > 0 && i > 0; n-- {
		i--
		for i > 0 && !utf8.RuneStart(s[i]) {
			i--
		}
	}
	return i
}

// lastStop returns the byte behind the last mark in s[lo:hi] over which no type word
// reaches: . ; : ( ), an empty line or a cell of a table.
func lastStop(s string, lo, hi int) int {
	for i := hi - 1; i >= lo; i-- {
		switch c := s[i]; c {
		case ';', ':', '(', ')', '|':
			return i + 1
		case '.':
			if !abbreviation(s, i) {
				return i + 1
			}
		case '\n':
			if i > lo && s[i-1] == '\n' || i+1 < hi && strings.IndexByte("-+*#|", s[i+1]) >= 0 {
				return i + 1
			}
		}
	}
	return lo
}

// abbreviation reports whether the dot at i belongs to "TP." or "KT.", or to a number.
func abbreviation(s string, i int) bool {
	if i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\n' {
		return true
	}
	for _, w := range [...]string{"TP", "Tp", "KT"} {
		if strings.HasSuffix(s[:i], w) {
			return true
		}
	}
	return false
}

// wordFor returns the nearest type word in s[lo:hi] that may stand for the number of c. A
// word with "này" behind speaks of another document.
func (p *page) wordFor(c *Citation, lo, hi int) (number.Word, bool) {
	for p.next < len(p.words) && p.words[p.next].End <= hi {
		p.next++
	}
	for i := p.next - 1; i >= 0 && p.words[i].Start >= lo; i-- {
		w := p.words[i]
		p.steps++
		if !c.fits(w.Type.Slug) {
			continue
		}
		if _, ok := this(p.s, w.End); ok {
			return number.Word{}, false
		}
		if o, ok := p.amender(i, w, hi, c); ok {
			return o, true
		}
		return w, true
	}
	return p.gluedWord(c, lo, hi)
}

// gluedWord returns the nearest type word that is glued to the word before it:
// "một số điều củaLuật Nhà ở số …" (spec 1.4).
func (p *page) gluedWord(c *Citation, lo, hi int) (number.Word, bool) {
	for i := hi - 1; i > lo; i-- {
		if !utf8.RuneStart(p.s[i]) || !initial(p.s, i) || !wordBefore(p.s, i) {
			continue
		}
		w, ok := number.NextWord(p.s[i:hi], 0)
		if r, _ := utf8.DecodeLastRuneInString(p.s[:i]); ok && w.Start == 0 && !w.Short && unicode.IsLower(r) && c.fits(w.Type.Slug) {
			w.Start, w.End = w.Start+i, w.End+i
			return w, true
		}
	}
	return number.Word{}, false
}

// amender returns the amending law whose name ends in w, unless the table knows the number
// as that of the amended one: "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục số …".
func (p *page) amender(i int, w number.Word, hi int, c *Citation) (number.Word, bool) {
	before := strings.TrimRight(p.s[:w.Start], " \n")
	before = strings.TrimRight(strings.TrimRight(strings.TrimSuffix(before, "các"), "0123456789"), " ") // "của 37 luật"
	if c.Family != number.F2 || !strings.HasSuffix(before, "của") &&
		!strings.HasSuffix(before, ",") && !strings.HasSuffix(before, "và") {
		return w, false
	}
	if l, ok := laws().nums[p.canonical(c.Printed)]; ok &&
		sameName(bare(l.Name), strings.TrimSpace(p.s[w.End:hi])) {
		return w, false
	}
	for i--; i >= 0 && w.Start-p.words[i].Start < amendingMax; i-- {
		o := p.words[i]
		p.steps++
		if o.Type.Slug == "luat" && initial(p.s, o.Start) && amending(p.s, afterBlank(p.s, o.End)) {
			return o, lastStop(p.s, o.End, hi) == o.End
		}
	}
	return w, false
}

// this reports whether "này" stands behind a word that ends at i, and where it ends.
func this(s string, i int) (end int, ok bool) {
	if strings.HasPrefix(s[i:], " này") || strings.HasPrefix(s[i:], "\nnày") {
		return i + len(" này"), true
	}
	return i, false
}

// betweenWordAndNumber reads the issuer in "Nghị quyết của Quốc hội số 202/2025/QH15" and the
// name in "Luật Đất đai số 31/2024/QH15".
func (p *page) betweenWordAndNumber(c *Citation, from, to int) {
	if from >= to {
		return
	}
	p.issuer(c, from)
	if c.IssuerAt.End > to {
		c.Issuer, c.IssuerAt = agency.Match{}, span(0, 0)
	}
	switch c.Type {
	case "luat", "bo-luat", "phap-lenh":
		if c.IssuerAt.End == 0 {
			c.Name = oneLine(p.s[c.Word.Start:to])
		}
	}
}

// oneLine writes a name that runs over line breaks with spaces.
func oneLine(s string) string {
	if !strings.Contains(s, "\n") {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for w := range strings.FieldsSeq(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// sameName reports whether two names are the same as names are compared.
func sameName(a, b string) bool {
	return len(a) < 2*len(b) && len(b) < 2*len(a) && normalize.Key(a) == normalize.Key(b)
}
