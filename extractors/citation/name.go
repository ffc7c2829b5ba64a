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
	const amends = "sửa đổi "
	if at := afterBlank(p.s, end); strings.HasPrefix(p.s[at:], amends) && yearAt(p.s, at+len(amends)) {
		end = at + len("sửa đổi") // the law of that year which amends it
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
	if ok && m.Value.Precision >= date.Year && p.binds(0, i, m.Span) {
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
	end := i + 4
	if len(s) < end || s[i:i+2] != "19" && s[i:i+2] != "20" || !isDigit(s, i+2) || !isDigit(s, i+3) {
		return false
	}
	if len(s) == end || !strings.ContainsRune("0123456789/-.", rune(s[end])) {
		return true
	}
	return s[end] == '.' && !isDigit(s, end+1)
}

// isDigit reports whether a digit stands at i.
func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// law completes the citation of a law by name.
func (p *page) law(w number.Word, n named, end int) {
	c := n.Citation
	c.Family, c.ByName, c.Same = number.F12, true, -1
	c.Word, c.WordType, c.Type = span(w.Start, w.End), w.Type.Slug, w.Type.Slug
	c.Orgs = assembly
	if c.Type == "phap-lenh" {
		c.Orgs = committee
	}
	if n.law >= 0 && c.Year != 0 {
		c.resolve(laws().ofType(n.law, w.Type.Slug))
	}
	p.issuerAndTitle(&c, end)
	p.out = append(p.out, Mention{Span: span(w.Start, end), Value: c})
}

// resolve takes the number of the one law that fits date or year; several are candidates. A
// page's name becomes a number only by the laws of the specification (spec 2.3 step 4): those
// that we added do not, but they can make a name ambiguous.
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
	if l.asked {
		return
	}
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
	return string([]byte{digitOf(y / 1000), digitOf(y / 100), digitOf(y / 10), digitOf(y)})
}

func digitOf(n int) byte { return byte('0' + n%10) }

func (p *page) issuerAndTitle(c *Citation, end int) {
	at := p.issuer(c, end)
	p.title(c, at)
}

// republic is the State as the full name of the Constitution has it.
var republic = [...]string{" nước Cộng hòa xã hội chủ nghĩa Việt Nam",
	" nước Cộng hoà xã hội chủ nghĩa Việt Nam", " nước CHXHCN Việt Nam"}

// constitution reads "Hiến pháp (nước …) (năm Y)".
func (p *page) constitution(w number.Word) int {
	if !initial(p.s, w.Start) {
		return 0
	}
	end := w.End
	for _, name := range republic {
		if stop := end + len(name); stop <= len(p.s) && strings.EqualFold(oneLine(p.s[end:stop]), name[1:]) {
			end = stop
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

// Who passes laws and ordinances. The lists are not to be changed.
var (
	assembly  = []string{"QH"}
	committee = []string{"UBTVQH"}
)
