package main

import (
	"context"
	"errors"
	"io"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// A key is what a person has at hand of a document.
type keyArg struct {
	Key string `arg:""`
}

// cut is the part of an answer that the flags ask for.
func (a *app) cut() graph.Cut {
	return graph.Cut{Offset: int(a.Offset), Limit: int(a.Limit), All: a.All}
}

// A view draws an answer as text; its table is what --format csv writes.
type view interface {
	text(w io.Writer)
	table() render.Table
}

// about answers a question about one KEY.
func (a *app) about(
	ctx context.Context, key string,
	ask func(graph.Reader, graph.Root) (*graph.Answer, error),
	draw func(*graph.Answer) view,
) error {
	r, err := a.graph(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	root, err := a.locate(ctx, r, key)
	if err != nil {
		return err
	}
	answer, err := ask(r, root)
	if err != nil {
		return err
	}
	return a.answer(answer, draw)
}

// answer prints an answer as the flags want it.
func (a *app) answer(answer *graph.Answer, draw func(*graph.Answer) view) error {
	if a.JSON {
		return a.json(answer)
	}
	v := draw(answer)
	if a.Format == "csv" {
		return v.table().CSV(a.stdout)
	}
	v.text(a.stdout)
	if answer.Truncated {
		a.say("answer.truncated", a.Offset+a.Limit)
	}
	return nil
}

// locate finds the one node that a KEY means. Of several, or none, it prints
// the candidates and says what to do.
func (a *app) locate(ctx context.Context, r graph.Reader, key string) (graph.Root, error) {
	text, provision := graph.SplitProvision(key)
	found, err := graph.Locate(ctx, r, query(text))
	if err != nil {
		return graph.Root{}, err
	}
	if len(found.Candidates) == 0 && found.Node.ID == "" {
		return graph.Root{}, a.errorf("key.unknown", key)
	}
	if found.Node.ID != "" {
		return graph.Root{NodeRef: found.Node, Provision: provision}, nil
	}
	return graph.Root{}, a.candidates(key, found)
}

// candidates lists what a KEY may mean.
func (a *app) candidates(key string, found graph.Location) error {
	message := "key.several"
	if found.Near {
		message = "key.near"
	}
	a.log.Error(a.text(message, key))
	if a.JSON {
		answer := graph.Answer{Question: a.command, Candidates: found.Candidates}
		return errors.Join(errReported, a.json(answer))
	}
	t := render.Table{Head: a.heads("key", "issued", "title"), Long: []int{2}}
	for _, c := range found.Candidates {
		t.Rows = append(t.Rows, []string{c.Key, a.lang.Date(c.Issued), c.Title})
	}
	t.Text(a.stdout, a.width(), a.style())
	return errReported
}

// heads are the titles of columns.
func (a *app) heads(names ...string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = a.text("head." + name)
	}
	return out
}
