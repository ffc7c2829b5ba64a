package reading

import (
	"slices"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// annexed finds the number of a document whose number line is blank or lost, on what it
// is issued with: each annex carries the number and date of the document that it comes
// with (Decree 30/2020/NĐ-CP, Annex I), "(Kèm theo Quyết định số 7/QĐ-BCT ngày …)". The
// page must hold that document, "kèm theo Quyết định này", and its annexes agree.
func (p *page) annexed() int {
	kind, ok := p.headingType()
	if !ok || p.head.Date.Len() == 0 && p.head.Type.Len() == 0 {
		return none
	}
	t, ok := number.TypeBySlug(kind)
	if !ok || !strings.Contains(p.text.Norm, "kèm theo "+t.Name+" này") {
		return none
	}
	found := none
	for i := range p.cites {
		c := &p.cites[i].Value
		if c.Type != kind || c.Low || c.ByName || c.Symbol.Len() == 0 || c.Num == "" || !p.annexLine(p.cites[i].Span) {
			continue
		}
		if !p.issuedHere(i) {
			return none
		}
		if found != none {
			if first := &p.cites[found].Value; first.Num != c.Num || !slices.Equal(first.Orgs, c.Orgs) {
				return none
			}
		}
		if found == none || len(c.Date) > len(p.cites[found].Value.Date) {
			found = i
		}
	}
	return found
}

// annexLine reports whether a citation stands in the line under the title of an annex:
// "(Kèm theo «C»", "Ban hành kèm theo «C»".
func (p *page) annexLine(s extractors.Span) bool {
	line := strings.LastIndexByte(p.text.Norm[:s.Start], '\n') + 1
	switch strings.ToLower(strings.Trim(p.text.Norm[line:s.Start], " (*_#")) {
	case "kèm theo", "ban hành kèm theo", "được ban hành kèm theo", "phê duyệt kèm theo":
		return true
	}
	return false
}

// issuedHere reports whether nothing in the letterhead speaks against citation i as the
// page's own: another body, another day.
func (p *page) issuedHere(i int) bool {
	c := &p.cites[i].Value
	if d, ok := p.dateIn(p.head.Date); ok && len(c.Date) == len("2006-01-02") && len(d.Value.String()) == len(c.Date) && d.Value.String() != c.Date {
		return false
	}
	var bodies []string
	for _, a := range p.head.Agencies {
		for _, m := range agency.AllByName(oneLine(p.norm(a))) {
			bodies = append(bodies, m.Agency.Code)
		}
	}
	return len(bodies) == 0 || len(c.Orgs) == 0 || slices.ContainsFunc(c.Orgs, func(o string) bool { return slices.Contains(bodies, o) })
}
