package main

import (
	"cmp"
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
	root := v.tree()
	render.Tree(w, root, v.app.width(), v.app.style())
	v.app.count(w, "documents.count", below(root))
}

func below(n *render.Node) int {
	sum := len(n.Children)
	for _, child := range n.Children {
		sum += below(child)
	}
	return sum
}

// tree hangs every document under the relation that brought it, the root first.
// What is said of a strategy hangs under the document that carries it.
func (v treeView) tree() *render.Node {
	root := v.carrier(v.root)
	nodes := map[string]*render.Node{root: v.index.node(root)}
	for _, r := range v.best() {
		child, parent := v.ends(r)
		if nodes[parent] == nil || nodes[child] != nil {
			continue
		}
		n := v.index.node(child)
		n.Notes = v.because(r, v.title(child))
		nodes[child] = n
		nodes[parent].Children = append(nodes[parent].Children, n)
	}
	for _, n := range nodes {
		slices.SortFunc(n.Children, func(a, b *render.Node) int {
			return strings.Compare(a.Sort, b.Sort)
		})
	}
	return nodes[root]
}

// best are the relations in the order in which they explain a place in the tree:
// by depth, what is said of the documents themselves before what is said of the
// strategies that they carry.
func (v treeView) best() []graph.Relation {
	all := slices.Clone(v.answer.Relations)
	slices.SortStableFunc(all, func(a, b graph.Relation) int {
		return cmp.Or(cmp.Compare(a.Depth, b.Depth), cmp.Compare(indirect(a), indirect(b)))
	})
	return all
}

func indirect(r graph.Relation) int {
	if r.Derived {
		return 2
	}
	return strings.Count(" "+r.From+" "+r.To, " I:")
}

// ends are the documents that a relation joins: what was asked for stands above.
func (v treeView) ends(r graph.Relation) (child, parent string) {
	if v.up {
		return v.carrier(r.To), v.carrier(r.From)
	}
	return v.carrier(r.From), v.carrier(r.To)
}

// carrier is the document of the answer that carries the instrument, else the key itself.
func (v treeView) carrier(key string) string {
	if c := v.instruments[key].Carrier; v.documents[c].Key != "" {
		return c
	}
	return key
}

// because tells the title of a document and how it implements the one above:
// kind, sentence, page. A title that the sentence holds is not told twice.
func (v treeView) because(r graph.Relation, title string) []string {
	why := v.app.kind(r.Kind)
	if i, ok := v.instruments[r.To]; ok {
		why = v.app.text("implements.instrument", why, v.app.instrument(i.Kind))
	}
	quote, url := v.app.quote(r)
	if strings.Contains(strings.ToLower(quote), strings.ToLower(title)) {
		title = ""
	}
	return filled(title, why+": "+quote, url)
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
