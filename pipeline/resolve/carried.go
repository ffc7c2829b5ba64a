package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"vnlex/extractors/normalize"
)

// An Instrument is one that a document carries, as names without a carrier are
// compared with it.
type Instrument struct {
	Key        string
	Carrier    string
	Group      string   // kind, period and horizon
	Names      []string // the first is its name
	Confidence float64  // of the best statement that the document carries it
}

// Carried tells which instruments a document carries, from the claims of all pages
// that name one with it: names of one kind are one instrument when all folded
// words of the shorter stand in the longer and their years do not contradict.
// (spec: graph.md)
func Carried(carrier string, claims []Claim) ([]Instrument, []Assignment) {
	byKind := map[string][]*named{}
	for i := range claims {
		n := newNamed(&claims[i])
		byKind[n.Kind] = append(byKind[n.Kind], n)
	}
	var out []Instrument
	var assigned []Assignment
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		for i, g := range together(byKind[kind]) {
			key := "I:" + strings.TrimPrefix(carrier, "vn:") + ":" + kind
			if i > 0 {
				key += ":" + g.slug
			}
			out = append(out, g.instrument(key, carrier))
			for _, n := range g.names {
				a := Assignment{n.claim.Page, n.claim.Subject, key, carrier}
				assigned = append(assigned, a)
			}
		}
	}
	return out, onePerKey(assigned)
}

// onePerKey leaves each key of a page once: two names under one key are one.
func onePerKey(all []Assignment) []Assignment {
	seen := map[localKey]bool{}
	out := slices.DeleteFunc(all, func(a Assignment) bool {
		k := localKey{a.Page, a.Local}
		dup := seen[k]
		seen[k] = true
		return dup
	})
	sortAssigned(out)
	return out
}

// A named is one claim about an instrument, ready for comparison.
type named struct {
	instrumentValue
	claim *Claim
	words map[string]bool
	slug  string
}

func newNamed(c *Claim) *named {
	n := &named{instrumentValue: decode[instrumentValue](c.Value), claim: c,
		words: map[string]bool{}}
	for _, w := range words(n.Name) {
		n.words[w] = true
	}
	n.slug = normalize.Slug(n.Name)
	return n
}

// compareNames puts the longest name first, then the smallest by bytes.
func compareNames(a, b string) int {
	return cmp.Or(cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)),
		cmp.Compare(a, b))
}

// A nameGroup is one instrument: names[0] is the longest name.
type nameGroup struct {
	names             []*named
	slug              string
	from, to, horizon string
}

// together groups names that mean one instrument; the group that most pages name
// comes first, then by slug.
func together(all []*named) []*nameGroup {
	slices.SortFunc(all, func(a, b *named) int {
		return cmp.Or(compareNames(a.Name, b.Name), cmp.Compare(a.From, b.From),
			cmp.Compare(a.To, b.To),
			cmp.Compare(a.Horizon, b.Horizon), slices.Compare(a.claim.ID[:], b.claim.ID[:]))
	})
	var groups []*nameGroup
	for _, n := range all {
		at := slices.IndexFunc(groups, func(g *nameGroup) bool { return g.takes(n) })
		if at < 0 {
			at = len(groups)
			groups = append(groups, &nameGroup{slug: n.slug})
		}
		groups[at].add(n)
	}
	slices.SortFunc(groups, func(a, b *nameGroup) int {
		return cmp.Or(cmp.Compare(b.pages(), a.pages()), cmp.Compare(a.slug, b.slug))
	})
	return groups
}

func (g *nameGroup) takes(n *named) bool {
	if n.slug == g.slug {
		return true
	}
	for w := range n.words {
		if !g.names[0].words[w] {
			return false
		}
	}
	return fits(n.From, g.from) && fits(n.To, g.to) && fits(n.Horizon, g.horizon)
}

// fits reports whether two years do not contradict.
func fits(a, b string) bool { return a == "" || b == "" || a == b }

func (g *nameGroup) add(n *named) {
	g.names = append(g.names, n)
	g.from, g.to = cmp.Or(g.from, n.From), cmp.Or(g.to, n.To)
	g.horizon = cmp.Or(g.horizon, n.Horizon)
}

func (g *nameGroup) pages() int {
	seen := map[Hash]bool{}
	for _, n := range g.names {
		seen[n.claim.Page] = true
	}
	return len(seen)
}

func (g *nameGroup) instrument(key, carrier string) Instrument {
	i := Instrument{Key: key, Carrier: carrier}
	i.Group = groupOf(instrumentValue{Kind: g.names[0].Kind, From: g.from, To: g.to,
		Horizon: g.horizon})
	for _, n := range g.names {
		i.Confidence = max(i.Confidence, n.claim.Confidence)
		if !slices.Contains(i.Names, n.Name) {
			i.Names = append(i.Names, n.Name)
		}
	}
	return i
}

// groupOf returns the unit in which names of a kind, period and horizon are compared.
func groupOf(v instrumentValue) string {
	return strings.Join([]string{"I", v.Kind, v.From, v.To, v.Horizon}, "|")
}
