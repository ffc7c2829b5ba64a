package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Amendments answers with every relation of the amends family onto root, the
// oldest step first, and with the state of root on a day if one is asked for.
func Amendments(ctx context.Context, r Reader, root Root, o AmendmentOptions) (*Answer, error) {
	node, err := nodeAt(ctx, r, root.NodeRef)
	if err != nil {
		return nil, err
	}
	steps, err := stepsOnto(ctx, r, root, o.All)
	if err != nil {
		return nil, err
	}
	a := &Answer{Question: "amendments", Key: root.ID + root.Provision, Steps: []Step{}}
	part, truncated := cut(steps, o.Cut)
	a.Truncated = truncated
	if err := fillSteps(ctx, r, a, node, part); err != nil {
		return nil, err
	}
	if d, ok := node.(*Document); ok && o.AsOf != "" {
		a.Documents[0].State, err = standing(d, root.Provision, steps, o.AsOf)
	}
	return a, err
}

// A step is an edge of the amends family, with the document that it comes from.
type step struct {
	edge *Edge
	by   *Document
}

// date is when the step takes effect, else when its document was issued.
func (s step) date() string { return cmp.Or(s.edge.Effective, s.by.Effective, s.by.Issued) }

func stepsOnto(ctx context.Context, r Reader, root Root, all bool) ([]step, error) {
	links, err := r.Links(ctx, []NodeRef{root.NodeRef}, nil, []EdgeType{Amends})
	if err != nil {
		return nil, err
	}
	var refs []EdgeRef
	var sources []NodeRef
	for _, l := range links {
		if all || !l.Low {
			refs, sources = append(refs, l.EdgeRef), append(sources, l.From)
		}
	}
	edges, err := r.EdgesAt(ctx, refs)
	if err != nil {
		return nil, err
	}
	nodes, err := nodesAt(ctx, r, sources)
	if err != nil {
		return nil, err
	}
	var steps []step
	for _, e := range edges {
		by, ok := nodes[e.From].(*Document)
		if ok && (root.Provision == "" || concerns(e, root.Provision)) {
			steps = append(steps, step{e, by})
		}
	}
	slices.SortStableFunc(steps, func(a, b step) int {
		return cmp.Or(strings.Compare(a.date(), b.date()), strings.Compare(a.by.Key, b.by.Key))
	})
	return steps, nil
}

// concerns reports whether a step touches a provision: it names the provision,
// a part of it or what holds it, or it ends or suspends the whole document.
func concerns(e *Edge, provision string) bool {
	return touches(e.ScopesTo, provision) || len(e.ScopesTo) == 0 && slices.Contains(whole, e.Kind)
}

// whole are the kinds that are of a whole document unless they name provisions.
var whole = []string{"replaces", "repeals", "suspends", "extends"}

func fillSteps(ctx context.Context, r Reader, a *Answer, root Node, steps []step) error {
	var items []item
	edges := make(map[EdgeRef]int)
	for _, s := range steps {
		items = append(items, item{s.by.Ref(), 1, s.by})
		edges[s.edge.EdgeRef] = 1
		a.Steps = append(a.Steps, Step{
			Date: s.date(), By: s.by.Key, Kind: s.edge.Kind, What: s.edge.bestQuote(),
			ScopesTo: orEmpty(s.edge.ScopesTo),
		})
	}
	slices.SortFunc(items, compareItems)
	items = slices.CompactFunc(items, func(a, b item) bool { return a.ref == b.ref })
	return fill(ctx, r, a, root, items, edges)
}

func (e *Edge) bestQuote() string {
	if len(e.Evidence) == 0 {
		return ""
	}
	return e.Evidence[0].Quote
}

// A scope is what an edge says of one provision.
type scope struct {
	To        string `json:"scope_to"`
	Op        string `json:"op"`
	Effective string `json:"effective"`
	Until     string `json:"until"`
}

// scopes returns what Parts says, or, where there are none, the properties of
// the edge for each of its scopes.
func (e *Edge) scopes() ([]scope, error) {
	var scopes []scope
	for _, text := range e.Parts {
		var s scope
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			return nil, fmt.Errorf("read parts of %q to %q: %w", e.From.ID, e.To.ID, err)
		}
		scopes = append(scopes, s)
	}
	if len(scopes) == 0 {
		for _, to := range e.ScopesTo {
			scopes = append(scopes, scope{To: to, Op: e.Op, Effective: e.Effective})
		}
	}
	return scopes, nil
}
