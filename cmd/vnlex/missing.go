package main

import (
	"context"
	"io"
	"strconv"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// A missingCmd asks for documents that are cited but carried by no page.
type missingCmd struct{}

func (missingCmd) Run(ctx context.Context, a *app) error {
	r, err := a.graph(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	answer, err := graph.Missing(ctx, r, a.cut())
	if err != nil {
		return err
	}
	return a.answer(answer, func(answer *graph.Answer) view {
		return missingView{listView{a.index(answer), answer, "missing.count"}}
	})
}

// A missingView tells by how many documents and pages each one is cited.
type missingView struct{ listView }

func (v missingView) text(w io.Writer) {
	t := render.Table{Head: v.app.heads("cited", "pages", "document", "issued", "title"), Long: []int{4}}
	for _, d := range v.answer.Documents {
		t.Rows = append(t.Rows, []string{
			strconv.Itoa(d.Count), strconv.Itoa(d.Pages),
			v.name(d.Key), v.issued(d.Key), v.title(d.Key),
		})
	}
	t.Text(w, v.app.width(), v.app.style())
	v.app.count(w, v.count, len(t.Rows))
}
