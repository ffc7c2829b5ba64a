package sqlite

import (
	"path/filepath"
	"testing"

	"vnlex/graph"
	"vnlex/graph/storetest"
)

func create(t testing.TB) *Store {
	t.Helper()
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	storetest.Test(t, func(t *testing.T) graph.Store { return create(t) })
}

// TestDifferential compares a store filled at once with one filled in parts, in
// another order, with much put and removed again on the way.
func TestDifferential(t *testing.T) {
	d := storetest.Random(1, 30)
	once, parts := create(t), create(t)
	if _, err := once.Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(d.Edges); i += 4 { // while ends are absent
		some := graph.Delta{Edges: d.Edges[i:min(i+4, len(d.Edges))]}
		if i%3 == 0 {
			some.GoneEdges = []graph.EdgeRef{d.Edges[(i*7)%len(d.Edges)].EdgeRef}
		}
		if _, err := parts.Apply(t.Context(), some); err != nil {
			t.Fatal(err)
		}
	}
	for i := range d.Nodes {
		some := graph.Delta{Nodes: d.Nodes[len(d.Nodes)-1-i : len(d.Nodes)-i]}
		if i%4 == 0 {
			some.GoneNodes = []graph.NodeRef{some.Nodes[0].Ref()}
		}
		if _, err := parts.Apply(t.Context(), some); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := parts.Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	storetest.Differential(t, once, parts)
}
