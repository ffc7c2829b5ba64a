package main

import (
	"context"
	"io"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// A citesCmd asks what a document cites.
type citesCmd struct{ keyArg }

func (c citesCmd) Run(ctx context.Context, a *app) error {
	return a.about(ctx, c.Key,
		func(r graph.Reader, root graph.Root) (*graph.Answer, error) {
			return graph.References(ctx, r, root, a.cut())
		},
		func(answer *graph.Answer) view { return relationView{a.index(answer), answer} })
}

// A citedByCmd asks what cites a document.
type citedByCmd struct{ keyArg }

func (c citedByCmd) Run(ctx context.Context, a *app) error {
	return a.about(ctx, c.Key,
		func(r graph.Reader, root graph.Root) (*graph.Answer, error) {
			return graph.CitedBy(ctx, r, root, a.cut())
		},
		func(answer *graph.Answer) view { return relationView{a.index(answer), answer} })
}

// A relationView draws the relations of one document by kind.
type relationView struct {
	index
	answer *graph.Answer
}

func (v relationView) text(w io.Writer) {
	t := render.Table{Head: v.app.heads("kind", "document", "issued", "says"), Long: []int{1, 3}}
	for _, r := range v.answer.Relations {
		other := v.other(r)
		quote, _ := v.app.quote(r)
		t.Rows = append(t.Rows, []string{
			v.app.kind(r.Kind), v.name(other), v.issued(other), quote,
		})
	}
	t.Text(w, v.app.width(), v.app.style())
	v.app.count(w, "relations.count", len(t.Rows))
}

// other is the end of a relation that the question is not about.
func (v relationView) other(r graph.Relation) string {
	if r.From == v.root {
		return r.To
	}
	return r.From
}

func (v relationView) table() render.Table {
	t := render.Table{Head: []string{
		"family", "kind", "from", "to", "symbol", "issued", "title",
		"scopes_from", "scopes_to", "confidence", "quote", "url",
	}}
	for _, r := range v.answer.Relations {
		d := v.documents[v.other(r)]
		row := []string{
			r.Family, r.Kind, r.From, r.To, d.Symbol, d.Issued, d.Title,
			strings.Join(r.ScopesFrom, " "), strings.Join(r.ScopesTo, " "),
		}
		t.Rows = append(t.Rows, append(row, evidence(r)...))
	}
	return t
}
