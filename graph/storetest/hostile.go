package storetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/graph"
)

// hostile are texts that try to be something else than text.
var hostile = []string{
	`' OR 1=1 --`, `"; drop table graph_node; --`, "`}) DETACH DELETE n //", `\`, `\\`, `\u0022`,
	`$rows`, `{"a": [1]}`, `a*b~ AND (NOT x) "y`, "line\nfeed\ttab\rreturn",
	"<script>alert(1)</script>", "&amp;%00%", "𝔘🜁🇻🇳", "\u202eright", "e\u0301", "\u2028", "\ufeff",
	"\x1b[31mred", " blank ", "?", ":rows",
	"null", "NaN", "[]", "'", `"`, "/*", "--", "#dieu-1", "|",
}

// testHostile puts such text everywhere and wants it back unchanged, and
// everything else where it was.
func testHostile(t *testing.T, s graph.Store) {
	d := parse(t, "document safe title=safe")
	for i, text := range hostile {
		d.Nodes = append(d.Nodes,
			&graph.Document{Key: text, Symbol: text, Title: text, Search: text, Place: text,
				Aliases: []string{text, text + "²"}, Sources: []string{text}},
			&graph.Instrument{Key: text, Name: text, Search: text},
			&graph.Agency{Code: text, Name: text}, &graph.Person{Key: text, Name: text},
			&graph.Page{URL: text, Title: text, Site: text})
		next := hostile[(i+1)%len(hostile)]
		e := cites(text, next, text)
		e.Op, e.ScopesTo, e.Parts = text, []string{text, ""}, []string{text}
		e.Evidence = []graph.Evidence{{URL: text, Quote: text, Rule: text, Confidence: 0.5}}
		d.Edges = append(d.Edges, e)
	}
	want := graph.Stats{NodesCreated: len(d.Nodes), EdgesCreated: len(d.Edges)}
	wantStats(t, apply(t, s, d), want)
	wantStats(t, apply(t, s, d), graph.Stats{})
	for _, n := range d.Nodes {
		got, err := s.Nodes(t.Context(), []graph.NodeRef{n.Ref()})
		if diff := cmp.Diff([]graph.Node{n}, got); diff != "" || err != nil {
			t.Errorf("Nodes(%q): %v\n%s", n.Ref().ID, err, diff)
		}
	}
	for _, e := range d.Edges {
		if diff := cmp.Diff(e, theEdge(t, s, e.EdgeRef)); diff != "" {
			t.Errorf("EdgesAt(%q):\n%s", e.Kind, diff)
		}
	}
	askHostile(t, s)
	gone := graph.Delta{}
	for _, n := range d.Nodes[1:] {
		gone.GoneNodes = append(gone.GoneNodes, n.Ref())
	}
	apply(t, s, gone)
	wantGraph(t, s, "Document safe")
}

// askHostile asks with such text, which finds what it names and nothing else.
func askHostile(t *testing.T, s graph.Reader) {
	for _, text := range hostile {
		docs, err := s.Aliased(t.Context(), []string{text + "²"})
		if err != nil || len(docs) != 1 || docs[0].Key != text {
			t.Errorf("Aliased(%q) = %v, %v", text+"²", docs, err)
		}
		if _, err := s.Holding(t.Context(), []string{text}); err != nil {
			t.Errorf("Holding(%q): %v", text, err)
		}
		if _, err := s.Fitting(t.Context(), []graph.Pattern{{Number: text}}); err != nil {
			t.Errorf("Fitting(%q): %v", text, err)
		}
		q := graph.Query{Text: text, Fold: Fold, Plain: strings.ToLower}
		if _, err := graph.Search(t.Context(), s, q, graph.Cut{}); err != nil {
			t.Errorf("Search(%q): %v", text, err)
		}
	}
}

// testLong puts a title of a megabyte and an edge with much evidence.
func testLong(t *testing.T, s graph.Store) {
	title := strings.Repeat("Đất đai 𝔘 ", 1<<16)
	d := parse(t, "document a", "document b", "a -amends-> b")
	d.Nodes[0].(*graph.Document).Title = title
	d.Nodes[0].(*graph.Document).Search = Fold(title)
	e := d.Edges[0]
	for i := range 5 {
		quote := strings.ToValidUTF8(title[:10000+i], "")
		e.Evidence = append(e.Evidence, graph.Evidence{Quote: quote, URL: fmt.Sprint(i)})
	}
	apply(t, s, d)
	wantStats(t, apply(t, s, d), graph.Stats{})
	if got := document(t, s, "a").Title; got != title {
		t.Errorf("a long title came back with %d bytes of %d", len(got), len(title))
	}
	if diff := cmp.Diff(e, theEdge(t, s, e.EdgeRef)); diff != "" {
		t.Errorf("a long edge came back changed:\n%s", diff)
	}
}
