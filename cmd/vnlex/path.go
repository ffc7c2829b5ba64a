package main

import (
	"context"
	"io"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// A pathCmd asks how two documents hang together.
type pathCmd struct {
	A string `arg:""`
	B string `arg:""`
}

func (c pathCmd) Run(ctx context.Context, a *app) error {
	r, err := a.graph(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	from, err := a.locate(ctx, r, c.A)
	if err != nil {
		return err
	}
	to, err := a.locate(ctx, r, c.B)
	if err != nil {
		return err
	}
	answer, err := graph.Path(ctx, r, from, to, a.cut())
	if err != nil {
		return err
	}
	return a.answer(answer, func(answer *graph.Answer) view {
		return pathView{relationView{a.index(answer), answer}}
	})
}

// A pathView draws the way from one document to the other, a step under a step.
type pathView struct{ relationView }

func (v pathView) text(w io.Writer) {
	if len(v.answer.Relations) == 0 {
		v.app.count(w, "path.count", 0)
		return
	}
	root := v.node(v.answer.Key)
	at, here := root, v.answer.Key
	for _, r := range v.answer.Relations {
		next, way := r.To, v.app.text("path.to", v.app.kind(r.Kind))
		if r.To == here {
			next, way = r.From, v.app.text("path.from", v.app.kind(r.Kind))
		}
		n := v.node(next)
		quote, url := v.app.quote(r)
		n.Head = way + "  " + n.Head
		n.Notes = append(n.Notes, filled(quote, url)...)
		at.Children = []*render.Node{n}
		at, here = n, next
	}
	render.Tree(w, root, v.app.width(), v.app.style())
	v.app.count(w, "path.count", len(v.answer.Relations))
}

func (v pathView) node(key string) *render.Node {
	head := strings.Join(filled(v.issued(key), v.name(key), v.issuers(key)), "  ")
	return &render.Node{Head: head, Notes: filled(v.title(key))}
}
