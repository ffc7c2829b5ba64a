package reading

import (
	"cmp"
	"slices"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// printAgencies lists the bodies that issued the documents of the page and those that
// its text names, also by their office holders, with the places. A body is named as it
// was then: its successor is another (spec 1.9).
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
	p.namedAgencies(at, seen)
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

// A long text names bodies on every line: those of its head, where letterhead, grounds
// and scope stand, and of its end, where the duties are given, are read.
const (
	agencyHead = 48_000
	agencyTail = 12_000
)

// namedAgencies adds the bodies that the text names. One without the place that it
// needs is left: nobody knows which it is.
func (p *page) namedAgencies(at map[string]int, seen map[[2]int]bool) {
	n := len(p.text.Norm)
	for _, part := range []extractors.Span{{Start: 0, End: min(n, agencyHead)}, {Start: max(agencyHead, n-agencyTail), End: n}} {
		if part.End <= part.Start {
			continue
		}
		part = p.onWords(part)
		for _, m := range agency.Extract(extractors.Plain(p.text.Norm[part.Start:part.End])) {
			code := m.Value.Key()
			if code == "" || strings.HasSuffix(code, "@x") {
				continue
			}
			s := extractors.Span{Start: m.Span.Start + part.Start, End: m.Span.End + part.Start}
			if _, ok := at[code]; !ok {
				at[code] = len(p.out.Agencies)
				p.out.Agencies = append(p.out.Agencies, Agency{Name: agency.Name(code), Code: code})
			}
			if k := [2]int{at[code], s.Start}; !seen[k] {
				seen[k] = true
				p.out.Agencies[at[code]].Mentions = append(p.out.Agencies[at[code]].Mentions, p.place(s))
			}
		}
	}
	for i := range p.out.Agencies {
		slices.SortStableFunc(p.out.Agencies[i].Mentions, func(a, b Place) int { return cmp.Compare(a.Start, b.Start) })
	}
}

// onWords widens a span of the text to the lines that it cuts.
func (p *page) onWords(s extractors.Span) extractors.Span {
	s.Start = strings.LastIndexByte(p.text.Norm[:s.Start], '\n') + 1
	if i := strings.IndexByte(p.text.Norm[s.End:], '\n'); i >= 0 {
		s.End += i
	} else {
		s.End = len(p.text.Norm)
	}
	return s
}
