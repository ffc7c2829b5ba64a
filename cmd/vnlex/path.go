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
	steps := 0
	root := v.node(v.root)
	at, here := root, v.root
	for _, r := range v.answer.Relations {
		if r.Depth > steps {
			steps, here = r.Depth, v.far(r, here)
			at.Children = []*render.Node{v.node(here)}
			at = at.Children[0]
		}
		at.Notes = append(at.Notes, v.sentence(r)...)
	}
	if steps > 0 {
		render.Tree(w, root, v.app.width(), v.app.style())
	}
	v.app.count(w, "path.count", steps)
}

// far is the end of a relation that is not here.
func (v pathView) far(r graph.Relation, here string) string {
	if r.From == here {
		return r.To
	}
	return r.From
}

// sentence tells a relation from the one that acts to the one acted upon.
func (v pathView) sentence(r graph.Relation) []string {
	quote, url := v.app.quote(r)
	what := strings.Join([]string{v.name(r.From), v.app.kind(r.Kind), v.name(r.To)}, " ")
	return filled(what+": "+quote, url)
}
