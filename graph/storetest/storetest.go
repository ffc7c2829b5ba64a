// Package storetest is the suite that every graph.Store must pass, with a small
// language for graphs, scripts of questions, and a random graph to compare two
// stores on.
package storetest

import (
	"testing"

	"vnlex/graph"
)

// Test runs the suite; open gives an empty store each time and closes it when
// the test ends.
func Test(t *testing.T, open func(t *testing.T) graph.Store) {
	tests := []struct {
		name string
		run  func(t *testing.T, s graph.Store)
	}{
		{"empty", testEmpty},
		{"round trip", testRoundTrip},
		{"put twice", testPutTwice},
		{"last of two", testLastOfTwo},
		{"change", testChange},
		{"delete", testDelete},
		{"merge", testMerge},
		{"absent end", testAbsentEnd},
		{"order", testOrder},
		{"kinds", testKinds},
		{"links", testLinks},
		{"search", testSearch},
		{"aliases", testAliases},
		{"numbers", testNumbers},
		{"uncarried", testUncarried},
		{"hostile text", testHostile},
		{"long text", testLong},
		{"cancelled", testCancelled},
		{"large batch", testLarge},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.run(t, open(t)) })
	}
	t.Run("questions", func(t *testing.T) { testScripts(t, open) })
}

func apply(t *testing.T, s graph.Store, d graph.Delta) graph.Stats {
	t.Helper()
	stats, err := s.Apply(t.Context(), d)
	if err != nil {
		t.Fatalf("Apply: %v", err)
	}
	return stats
}

func wantStats(t *testing.T, got, want graph.Stats) {
	t.Helper()
	if got != want {
		t.Errorf("Apply = %+v, want %+v", got, want)
	}
}

// wantGraph compares the whole graph, as an export shows it, with lines.
func wantGraph(t *testing.T, s graph.Reader, want ...string) {
	t.Helper()
	got := contents(t, s)
	for i := range max(len(got), len(want)) {
		if at(got, i) != at(want, i) {
			t.Errorf("line %d of the graph = %s, want %s", i, at(got, i), at(want, i))
			return
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(no line)"
}

// contents lists the names of all nodes and edges.
func contents(t *testing.T, s graph.Reader) []string {
	t.Helper()
	var lines []string
	for n, err := range s.AllNodes(t.Context()) {
		if err != nil {
			t.Fatalf("AllNodes: %v", err)
		}
		lines = append(lines, nodeLine(n.Ref()))
	}
	for e, err := range s.AllEdges(t.Context()) {
		if err != nil {
			t.Fatalf("AllEdges: %v", err)
		}
		lines = append(lines, edgeLine(e.EdgeRef))
	}
	return lines
}

func nodeLine(n graph.NodeRef) string { return string(n.Label) + " " + n.ID }

func edgeLine(e graph.EdgeRef) string {
	return e.From.ID + " -" + string(e.Type) + " " + e.Kind + "-> " + e.To.ID
}
