package graph

import (
	"bytes"
	"reflect"
	"testing"
)

var allTypes = []EdgeType{
	Amends, Carries, Cites, Implements, IssuedBy, Mentions, Promulgates, Related, ReportsOn,
	SignedBy, SucceededBy,
}

var allLabels = []Label{LabelAgency, LabelDocument, LabelInstrument, LabelPage, LabelPerson}

// fill sets every field that a pointer of fields leads to.
func fillFields(fields []field) {
	for i, f := range fields {
		switch p := f.ptr.(type) {
		case *string:
			*p = f.name
		case *bool:
			*p = true
		case *int:
			*p = i - 300
		case *float64:
			*p = 0.1 * float64(i)
		case *[]string:
			*p = []string{f.name, "", "𝔘"}
		case *[]int:
			*p = []int{i, -1, 1 << 40}
		case *[]float64:
			*p = []float64{0, 1, 1e-300}
		}
	}
}

func fullNodes(t testing.TB) []Node {
	var nodes []Node
	for _, l := range allLabels {
		n, err := emptyNode(NodeRef{l, "id"})
		if err != nil {
			t.Fatal(err)
		}
		fillFields(nodeFields(n))
		nodes = append(nodes, n)
	}
	return nodes
}

func fullEdges(t testing.TB) []*Edge {
	var edges []*Edge
	for _, typ := range allTypes {
		e, c := &Edge{EdgeRef: EdgeRef{Type: typ, Kind: "k"}}, &columns{}
		fillFields(e.fields(c))
		var err error
		if e.Evidence, err = c.rows(); err != nil {
			t.Fatal(err)
		}
		edges = append(edges, e)
	}
	return edges
}

func TestCodec(t *testing.T) {
	for _, n := range fullNodes(t) {
		row := AppendNode(nil, n)
		got, err := DecodeNode(n.Ref(), row)
		if err != nil || !reflect.DeepEqual(got, n) {
			t.Errorf("DecodeNode(AppendNode(%+v)) = %+v, %v", n, got, err)
		}
		for i := range row {
			if again, err := DecodeNode(n.Ref(), row[:i]); err == nil && reflect.DeepEqual(again, n) {
				t.Errorf("%d bytes of %d give the whole %s", i, len(row), n.Ref().Label)
			}
		}
	}
	for _, e := range fullEdges(t) {
		got, err := DecodeEdge(e.EdgeRef, AppendEdge(nil, e))
		if err != nil || !reflect.DeepEqual(got, e) {
			t.Errorf("DecodeEdge(AppendEdge(%+v)) = %+v, %v", e, got, err)
		}
	}
}

// TestProps wants the properties of everything to lead back to it.
func TestProps(t *testing.T) {
	for _, n := range fullNodes(t) {
		props := make(map[string]any)
		for _, p := range Props(n) {
			props[p.Name] = p.Value
		}
		got, err := NewNode(n.Ref(), props)
		if err != nil || !reflect.DeepEqual(got, n) || len(props) != len(NodeProps(n.Ref().Label)) {
			t.Errorf("NewNode(Props(%+v)) = %+v, %v", n, got, err)
		}
	}
	for _, e := range fullEdges(t) {
		props := make(map[string]any)
		for _, p := range e.Props() {
			props[p.Name] = p.Value
		}
		got, err := NewEdge(e.EdgeRef, props)
		if err != nil || !reflect.DeepEqual(got, e) || len(props) != len(EdgeProps(e.Type)) {
			t.Errorf("NewEdge(Props(%+v)) = %+v, %v", e, got, err)
		}
	}
}

func TestPropsOfNothing(t *testing.T) {
	stated := &Edge{EdgeRef: EdgeRef{Type: Cites}, ScopesTo: []string{}}
	want := []Prop{{"confidence", 0.0}, {"derived", false}, {"evidence_count", int64(0)}}
	if got := stated.Props(); !reflect.DeepEqual(got, want) {
		t.Errorf("Props of an empty relation = %v, want %v", got, want)
	}
	want = []Prop{{"provisional", false}}
	if got := Props(&Document{Aliases: []string{}}); !reflect.DeepEqual(got, want) {
		t.Errorf("Props of an empty document = %v", got)
	}
	if got := Props(&Page{URL: "u"}); len(got) > 0 {
		t.Errorf("Props of an empty page = %v", got)
	}
}

func TestNewErrors(t *testing.T) {
	tests := []struct {
		name  string
		props map[string]any
		want  string
	}{
		{"unknown", map[string]any{"title": "x", "colour": "red"}, `node "d": unknown property "colour"`},
		{"wrong type", map[string]any{"title": 5}, `node "d": property title is a int`},
		{"wrong list", map[string]any{"aliases": []any{"a", 5}},
			`node "d": property aliases is a []interface {}`},
	}
	for _, tt := range tests {
		_, err := NewNode(NodeRef{LabelDocument, "d"}, tt.props)
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: NewNode = %v, want %q", tt.name, err, tt.want)
		}
	}
	_, err := NewEdge(EdgeRef{Type: Cites}, map[string]any{"quotes": []any{"a"}, "urls": []any{}})
	if err == nil {
		t.Error("NewEdge with more quotes than URLs: no error")
	}
	if _, err := NewNode(NodeRef{"Cat", "d"}, nil); err == nil {
		t.Error("NewNode of an unknown label: no error")
	}
	lists := map[string]any{"lists": []any{int64(1), 2}, "urls": []any{"a", "b"}}
	e, err := NewEdge(EdgeRef{Type: Related}, lists)
	if err != nil || !reflect.DeepEqual(e.Lists, []int{1, 2}) ||
		!reflect.DeepEqual(e.URLs, []string{"a", "b"}) {
		t.Errorf("NewEdge of lists = %+v, %v", e, err)
	}
}

func FuzzDecode(f *testing.F) {
	for _, n := range fullNodes(f) {
		f.Add(AppendNode(nil, n))
	}
	for _, e := range fullEdges(f) {
		f.Add(AppendEdge(nil, e))
	}
	f.Fuzz(func(t *testing.T, row []byte) {
		for _, l := range allLabels {
			ref := NodeRef{l, "id"}
			n, err := DecodeNode(ref, row)
			if err != nil {
				continue
			}
			once := AppendNode(nil, n)
			again, err := DecodeNode(ref, once)
			if err != nil || !bytes.Equal(AppendNode(nil, again), once) {
				t.Errorf("%s %x does not round-trip: %v", l, row, err)
			}
		}
		for _, typ := range allTypes {
			e, err := DecodeEdge(EdgeRef{Type: typ}, row)
			if err != nil {
				continue
			}
			once := AppendEdge(nil, e)
			again, err := DecodeEdge(e.EdgeRef, once)
			if err != nil || !bytes.Equal(AppendEdge(nil, again), once) {
				t.Errorf("%s %x does not round-trip: %v", typ, row, err)
			}
		}
	})
}
