package neo4j

import (
	"context"
	"errors"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"vnlex/graph"
)

// Ship writes one shipment in one transaction, if the epoch is still ours.
// Shipping it twice is shipping it once. When the end of a relationship is
// absent nothing is written, and the error is a *graph.DanglingError.
func (s *Store) Ship(ctx context.Context, epoch string, d graph.Shipment) (graph.Stats, error) {
	stats, dangling, err := s.ship(ctx, epoch, d, false)
	if outcomeUnknown(err) && s.driver.VerifyConnectivity(ctx) == nil {
		stats, dangling, err = s.ship(ctx, epoch, d, false)
	}
	if err == nil && len(dangling) > 0 {
		err = &graph.DanglingError{Edges: dangling}
	}
	return stats, err
}

// errDangling undoes a transaction.
var errDangling = errors.New("the end of a relationship is absent")

func (s *Store) ship(ctx context.Context, epoch string, d graph.Shipment, lenient bool) (
	stats graph.Stats, dangling []graph.EdgeRef, err error) {
	err = s.write(ctx, func(ctx context.Context, tx transaction) error {
		stats, dangling = graph.Stats{}, nil
		if err := s.hold(ctx, tx, epoch); err != nil {
			return err
		}
		w := &writer{tx: tx, compare: d.Compare}
		if err := w.all(ctx, d); err != nil {
			return err
		}
		stats, dangling = w.stats, w.dangling
		if len(dangling) > 0 && !lenient {
			return errDangling
		}
		return note(ctx, tx, d)
	})
	if errors.Is(err, errDangling) {
		return graph.Stats{}, dangling, nil
	}
	return stats, dangling, err
}

// A writer writes the parts of a shipment and counts what changed. It returns
// errors of the driver as they are: the driver tries again by their type.
type writer struct {
	tx       transaction
	compare  bool
	stats    graph.Stats
	dangling []graph.EdgeRef
}

