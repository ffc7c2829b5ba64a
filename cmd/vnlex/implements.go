package main

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// An implementsCmd asks for the tree of what implements a document or strategy.
type implementsCmd struct {
	keyArg
	Up     bool
	Depth  countFlag `placeholder:"N"`
	Kinds  []string  `placeholder:"K,…" enum:"implements,details,guides"`
	Since  dateFlag  `placeholder:"D"`
	Until  dateFlag  `placeholder:"D"`
	Issuer string    `placeholder:"A"`
}

func (c implementsCmd) Run(ctx context.Context, a *app) error {
	issuers, err := a.issuers(c.Issuer)
	if err != nil {
		return err
	}
	o := graph.TreeOptions{
		Cut: a.cut(), Up: c.Up, Depth: int(c.Depth), Kinds: c.Kinds,
		Since: string(c.Since), Until: string(c.Until), Issuers: issuers,
	}
	return a.about(ctx, c.Key,
		func(r graph.Reader, root graph.Root) (*graph.Answer, error) {
			return graph.Tree(ctx, r, root, o)
		},
		func(answer *graph.Answer) view { return treeView{a.index(answer), answer, c.Up} })
}

// A treeView draws who implements whom.
type treeView struct {
	index
	answer *graph.Answer
	up     bool
}

func (v treeView) text(w io.Writer) {
	render.Tree(w, v.tree(), v.app.width(), v.app.style())
	v.app.count(w, "implements.count", len(v.answer.Relations))
}

// tree hangs every document under the relation that brought it, the root first.
// What is said of a strategy hangs under the document that carries it.
func (v treeView) tree() *render.Node {
	root := v.carrier(v.answer.Key)
	nodes := map[string]*render.Node{root: v.node(root)}
	for _, r := range v.answer.Relations {
		child, parent := v.carrier(r.From), v.carrier(r.To)
		if v.up {
			child, parent = parent, child
		}
		if nodes[parent] == nil || nodes[child] != nil {
			continue
		}
		n := v.node(child)
		n.Notes = append(n.Notes, v.because(r)...)
		nodes[child] = n
		nodes[parent].Children = append(nodes[parent].Children, n)
	}
	for _, n := range nodes {
		slices.SortStableFunc(n.Children, func(a, b *render.Node) int {
			return strings.Compare(a.Sort, b.Sort)
		})
	}
	return nodes[root]
}

// carrier is the document of the answer that carries the instrument, else the key itself.
func (v treeView) carrier(key string) string {
	if c := v.instruments[key].Carrier; v.documents[c].Key != "" {
		return c
	}
	return key
}

func (v treeView) node(key string) *render.Node {
	d, ok := v.documents[key]
	if !ok {
		return &render.Node{Head: v.name(key)}
	}
	head := strings.Join(filled(v.issued(key), v.name(key), v.issuers(key)), "  ")
	return &render.Node{Head: head, Notes: filled(d.Title), Sort: d.Issued + d.Key}
}

// because tells how a document implements the one above: kind, sentence, page.
func (v treeView) because(r graph.Relation) []string {
	why := v.app.kind(r.Kind)
	if r.Derived || strings.HasPrefix(r.To, "I:") {
		why = v.app.text("implements.through", why)
	}
	quote, url := v.app.quote(r)
	return filled(why+": "+quote, url)
}

func (v treeView) table() render.Table {
	t := render.Table{Head: []string{
		"depth", "kind", "from", "to", "symbol", "issued", "issuers", "title",
		"derived", "confidence", "quote", "url",
	}}
	for _, r := range v.answer.Relations {
		child := r.From
		if v.up {
			child = r.To
		}
		d := v.documents[child]
		row := []string{
			strconv.Itoa(r.Depth), r.Kind, r.From, r.To, d.Symbol, d.Issued,
			strings.Join(d.Issuers, "; "), d.Title, strconv.FormatBool(r.Derived),
		}
		t.Rows = append(t.Rows, append(row, evidence(r)...))
	}
	return t
}
