package citation

import (
	"strings"

	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// local reports whether the issuer of c names another body in every place.
func (c *Citation) local() bool {
	return len(c.Orgs) == 1 && c.Family != number.F9 && !c.ByName &&
		agency.IssuerOf(c.Orgs[0]).Local
}

// branched reports whether the issuer of c is a central agency that may have branches: one
// that the text names with a province is another body.
func (c *Citation) branched() bool {
	if len(c.Orgs) != 1 || c.Family == number.F9 || c.ByName {
		return false
	}
	a, ok := agency.ByCode(c.Orgs[0])
	return ok && a.Kind == "agency"
}

// localPlace finds the place of a local issuer in the subject of the sentence ("UBND tỉnh
// Nghệ An đã có Tờ trình 13366/TTr-UBND") or in the row of a table.
func (p *page) localPlace(i int) {
	m := &p.out[i]
	c := &m.Value
	if c.Place.Slug != "" || !c.local() && !c.branched() {
		return
	}
	if pl, ok := p.beforeBracket(m.Span.Start); ok && c.local() {
		c.Place = pl
		return
	}
	if pl, ok := p.ofProvince(max(m.Span.End, c.DateAt.End)); ok && c.local() {
		c.Place = pl
		return
	}
	s, ok := p.subject(m.Span.Start)
	if ok && s.Place.Slug != "" && strings.EqualFold(s.Agency.Code, c.Orgs[0]) {
		c.Place = s.Place
	}
	if c.Place.Slug != "" || !c.local() {
		return
	}
	row := p.s[back(p.s, m.Span.Start, 3*reach):m.Span.Start]
	row = row[strings.LastIndexByte(row, '\n')+1:]
	for cells := strings.Split(row, "|"); len(cells) > 1; cells = cells[:len(cells)-1] {
		if pl, ok := agency.Province(strings.Trim(cells[len(cells)-2], " *")); ok {
			c.Place = pl
			return
		}
	}
}

// ofProvince returns the province that a number which ends at i is said to be of, without
// its body: "Quyết định số 1777/QĐ-UBND của tỉnh Bắc Kạn".
func (p *page) ofProvince(i int) (agency.Place, bool) {
	at := afterBlank(p.s, i)
	if !strings.HasPrefix(p.s[at:], "của tỉnh ") && !strings.HasPrefix(p.s[at:], "của thành phố ") {
		return agency.Place{}, false
	}
	at += len("của ")
	ends := 0
	for j := at; j <= len(p.s) && ends < 7; j++ {
		if j < len(p.s) && !strings.ContainsRune(" ,.;:()\n", rune(p.s[j])) {
			continue
		}
		ends++
		if pl, ok := agency.Province(p.s[at:j]); ok {
			return pl, true
		}
	}
	return agency.Place{}, false
}

// beforeBracket returns the province in whose bracket a citation stands: "như An Giang
// (Kế hoạch số 301/KH-UBND …)".
func (p *page) beforeBracket(i int) (agency.Place, bool) {
	left := strings.TrimRight(p.s[max(0, i-60):i], " ")
	left, ok := strings.CutSuffix(left, "(")
	words := strings.Fields(left)
	for n := min(4, len(words)); ok && n > 0; n-- {
		name := strings.Join(words[len(words)-n:], " ")
		if pl, found := agency.Province(name); found && initial(name, 0) {
			return pl, true
		}
	}
	return agency.Place{}, false
}

// Localize gives the place of the page's own document to the local issuers that the page
// names without one: "Quyết định số 40/2024/QĐ-UBND của UBND tỉnh".
func Localize(ms []Mention, place agency.Place) {
	for i := range ms {
		if c := &ms[i].Value; c.Place.Slug == "" && c.local() {
			c.Place = place
		}
	}
}

// onlyProvince localizes by the only province that the page names in full.
func (p *page) onlyProvince() {
	open := false
	for i := range p.out {
		c := &p.out[i].Value
		open = open || c.Place.Slug == "" && c.local()
	}
	if !open {
		return
	}
	var only agency.Place
	for _, m := range agency.Provinces(p.text) {
		if only.Slug != "" && only.Slug != m.Value.Slug {
			return
		}
		only = m.Value
	}
	if pl, ok := p.titled(); ok && pl.Slug != only.Slug {
		return // news of one province that name another
	}
	if only.Slug != "" {
		Localize(p.out, only)
	}
}

// titled returns the province that the first line begins with, as a title of news does:
// "Sơn La: Kế hoạch mới cho cây cà phê".
func (p *page) titled() (agency.Place, bool) {
	line, _, _ := strings.Cut(strings.TrimLeft(p.s, "\n #*"), "\n")
	name, _, ok := strings.Cut(line, ":")
	if !ok || len(name) > 40 {
		return agency.Place{}, false
	}
	return agency.Province(name)
}
