package graph

import "strings"

// A Query is what a person typed, with what the caller knows to say about it:
// the graph itself knows neither how numbers are written nor how words fold.
type Query struct {
	Text     string              // without a provision; see SplitProvision
	Fold     func(string) string // lower case, no diacritics
	Patterns []Pattern           // the documents that it may number; none: it is no number
}

// A Pattern describes document keys. An empty field fits anything; an Issuer
// or a Place that is given must be equal.
type Pattern struct {
	Type   string // slug: quyet-dinh
	Issuer string // as in the key, without @place: ttg, btc-bct, qh15
	Place  string // ca-mau
	Year   int
	Number string // as in the key: 726; never empty
}

// Fits reports whether a document's key is one that the pattern describes.
func (p Pattern) Fits(key string) bool {
	parts := strings.Split(key, ":")
	if len(parts) < 5 || parts[0] != "vn" || number(parts) != p.Number {
		return false
	}
	return true
}

// A Root is what a question is about: a node and, if asked, a provision of it.
type Root struct {
	NodeRef
	Provision string // #dieu-5.khoan-2
}

// A Location is what a Query means: one node, or else candidates.
type Location struct {
	Node       NodeRef // zero unless exactly one fits
	Candidates []Candidate
	Near       bool // nothing fits: the candidates are only the nearest
}

// A Cut says which part of an answer is wanted.
type Cut struct {
	Offset, Limit int  // Limit 0: all
	All           bool // relations of low confidence too
}

// TreeOptions narrow the tree of what implements a document.
type TreeOptions struct {
	Cut
	Up           bool     // what it implements
	Depth        int      // 0: unlimited
	Kinds        []string // of relations; none: all
	Since, Until string   // issued then, ISO 8601
	Issuers      []string // codes; none: all
}

// AmendmentOptions say for which day the state is asked.
type AmendmentOptions struct {
	Cut
	AsOf string // ISO 8601; empty: no state
}
