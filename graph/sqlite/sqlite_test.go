package sqlite

import (
	"path/filepath"
	"testing"

	"vnlex/graph"
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

func TestSmoke(t *testing.T) {
	s := create(t)
	c := newCorpus()
	d := c.batch(50)
	st, err := s.Apply(t.Context(), d)
	t.Log(st, err)
	st, err = s.Apply(t.Context(), d)
	t.Log(st, err)
	var n int
	for _, err := range s.AllEdges(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	t.Log(n)
	ls, err := s.Links(t.Context(), []graph.NodeRef{c.key(1)}, []graph.EdgeType{graph.Cites}, []graph.EdgeType{graph.Cites, graph.Implements})
	t.Log(ls, err)
	ns, err := s.Holding(t.Context(), []string{"phat", "7"})
	t.Log(ns, err)
}
