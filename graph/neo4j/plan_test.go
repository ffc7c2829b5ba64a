package neo4j

import (
	"regexp"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"vnlex/graph"
	"vnlex/graph/neo4j/neo4jtest"
	"vnlex/graph/storetest"
)

var (
	seeks = regexp.MustCompile(`Index(Seek|Contains|Scan)|MergeUniqueNode`)
	scans = regexp.MustCompile(`AllNodesScan|ByLabelScan|ByTypeScan`)
)

// TestPlans asks the server how it has run the statements that a traversal or a
// sync runs often: each must begin at an index, never at all nodes of a label. (Of a small
// graph the planner may read a whole index instead of seeking in it.)
func TestPlans(t *testing.T) {
	between := shape{graph.Cites, graph.LabelDocument, graph.LabelDocument, false}
	plain := shape{graph.Carries, graph.LabelPage, graph.LabelDocument, true}
	link := []string{"__Label__", "Document", "__id__", "key", "__Types__", "IMPLEMENTS|AMENDS"}
	statements := map[string]string{
		"nodes":         ofLabel("nodes", graph.LabelPage),
		"node page":     ofLabel("node_page", graph.LabelAgency),
		"node put":      ofLabel("node_put", graph.LabelDocument),
		"node gone":     ofLabel("node_gone", graph.LabelDocument),
		"links out":     statement("links_out", link...),
		"links into":    statement("links_into", link...),
		"edges":         ofShape("edges", between, "__rows__", "rows"),
		"edge page":     ofShape("edge_page", between),
		"edge put":      ofShape("edge_put", between),
		"plain put":     ofShape("edge_put_plain", plain),
		"edge dangling": ofShape("edge_dangling", between),
		"edge gone":     ofShape("edge_gone", between),
		"fitting":       statement("fitting"),
		"take":          statement("epoch_take"),
		"cursors":       statement("state_cursors"),
	}
	params := map[string]any{"Document": []string{"a"}, "Page": []string{"a"}, "ids": []string{"a"},
		"rows":  []any{map[string]any{"id": "a", "i": 0, "from": "a", "to": "b", "kind": "k", "set": map[string]any{}}},
		"after": "a", "limit": 10, "texts": []string{":7"}, "epoch": "e",
		"cursors": []any{map[string]any{"id": "00", "seq": 1, "hash": "h"}}}
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		if _, err := open(t, s).Apply(t.Context(), storetest.Random(7, 300)); err != nil {
			t.Fatal(err)
		}
		for name, text := range statements {
			r, err := s.Run(t.Context(), "PROFILE "+text, params)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			plan := strings.Join(operators(r.Summary.Profile()), " ")
			if !seeks.MatchString(plan) || scans.MatchString(plan) {
				t.Errorf("%s is run as %s", name, plan)
			}
		}
	})
}

// operators are those of a plan that was run. (Of one that was only explained
// the driver gives the last child in place of every other.)
func operators(p driver.ProfiledPlan) []string {
	names := []string{strings.TrimSuffix(p.Operator(), "@neo4j")}
	for _, child := range p.Children() {
		names = append(names, operators(child)...)
	}
	return names
}
