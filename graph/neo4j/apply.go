package neo4j

import (
	"context"
	"iter"

	"vnlex/graph"
)

// batchRows and batchBytes limit one transaction, whichever comes first.
const (
	batchRows  = 1000
	batchBytes = 2 << 20
)

// Apply changes the graph without a source behind it: the next sync compares
// the whole graph. An edge whose end is absent is not written.
func (s *Store) Apply(ctx context.Context, d graph.Delta) (graph.Stats, error) {
	var total graph.Stats
	epoch, _, err := s.Take(ctx)
	if err != nil {
		return total, err
	}
	restart := true
	for part := range batches(d) {
		stats, dangling, err := s.ship(ctx, epoch,
			graph.Shipment{Delta: part, Compare: true, Restart: restart}, true)
		if err != nil {
			return total, err
		}
		if len(dangling) > 0 {
			s.log.Warn("relationships without an end", "err", &graph.DanglingError{Edges: dangling})
		}
		restart = false
		total = total.Plus(stats)
	}
	return total, nil
}

// batches parts a delta: nodes, relationships, then what is gone, relationships
// before nodes.
func batches(d graph.Delta) iter.Seq[graph.Delta] {
	nodes := lastOf(d.Nodes, graph.Node.Ref)
	edges := lastOf(d.Edges, func(e *graph.Edge) graph.EdgeRef { return e.EdgeRef })
	return func(yield func(graph.Delta) bool) {
		_ = each(nodes, graph.Weight, func(p []graph.Node) bool {
			return yield(graph.Delta{Nodes: p})
		}) && each(edges, (*graph.Edge).Weight, func(p []*graph.Edge) bool {
			return yield(graph.Delta{Edges: p})
		}) && each(d.GoneEdges, none[graph.EdgeRef], func(p []graph.EdgeRef) bool {
			return yield(graph.Delta{GoneEdges: p})
		}) && each(d.GoneNodes, none[graph.NodeRef], func(p []graph.NodeRef) bool {
			return yield(graph.Delta{GoneNodes: p})
		})
	}
}

// lastOf keeps the last of the rows with one name.
func lastOf[T any, R comparable](rows []T, ref func(T) R) []T {
	last := make(map[R]int, len(rows))
	for i, r := range rows {
		last[ref(r)] = i
	}
	if len(last) == len(rows) {
		return rows
	}
	kept := make([]T, 0, len(last))
	for i, r := range rows {
		if last[ref(r)] == i {
			kept = append(kept, r)
		}
	}
	return kept
}

func none[T any](T) int { return 0 }

// each gives the rows in parts that are small enough, until yield has enough.
func each[T any](rows []T, weight func(T) int, yield func([]T) bool) bool {
	start, bytes := 0, 0
	for i, r := range rows {
		bytes += weight(r)
		if i+1-start < batchRows && bytes < batchBytes && i+1 < len(rows) {
			continue
		}
		if !yield(rows[start : i+1]) {
			return false
		}
		start, bytes = i+1, 0
	}
	return true
}
