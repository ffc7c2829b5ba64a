package resolve

import (
	"cmp"
	"slices"

	"vnlex/extractors/reading"
	"vnlex/graph"
)

// A bundle is all that pages say of one relation.
type bundle struct {
	items []item
}

type item struct {
	*Statement
	value      relationValue
	confidence float64 // of the relation; of a derived one the least of its steps
}

func put(
	all map[graph.EdgeRef]*bundle, r graph.EdgeRef, s *Statement, v relationValue, confidence float64,
) {
	b := all[r]
	if b == nil {
		b = &bundle{}
		all[r] = b
	}
	b.items = append(b.items, item{s, v, confidence})
}

// maxEvidence is how many sentences a relation shows; all are counted.
const maxEvidence = 5

// edge makes the relation: the best evidence first, by confidence, url and start.
func (b *bundle) edge(r graph.EdgeRef) *graph.Edge {
	slices.SortFunc(b.items, compareItems)
	e := &graph.Edge{EdgeRef: r}
	if r.Type == graph.Related {
		b.lists(e)
		return e
	}
	seen := map[place]bool{}
	for _, i := range b.items {
		e.Confidence = max(e.Confidence, i.confidence)
		if p := i.place(); !seen[p] {
			seen[p] = true
			if len(e.Evidence) < maxEvidence {
				e.Evidence = append(e.Evidence, i.evidence())
			}
		}
	}
	e.EvidenceCount = len(seen)
	b.parts(e)
	b.seen(e)
	return e
}

// A place is one sentence, read by one rule.
type place struct {
	url        string
	start, end int
	rule       string
}

func (i item) evidence() graph.Evidence {
	return graph.Evidence{URL: i.Page.URL, Quote: i.Quote, Start: i.Start, End: i.End,
		Rule: i.Rule, Confidence: i.Claim.Confidence}
}

func (i item) place() place { return place{i.Page.URL, i.Start, i.End, i.Rule} }

func compareItems(a, b item) int {
	return cmp.Or(
		cmp.Compare(b.Claim.Confidence, a.Claim.Confidence),
		cmp.Compare(a.Page.URL, b.Page.URL),
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.End, b.End),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(b.confidence, a.confidence),
		slices.Compare(a.ID[:], b.ID[:]),
	)
}

// parts adds what pages say of single places; the same said twice stands once, as the
// better evidence has it.
func (b *bundle) parts(e *graph.Edge) {
	seen := map[reading.Part]bool{}
	var all []reading.Part
	for _, i := range b.items {
		for _, p := range i.value.Parts {
			k := p
			k.Start, k.End = 0, 0
			if !seen[k] {
				seen[k] = true
				all = append(all, p)
				e.Parts = append(e.Parts, encode(p))
			}
		}
	}
	for _, p := range all {
		e.ScopesFrom = with(e.ScopesFrom, p.ScopeFrom)
		e.ScopesTo = with(e.ScopesTo, p.ScopeTo)
	}
	e.Effective = only(all, func(p reading.Part) string { return p.Effective })
	e.Op = only(all, func(p reading.Part) string { return p.Op })
}

// with appends s unless it is empty or there.
func with(all []string, s string) []string {
	if s == "" || slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

// only returns what all parts that tell agree on: of the whole document if a part
// speaks of it, else of its places. Where they differ it stands in the parts alone.
func only(all []reading.Part, of func(reading.Part) string) string {
	var whole, some []string
	for _, p := range all {
		if p.ScopeFrom == "" && p.ScopeTo == "" {
			whole = with(whole, of(p))
		}
		some = with(some, of(p))
	}
	switch {
	case len(whole) == 1:
		return whole[0]
	case len(whole) == 0 && len(some) == 1:
		return some[0]
	}
	return ""
}

// seen sets the earliest and the latest publication of the supporting pages.
func (b *bundle) seen(e *graph.Edge) {
	for _, i := range b.items {
		p := i.Page.Published
		if _, ok := instant(p); !ok {
			continue
		}
		if e.FirstSeen == "" || comparePublished(p, e.FirstSeen) < 0 {
			e.FirstSeen = p
		}
		if e.LastSeen == "" || comparePublished(p, e.LastSeen) > 0 {
			e.LastSeen = p
		}
	}
}

func comparePublished(a, b string) int {
	x, _ := instant(a)
	y, _ := instant(b)
	return cmp.Or(x.Compare(y), cmp.Compare(a, b))
}

// lists sets which lists of which pages show the pair.
func (b *bundle) lists(e *graph.Edge) {
	type entry struct {
		url  string
		list int
	}
	var all []entry
	for _, i := range b.items {
		all = append(all, entry{i.Page.URL, decode[relatedValue](i.Value).List})
	}
	slices.SortFunc(all, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.url, b.url), cmp.Compare(a.list, b.list))
	})
	for _, l := range slices.Compact(all) {
		e.URLs = append(e.URLs, l.url)
		e.Lists = append(e.Lists, l.list)
	}
}
