package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"vnlex/extractors/number"
	"vnlex/graph"
)

// An Assignment says which node a page means by one of its keys. Owner is the
// node whose unit writes the relations that start there: the document itself, or
// the carrier of an instrument.
type Assignment struct {
	Page  Hash
	Local string
	Key   string
	Owner string
}

// A Fact is what the relations of other units need to know of a document.
type Fact struct {
	Key    string
	Issued string
}

// A Party is a name under which a document names an agency or a person.
type Party struct {
	Node  string // code of the agency, key of the person
	Key   string // of the document
	Name  string
	Count int
}

// Resolved is what a block of claims comes to.
type Resolved struct {
	Nodes    []graph.Node
	Edges    []*graph.Edge
	Assigned []Assignment
	Facts    []Fact
	Parties  []Party
}

// Block resolves the claims about documents that share number and root of issuer:
// which documents there are, which of them each page means, and what is known of
// each (spec sections 2.1 to 2.3).
func Block(claims []Claim, source func(Hash) *Source) Resolved {
	b := &block{documents: map[string][]*mention{}, aliases: map[string][]string{}}
	dated, open := b.split(mentions(claims, source))
	b.merge(dated, open)
	var r Resolved
	for _, key := range slices.Sorted(maps.Keys(b.documents)) {
		b.describe(&r, key)
	}
	sortAssigned(r.Assigned)
	return r
}

type block struct {
	documents map[string][]*mention // by final key
	aliases   map[string][]string
}

// A candidate is a document whose year some page tells. What is known of it comes
// only from pages that tell the year.
type candidate struct {
	key      string
	year     int
	mentions []*mention
	issued   string
	words    []title
}

// titles returns the titles that pages give to c.
func (c *candidate) titles() []title {
	if c.words == nil {
		for _, o := range options(gather(c.mentions, fieldTitle), sameBytes) {
			c.words = append(c.words, newTitle(o.value))
		}
	}
	return c.words
}

// split parts mentions that carry a year, grouped to candidates by identity without
// year, from those that do not.
func (b *block) split(all []*mention) (dated map[string][]*candidate, open []*mention) {
	byKey := map[string][]*mention{}
	for _, m := range all {
		if m.key.Year == 0 {
			open = append(open, m)
			continue
		}
		byKey[m.local] = append(byKey[m.local], m)
	}
	dated = map[string][]*candidate{}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		for k, ms := range bodies(byKey[key]) {
			id := undated(ms[0].key)
			dated[id] = append(dated[id], newCandidate(k, ms))
			b.documents[k] = append(b.documents[k], ms...)
		}
	}
	for _, c := range dated {
		slices.SortFunc(c, func(a, b *candidate) int { return cmp.Compare(a.key, b.key) })
	}
	return dated, open
}

func newCandidate(key string, ms []*mention) *candidate {
	c := &candidate{key: key, year: ms[0].key.Year, mentions: ms}
	c.issued, _ = issued(c.year, gather(ms, fieldIssued))
	return c
}

// undated returns the key under which a page names the document of k when it does
// not tell the year.
func undated(k number.Key) string {
	k.Year, k.Fragment = 0, ""
	k.Place, _, _ = strings.Cut(k.Place, "~")
	return k.String()
}

func sortAssigned(a []Assignment) {
	slices.SortFunc(a, func(x, y Assignment) int {
		return cmp.Or(slices.Compare(x.Page[:], y.Page[:]), cmp.Compare(x.Local, y.Local))
	})
}
