package storetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/graph"
)

// testOrder wants the order of bytes: not that of a locale, nor of UTF-16,
// which puts characters of four bytes before some of three.
func testOrder(t *testing.T, s graph.Store) {
	ids := []string{"10", "9", "A", "Z", "a", "z", "á", "Đ", "đ", "～", "𐀀", "𝔘"}
	var d graph.Delta
	for _, id := range slices.Backward(ids) {
		d.Nodes = append(d.Nodes, &graph.Document{Key: id, Search: "x", Aliases: []string{"y"}})
		d.Edges = append(d.Edges, cites(id, id, "k"), cites("a", id, "k"), cites(id, "a", "𝔘"),
			cites(id, "a", "～"))
	}
	apply(t, s, d)
	sorted := slices.IsSortedFunc(ids, strings.Compare)
	refs := make([]graph.NodeRef, 0, len(ids))
	for _, n := range d.Nodes {
		refs = append(refs, n.Ref())
	}
	nodes, err := s.Nodes(t.Context(), refs)
	if err != nil || !sorted {
		t.Fatal(err, sorted)
	}
	for i, n := range nodes {
		if n.Ref().ID != ids[i] {
			t.Errorf("node %d = %q, want %q", i, n.Ref().ID, ids[i])
		}
	}
	inOrder(t, s, refs)
}

func cites(from, to, kind string) *graph.Edge {
	ref := func(id string) graph.NodeRef { return graph.NodeRef{Label: graph.LabelDocument, ID: id} }
	return &graph.Edge{Confidence: 0.9, EdgeRef: graph.EdgeRef{
		Type: graph.Cites, From: ref(from), To: ref(to), Kind: kind,
	}}
}

// inOrder wants every look-up to give nodes and edges in the order of an export.
func inOrder(t *testing.T, s graph.Reader, refs []graph.NodeRef) {
	t.Helper()
	byNode := func(a, b graph.Node) int { return graph.CompareNodes(a.Ref(), b.Ref()) }
	holding, err := s.Holding(t.Context(), []string{"x"})
	if err != nil || len(holding) != len(refs) || !slices.IsSortedFunc(holding, byNode) {
		t.Errorf("Holding: %d of %d, %v", len(holding), len(refs), err)
	}
	aliased, err := s.Aliased(t.Context(), []string{"y", "y"})
	if err != nil || len(aliased) != len(refs) ||
		!slices.IsSortedFunc(aliased, func(a, b *graph.Document) int { return byNode(a, b) }) {
		t.Errorf("Aliased: %d of %d, %v", len(aliased), len(refs), err)
	}
	types := []graph.EdgeType{graph.Cites}
	links, err := s.Links(t.Context(), append(refs, refs...), types, types)
	if err != nil {
		t.Fatal(err)
	}
	var ends []graph.EdgeRef
	for _, l := range links {
		ends = append(ends, l.EdgeRef)
	}
	edges, err := s.EdgesAt(t.Context(), append(ends, ends...))
	if err != nil || len(edges) != len(links) {
		t.Fatalf("EdgesAt: %d of %d, %v", len(edges), len(links), err)
	}
	i := 0
	for e, err := range s.AllEdges(t.Context()) {
		if err != nil || i >= len(links) ||
			links[i].EdgeRef != e.EdgeRef || edges[i].EdgeRef != e.EdgeRef {
			t.Fatalf("edge %d of all is %v, %v", i, e, err)
		}
		i++
	}
	if !slices.IsSortedFunc(ends, graph.CompareEdges) || i != len(links) {
		t.Errorf("links are not in order, or %d are not %d", i, len(links))
	}
}

// testKinds wants one edge for each kind and type between two nodes, also where
// two nodes of different labels have one identifier.
func testKinds(t *testing.T, s graph.Store) {
	d := parse(t, "document a", "document b", "a -amends-> b", "a -replaces-> b", "a -based_on-> b",
		"b -amends-> a")
	d.Nodes = append(d.Nodes, &graph.Instrument{Key: "b"})
	d.Edges = append(d.Edges, &graph.Edge{Confidence: 0.9, EdgeRef: graph.EdgeRef{
		Type: graph.Amends, From: d.Edges[0].From, Kind: "amends",
		To: graph.NodeRef{Label: graph.LabelInstrument, ID: "b"},
	}})
	wantStats(t, apply(t, s, d), graph.Stats{NodesCreated: 3, EdgesCreated: 5})
	wantGraph(t, s, "Document a", "Document b", "Instrument b",
		"a -AMENDS amends-> b", "a -AMENDS amends-> b", "a -AMENDS replaces-> b",
		"b -AMENDS amends-> a", "a -CITES based_on-> b")
	gone := graph.Delta{GoneEdges: []graph.EdgeRef{d.Edges[0].EdgeRef}}
	wantStats(t, apply(t, s, gone), graph.Stats{EdgesDeleted: 1})
}

