package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"vnlex/graph"
)

// TestReaders wants every answer to come from one moment, while a writer goes on.
func TestReaders(t *testing.T) {
	s := create(t)
	const nodes = 50
	write := func(i int) error {
		var d graph.Delta
		for n := range nodes {
			d.Nodes = append(d.Nodes, &graph.Document{Key: fmt.Sprint("d", n), Title: fmt.Sprint(i)})
		}
		_, err := s.Apply(context.WithoutCancel(t.Context()), d)
		return err
	}
	if err := write(0); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					oneMoment(t, s, nodes)
				}
			}
		})
	}
	for i := range 25 {
		if err := write(i + 1); err != nil {
			t.Error(err)
		}
	}
	close(done)
	readers.Wait()
}

func oneMoment(t *testing.T, s *Store, nodes int) {
	titles := make(map[string]int)
	for n, err := range s.AllNodes(t.Context()) {
		if err != nil {
			t.Error(err)
			return
		}
		titles[n.(*graph.Document).Title]++
	}
	if len(titles) != 1 {
		t.Errorf("one walk saw %v", titles)
	}
	for _, n := range titles {
		if n != nodes {
			t.Errorf("one walk saw %d nodes of %d", n, nodes)
		}
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	missing := filepath.Join(dir, "none.db")
	tests := []struct{ name, path, want string }{
		{"missing", missing, "no such file"},
		{"folder", dir, "open graph"},
		{"empty", write("empty.db", ""), "no graph in it"},
		{"text", write("text.db", strings.Repeat("no database at all. ", 99)), "not a database"},
	}
	for _, tt := range tests {
		s, err := Open(tt.path)
		if err == nil {
			s.Close()
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) ||
			!strings.Contains(err.Error(), tt.path) {
			t.Errorf("%s: Open(%q) = %v, want %q", tt.name, tt.path, err, tt.want)
		}
	}
	if _, err := os.Stat(missing); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Open made a file: %v", err)
	}
}

// TestPath opens files whose names mean something in a URL.
func TestPath(t *testing.T) {
	names := []string{"a b.db", "a?b=c.db", "100%.db", "a#b.db", "đất đai.db", "a&_pragma=x.db"}
	for _, name := range names {
		path := filepath.Join(t.TempDir(), name)
		s, err := Create(t.Context(), path)
		if err != nil {
			t.Errorf("Create(%q): %v", name, err)
			continue
		}
		apply(t, s, parse(t, "document a"))
		if err := s.Close(); err != nil {
			t.Errorf("Close(%q): %v", name, err)
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("Create(%q) made another file: %v", name, err)
		}
		s, err = Open(path)
		if err != nil {
			t.Errorf("Open(%q): %v", name, err)
			continue
		}
		if _, err := s.Apply(t.Context(), graph.Delta{}); err == nil {
			t.Errorf("Apply to %q opened for reading: no error", name)
		}
		s.Close()
	}
}

func TestRefused(t *testing.T) {
	s := create(t)
	doc := func(key string) graph.NodeRef { return graph.NodeRef{Label: graph.LabelDocument, ID: key} }
	tests := []struct {
		name string
		d    graph.Delta
	}{
		{"no key", graph.Delta{Nodes: []graph.Node{&graph.Document{}}}},
		{"broken UTF-8", graph.Delta{Nodes: []graph.Node{&graph.Page{URL: "a\xff"}}}},
		{"U+0000", graph.Delta{Nodes: []graph.Node{&graph.Agency{Code: "a\x00b"}}}},
		{"unknown type", graph.Delta{Edges: []*graph.Edge{{EdgeRef: graph.EdgeRef{
			Type: "LIKES", From: doc("a"), To: doc("b")}}}}},
		{"unknown label", graph.Delta{Edges: []*graph.Edge{{EdgeRef: graph.EdgeRef{
			Type: graph.Cites, From: doc("a"), To: graph.NodeRef{Label: "Cat", ID: "b"}}}}}},
		{"kind with U+0000", graph.Delta{Edges: []*graph.Edge{{EdgeRef: graph.EdgeRef{
			Type: graph.Cites, From: doc("a"), To: doc("b"), Kind: "\x00"}}}}},
	}
	for _, tt := range tests {
		tt.d.Nodes = append(tt.d.Nodes, &graph.Document{Key: "good"})
		if _, err := s.Apply(t.Context(), tt.d); err == nil {
			t.Errorf("%s: Apply: no error", tt.name)
		}
	}
	for n, err := range s.AllNodes(t.Context()) {
		t.Errorf("a refused delta left %v, %v", n, err)
	}
}

// TestSnapshot wants a snapshot to stay at its moment, also for what is asked
// in its transaction, and to outlive a question that was cancelled.
func TestSnapshot(t *testing.T) {
	s := create(t)
	apply(t, s, parse(t, "document a title=old"))
	a := []graph.NodeRef{{Label: graph.LabelDocument, ID: "a"}}
	for range 3 { // sessions are used again
		snap := snapshot(t, s)
		apply(t, s, parse(t, "document a title=new", "document b"))
		cancelled, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := snap.Nodes(cancelled, a); !errors.Is(err, context.Canceled) {
			t.Errorf("Nodes after cancel: %v", err)
		}
		nodes, err := snap.Nodes(t.Context(), a)
		if err != nil || len(nodes) != 1 || nodes[0].(*graph.Document).Title != "old" {
			t.Fatalf("Nodes of a snapshot = %v, %v", nodes, err)
		}
		var n int
		row := snap.Tx().QueryRowContext(t.Context(), "select count(*) from graph_node")
		if err := row.Scan(&n); err != nil || n != 1 {
			t.Errorf("%d nodes in the transaction, %v", n, err)
		}
		for n, err := range snap.AllNodes(t.Context()) { // another walk inside a walk
			for m, err := range snap.AllNodes(t.Context()) {
				if err != nil || m.Ref() != n.Ref() {
					t.Errorf("a walk gives %v, %v", m, err)
				}
			}
			if err != nil {
				t.Error(err)
			}
		}
		if err := errors.Join(snap.Close(), snap.Close()); err != nil {
			t.Errorf("Close: %v", err)
		}
		apply(t, s, graph.Delta{GoneNodes: []graph.NodeRef{{Label: graph.LabelDocument, ID: "b"}}})
		apply(t, s, parse(t, "document a title=old"))
	}
}
