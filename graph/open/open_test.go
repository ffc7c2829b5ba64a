package open_test

import (
	"path/filepath"
	"testing"

	"vnlex/graph"
	"vnlex/graph/open"
	"vnlex/graph/sqlite"
)

func TestGraph(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	s, err := sqlite.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Apply(t.Context(), graph.Delta{Nodes: []graph.Node{&graph.Person{Key: "P:a"}}}); err != nil {
		t.Fatal(err)
	}
	g, err := open.Graph(t.Context(), "", path, "")
	if err != nil {
		t.Fatal(err)
	}
	nodes, err := g.Nodes(t.Context(), []graph.NodeRef{{Label: graph.LabelPerson, ID: "P:a"}})
	if len(nodes) != 1 || err != nil {
		t.Errorf("Nodes = %v, %v", nodes, err)
	}
	if err := g.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
	for name, url := range map[string]string{
		"missing file":      "",
		"unknown scheme":    "postgres://localhost/x",
		"password in it":    "bolt://neo4j:secret@localhost/neo4j",
		"nobody is there":   "bolt://127.0.0.1:1",
		"no URL whatsoever": "graph.db",
	} {
		g, err := open.Graph(t.Context(), url, filepath.Join(t.TempDir(), "none.db"), "")
		if err == nil || g != nil {
			t.Errorf("%s: Graph(%q) = %v, %v", name, url, g, err)
		}
	}
}
