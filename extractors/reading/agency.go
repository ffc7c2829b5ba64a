package reading

import (
	"cmp"
	"slices"

	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// printAgencies lists the bodies that issued the documents of the page, with the
// places where they are named.
func (p *page) printAgencies() {
	at := make(map[string]int)
	seen := make(map[[2]int]bool)
	for i := range p.docs {
		k, err := number.ParseKey(p.docs[i].key)
		if err != nil {
			continue
		}
		for _, code := range k.Issuers {
			if k.Place != "" {
				code += "@" + k.Place
			}
			if _, ok := at[code]; !ok {
				at[code] = len(p.out.Agencies)
				p.out.Agencies = append(p.out.Agencies, Agency{Name: agency.Name(code), Code: code})
			}
			p.issuerMentions(i, at[code], seen)
		}
	}
	slices.SortStableFunc(p.out.Agencies, func(a, b Agency) int { return cmp.Compare(a.Code, b.Code) })
}

// issuerMentions adds where the issuer is named behind the numbers of document i.
func (p *page) issuerMentions(i, at int, seen map[[2]int]bool) {
	a := &p.out.Agencies[at]
	for _, c := range p.docs[i].cites {
		if s := p.cites[c].Value.IssuerAt; s.Len() > 0 && !seen[[2]int{at, s.Start}] {
			seen[[2]int{at, s.Start}] = true
			a.Mentions = append(a.Mentions, p.place(s))
		}
	}
}
