package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// An amendmentsCmd asks for the chain of what changed a document, oldest first.
type amendmentsCmd struct {
	keyArg
	AsOf dateFlag `placeholder:"DATE"`
}

func (c amendmentsCmd) Run(ctx context.Context, a *app) error {
	o := graph.AmendmentOptions{Cut: a.cut(), AsOf: string(c.AsOf)}
	return a.about(ctx, c.Key,
		func(r graph.Reader, root graph.Root) (*graph.Answer, error) {
			return graph.Amendments(ctx, r, root, o)
		},
		func(answer *graph.Answer) view { return chainView{a.index(answer), answer} })
}

// A chainView draws the steps of an amendment chain under the document they change.
type chainView struct {
	index
	answer *graph.Answer
}

func (v chainView) text(w io.Writer) {
	root := v.node(v.root)
	for _, s := range v.answer.Steps {
		n := v.node(s.By)
		head := filled(v.app.lang.Date(s.Date), v.app.kind(s.Kind), v.name(s.By))
		n.Head = strings.Join(head, " · ")
		if len(s.ScopesTo) > 0 {
			n.Notes = append(n.Notes, v.app.provisions(s.ScopesTo))
		}
		title := strings.ToLower(v.title(s.By))
		if s.What != "" && !strings.HasSuffix(title, strings.ToLower(s.What)) {
			n.Notes = append(n.Notes, "“"+s.What+"”")
		}
		root.Children = append(root.Children, n)
	}
	render.Tree(w, root, v.app.width(), v.app.style())
	v.app.count(w, "amendments.count", len(v.answer.Steps))
	v.state(w)
}

// state says whether the document was in force on the day asked for.
func (v chainView) state(w io.Writer) {
	s := v.documents[v.root].State
	if s == nil {
		return
	}
	key := "state.no"
	if s.InForce {
		key = "state.yes"
	}
	fmt.Fprintln(w, v.app.text(key, v.app.lang.Date(s.On)))
	for _, line := range [][2]string{{"state.since", s.Since}, {"state.until", s.Until}} {
		if line[1] != "" {
			fmt.Fprintln(w, v.app.text(line[0], v.app.lang.Date(line[1])))
		}
	}
	if len(s.AmendedBy) > 0 {
		names := make([]string, len(s.AmendedBy))
		for i, key := range s.AmendedBy {
			names[i] = v.name(key)
		}
		fmt.Fprintln(w, v.app.text("state.amended", strings.Join(names, ", ")))
	}
}

func (v chainView) table() render.Table {
	t := render.Table{Head: []string{"date", "by", "symbol", "kind", "scopes_to", "what"}}
	for _, s := range v.answer.Steps {
		t.Rows = append(t.Rows, []string{
			s.Date, s.By, v.name(s.By), s.Kind, strings.Join(s.ScopesTo, " "), s.What,
		})
	}
	return t
}
