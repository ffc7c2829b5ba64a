package eval

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"vnlex/extractors"
	"vnlex/extractors/citation"
	"vnlex/extractors/normalize"
)

// A goldSentence is a sentence with the spans that cite a document. Not all are
// labelled: only what is missed counts.
type goldSentence struct {
	ID       any          `json:"id"`
	Text     string       `json:"text"`
	Entities []goldEntity `json:"entities"`
}

// A goldEntity is a span in code points.
type goldEntity struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"` // NĐ, TT, L …
}

// entityTypes are the slugs of the labels.
var entityTypes = map[string]string{
	"L": "luat", "BL": "bo-luat", "PL": "phap-lenh", "HP": "hien-phap", "NĐ": "nghi-dinh",
	"NQ": "nghi-quyet", "QĐ": "quyet-dinh", "TT": "thong-tu", "TTLT": "thong-tu-lien-tich",
}

func parseSentence(v value) ([]task, error) {
	g := &goldSentence{}
	if err := decode(v, g); err != nil {
		return nil, err
	}
	if g.ID == nil {
		return nil, lacking("id")
	}
	n := len([]rune(g.Text))
	for _, e := range g.Entities {
		if e.Start < 0 || e.Start >= e.End || e.End > n {
			return nil, fmt.Errorf("span %d to %d does not lie in the text of %d code points",
				e.Start, e.End, n)
		}
		if entityTypes[e.Label] == "" {
			return nil, errors.New("label " + e.Label + " is not known")
		}
	}
	return []task{{fmt.Sprint(g.ID), func(_ context.Context, _ *reader, s *sheet) error {
		s.pages++
		g.score(s)
		return nil
	}}}, nil
}

// score looks for a citation on each span.
func (g *goldSentence) score(s *sheet) {
	t := normalize.Text(g.Text)
	var found []*cite
	for _, m := range citation.Extract(t) {
		found = append(found, &cite{Span: t.Raw(m.Span), kind: m.Value.Type})
	}
	at := runeOffsets(g.Text)
	spans := make([]extractors.Span, len(g.Entities))
	for i, e := range g.Entities {
		spans[i] = extractors.Span{Start: at(e.Start), End: at(e.End)}
	}
	for i, c := range match(spans, found) {
		g.one(s, g.Entities[i], spans[i], c)
	}
}

// A cite is a citation that was found, with the spans that it answers.
type cite struct {
	extractors.Span
	kind    string
	answers []extractors.Span
}

// match gives each span a citation: one with the same ends, else one that overlaps it. A
// citation that runs over two spans answers the first alone; spans that lie in one
// another, as where the date is labelled once with the number and once not, share one.
func match(spans []extractors.Span, found []*cite) []*cite {
	out := make([]*cite, len(spans))
	for _, fits := range []func(a, b extractors.Span) bool{equal, extractors.Span.Overlaps} {
		for i, s := range spans {
			j := slices.IndexFunc(found, func(c *cite) bool { return fits(s, c.Span) && c.may(s) })
			if out[i] == nil && j >= 0 {
				out[i] = found[j]
				found[j].answers = append(found[j].answers, s)
			}
		}
	}
	return out
}

func equal(a, b extractors.Span) bool { return a == b }

func (c *cite) may(s extractors.Span) bool {
	return !slices.ContainsFunc(c.answers, func(o extractors.Span) bool { return !o.Overlaps(s) })
}

func (g *goldSentence) one(s *sheet, e goldEntity, at extractors.Span, c *cite) {
	d := Decision{Measure: mSpan, Key: fmt.Sprintf("%d-%d", e.Start, e.End), Verdict: Missed}
	d.Want, d.Quote = g.Text[at.Start:at.End], oneLine(g.Text)
	slug, exact := entityTypes[e.Label], Missed
	if c != nil {
		d.Verdict, d.Got = Right, g.Text[c.Start:c.End]
		s.field(mType, slug, c.kind, slug == c.kind, d.Quote)
		s.decisions[len(s.decisions)-1].Key = d.Key
		if c.Span == at {
			exact = Right
		}
	}
	s.count(mExact, "", tallyOf(exact))
	s.count(mSpan, slug, tallyOf(d.Verdict))
	s.one(d)
}
