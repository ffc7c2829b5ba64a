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

// strengths orders the kinds of evidence for a date, strongest first (spec section
// 2.2); the words for other fields stand where their like stands.
var strengths = map[string]int{
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

func strength(rule string) int {
	if s, ok := strengths[rule]; ok {
		return s
	}
	return 99
}

// A statement is one value that one page gives to a field.
type statement struct {
	page       *Source
	value      string
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
		cmp.Compare(strength(a.rule), strength(b.rule)),
		first(a.page.official(), b.page.official()),
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
	value string // most frequent spelling, then smallest by bytes
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
		out = append(out, option{value: spelling(g), best: slices.MinFunc(g, compareStatements), pages: pages(g)})
	}
	slices.SortFunc(out, compareOptions)
	return out
}

func compareOptions(a, b option) int {
	return cmp.Or(
		cmp.Compare(strength(a.best.rule), strength(b.best.rule)),
		first(a.best.page.official(), b.best.page.official()),
		first(a.best.carried, b.best.carried),
		cmp.Compare(b.pages, a.pages),
		compareStatements(a.best, b.best),
		cmp.Compare(a.value, b.value),
	)
}

// spelling returns the most frequent spelling, then the smallest by bytes.
func spelling(g []statement) string {
	n := map[string]int{}
	for _, s := range g {
		n[s.value]++
	}
	return mostFrequent(n)
}

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
