package main

import (
	"context"
	"io"
	"strconv"
	"strings"
	"time"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// A changesCmd tells what each writing run changed in the end.
type changesCmd struct {
	Since string `placeholder:"RUN|DATE"`
}

// Validate takes the number of a run or a date.
func (c *changesCmd) Validate() error {
	if _, err := strconv.Atoi(c.Since); err == nil || c.Since == "" {
		return nil
	}
	var d dateFlag
	if err := d.UnmarshalText([]byte(c.Since)); err != nil {
		return err
	}
	c.Since = string(d)
	return nil
}

func (c changesCmd) Run(ctx context.Context, a *app) error {
	p, err := a.ledger()
	if err != nil {
		return err
	}
	defer p.Close()
	runs, err := p.Changes(ctx, c.Since)
	if err != nil {
		return err
	}
	answer := &graph.Answer{Question: "changes", Changes: []graph.ChangeView{}}
	for _, run := range runs {
		for _, ch := range run.Changes {
			answer.Changes = append(answer.Changes, changeView(run.ID, run.Started, ch))
		}
	}
	total := len(answer.Changes)
	answer.Changes = window(answer.Changes, int(a.Offset), int(a.Limit))
	answer.Truncated = int(a.Offset)+len(answer.Changes) < total
	return a.answer(answer, func(answer *graph.Answer) view {
		return changesView{a, answer, total}
	})
}

func changeView(run int64, at time.Time, c graph.Change) graph.ChangeView {
	v := graph.ChangeView{Run: run, At: at.UTC().Format(time.RFC3339), Op: c.Op}
	if c.Node != (graph.NodeRef{}) {
		v.Node, v.Key = c.Node.Label, c.Node.ID
		return v
	}
	v.Edge, v.From, v.To, v.Kind = c.Edge.Type, c.Edge.From.ID, c.Edge.To.ID, c.Edge.Kind
	return v
}

type changesView struct {
	app    *app
	answer *graph.Answer
	total  int
}

func (v changesView) text(w io.Writer) {
	t := render.Table{Head: v.app.heads("run", "at", "op", "what"), Long: []int{3}}
	for _, c := range v.answer.Changes {
		what := string(c.Node) + " " + c.Key
		if c.Edge != "" {
			what = arrow(c.From, c.Edge, c.Kind, c.To)
		}
		t.Rows = append(t.Rows, []string{
			strconv.FormatInt(c.Run, 10), c.At, v.app.text("op." + string(c.Op)), what,
		})
	}
	t.Text(w, v.app.width(), v.app.style())
	v.app.count(w, "changes.count", v.total)
}

func (v changesView) table() render.Table {
	t := render.Table{Head: []string{
		"run", "at", "op", "node", "key", "edge", "from", "to", "kind",
	}}
	for _, c := range v.answer.Changes {
		t.Rows = append(t.Rows, []string{
			strconv.FormatInt(c.Run, 10), c.At, string(c.Op), string(c.Node), c.Key,
			string(c.Edge), c.From, c.To, c.Kind,
		})
	}
	return t
}

// arrow draws a relationship: from -CITES based_on-> to.
func arrow(from string, t graph.EdgeType, kind, to string) string {
	return from + " -" + strings.Join(filled(string(t), kind), " ") + "-> " + to
}
