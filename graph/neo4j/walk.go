package neo4j

import (
	"context"
	"iter"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"vnlex/graph"
)

// pageSize is how many nodes a walk reads at a time.
const pageSize = 1000

// AllNodes walks the nodes by label and identifier, a page at a time: each page
// is the state of its moment.
func (s *Store) AllNodes(ctx context.Context) iter.Seq2[graph.Node, error] {
	return func(yield func(graph.Node, error) bool) {
		for _, l := range labels {
			for after := ""; ; {
				page, err := s.nodePage(ctx, l, after)
				if err != nil {
					yield(nil, err)
					return
				}
				for _, n := range page {
					if !yield(n, nil) {
						return
					}
				}
				if len(page) < pageSize {
					break
				}
				after = page[len(page)-1].Ref().ID
			}
		}
	}
}

func (s *Store) nodePage(ctx context.Context, l graph.Label, after string) ([]graph.Node, error) {
	var page []graph.Node
	err := s.read(ctx, func(ctx context.Context, tx transaction) error {
		page = page[:0]
		return tx.each(ctx, ofLabel("node_page", l), row{"after": after, "limit": pageSize},
			func(r *driver.Record) error {
				id, _ := r.Values[0].(string)
				properties, _ := r.Values[1].(map[string]any)
				n, err := nodeOf(graph.NodeRef{Label: l, ID: id}, properties)
				page = append(page, n)
				return err
			})
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(page, compareNodes)
	return page, nil
}

// AllEdges walks the edges by type, from, to and kind, a page at a time.
func (s *Store) AllEdges(ctx context.Context) iter.Seq2[*graph.Edge, error] {
	return func(yield func(*graph.Edge, error) bool) {
		some, err := s.hasEdges(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		if !some {
			return
		}
		for _, t := range types {
			sources, err := s.sources(ctx, t)
			if err != nil {
				yield(nil, err)
				return
			}
			if !s.walkType(ctx, t, sources, yield) {
				return
			}
		}
	}
}

// hasEdges keeps the walk of an empty database, with which a first sync begins,
// from being as many statements as there are types.
func (s *Store) hasEdges(ctx context.Context) (bool, error) {
	var total int64
	err := s.read(ctx, func(ctx context.Context, tx transaction) error {
		return tx.each(ctx, statement("edge_total"), nil, func(r *driver.Record) error {
			total, _ = r.Values[0].(int64)
			return nil
		})
	})
	return total > 0, err
}

// sources returns the labels of the nodes that edges of a type leave.
func (s *Store) sources(ctx context.Context, t graph.EdgeType) ([]graph.Label, error) {
	var parts []string
	for _, l := range labels {
		parts = append(parts, statement("edge_count", "__From__", string(l), "__Type__", string(t)))
	}
	var found []graph.Label
	err := s.read(ctx, func(ctx context.Context, tx transaction) error {
		found = found[:0]
		return tx.each(ctx, union(parts), nil, func(r *driver.Record) error {
			label, _ := r.Values[0].(string)
			if n, _ := r.Values[1].(int64); n > 0 {
				found = append(found, graph.Label(label))
			}
			return nil
		})
	})
	return found, err
}

// walkType merges the edges that leave nodes of different labels into one
// order, and reports whether the walk goes on.
func (s *Store) walkType(ctx context.Context, t graph.EdgeType, sources []graph.Label,
	yield func(*graph.Edge, error) bool) bool {
	var heads []*stream
	for _, l := range sources {
		h := newStream(s.edgesFrom(ctx, t, l))
		defer h.stop()
		heads = append(heads, h)
	}
	for {
		heads = slices.DeleteFunc(heads, func(h *stream) bool { return !h.ok })
		if len(heads) == 0 {
			return true
		}
		first := slices.MinFunc(heads, compareStreams)
		if !yield(first.edge, first.err) || first.err != nil {
			return false
		}
		first.advance()
	}
}

// A stream is a sequence of edges that stands at one of them.
type stream struct {
	edge *graph.Edge
	err  error
	ok   bool
	next func() (*graph.Edge, error, bool)
	stop func()
}

func newStream(seq iter.Seq2[*graph.Edge, error]) *stream {
	h := &stream{}
	h.next, h.stop = iter.Pull2(seq)
	h.advance()
	return h
}

func (h *stream) advance() { h.edge, h.err, h.ok = h.next() }

// compareStreams puts a failed one first.
func compareStreams(a, b *stream) int {
	switch {
	case a.err != nil:
		return -1
	case b.err != nil:
		return 1
	}
	return compareEdges(a.edge, b.edge)
}

func (s *Store) edgesFrom(ctx context.Context, t graph.EdgeType, l graph.Label) iter.Seq2[*graph.Edge, error] {
	return func(yield func(*graph.Edge, error) bool) {
		for after, more := "", true; more; {
			page, end, err := s.edgePage(ctx, t, l, after)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, e := range page {
				if !yield(e, nil) {
					return
				}
			}
			after, more = end, end != ""
		}
	}
}

// edgePage returns the edges of the next nodes, and the last of these nodes;
// an empty one when there are no more.
func (s *Store) edgePage(ctx context.Context, t graph.EdgeType, l graph.Label, after string) (
	page []*graph.Edge, end string, err error) {
	query := statement("edge_page", "__Type__", string(t), "__From__", string(l), "__from__", l.Identifier())
	err = s.read(ctx, func(ctx context.Context, tx transaction) error {
		page, end = page[:0], ""
		return tx.each(ctx, query, row{"after": after, "limit": pageSize}, func(r *driver.Record) error {
			from, _ := r.Values[0].(string)
			end = max(end, from) // rows may come in another order than that of bytes
			var err error
			page, err = appendEdges(page, t, graph.NodeRef{Label: l, ID: from}, r.Values[1])
			return err
		})
	})
	slices.SortFunc(page, compareEdges)
	return page, end, err
}

func appendEdges(page []*graph.Edge, t graph.EdgeType, from graph.NodeRef, list any) ([]*graph.Edge, error) {
	edges, _ := list.([]any)
	for _, item := range edges {
		part, _ := item.([]any) // labels, key, code, url, properties
		to, ok := refFrom(part[0], part[1], part[2], part[3])
		if !ok {
			continue
		}
		properties, _ := part[4].(map[string]any)
		kind, _ := properties["kind"].(string)
		e, err := edgeOf(graph.EdgeRef{Type: t, From: from, To: to, Kind: kind}, properties)
		if err != nil {
			return nil, err
		}
		page = append(page, e)
	}
	return page, nil
}
