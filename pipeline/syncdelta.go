package pipeline

import (
	"context"
	"slices"

	"vnlex/graph"
)

// A bucketNews is what the change log of one bucket names after a cursor, each
// node and edge once, and of these what is no longer there.
type bucketNews struct {
	bucket    byte
	head      graph.Cursor
	nodes     []graph.NodeRef
	edges     []graph.EdgeRef
	goneNodes []graph.NodeRef
	goneEdges []graph.EdgeRef
}

// delta ships the news of the buckets: nodes of all, then edges of all, then
// what is gone, edges before nodes. A bucket's cursor moves with its last row.
func (s *syncer) delta(ctx context.Context, p plan, ship shipFunc) error {
	var news []*bucketNews
	for _, b := range p.buckets {
		n, err := s.newsOf(ctx, b, p.heads[b])
		if err != nil {
			return err
		}
		news = append(news, n)
	}
	l := &loader{ship: ship, batch: s.opt.Batch, compare: true}
	for _, phase := range []func(context.Context, *loader, *bucketNews) error{
		s.nodesOf, s.edgesOf, dropEdges, dropNodes,
	} {
		for _, n := range news {
			if err := phase(ctx, l, n); err != nil {
				return err
			}
		}
	}
	return l.flush(ctx)
}

func (s *syncer) newsOf(ctx context.Context, bucket byte, head graph.Cursor) (*bucketNews, error) {
	n := &bucketNews{bucket: bucket, head: head}
	nodes, edges := make(map[graph.NodeRef]bool), make(map[graph.EdgeRef]bool)
	for c, err := range s.snap.Changes(ctx, bucket, s.state.Cursors[bucket].Seq) {
		switch {
		case err != nil:
			return nil, err
		case c.Node != graph.NodeRef{}:
			nodes[c.Node] = true
		default:
			edges[c.Edge] = true
		}
	}
	n.nodes = sortedKeys(nodes, graph.CompareNodes)
	n.edges = sortedKeys(edges, graph.CompareEdges)
	return n, nil
}

func sortedKeys[T comparable](set map[T]bool, compare func(a, b T) int) []T {
	list := make([]T, 0, len(set))
	for k := range set {
		list = append(list, k)
	}
	slices.SortFunc(list, compare)
	return list
}

func (s *syncer) nodesOf(ctx context.Context, l *loader, n *bucketNews) error {
	for refs := range slices.Chunk(n.nodes, batchRows) {
		found, err := s.snap.Nodes(ctx, refs)
		if err != nil {
			return err
		}
		there := make(map[graph.NodeRef]bool, len(found))
		for _, node := range found {
			there[node.Ref()] = true
			if err := l.node(ctx, node); err != nil {
				return err
			}
		}
		for _, ref := range refs {
			if !there[ref] {
				n.goneNodes = append(n.goneNodes, ref)
			}
		}
	}
	l.reached(n, len(n.edges) == 0 && len(n.goneNodes) == 0)
	return nil
}

func (s *syncer) edgesOf(ctx context.Context, l *loader, n *bucketNews) error {
	for refs := range slices.Chunk(n.edges, batchRows) {
		found, err := s.snap.EdgesAt(ctx, refs)
		if err != nil {
			return err
		}
		there := make(map[graph.EdgeRef]bool, len(found))
		for _, edge := range found {
			there[edge.EdgeRef] = true
			if err := l.edge(ctx, edge); err != nil {
				return err
			}
		}
		for _, ref := range refs {
			if !there[ref] {
				n.goneEdges = append(n.goneEdges, ref)
			}
		}
	}
	l.reached(n, len(n.edges) > 0 && len(n.goneEdges) == 0 && len(n.goneNodes) == 0)
	return nil
}

func dropEdges(ctx context.Context, l *loader, n *bucketNews) error {
	for _, ref := range n.goneEdges {
		if err := l.goneEdge(ctx, ref); err != nil {
			return err
		}
	}
	l.reached(n, len(n.goneEdges) > 0 && len(n.goneNodes) == 0)
	return nil
}

func dropNodes(ctx context.Context, l *loader, n *bucketNews) error {
	for _, ref := range n.goneNodes {
		if err := l.goneNode(ctx, ref); err != nil {
			return err
		}
	}
	l.reached(n, len(n.goneNodes) > 0)
	return nil
}
