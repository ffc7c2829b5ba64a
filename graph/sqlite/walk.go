package sqlite

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"vnlex/graph"
)

// sourcesAtOnce is how many nodes' edges a walk holds at a time.
const sourcesAtOnce = 256

// AllEdges walks type by type and in each source by source, so that only the
// edges of some sources are sorted at a time.
func (r reader) AllEdges(ctx context.Context) iter.Seq2[*graph.Edge, error] {
	return func(yield func(*graph.Edge, error) bool) {
		for _, code := range slices.Sorted(maps.Keys(typesByCode)) {
			err := r.edgesOfType(ctx, code, yield)
			if err == errStop {
				return
			}
			if err != nil {
				yield(nil, fmt.Errorf("read all edges: %w", err))
				return
			}
		}
	}
}

func (r reader) edgesOfType(
	ctx context.Context, code int, yield func(*graph.Edge, error) bool,
) error {
	sources, err := r.sources(ctx, code)
	if err != nil {
		return err
	}
	for len(sources) > 0 {
		var edges []*graph.Edge
		var ids []int64
		ids, sources = some(sources)
		if err := r.each(ctx, sqlEdgesOf, scanEdge(&edges), list(ids), code); err != nil {
			return err
		}
		for _, e := range sortEdges(edges) {
			if !yield(e, nil) {
				return errStop
			}
		}
	}
	return nil
}

// A source is a node that edges leave.
type source struct {
	id    int64
	ident string
}

// some takes sources off the front of the list, never one without the others
// of the same identifier: their edges mix.
func some(sources []source) (ids []int64, rest []source) {
	n := min(sourcesAtOnce, len(sources))
	for n < len(sources) && sources[n].ident == sources[n-1].ident {
		n++
	}
	for _, s := range sources[:n] {
		ids = append(ids, s.id)
	}
	return ids, sources[n:]
}

func (r reader) sources(ctx context.Context, code int) ([]source, error) {
	var list []source
	err := r.each(ctx, sqlSources, func(rows scanner) error {
		var s source
		err := rows.Scan(&s.id, &s.ident)
		list = append(list, s)
		return err
	}, code)
	return list, err
}
