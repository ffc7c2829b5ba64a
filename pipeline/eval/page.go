package eval

import (
	"context"
	"path"
	"slices"

	"vnlex/extractors/reading"
)

// A goldPage is a whole page with all that it says inside its scope.
type goldPage struct {
	ID        string         `json:"id"`
	Text      string         `json:"text_file"` // beside the gold; empty: texts/ID.txt
	Page      goldHead       `json:"page"`
	Subject   string         `json:"subject"`
	Scope     [][2]int       `json:"scope"` // in code points; absent: the whole text
	Documents []goldDocument `json:"documents"`
	Relations []goldRelation `json:"relations"`

	everyField bool // dates and signers are labelled of all documents, not of the subject alone
}

type goldHead struct {
	Kind string `json:"kind"`
}

type goldDocument struct {
	Key       string       `json:"key"` // empty: a name that tells no identity
	Symbol    string       `json:"symbol"`
	ByName    bool         `json:"by_name"`
	Optional  bool         `json:"optional"`
	Issued    string       `json:"issue_date"`
	Effective string       `json:"effective_date"`
	Signer    string       `json:"signer"`
	Signers   []goldSigner `json:"signers"` // of a joint document: any of them will do
}

type goldSigner struct {
	Name string `json:"name"`
}

type goldRelation struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Kind     string `json:"kind"`
	Quote    string `json:"quote"`
	Required *bool  `json:"required"` // absent: it is
}

func (r goldRelation) required() bool { return r.Required == nil || *r.Required }
func (r goldRelation) triple() triple { return triple{r.From, r.To, r.Kind} }

func parsePage(v value) ([]task, error) {
	g := &goldPage{}
	if err := decode(v, g); err != nil {
		return nil, err
	}
	if g.ID == "" {
		return nil, lacking("id")
	}
	if g.Text == "" {
		g.Text = path.Join("texts", g.ID+".txt")
	}
	if slices.ContainsFunc(g.Scope, func(r [2]int) bool { return r[0] < 0 || r[1] < r[0] }) {
		return nil, lacking("scope that begins before it ends")
	}
	return []task{{g.ID, func(ctx context.Context, r *reader, s *sheet) error {
		got, err := r.read(ctx, s, v, v.beside(g.Text), kindOf(g.Page.Kind))
		if err == nil {
			g.score(s, got)
		}
		return err
	}}}, nil
}

// kindOf is the kind that a reading of the page is told: what is no news is legal.
func kindOf(gold string) string {
	switch gold {
	case "", "news":
		return gold
	}
	return "legal"
}

// score compares a reading with the gold; nil is one that could not be made.
func (g *goldPage) score(s *sheet, got *reading.Reading) {
	if got == nil {
		got = &reading.Reading{}
	}
	p := &pageScore{sheet: s, gold: g, got: got, inside: inScope(g.Scope, got.Text)}
	p.documents()
	p.relations()
	p.subject()
	p.fields()
	p.places()
}

// A pageScore is a page being scored.
type pageScore struct {
	*sheet
	gold   *goldPage
	got    *reading.Reading
	inside func(start int) bool // the labelled part of the page
}

// inScope tells whether a byte of the text lies in ranges of code points; all of it does
// where there are no ranges.
func inScope(scope [][2]int, text string) func(int) bool {
	if scope == nil {
		return func(int) bool { return true }
	}
	at := runeOffsets(text)
	ranges := make([][2]int, len(scope))
	for i, r := range scope {
		ranges[i] = [2]int{at(r[0]), at(r[1])}
	}
	return func(b int) bool {
		return slices.ContainsFunc(ranges, func(r [2]int) bool { return r[0] <= b && b < r[1] })
	}
}

// runeOffsets returns what tells the byte at which a code point begins; the end of the
// text for those behind it.
func runeOffsets(text string) func(int) int {
	starts := make([]int, 0, len(text))
	for i := range text {
		starts = append(starts, i)
	}
	return func(n int) int {
		if n >= len(starts) {
			return len(text)
		}
		return starts[n]
	}
}
