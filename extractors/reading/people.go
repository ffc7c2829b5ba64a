package reading

import (
	"slices"
)

func (p *page) printDates() {
	roles := p.knownRoles()
	for i, d := range p.dates {
		m := p.resolved(d)
		iso := m.Value.String()
		if iso == "" {
			continue
		}
		raw := p.text.Raw(d.Span)
		role := roles[d.Span.Start]
		if role == "" {
			role = string(p.role(i))
		}
		p.out.Dates = append(p.out.Dates, Date{Value: iso, Precision: m.Value.Precision.String(), Role: role, Start: raw.Start, End: raw.End})
	}
}

// knownRoles returns the roles of the dates that fields were read from.
func (p *page) knownRoles() map[int]string {
	roles := make(map[int]string)
	for i := range p.docs {
		for _, c := range p.docs[i].cites {
			if at := p.cites[c].Value.DateAt; at.Len() > 0 {
				if j := p.firstDate(at.Start); j < len(p.dates) {
					roles[p.dates[j].Span.Start] = "issue"
				}
			}
		}
		for _, f := range p.docs[i].fields {
			if name := map[string]string{"effective": "effective", "expires": "expiry"}[f.Name]; name != "" {
				roles[f.Start] = name
			}
		}
	}
	if p.own != none {
		roles[p.docs[p.own].dateAt.Start] = "issue"
	}
	return roles
}

func (p *page) printPeople() {
	type id struct{ name, role string }
	at := make(map[id]int)
	for _, x := range p.people {
		k := id{x.Name, x.Role}
		i, ok := at[k]
		if !ok {
			at[k] = len(p.out.Persons)
			p.out.Persons = append(p.out.Persons, x)
			continue
		}
		for _, m := range x.Mentions {
			if !slices.Contains(p.out.Persons[i].Mentions, m) {
				p.out.Persons[i].Mentions = append(p.out.Persons[i].Mentions, m)
			}
		}
	}
}
