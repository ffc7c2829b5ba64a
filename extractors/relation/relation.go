// Package relation reads how documents hang together (quan hệ giữa các văn bản):
// what a sentence says one document does to another. The words that say so stand
// in one table, triggers.csv, that a lawyer can read; this package finds those
// words, decides who acts and who is acted upon, and checks that it can be.
//
// Sentences are read with their citations and instruments masked (spec 3.3). The
// direction of a relation is fixed once, by the voice of its verb: nothing turns
// it round, neither a second trigger over the same words nor a date.
package relation

import (
	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// A Thing is a document or an instrument that relations may join.
type Thing struct {
	Instrument bool
	Type       string // slug of the document's type, or kind of the instrument
	Rank       int    // of the document in the order of legal force, 1 the highest; 0 unknown
	Date       string // of issue, ISO 8601 cut to its precision; empty when unknown
	Carrier    int    // of an instrument: the thing that carries it; -1 when unknown
}

// A Mark is a place that names a thing.
type Mark struct {
	extractors.Span
	Thing int // -1: a document that nobody can identify
}

// A Page is what is known of a page before its relations are read.
type Page struct {
	Layout *sentence.Layout
	Things []Thing
	Marks  []Mark // in order, not overlapping
	This   int    // the document that the page is or reports on; -1 when there is none
	News   bool
	Base   int // what a consolidated text consolidates; -1 when the page is none

	Title    extractors.Span // the document's own title
	Preamble extractors.Span
	Opening  int // where the first heading stands: plans state their grounds before it
	End      int // where the document ends: lists and chrome of the page begin
}

// A Statement says that one thing stands in a relation to another.
type Statement struct {
	From, To   int
	Trigger    *Trigger
	Kind       string
	Family     string
	Confidence float64
	Part       Part
	Sentence   extractors.Span // that says it
	At         extractors.Span // of the words that name the target or the actor
}

// A Part is what a statement says of one place (spec 3.6).
type Part struct {
	ScopeFrom []string // "#dieu-1.khoan-3"
	ScopeTo   []string
	Op        string // repeal, substitute
	Exception extractors.Span
	Effect    string // continues, transitional
	Quoted    bool
	Until     bool // the sentence gives a period: two dates behind "từ ngày … đến ngày"
}

// A Conflict is a statement that cannot be: the actor is older than what it
// acts upon, or of lower rank. It is dropped, never turned round.
type Conflict struct {
	From, To int
	Kind     string
	Code     string // direction_conflict, rank_conflict
	Sentence extractors.Span
}

// Find returns what the page states, in order of the text.
func Find(p *Page) ([]Statement, []Conflict) {
	r := reader{Page: p, t: triggers(), amending: -1, lastOf: make(map[string]int)}
	r.read()
	return r.out, r.conflicts
}
