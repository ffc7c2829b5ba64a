package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"slices"
	"strings"

	"vnlex/graph"
)

// On returns a reader of the graph inside a transaction of the caller's.
func On(tx *sql.Tx) graph.Reader { return reader{transaction{tx}} }

// A reader answers the look-ups of one moment.
type reader struct {
	querier
}

func (r reader) Nodes(ctx context.Context, refs []graph.NodeRef) ([]graph.Node, error) {
	var nodes []graph.Node
	for label, idents := range byLabel(refs) {
		err := r.each(ctx, sqlNodes, scanNode(&nodes), labelCodes[label], list(idents))
		if err != nil {
			return nil, fmt.Errorf("read nodes: %w", err)
		}
	}
	sortNodes(nodes)
	return nodes, nil
}

func (r reader) Links(
	ctx context.Context, nodes []graph.NodeRef, out, into []graph.EdgeType,
) ([]graph.Link, error) {
	ids, err := r.ids(ctx, nodes)
	if err != nil {
		return nil, fmt.Errorf("read links: %w", err)
	}
	var links []graph.Link
	for query, types := range map[string][]graph.EdgeType{sqlLinksOut: out, sqlLinksInto: into} {
		if len(types) == 0 || len(ids) == 0 {
			continue
		}
		if err := r.each(ctx, query, scanLink(&links), list(ids), list(codes(types))); err != nil {
			return nil, fmt.Errorf("read links: %w", err)
		}
	}
	slices.SortFunc(links, func(a, b graph.Link) int {
		return graph.CompareEdges(a.EdgeRef, b.EdgeRef)
	})
	return slices.Compact(links), nil
}

func (r reader) EdgesAt(ctx context.Context, refs []graph.EdgeRef) ([]*graph.Edge, error) {
	asked := make([][6]any, 0, len(refs))
	for _, e := range refs {
		if check(e.From) != nil || check(e.To) != nil || checkEdge(e) != nil {
			continue
		}
		asked = append(asked, [6]any{labelCodes[e.From.Label], e.From.ID, typeCodes[e.Type],
			e.Kind, labelCodes[e.To.Label], e.To.ID})
	}
	var edges []*graph.Edge
	if err := r.each(ctx, sqlEdgesAt, scanEdge(&edges), list(asked)); err != nil {
		return nil, fmt.Errorf("read edges: %w", err)
	}
	return sortEdges(edges), nil
}

func (r reader) Holding(ctx context.Context, words []string) ([]graph.Node, error) {
	var terms []string
	for _, w := range words {
		if !graph.Holds(w, []string{w}) {
			return nil, nil
		}
		terms = append(terms, `"`+w+`"`)
	}
	if len(terms) == 0 {
		return nil, nil
	}
	var nodes []graph.Node
	err := r.each(ctx, sqlHolding, scanNode(&nodes), strings.Join(terms, " AND "))
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	sortNodes(nodes)
	return nodes, nil
}

func (r reader) Aliased(ctx context.Context, keys []string) ([]*graph.Document, error) {
	var nodes []graph.Node
	if err := r.each(ctx, sqlAliased, scanNode(&nodes), list(texts(keys))); err != nil {
		return nil, fmt.Errorf("read aliases: %w", err)
	}
	return documents(nodes), nil
}

func (r reader) Fitting(ctx context.Context, patterns []graph.Pattern) ([]*graph.Document, error) {
	var numbers []string
	for _, p := range patterns {
		numbers = append(numbers, p.Number)
	}
	slices.Sort(numbers)
	var refs []graph.NodeRef
	fits := func(ref graph.NodeRef) bool {
		return slices.ContainsFunc(patterns, func(p graph.Pattern) bool { return p.Fits(ref.ID) })
	}
	asked := list(texts(slices.Compact(numbers)))
	if err := r.each(ctx, sqlNumbered, scanRef(&refs, fits), asked); err != nil {
		return nil, fmt.Errorf("read numbers: %w", err)
	}
	nodes, err := r.Nodes(ctx, refs)
	return documents(nodes), err
}

func (r reader) Uncarried(ctx context.Context) ([]graph.Uncarried, error) {
	var list []graph.Uncarried
	err := r.each(ctx, sqlUncarried, func(rows scanner) error {
		var u graph.Uncarried
		err := rows.Scan(&u.Key, &u.Documents, &u.Pages)
		list = append(list, u)
		return err
	}, codeDocument, typeCodes[graph.Carries], typeCodes[graph.Implements],
		typeCodes[graph.Amends], typeCodes[graph.Cites], typeCodes[graph.ReportsOn],
		typeCodes[graph.Mentions])
	if err != nil {
		return nil, fmt.Errorf("read what no page carries: %w", err)
	}
	return list, nil
}

func (r reader) AllNodes(ctx context.Context) iter.Seq2[graph.Node, error] {
	return func(yield func(graph.Node, error) bool) {
		err := r.stream(ctx, sqlAllNodes, func(rows scanner) error {
			n, err := nodeOf(rows)
			if err == nil && !yield(n, nil) {
				return errStop
			}
			return err
		})
		if err != nil && err != errStop {
			yield(nil, fmt.Errorf("read all nodes: %w", err))
		}
	}
}

// ids returns the ids of those nodes that are present.
func (r reader) ids(ctx context.Context, refs []graph.NodeRef) ([]int64, error) {
	var ids []int64
	for label, idents := range byLabel(refs) {
		err := r.each(ctx, sqlIdents, func(rows scanner) error {
			var id int64
			err := rows.Scan(&id)
			ids = append(ids, id)
			return err
		}, labelCodes[label], list(idents))
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(ids)
	return ids, nil
}
