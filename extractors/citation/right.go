package citation

import (
	"slices"
	"strings"
	"unicode"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/date"
)

func isLetter(r rune) bool { return unicode.IsLetter(r) }

// right binds date, issuer and title behind the number that ends at i, before byte limit. It
// returns where the citation ends, and where what belongs to it and is no title ends.
func (p *page) right(c *Citation, i, limit int) (end, behind int) {
	end = i
	if at := p.date(c, i, limit); at > 0 {
		end = at
	}
	at := p.issuer(c, end)
	if c.DateAt.End == 0 {
		if p.date(c, at, limit) > 0 {
			at = c.DateAt.End
		}
	}
	c.issuedBy()
	c.year()
	c.council()
	p.title(c, at)
	return end, at
}

// date binds a date or "năm Y" that stands at i and returns its end; 0: there is none.
func (p *page) date(c *Citation, i, limit int) int {
	if at := afterBlank(p.s, i); strings.HasPrefix(p.s[at:], "cùng ngày") {
		i = at + len("cùng")
	}
	if at := p.bareYear(c, i); at > 0 {
		return at
	}
	m, ok := date.Bound(p.s, i)
	if !ok || m.Value.Precision < date.Year || m.Span.Start >= limit || !p.binds(c.Year, i, m.Span) {
		return 0
	}
	c.DateAt = m.Span
	c.Date = day(m.Value)
	end := m.Span.End
	if strings.Contains(p.s[i:m.Span.Start], "(") && end < len(p.s) && p.s[end] == ')' {
		end++
	}
	return end
}

// bareYear reads the year that sites put behind a number without one, "Quyết định
// 2074/QĐ-TTg 2025 gồm", and returns its end; 0: none stands there, or it counts something.
func (p *page) bareYear(c *Citation, i int) int {
	at := afterBlank(p.s, i)
	if c.Year != 0 || c.DateAt.End != 0 || at != i+1 || !yearAt(p.s, at) {
		return 0
	}
	if word, _ := wordAt(p.s, at+4); counted[word] {
		return 0
	}
	c.DateAt, c.Date = span(at, at+4), p.s[at:at+4]
	return at + 4
}

// day returns d without the time of day.
func day(d date.Date) string {
	if d.Precision > date.Day {
		d.Precision = date.Day
	}
	return d.String()
}

// binds reports whether the date in s[start:end] belongs to the citation that ends at i:
// behind a comma, when its year is not that of the number, it may open the next clause (…,
// ngày 16/5/2024, Bộ … ban hành), and a year may begin a period (năm 2021 - 2025).
func (p *page) binds(year, i int, at extractors.Span) bool {
	rest := p.s[at.End:]
	if t := strings.TrimLeft(rest, " "); strings.HasPrefix(t, "-") && len(t) > 1 {
		if c := strings.TrimLeft(t[1:], " "); c != "" && '0' <= c[0] && c[0] <= '9' {
			return false
		}
	}
	if !strings.Contains(p.s[i:at.Start], ",") ||
		year != 0 && strings.Contains(p.s[at.Start:at.End], itoa4(year)) {
		return true
	}
	rest = strings.TrimLeft(rest, " \n")
	for _, w := range behindDate {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return rest == ""
}

// behindDate are words and marks that go on with a citation.
var behindDate = []string{"của", "về", "quy định", "ban hành", ")", ";", ".", "sửa đổi",
	"hướng dẫn", "và"}

// issuer reads "của <agency>" or "do <agency> ban hành" at i and returns where it ends; i
// when there is none.
func (p *page) issuer(c *Citation, i int) int {
	at, ok := ofAt(p.s, i)
	if !ok {
		return i
	}
	first, ok := agency.FirstByName(p.s[at:])
	if !ok {
		return i
	}
	end := at + first.End
	if slices.Equal(c.Orgs, lienBo) {
		if all := agency.AllByName(p.s[at:]); len(all) > 1 {
			end = at + all[len(all)-1].End
			c.joint(all)
		}
	}
	c.Issuer, c.IssuerAt = first, span(at, end)
	return end
}

// lienBo is the issuer of a joint circular whose symbol does not name the ministries.
var lienBo = []string{"LB"}

// joint takes the ministries named in the text for those of the symbol.
func (c *Citation) joint(all []agency.Match) {
	c.Orgs = nil
	for _, m := range all {
		c.Orgs = append(c.Orgs, m.Agency.Code)
	}
}

// ofAt passes "của" or "do" at i.
func ofAt(s string, i int) (int, bool) {
	t := strings.TrimLeft(s[i:], " \n,")
	at := len(s) - len(t)
	if at-i > 3 {
		return i, false
	}
	for _, w := range [...]string{"của ", "của\n", "do ", "do\n"} {
		if strings.HasPrefix(t, w) {
			return at + len(w), true
		}
	}
	return i, false
}

// issuedBy takes the place of a local issuer from its name, and of an agency with branches
// when the name has one.
func (c *Citation) issuedBy() {
	m := c.Issuer
	if m.Place.Slug == "" || len(c.Orgs) != 1 || c.Place.Slug != "" {
		return
	}
	is := agency.IssuerOf(c.Orgs[0])
	if !is.Known || is.Key == m.Agency.Key || is.Local && m.Agency.Local() {
		c.Place = m.Place
	}
}
