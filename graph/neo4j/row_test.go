package neo4j

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/graph"
)

func TestChange(t *testing.T) {
	names := []string{"title", "year", "aliases", "starts"}
	want := []graph.Prop{{Name: "title", Value: "a"}, {Name: "aliases", Value: []string{"x", "y"}},
		{Name: "starts", Value: []int64{1}}}
	tests := []struct {
		name string
		have map[string]any
		set  map[string]any
	}{
		{"nothing there", nil,
			map[string]any{"title": "a", "aliases": []string{"x", "y"}, "starts": []int64{1}}},
		{"the same", map[string]any{"title": "a", "aliases": []any{"x", "y"}, "starts": []any{int64(1)}},
			map[string]any{}},
		{"a user's own property stays",
			map[string]any{"title": "a", "aliases": []any{"x", "y"}, "starts": []any{int64(1)}, "note": "mine"},
			map[string]any{}},

		{"one differs", map[string]any{"title": "b", "aliases": []any{"x", "y"}, "starts": []any{int64(1)}},
			map[string]any{"title": "a"}},
		{"a list is shorter", map[string]any{"title": "a", "aliases": []any{"x"}, "starts": []any{int64(1)}},
			map[string]any{"aliases": []string{"x", "y"}}},
		{"of another type", map[string]any{"title": int64(1), "aliases": "x", "starts": []any{1.0}},
			map[string]any{"title": "a", "aliases": []string{"x", "y"}, "starts": []int64{1}}},
		{"one too many",
			map[string]any{"title": "a", "aliases": []any{"x", "y"}, "starts": []any{int64(1)}, "year": int64(1)},
			map[string]any{"year": nil}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.set, change(names, want, tt.have)); diff != "" {
				t.Errorf("change (-want +got):\n%s", diff)
			}
		})
	}
}

// TestNodeOfDamagedProperties reads what somebody has put in place of ours as
// if it were absent.
func TestNodeOfDamagedProperties(t *testing.T) {
	ref := graph.NodeRef{Label: graph.LabelDocument, ID: "vn:a"}
	got, err := nodeOf(ref, map[string]any{"key": "vn:a", "title": int64(7), "symbol": "1", "note": "mine"})
	if diff := cmp.Diff(graph.Node(&graph.Document{Key: "vn:a", Symbol: "1"}), got); diff != "" || err != nil {
		t.Errorf("nodeOf: %v (-want +got):\n%s", err, diff)
	}
}
