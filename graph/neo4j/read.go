package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"vnlex/graph"
)

var _ graph.Store = (*Store)(nil)

// Nodes returns those of the named nodes that exist.
func (s *Store) Nodes(ctx context.Context, refs []graph.NodeRef) ([]graph.Node, error) {
	byLabel, err := identifiers(refs)
	if err != nil || len(byLabel) == 0 {
		return nil, err
	}
	var parts []string
	params := row{}
	for _, l := range labels {
		if ids := byLabel[l]; len(ids) > 0 {
			parts = append(parts, ofLabel("nodes", l))
			params[string(l)] = ids
		}
	}
	return s.nodes(ctx, union(parts), params)
}

// identifiers groups refs by label, each once, in order.
func identifiers(refs []graph.NodeRef) (map[graph.Label][]string, error) {
	byLabel := make(map[graph.Label][]string)
	for _, ref := range refs {
		if !slices.Contains(labels, ref.Label) {
			return nil, fmt.Errorf("unknown label %q", ref.Label)
		}
		byLabel[ref.Label] = append(byLabel[ref.Label], ref.ID)
	}
	for l, ids := range byLabel {
		slices.Sort(ids)
		byLabel[l] = slices.Compact(ids)
	}
	return byLabel, nil
}

// nodes runs a statement that returns label, id and properties, and returns
// the nodes in order, each once.
func (s *Store) nodes(ctx context.Context, query string, params row) ([]graph.Node, error) {
	var found []graph.Node
	err := s.read(ctx, func(ctx context.Context, tx transaction) error {
		found = found[:0]
		return tx.each(ctx, query, params, func(r *driver.Record) error {
			n, err := nodeFrom(r)
			if n != nil {
				found = append(found, n)
			}
			return err
		})
	})
	slices.SortFunc(found, compareNodes)
	return slices.CompactFunc(found, func(a, b graph.Node) bool { return a.Ref() == b.Ref() }), err
}

func compareNodes(a, b graph.Node) int { return graph.CompareNodes(a.Ref(), b.Ref()) }

// nodeFrom takes a record of label, id and properties. A node without an
// identifier is not ours and gives nil.
func nodeFrom(r *driver.Record) (graph.Node, error) {
	label, _ := r.Values[0].(string)
	id, ok := r.Values[1].(string)
	properties, _ := r.Values[2].(map[string]any)
	if !ok {
		return nil, nil
	}
	return nodeOf(graph.NodeRef{Label: graph.Label(label), ID: id}, properties)
}

// Links returns the edges that leave one of the nodes by a type in out, or
// reach one by a type in into. It is one statement, whatever is asked.
func (s *Store) Links(ctx context.Context, nodes []graph.NodeRef, out, into []graph.EdgeType) ([]graph.Link, error) {
	byLabel, err := identifiers(nodes)
	if err != nil {
		return nil, err
	}
	var parts []string
	params := row{}
	for _, l := range labels {
		if ids := byLabel[l]; len(ids) > 0 {
			parts = append(parts, linksOf("links_out", l, out)...)
			parts = append(parts, linksOf("links_into", l, into)...)
			params[string(l)] = ids
		}
	}
	if len(parts) == 0 {
		return nil, nil
	}
	return s.links(ctx, union(parts), params)
}

func linksOf(name string, l graph.Label, ts []graph.EdgeType) []string {
	var known []string
	for _, t := range ts {
		if slices.Contains(types, t) {
			known = append(known, string(t))
		}
	}
	if len(known) == 0 {
		return nil
	}
	return []string{statement(name, "__Label__", string(l), "__id__", l.Identifier(),
		"__Types__", strings.Join(known, "|"))}
}

func (s *Store) links(ctx context.Context, query string, params row) ([]graph.Link, error) {
	var found []graph.Link
	err := s.read(ctx, func(ctx context.Context, tx transaction) error {
		found = found[:0]
		return tx.each(ctx, query, params, func(r *driver.Record) error {
			if link, ok := linkFrom(r.AsMap()); ok {
				found = append(found, link)
			}
			return nil
		})
	})
	slices.SortFunc(found, func(a, b graph.Link) int { return graph.CompareEdges(a.EdgeRef, b.EdgeRef) })
	return slices.CompactFunc(found, func(a, b graph.Link) bool { return a.EdgeRef == b.EdgeRef }), err
}

// linkFrom reports false where the other end is not a node of ours.
func linkFrom(m map[string]any) (graph.Link, bool) {
	label, _ := m["label"].(string)
	id, _ := m["id"].(string)
	edgeType, _ := m["type"].(string)
	kind, _ := m["kind"].(string)
	confidence, _ := m["confidence"].(float64)
	near := graph.NodeRef{Label: graph.Label(label), ID: id}
	far, ok := refFrom(m["labels"], m["key"], m["code"], m["url"])
	ref := graph.EdgeRef{Type: graph.EdgeType(edgeType), From: near, To: far, Kind: kind}
	if m["out"] == false {
		ref.From, ref.To = far, near
	}
	e := graph.Edge{EdgeRef: ref, Confidence: confidence}
	return graph.Link{EdgeRef: ref, Low: e.Low()}, ok
}

// refFrom names a node by what a statement returns of it, and reports whether
// it is one of ours.
func refFrom(names, key, code, url any) (graph.NodeRef, bool) {
	list, _ := names.([]any)
	for _, name := range list {
		label, _ := name.(string)
		l := graph.Label(label)
		if !slices.Contains(labels, l) {
			continue
		}
		id, ok := map[string]any{"key": key, "code": code, "url": url}[l.Identifier()].(string)
		return graph.NodeRef{Label: l, ID: id}, ok
	}
	return graph.NodeRef{}, false
}
