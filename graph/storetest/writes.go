package storetest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/graph"
)

func parse(t *testing.T, lines ...string) graph.Delta {
	t.Helper()
	d, err := Parse(strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func testEmpty(t *testing.T, s graph.Store) {
	wantGraph(t, s)
	wantStats(t, apply(t, s, graph.Delta{}), graph.Stats{})
	refs := []graph.NodeRef{{Label: graph.LabelDocument, ID: "vn:a"}}
	all := []graph.EdgeType{graph.Cites}
	if got, err := s.Nodes(t.Context(), refs); len(got) > 0 || err != nil {
		t.Errorf("Nodes = %v, %v", got, err)
	}
	if got, err := s.Nodes(t.Context(), nil); len(got) > 0 || err != nil {
		t.Errorf("Nodes of nothing = %v, %v", got, err)
	}
	if got, err := s.Links(t.Context(), refs, all, all); len(got) > 0 || err != nil {
		t.Errorf("Links = %v, %v", got, err)
	}
	if got, err := s.EdgesAt(t.Context(), nil); len(got) > 0 || err != nil {
		t.Errorf("EdgesAt nothing = %v, %v", got, err)
	}
	if got, err := s.Uncarried(t.Context()); len(got) > 0 || err != nil {
		t.Errorf("Uncarried = %v, %v", got, err)
	}
}

// testRoundTrip puts every property of every label and type and reads it back.
func testRoundTrip(t *testing.T, s graph.Store) {
	d := full()
	apply(t, s, d)
	var refs []graph.NodeRef
	for _, n := range d.Nodes {
		refs = append(refs, n.Ref())
	}
	nodes, err := s.Nodes(t.Context(), refs)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.Nodes, nodes); diff != "" {
		t.Errorf("Nodes (-put +got):\n%s", diff)
	}
	var at []graph.EdgeRef
	for _, e := range d.Edges {
		at = append(at, e.EdgeRef)
	}
	edges, err := s.EdgesAt(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.Edges, edges); diff != "" {
		t.Errorf("EdgesAt (-put +got):\n%s", diff)
	}
	var all []*graph.Edge
	for e, err := range s.AllEdges(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	if diff := cmp.Diff(d.Edges, all); diff != "" {
		t.Errorf("AllEdges (-put +got):\n%s", diff)
	}
}

// full is a graph in export order in which no property is left out.
func full() graph.Delta {
	ref := func(l graph.Label, id string) graph.NodeRef { return graph.NodeRef{Label: l, ID: id} }
	doc, doc2 := ref(graph.LabelDocument, "vn:a:b:2020:1"), ref(graph.LabelDocument, "vn:a:b:2021:2")
	agency, agency2 := ref(graph.LabelAgency, "bct"), ref(graph.LabelAgency, "bnn")
	page := ref(graph.LabelPage, "https://example.vn/1?a=b&c=%20#x")
	person := ref(graph.LabelPerson, "P:a:bct")
	plan := ref(graph.LabelInstrument, "I:a:b:2020:1:ke-hoach")
	edge := func(t graph.EdgeType, from, to graph.NodeRef, kind string) *graph.Edge {
		return &graph.Edge{EdgeRef: graph.EdgeRef{Type: t, From: from, To: to, Kind: kind}}
	}
	stated := func(t graph.EdgeType, from, to graph.NodeRef, kind string) *graph.Edge {
		e := edge(t, from, to, kind)
		e.Confidence, e.Derived, e.EvidenceCount = 0.1+0.2, true, 7
		e.Evidence = []graph.Evidence{
			{URL: page.ID, Quote: "Căn cứ <Luật> & \"nghị định\"", Start: 0, End: 12,
				Rule: "T1", Confidence: 1},
			{URL: "b", Quote: "", Start: 1 << 40, End: 1<<40 + 1, Rule: "", Confidence: 1e-9},
		}
		e.ScopesFrom, e.ScopesTo = []string{"#dieu-1"}, []string{"#dieu-2", "#dieu-3.khoan-1"}
		e.Parts = []string{`{"scope_to":"#dieu-2","op":"repeal"}`}
		e.Effective, e.Op, e.FirstSeen, e.LastSeen = "2020-01", "repeal", "2020-01-01", "2021"
		return e
	}
	issued, signed := edge(graph.IssuedBy, doc, agency, ""), edge(graph.SignedBy, doc, person, "")
	issued.Order, signed.Order = 1, 2
	signed.Title, signed.Capacity = "Thứ trưởng", []string{"KT", "TM"}
	related := edge(graph.Related, doc, doc2, "")
	related.URLs, related.Lists = []string{page.ID, "b"}, []int{1, 0}
	reports, mentions := edge(graph.ReportsOn, page, doc, ""), edge(graph.Mentions, page, doc2, "")
	reports.Count, mentions.Count = 1, 22
	merged := edge(graph.SucceededBy, agency, agency2, "merge")
	merged.Date, merged.Scope = "2025-03-01", "một phần"
	return graph.Delta{
		Nodes: []graph.Node{
			&graph.Agency{Code: agency.ID, Name: "Bộ Công Thương", Kind: "bo",
				ValidFrom: "2007", ValidTo: "2030"},
			&graph.Agency{Code: agency2.ID},
			&graph.Document{Key: doc.ID, Symbol: "1/QĐ-B", Type: "Quyết định", Title: "Về việc",
				Issued: "2020-01-02", IssuedPrecision: "day", Year: 2020, Effective: "2020-02",
				Expires: "2022", StatusPrinted: "Còn hiệu lực", Provisional: true, Place: "Cà Mau",
				Unit: "KHCN", Term: "XV", Search: "1 qd b quyet dinh ve viec",
				Aliases:   []string{"vn:a:b:0000:1", "b"},
				Conflicts: []string{"{}", "{}"}, Sources: []string{`{"field":"issued"}`}},
			&graph.Document{Key: doc2.ID},
			&graph.Instrument{Key: plan.ID, Name: "Kế hoạch", Kind: "ke-hoach", PeriodFrom: "2020",
				PeriodTo: "2030", Horizon: "2045", Search: "ke hoach", Aliases: []string{"KH"}},
			&graph.Page{URL: page.ID, Kind: "news", Site: "example", Title: "Tin",
				Published: "2021-03-29T03:33:00+07:00", SHA256: "ab"},
			&graph.Person{Key: person.ID, Name: "Nguyễn Văn A"},
		},
		Edges: []*graph.Edge{
			stated(graph.Amends, doc2, doc, "amends"),
			edge(graph.Carries, page, doc, ""),
			stated(graph.Cites, doc2, plan, "refers_to"),
			stated(graph.Implements, plan, plan, "implements"),
			edge(graph.Implements, doc2, doc, "guides"),
			issued, mentions,
			stated(graph.Promulgates, doc, plan, "approves"),
			related, reports, signed, merged,
		},
	}
}

func testPutTwice(t *testing.T, s graph.Store) {
	d := full()
	wantStats(t, apply(t, s, d), graph.Stats{NodesCreated: len(d.Nodes), EdgesCreated: len(d.Edges)})
	before := contents(t, s)
	wantStats(t, apply(t, s, d), graph.Stats{})
	wantGraph(t, s, before...)
}

func testLastOfTwo(t *testing.T, s graph.Store) {
	d := parse(t, "document a title=first", "document a title=last",
		"document b", "a -amends-> b op=first", "a -amends-> b op=last")
	wantStats(t, apply(t, s, d), graph.Stats{NodesCreated: 2, EdgesCreated: 1})
	if got := document(t, s, "a").Title; got != "last" {
		t.Errorf("title = %q, want that of the last put", got)
	}
	if got := theEdge(t, s, d.Edges[0].EdgeRef).Op; got != "last" {
		t.Errorf("op = %q, want that of the last put", got)
	}
}

func testChange(t *testing.T, s graph.Store) {
	apply(t, s, parse(t, "document a title=x place=y", "document b", "a -amends-> b op=repeal"))
	d := parse(t, "document a title=z", "document b", "a -amends-> b effective=2020")
	wantStats(t, apply(t, s, d), graph.Stats{NodesSet: 1, EdgesSet: 1})
	want := &graph.Document{Key: "a", Title: "z", Search: "z"}
	if diff := cmp.Diff(want, document(t, s, "a")); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(d.Edges[0], theEdge(t, s, d.Edges[0].EdgeRef)); diff != "" {
		t.Errorf("edge (-want +got):\n%s", diff)
	}
}

func testDelete(t *testing.T, s graph.Store) {
	d := parse(t, "document a", "document b", "document c",
		"a -amends-> b", "a -replaces-> b", "b -based_on-> c", "c -based_on-> a")
	apply(t, s, d)
	gone := graph.Delta{GoneEdges: []graph.EdgeRef{d.Edges[0].EdgeRef}}
	wantStats(t, apply(t, s, gone), graph.Stats{EdgesDeleted: 1})
	wantStats(t, apply(t, s, gone), graph.Stats{})

	// A node takes its edges along.
	gone = graph.Delta{GoneNodes: []graph.NodeRef{{Label: graph.LabelDocument, ID: "b"}}}
	wantStats(t, apply(t, s, gone), graph.Stats{NodesDeleted: 1, EdgesDeleted: 2})
	wantGraph(t, s, "Document a", "Document c", "c -CITES based_on-> a")
	wantStats(t, apply(t, s, gone), graph.Stats{})
	unknown := graph.Delta{
		GoneNodes: []graph.NodeRef{{Label: graph.LabelPage, ID: "b"}},
		GoneEdges: []graph.EdgeRef{{Type: graph.Amends, From: d.Edges[3].From, To: d.Edges[3].To}},
	}
	wantStats(t, apply(t, s, unknown), graph.Stats{})
}

// testMerge lets a provisional document become another in one delta.
func testMerge(t *testing.T, s graph.Store) {
	old := parse(t, "document vn:q:ttg:0000:7 provisional=true", "document vn:q:bct:2024:1",
		"vn:q:bct:2024:1 -implements-> vn:q:ttg:0000:7")
	apply(t, s, old)
	d := parse(t, "document vn:q:ttg:2022:7 aliases=vn:q:ttg:0000:7", "document vn:q:bct:2024:1",
		"vn:q:bct:2024:1 -implements-> vn:q:ttg:2022:7")
	d.GoneNodes = []graph.NodeRef{old.Nodes[0].Ref()}
	d.GoneEdges = []graph.EdgeRef{old.Edges[0].EdgeRef}
	wantStats(t, apply(t, s, d), graph.Stats{
		NodesCreated: 1, NodesDeleted: 1, EdgesCreated: 1, EdgesDeleted: 1,
	})
	wantGraph(t, s, "Document vn:q:bct:2024:1", "Document vn:q:ttg:2022:7",
		"vn:q:bct:2024:1 -IMPLEMENTS implements-> vn:q:ttg:2022:7")
	wantStats(t, apply(t, s, d), graph.Stats{})
}

// testAbsentEnd wants no look-up to give an edge without both ends. Whether it
// appears by itself when the end comes is up to the store; put again, it does.
func testAbsentEnd(t *testing.T, s graph.Store) {
	d := parse(t, "document a", "a -based_on-> b", "b -based_on-> a", "page p", "p -carries-> b")
	wantStats(t, apply(t, s, d), graph.Stats{NodesCreated: 2})
	wantGraph(t, s, "Document a", "Page p")
	ends := []graph.NodeRef{d.Edges[0].From, d.Edges[0].To}
	types := []graph.EdgeType{graph.Cites, graph.Carries}
	if got, err := s.Links(t.Context(), ends, types, types); len(got) > 0 || err != nil {
		t.Errorf("Links = %v, %v", got, err)
	}
	refs := []graph.EdgeRef{d.Edges[0].EdgeRef, d.Edges[1].EdgeRef}
	if got, err := s.EdgesAt(t.Context(), refs); len(got) > 0 || err != nil {
		t.Errorf("EdgesAt = %v, %v", got, err)
	}
	apply(t, s, parse(t, "document b"))
	apply(t, s, graph.Delta{Edges: d.Edges})
	wantGraph(t, s, "Document a", "Document b", "Page p",
		"p -CARRIES -> b", "a -CITES based_on-> b", "b -CITES based_on-> a")
}

func testCancelled(t *testing.T, s graph.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Apply(ctx, parse(t, "document a")); err == nil {
		t.Error("Apply after cancel: no error")
	}
	if _, err := s.Nodes(ctx, []graph.NodeRef{{Label: graph.LabelDocument, ID: "a"}}); err == nil {
		t.Error("Nodes after cancel: no error")
	}
	wantGraph(t, s)
}

func testLarge(t *testing.T, s graph.Store) {
	const n = 1500
	var d graph.Delta
	for i := range n {
		a := &graph.Document{Key: fmt.Sprintf("vn:q:ttg:2020:%d", i), Search: fmt.Sprint("so ", i)}
		d.Nodes = append(d.Nodes, a)
		for _, step := range []int{1, 7, 50} {
			to := d.Nodes[max(0, i-step)].Ref()
			if to != a.Ref() {
				d.Edges = append(d.Edges, &graph.Edge{EdgeRef: graph.EdgeRef{
					Type: graph.Cites, From: a.Ref(), To: to, Kind: fmt.Sprint("k", step),
				}, Confidence: 0.9})
			}
		}
	}
	want := graph.Stats{NodesCreated: n, EdgesCreated: len(d.Edges)}
	wantStats(t, apply(t, s, d), want)
	wantStats(t, apply(t, s, d), graph.Stats{})
	if got := len(contents(t, s)); got != n+len(d.Edges) {
		t.Errorf("%d lines, want %d", got, n+len(d.Edges))
	}
}

func document(t *testing.T, s graph.Reader, key string) *graph.Document {
	t.Helper()
	nodes, err := s.Nodes(t.Context(), []graph.NodeRef{{Label: graph.LabelDocument, ID: key}})
	if err != nil || len(nodes) != 1 {
		t.Fatalf("Nodes(%q) = %v, %v", key, nodes, err)
	}
	return nodes[0].(*graph.Document)
}

func theEdge(t *testing.T, s graph.Reader, ref graph.EdgeRef) *graph.Edge {
	t.Helper()
	edges, err := s.EdgesAt(t.Context(), []graph.EdgeRef{ref})
	if err != nil || len(edges) != 1 {
		t.Fatalf("EdgesAt(%v) = %v, %v", ref, edges, err)
	}
	return edges[0]
}
