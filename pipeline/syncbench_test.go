package pipeline_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"vnlex/graph"
	"vnlex/graph/neo4j"
	"vnlex/graph/neo4j/neo4jtest"
	"vnlex/graph/sqlite"
	"vnlex/pipeline"
)

// corpus makes n documents with five relations each, as they stand in a graph:
// with a sentence and its place for each.
func corpus(n int) graph.Delta {
	var d graph.Delta
	for i := range n {
		key := fmt.Sprintf("vn:quyet-dinh:ttg:%d:%d", 2000+i%25, i)
		d.Nodes = append(d.Nodes, &graph.Document{
			Key: key, Symbol: fmt.Sprintf("%d/QĐ-TTg", i), Type: "Quyết định", Year: 2000 + i%25,
			Issued: fmt.Sprintf("%d-05-06", 2000+i%25), IssuedPrecision: "day",
			Title:   fmt.Sprintf("Quyết định phê duyệt chương trình phát triển sản phẩm %d", i),
			Search:  fmt.Sprintf("%d qd ttg quyet dinh phe duyet chuong trinh phat trien san pham %d", i, i),
			Sources: []string{`{"field":"issued","url":"https://example.vn/` + key + `","quote":"ngày 6 tháng 5"}`},
		})
		for j := range 5 {
			to := d.Nodes[(i*31+j*977)%(i+1)].Ref()
			d.Edges = append(d.Edges, relation(d.Nodes[i].Ref(), to, j))
		}
	}
	return d
}

func relation(from, to graph.NodeRef, j int) *graph.Edge {
	types := []graph.EdgeType{graph.Cites, graph.Cites, graph.Amends, graph.Implements, graph.Cites}
	kinds := []string{"based_on", "refers_to", "amends", "implements", "quotes"}
	quote := "Căn cứ Quyết định này, " + strings.Repeat("các bộ, cơ quan ngang bộ ", 3) + "tổ chức thực hiện."
	return &graph.Edge{
		EdgeRef:    graph.EdgeRef{Type: types[j], From: from, To: to, Kind: kinds[j]},
		Confidence: 0.9, EvidenceCount: 1, FirstSeen: "2024-01-02", LastSeen: "2024-01-02",
		Evidence: []graph.Evidence{{URL: "https://example.vn/" + from.ID, Quote: quote,
			Start: 10, End: 10 + len(quote), Rule: "T009", Confidence: 0.9}},
	}
}

// BenchmarkSync compares a sync of a whole graph with bare statements that
// merge the same rows, in the same run.
func BenchmarkSync(b *testing.B) {
	for _, line := range neo4jtest.Lines() {
		b.Run(line, func(b *testing.B) {
			d := corpus(10_000)
			source := embedded(b, d)
			server := neo4jtest.Start(b, line)
			bare(b, server, corpus(2_000)) // warms the server up
			var syncing, merging time.Duration
			for b.Loop() { // a later load is slower than the one before: each comes first once
				merging += measure(b, line, func(s *neo4jtest.Server) { bare(b, s, d) })
				syncing += measure(b, line, func(s *neo4jtest.Server) { syncAll(b, source, s) })
				syncing += measure(b, line, func(s *neo4jtest.Server) { syncAll(b, source, s) })
				merging += measure(b, line, func(s *neo4jtest.Server) { bare(b, s, d) })
			}
			rows := 2 * float64(len(d.Nodes)+len(d.Edges)) * float64(b.N)
			b.ReportMetric(rows/merging.Seconds(), "bare-rows/s")
			b.ReportMetric(rows/syncing.Seconds(), "sync-rows/s")
			b.ReportMetric(merging.Seconds()/syncing.Seconds(), "ratio")
		})
	}
}

func measure(b *testing.B, line string, load func(*neo4jtest.Server)) time.Duration {
	s := neo4jtest.Start(b, line) // empty
	store := openStore(b, s)
	if err := store.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	load(s)
	return time.Since(start)
}

func embedded(tb testing.TB, d graph.Delta) *sqlite.Store {
	tb.Helper()
	return embeddedAt(tb, filepath.Join(tb.TempDir(), "graph.db"), d)
}

func embeddedAt(tb testing.TB, path string, d graph.Delta) *sqlite.Store {
	tb.Helper()
	store, err := sqlite.Create(tb.Context(), path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { store.Close() })
	if _, err := store.Apply(tb.Context(), d); err != nil {
		tb.Fatal(err)
	}
	return store
}

func feedOf(s *sqlite.Store) pipeline.Feed {
	return func(ctx context.Context) (pipeline.Snapshot, error) { return s.Snapshot(ctx) }
}

func openStore(tb testing.TB, s *neo4jtest.Server) *neo4j.Store {
	tb.Helper()
	store, err := neo4j.Open(tb.Context(), neo4j.Config{URL: s.URL(), Password: s.Password})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { store.Close() })
	return store
}

func syncAll(b *testing.B, source *sqlite.Store, s *neo4jtest.Server) {
	report, err := pipeline.Sync(b.Context(), feedOf(source), openStore(b, s), pipeline.SyncOptions{})
	if err != nil || report.NodesCreated == 0 {
		b.Fatalf("Sync = %+v, %v", report, err)
	}
}

// bare merges the rows by the shortest statements that do, a thousand a time.
func bare(b *testing.B, s *neo4jtest.Server, d graph.Delta) {
	const node = "UNWIND $rows AS row MERGE (d:Document {key: row.key}) SET d += row.set"
	const edge = "UNWIND $rows AS row MATCH (a:Document {key: row.from}) MATCH (b:Document {key: row.to}) " +
		"MERGE (a)-[r:%s {kind: row.kind}]->(b) SET r += row.set"
	var nodes []any
	for _, n := range d.Nodes {
		nodes = append(nodes, map[string]any{"key": n.Ref().ID, "set": asMap(graph.Props(n))})
	}
	edges := make(map[graph.EdgeType][]any)
	for _, e := range d.Edges {
		edges[e.Type] = append(edges[e.Type], map[string]any{"from": e.From.ID, "to": e.To.ID,
			"kind": e.Kind, "set": asMap(e.Props())})
	}
	c, err := s.Driver()
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close(b.Context())
	merge(b, c, node, nodes)
	for _, t := range []graph.EdgeType{graph.Amends, graph.Cites, graph.Implements} {
		merge(b, c, fmt.Sprintf(edge, t), edges[t])
	}
}

func asMap(props []graph.Prop) map[string]any {
	m := make(map[string]any, len(props))
	for _, p := range props {
		m[p.Name] = p.Value
	}
	return m
}

func merge(b *testing.B, d driver.DriverWithContext, statement string, rows []any) {
	for len(rows) > 0 {
		n := min(1000, len(rows))
		_, err := driver.ExecuteQuery(b.Context(), d, statement, map[string]any{"rows": rows[:n]},
			driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("neo4j"))
		if err != nil {
			b.Fatal(err)
		}
		rows = rows[n:]
	}
}