func testLinks(t *testing.T, s graph.Store) {
	d := parse(t, "document a", "document b", "document c", "agency g", "page p", "instrument I:i",
		"a -implements-> b", "a -guides-> b confidence=0.4", "a -amends-> c confidence=0.5",
		"a -based_on-> I:i", "a -issued_by-> g", "p -carries-> a", "b -based_on-> a")
	apply(t, s, d)
	a := []graph.NodeRef{d.Nodes[0].Ref()}
	types := func(list ...graph.EdgeType) []graph.EdgeType { return list }
	tests := []struct {
		name      string
		nodes     []graph.NodeRef
		out, into []graph.EdgeType
		want      string
	}{
		{"out", a, types(graph.Implements, graph.Amends), nil,
			"a -AMENDS amends-> c; a -IMPLEMENTS guides-> b low; a -IMPLEMENTS implements-> b"},
		{"into", a, nil, types(graph.Cites, graph.Carries),
			"p -CARRIES -> a; b -CITES based_on-> a"},
		{"both", a, types(graph.Cites), types(graph.Cites),
			"a -CITES based_on-> I:i; b -CITES based_on-> a"},
		{"each once", append(a, d.Nodes[1].Ref(), a[0]),
			types(graph.Implements), types(graph.Implements),
			"a -IMPLEMENTS guides-> b low; a -IMPLEMENTS implements-> b"},
		{"agency", []graph.NodeRef{d.Nodes[3].Ref()}, types(graph.IssuedBy), types(graph.IssuedBy),
			"a -ISSUED_BY -> g"},
		{"instrument", []graph.NodeRef{d.Nodes[5].Ref()}, nil, types(graph.Cites, graph.Promulgates),
			"a -CITES based_on-> I:i"},

		{"no types", a, nil, nil, ""},
		{"no nodes", nil, types(graph.Cites), types(graph.Cites), ""},
		{"other label", []graph.NodeRef{{Label: graph.LabelPage, ID: "a"}}, types(graph.Cites), nil, ""},
	}
	for _, tt := range tests {
		links, err := s.Links(t.Context(), tt.nodes, tt.out, tt.into)
		var got []string
		for _, l := range links {
			got = append(got, edgeLine(l.EdgeRef)+strings.Repeat(" low", count(l.Low)))
		}
		if strings.Join(got, "; ") != tt.want || err != nil {
			t.Errorf("%s: Links = %q, %v, want %q", tt.name, strings.Join(got, "; "), err, tt.want)
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func testSearch(t *testing.T, s graph.Store) {
	long := strings.Repeat("a", 300)
	apply(t, s, parse(t,
		`document land title="Luật Đất đai" symbol=31/2024/QH15`,
		`document police title="Quy định về công an xã"`,
		`document long search=`+long,
		`instrument I:plan name="Chiến lược sử dụng đất"`,
		`document ymca search="to in no an the 66.16 tp.hcm x_y don't"`,
		`person P:dat name="Đất Đai"`, `document none`))
	tests := []struct{ words, want string }{
		{"dat dai", "land"}, {"cong an xa", "police"}, {"dat", "land I:plan"},
		{"31 2024 qh15", "land"}, {"dai dat", "land"}, {"dat dat", "land I:plan"},
		{"to in no an the", "ymca"}, {"66 16 tp hcm x y don t", "ymca"}, {"an", "police ymca"},
		{long[:64], "long"},

		{"", ""}, {"da", ""}, {"dat xa", ""}, {"đất", ""}, {"Dat", ""}, {"dat*", ""}, {`"dat"`, ""},
		{"dat-dai", ""}, {"OR", ""}, {"AND", ""}, {"NOT", ""}, {"da?", ""}, {"dat~", ""},
		{"search:dat", ""}, {"words:dat", ""}, {"66.16", ""}, {long, ""},
	}
	for _, tt := range tests {
		nodes, err := s.Holding(t.Context(), strings.Fields(tt.words))
		var got []string
		for _, n := range nodes {
			got = append(got, n.Ref().ID)
		}
		if strings.Join(got, " ") != tt.want || err != nil {
			t.Errorf("Holding(%q) = %q, %v, want %q", tt.words, got, err, tt.want)
		}
	}
	apply(t, s, parse(t, `document land title="Luật Nhà ở"`))
	if nodes, err := s.Holding(t.Context(), []string{"dai"}); len(nodes) > 0 || err != nil {
		t.Errorf("Holding finds a title that is no more: %v, %v", nodes, err)
	}
	apply(t, s, graph.Delta{GoneNodes: []graph.NodeRef{{Label: graph.LabelDocument, ID: "land"}}})
	if nodes, err := s.Holding(t.Context(), []string{"nha"}); len(nodes) > 0 || err != nil {
		t.Errorf("Holding finds a document that is no more: %v, %v", nodes, err)
	}
}

func testAliases(t *testing.T, s graph.Store) {
	apply(t, s, parse(t, "document a aliases=x|y", "document b aliases=y", "document y",
		"instrument I:y aliases=y name=y"))
	keys := func(list ...string) string {
		docs, err := s.Aliased(t.Context(), list)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range docs {
			got = append(got, d.Key)
		}
		return strings.Join(got, " ")
	}
	if got := keys("x", "y", "z") + "|" + keys("z") + "|" + keys(); got != "a b||" {
		t.Errorf("Aliased = %q", got)
	}
	apply(t, s, parse(t, "document a aliases=z"))
	if got := keys("y") + "|" + keys("z"); got != "b|a" {
		t.Errorf("Aliased after a change = %q", got)
	}
}

func testNumbers(t *testing.T, s graph.Store) {
	apply(t, s, parse(t,
		"document vn:quyet-dinh:ttg:2022:726", "document vn:quyet-dinh:ttg:0000:726",
		"document vn:quyet-dinh:bct:2022:726", "document vn:ke-hoach:ubnd@ca-mau:2022:726",
		"document vn:tc:qcvn:01:2019:bct", "document vn:nghi-quyet:cp:2026:66.16", "document 726",
		"instrument I:quyet-dinh:ttg:2022:726:chien-luoc"))
	tests := []struct {
		pattern graph.Pattern
		want    string
	}{
		{graph.Pattern{Number: "726", Issuer: "ttg", Type: "quyet-dinh"},
			"vn:quyet-dinh:ttg:0000:726 vn:quyet-dinh:ttg:2022:726"},
		{graph.Pattern{Number: "726", Issuer: "ttg", Year: 2022}, "vn:quyet-dinh:ttg:2022:726"},
		{graph.Pattern{Number: "726", Issuer: "ubnd"}, "vn:ke-hoach:ubnd@ca-mau:2022:726"},
		{graph.Pattern{Number: "726", Place: "ca-mau"}, "vn:ke-hoach:ubnd@ca-mau:2022:726"},
		{graph.Pattern{Number: "01", Type: "tc"}, "vn:tc:qcvn:01:2019:bct"},
		{graph.Pattern{Number: "01", Type: "tc", Issuer: "qcvn", Year: 2019}, "vn:tc:qcvn:01:2019:bct"},
		{graph.Pattern{Number: "66.16"}, "vn:nghi-quyet:cp:2026:66.16"},

		{graph.Pattern{Number: "26"}, ""}, {graph.Pattern{Number: "1"}, ""},
		{graph.Pattern{Number: "2019"}, ""}, {graph.Pattern{Number: "726", Type: "luat"}, ""},
		{graph.Pattern{}, ""}, {graph.Pattern{Number: "' OR 1=1"}, ""},
	}
	for _, tt := range tests {
		docs, err := s.Fitting(t.Context(), []graph.Pattern{tt.pattern, tt.pattern})
		var got []string
		for _, d := range docs {
			got = append(got, d.Key)
		}
		if strings.Join(got, " ") != tt.want || err != nil {
			t.Errorf("Fitting(%+v) = %q, %v, want %q", tt.pattern, got, err, tt.want)
		}
	}
}

func testUncarried(t *testing.T, s graph.Store) {
	apply(t, s, parse(t, "document a", "document b", "document c", "document d", "document e",
		"page p", "page q", "instrument I:i", "p -carries-> a", "p -mentions-> b", "q -reports_on-> b",
		"q -mentions-> b", "a -based_on-> b", "a -amends-> b", "c -implements-> b confidence=0.1",
		"a -based_on-> c", "b -based_on-> a", "a -related-> d", "I:i -implements-> c",
		"e -based_on-> e"))
	got, err := s.Uncarried(t.Context())
	want := []graph.Uncarried{{Key: "b", Documents: 2, Pages: 2}, {Key: "c", Documents: 1}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("Uncarried (-want +got): %v\n%s", err, diff)
	}
}
