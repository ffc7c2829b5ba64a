package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"vnlex/graph"
)

// EdgesAt returns those of the named edges that exist.
func (s *Store) EdgesAt(ctx context.Context, refs []graph.EdgeRef) ([]*graph.Edge, error) {
	refs = slices.Clone(refs)
	slices.SortFunc(refs, graph.CompareEdges)
	refs = slices.Compact(refs)
	if len(refs) == 0 {
		return nil, nil
	}
	query, params, err := edgeQuery(refs)
	if err != nil {
		return nil, err
	}
	var found []*graph.Edge
	err = s.read(ctx, func(ctx context.Context, tx transaction) error {
		found = found[:0]
		return tx.each(ctx, query, params, func(r *driver.Record) error {
			i, properties := edgeRow(r)
			e, err := edgeOf(refs[i], properties)
			found = append(found, e)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, compareEdges)
	return slices.CompactFunc(found, sameEdge), nil
}

func compareEdges(a, b *graph.Edge) int { return graph.CompareEdges(a.EdgeRef, b.EdgeRef) }

func sameEdge(a, b *graph.Edge) bool { return a.EdgeRef == b.EdgeRef }

func edgeRow(r *driver.Record) (int, map[string]any) {
	i, _ := r.Values[0].(int64)
	properties, _ := r.Values[1].(map[string]any)
	return int(i), properties
}

// edgeQuery makes one statement that reads all refs; it returns the place of
// each in refs.
func edgeQuery(refs []graph.EdgeRef) (string, row, error) {
	groups, err := byShape(refs)
	if err != nil {
		return "", nil, err
	}
	var parts []string
	params := row{}
	for n, g := range groups {
		name := fmt.Sprintf("rows%d", n)
		params[name] = g.rows(refs, nil)
		parts = append(parts, ofShape("edges", g.shape, "__rows__", name))
	}
	return union(parts), params, nil
}

// A group is the places of the refs of one shape.
type group struct {
	shape  shape
	places []int
}

// byShape groups refs, in an order that depends on nothing else.
func byShape(refs []graph.EdgeRef) ([]group, error) {
	places := make(map[shape][]int)
	for i, ref := range refs {
		s := shapeOf(ref)
		if err := s.check(); err != nil {
			return nil, err
		}
		places[s] = append(places[s], i)
	}
	var groups []group
	for s, p := range places {
		groups = append(groups, group{s, p})
	}
	slices.SortFunc(groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.shape.Type, b.shape.Type), cmp.Compare(a.shape.From, b.shape.From),
			cmp.Compare(a.shape.To, b.shape.To), cmp.Compare(len(a.places), len(b.places)))
	})
	return groups, nil
}

// rows returns what the statements about relationships take. set, where given,
// holds what is to be set, by place.
func (g group) rows(refs []graph.EdgeRef, set []map[string]any) []row {
	rows := make([]row, len(g.places))
	for n, i := range g.places {
		rows[n] = row{"i": int64(i), "from": refs[i].From.ID, "to": refs[i].To.ID, "kind": refs[i].Kind}
		if set != nil {
			rows[n]["set"] = set[i]
		}
	}
	return rows
}

// check makes sure that names become part of a statement only if they are ours.
func (s shape) check() error {
	switch {
	case !slices.Contains(types, s.Type):
		return fmt.Errorf("unknown type of relationship %q", s.Type)
	case !slices.Contains(labels, s.From):
		return fmt.Errorf("unknown label %q", s.From)
	case !slices.Contains(labels, s.To):
		return fmt.Errorf("unknown label %q", s.To)
	}
	return nil
}