func (w *writer) all(ctx context.Context, d graph.Shipment) error {
	if d.Restart {
		if _, err := w.tx.do(ctx, statement("state_forget"), nil); err != nil {
			return err
		}
	}
	for _, step := range []func() error{
		func() error { return w.putNodes(ctx, d.Nodes) },
		func() error { return w.putEdges(ctx, d.Edges) },
		func() error { return w.dropEdges(ctx, d.GoneEdges) },
		func() error { return w.dropNodes(ctx, d.GoneNodes) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) putNodes(ctx context.Context, nodes []graph.Node) error {
	byLabel := make(map[graph.Label][]graph.Node)
	for _, n := range nodes {
		byLabel[n.Ref().Label] = append(byLabel[n.Ref().Label], n)
	}
	for _, l := range labels {
		if len(byLabel[l]) == 0 {
			continue
		}
		if err := w.putLabel(ctx, l, byLabel[l]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) putLabel(ctx context.Context, l graph.Label, nodes []graph.Node) error {
	have, err := w.nodesThere(ctx, l, nodes)
	if err != nil {
		return err
	}
	names := graph.NodeProps(l)
	var rows []row
	for _, n := range nodes {
		set := change(names, graph.Props(n), have[n.Ref().ID])
		if len(set) > 0 || have[n.Ref().ID] == nil {
			rows = append(rows, row{"id": n.Ref().ID, "set": set})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	counters, err := w.tx.do(ctx, ofLabel("node_put", l), row{"rows": rows})
	if err != nil {
		return err
	}
	w.stats.NodesCreated += counters.NodesCreated()
	w.stats.NodesSet += len(rows) - counters.NodesCreated()
	return nil
}

// nodesThere returns the properties of the nodes that are there already.
func (w *writer) nodesThere(ctx context.Context, l graph.Label, nodes []graph.Node) (map[string]map[string]any, error) {
	if !w.compare {
		return nil, nil
	}
	ids := make([]string, len(nodes))
	for i, n := range nodes {
		ids[i] = n.Ref().ID
	}
	have := make(map[string]map[string]any, len(nodes))
	return have, w.tx.each(ctx, ofLabel("nodes", l), row{string(l): ids}, func(r *driver.Record) error {
		id, _ := r.Values[1].(string)
		have[id], _ = r.Values[2].(map[string]any)
		return nil
	})
}

func (w *writer) putEdges(ctx context.Context, edges []*graph.Edge) error {
	refs := make([]graph.EdgeRef, len(edges))
	for i, e := range edges {
		refs[i] = e.EdgeRef
	}
	groups, err := byShape(refs)
	if err != nil {
		return err
	}
	for _, g := range groups {
		if err := w.putGroup(ctx, g, refs, edges); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) putGroup(ctx context.Context, g group, refs []graph.EdgeRef, edges []*graph.Edge) error {
	have, err := w.edgesThere(ctx, g, refs)
	if err != nil {
		return err
	}
	names := graph.EdgeProps(g.shape.Type)
	sets := make([]map[string]any, len(edges))
	due := group{shape: g.shape}
	for _, i := range g.places {
		sets[i] = change(names, edges[i].Props(), have[i])
		if len(sets[i]) > 0 || have[i] == nil {
			due.places = append(due.places, i)
		}
	}
	if len(due.places) == 0 {
		return nil
	}
	return w.mergeGroup(ctx, due, refs, sets)
}

// edgesThere returns the properties of the relationships that are there
// already, by their place in refs.
func (w *writer) edgesThere(ctx context.Context, g group, refs []graph.EdgeRef) (map[int]map[string]any, error) {
	if !w.compare {
		return nil, nil
	}
	have := make(map[int]map[string]any, len(g.places))
	query := ofShape("edges", g.shape, "__rows__", "rows")
	return have, w.tx.each(ctx, query, row{"rows": g.rows(refs, nil)}, func(r *driver.Record) error {
		i, properties := edgeRow(r)
		have[i] = properties
		return nil
	})
}

func (w *writer) mergeGroup(ctx context.Context, g group, refs []graph.EdgeRef, sets []map[string]any) error {
	name := "edge_put"
	if g.shape.plain {
		name = "edge_put_plain"
	}
	rows := g.rows(refs, sets)
	written := 0
	summary, err := w.tx.run(ctx, ofShape(name, g.shape), row{"rows": rows}, func(r *driver.Record) error {
		n, _ := r.Values[0].(int64)
		written = int(n)
		return nil
	})
	if err != nil {
		return err
	}
	created := summary.Counters().RelationshipsCreated()
	w.stats.EdgesCreated += created
	w.stats.EdgesSet += written - created
	if written == len(rows) {
		return nil
	}
	return w.findDangling(ctx, g, refs, rows)
}

// findDangling notes which rows have an absent end.
func (w *writer) findDangling(ctx context.Context, g group, refs []graph.EdgeRef, rows []row) error {
	return w.tx.each(ctx, ofShape("edge_dangling", g.shape), row{"rows": rows}, func(r *driver.Record) error {
		i, _ := r.Values[0].(int64)
		w.dangling = append(w.dangling, refs[i])
		return nil
	})
}

func (w *writer) dropEdges(ctx context.Context, refs []graph.EdgeRef) error {
	groups, err := byShape(refs)
	if err != nil {
		return err
	}
	for _, g := range groups {
		counters, err := w.tx.do(ctx, ofShape("edge_gone", g.shape), row{"rows": g.rows(refs, nil)})
		if err != nil {
			return err
		}
		w.stats.EdgesDeleted += counters.RelationshipsDeleted()
	}
	return nil
}

func (w *writer) dropNodes(ctx context.Context, refs []graph.NodeRef) error {
	byLabel, err := identifiers(refs)
	if err != nil {
		return err
	}
	for _, l := range labels {
		if len(byLabel[l]) == 0 {
			continue
		}
		counters, err := w.tx.do(ctx, ofLabel("node_gone", l), row{"ids": byLabel[l]})
		if err != nil {
			return err
		}
		w.stats.NodesDeleted += counters.NodesDeleted()
		w.stats.EdgesDeleted += counters.RelationshipsDeleted()
	}
	return nil
}
