package resolve

import (
	"cmp"
	"slices"

	"vnlex/extractors/normalize"
)

// Names of fields, as extractors/reading gives them.
const (
	fieldSymbol    = "symbol"
	fieldTitle     = "title"
	fieldIssued    = "issued"
	fieldEffective = "effective"
	fieldExpires   = "expires"
	fieldStatus    = "status"
	fieldSigner    = "signer"
)

// ranks orders the kinds of evidence for a date, strongest first (spec section 2.2);
// the words for other fields stand where their like stands.
var ranks = map[string]int{
	"number":       1,
	"metadata":     2,
	"header":       3,
	"signature":    3,
	"clause":       3,
	"place-date":   3,
	"after-number": 4,
	"year-after":   5,
	"adverbial":    6,
	"prose":        6,
	"slug":         7,
	"page-date":    8,
}

const unknownRank = 99

// rank returns the place of a kind of evidence for a field. A title is best known from
// the document's own head: portals shorten it.
func rank(field, rule string) int {
	r, ok := ranks[rule]
	switch {
	case !ok:
		return unknownRank
	case field == fieldTitle && rule == "header":
		return 0
	}
	return r
}

// A statement is one value that one page gives to a field.
type statement struct {
	page       *Source
	value      string
	rank       int
	official   bool // the page is one of the State's own
	carried    bool // the page holds the document itself
	start, end int
	quote      string
	rule       string
	confidence float64
}

// compareStatements puts the better evidence first: by kind, then the State's own
// pages, then pages that hold the document, then confidence, then url and place.
func compareStatements(a, b statement) int {
	return cmp.Or(
		cmp.Compare(a.rank, b.rank),
		first(a.official, b.official),
		first(a.carried, b.carried),
		cmp.Compare(b.confidence, a.confidence),
		cmp.Compare(a.page.URL, b.page.URL),
		cmp.Compare(a.start, b.start),
		cmp.Compare(a.end, b.end),
		cmp.Compare(a.value, b.value),
	)
}

// first compares so that what is true comes first.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// An option is a value with all that speaks for it.
type option struct {
	value string // as the best evidence spells it
	best  statement
	pages int
}

// options groups statements that mean the same and puts the value to be believed
// first: by its best evidence's kind and page, then by the number of pages, then
// the rest of the evidence, then by bytes.
func options(all []statement, key func(string) string) []option {
	groups := map[string][]statement{}
	for _, s := range all {
		k := key(s.value)
		groups[k] = append(groups[k], s)
	}
	out := make([]option, 0, len(groups))
	for _, g := range groups {
		best := slices.MinFunc(g, compareStatements)
		out = append(out, option{value: best.value, best: best, pages: pages(g)})
	}
	slices.SortFunc(out, compareOptions)
	return out
}

func compareOptions(a, b option) int {
	return cmp.Or(
		cmp.Compare(a.best.rank, b.best.rank),
		first(a.best.official, b.best.official),
		first(a.best.carried, b.best.carried),
		cmp.Compare(b.pages, a.pages),
		compareStatements(a.best, b.best),
		cmp.Compare(a.value, b.value),
	)
}

// mostFrequent returns what was counted most often, then what is smallest by bytes.
func mostFrequent(n map[string]int) string {
	best, count := "", 0
	for s, k := range n {
		if k > count || k == count && s < best {
			best, count = s, k
		}
	}
	return best
}

func pages(g []statement) int {
	urls := map[string]bool{}
	for _, s := range g {
		urls[s.page.URL] = true
	}
	return len(urls)
}

// Keys under which two values are the same.

func sameBytes(s string) string { return s }

func sameWords(s string) string { return normalize.Key(s) }
