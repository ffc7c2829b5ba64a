package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// nodeAt returns one node, or ErrAbsent.
func nodeAt(ctx context.Context, r Reader, ref NodeRef) (Node, error) {
	nodes, err := r.Nodes(ctx, []NodeRef{ref})
	if err != nil {
		return nil, err
	}
	if len(nodes) == 0 {
		return nil, fmt.Errorf("%q: %w", ref.ID, ErrAbsent)
	}
	return nodes[0], nil
}

// nodesAt returns those of the nodes that exist, by reference.
func nodesAt(ctx context.Context, r Reader, refs []NodeRef) (map[NodeRef]Node, error) {
	nodes, err := r.Nodes(ctx, refs)
	if err != nil {
		return nil, err
	}
	found := make(map[NodeRef]Node, len(nodes))
	for _, n := range nodes {
		found[n.Ref()] = n
	}
	return found, nil
}

// documentViews shows documents with their issuers and signers, in the given order.
func documentViews(ctx context.Context, r Reader, docs []*Document) ([]DocumentView, error) {
	views := make([]DocumentView, len(docs))
	refs := make([]NodeRef, len(docs))
	at := make(map[NodeRef]int, len(docs))
	for i, d := range docs {
		views[i], refs[i], at[d.Ref()] = viewDocument(d), d.Ref(), i
	}
	links, err := r.Links(ctx, refs, []EdgeType{IssuedBy, SignedBy}, nil)
	if err != nil {
		return nil, err
	}
	edges, ends, err := edgesWithEnds(ctx, r, links)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(edges, func(a, b *Edge) int { return cmp.Compare(a.Order, b.Order) })
	for _, e := range edges {
		v := &views[at[e.From]]
		switch to := ends[e.To].(type) {
		case *Agency:
			v.Issuers = append(v.Issuers, cmp.Or(to.Name, to.Code))
		case *Person:
			v.Signers = append(v.Signers, SignerView{to.Name, e.Title, e.Capacity})
		}
	}
	return views, nil
}

// edgesWithEnds returns the edges behind links and the nodes that they reach.
func edgesWithEnds(ctx context.Context, r Reader, links []Link) ([]*Edge, map[NodeRef]Node, error) {
	var refs []EdgeRef
	var ends []NodeRef
	for _, l := range links {
		refs, ends = append(refs, l.EdgeRef), append(ends, l.To)
	}
	edges, err := r.EdgesAt(ctx, refs)
	if err != nil {
		return nil, nil, err
	}
	nodes, err := nodesAt(ctx, r, ends)
	return edges, nodes, err
}

func viewDocument(d *Document) DocumentView {
	return DocumentView{
		Key: d.Key, Symbol: d.Symbol, Type: d.Type, Title: d.Title, Issuers: []string{},
		Issued: d.Issued, Effective: d.Effective, Expires: d.Expires,
		StatusPrinted: d.StatusPrinted, Provisional: d.Provisional,
		Place: d.Place, Unit: d.Unit, Term: d.Term, Aliases: orEmpty(d.Aliases),
	}
}

// instrumentViews shows instruments with their carriers, by key.
func instrumentViews(ctx context.Context, r Reader, refs []NodeRef) ([]InstrumentView, error) {
	nodes, err := r.Nodes(ctx, refs)
	if err != nil {
		return nil, err
	}
	carriers, err := carriersOf(ctx, r, refs)
	if err != nil {
		return nil, err
	}
	views := make([]InstrumentView, 0, len(nodes))
	for _, n := range nodes {
		i := n.(*Instrument)
		v := InstrumentView{Key: i.Key, Name: i.Name, Kind: i.Kind, Horizon: i.Horizon}
		if i.PeriodFrom != "" || i.PeriodTo != "" {
			v.Period = []string{i.PeriodFrom, i.PeriodTo}
		}
		if c := carriers[i.Ref()]; len(c) > 0 {
			v.Carrier = c[0].ID
		}
		views = append(views, v)
	}
	return views, nil
}

// carriersOf returns the documents that carry each instrument, by key.
func carriersOf(ctx context.Context, r Reader, refs []NodeRef) (map[NodeRef][]NodeRef, error) {
	if len(refs) == 0 {
		return nil, nil
	}
	links, err := r.Links(ctx, refs, nil, []EdgeType{Promulgates})
	if err != nil {
		return nil, err
	}
	carriers := make(map[NodeRef][]NodeRef)
	for _, l := range links {
		if !slices.Contains(carriers[l.To], l.From) {
			carriers[l.To] = append(carriers[l.To], l.From)
		}
	}
	return carriers, nil
}

// relationViews shows the edges at depths, in the order of an answer.
func relationViews(ctx context.Context, r Reader, depths map[EdgeRef]int) ([]Relation, error) {
	edges, err := r.EdgesAt(ctx, slices.Collect(maps.Keys(depths)))
	if err != nil {
		return nil, err
	}
	views := make([]Relation, 0, len(edges))
	for _, e := range edges {
		views = append(views, viewRelation(e, depths[e.EdgeRef]))
	}
	slices.SortStableFunc(views, func(a, b Relation) int {
		return cmp.Or(cmp.Compare(a.Depth, b.Depth), strings.Compare(a.From, b.From),
			strings.Compare(a.To, b.To), strings.Compare(a.Kind, b.Kind))
	})
	return views, nil
}

func viewRelation(e *Edge, depth int) Relation {
	v := Relation{
		From: e.From.ID, To: e.To.ID, Family: strings.ToLower(string(e.Type)), Kind: e.Kind,
		Depth: depth, Confidence: e.Confidence, Derived: e.Derived, Effective: e.Effective,
		Op: e.Op, ScopesFrom: orEmpty(e.ScopesFrom), ScopesTo: orEmpty(e.ScopesTo),
		Evidence: []EvidenceView{},
	}
	for _, ev := range e.Evidence {
		s := &Sentence{ev.Quote, ev.Start, ev.End, ev.Rule, ev.Confidence}
		v.Evidence = append(v.Evidence, EvidenceView{ev.URL, s})
	}
	for _, url := range e.URLs { // RELATED
		v.Evidence = append(v.Evidence, EvidenceView{URL: url})
	}
	return v
}

// sourceViews shows where the fields of a document were read.
func sourceViews(d *Document) ([]SourceView, error) {
	views := []SourceView{}
	for _, text := range d.Sources {
		var s Source
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			return nil, fmt.Errorf("read sources of %q: %w", d.Key, err)
		}
		views = append(views, SourceView{s.Field, s.URL, s.Quote, s.Start, s.End, s.Rule})
	}
	return views, nil
}

func conflictViews(d *Document) ([]ConflictView, error) {
	views := []ConflictView{}
	for _, text := range d.Conflicts {
		var c Conflict
		if err := json.Unmarshal([]byte(text), &c); err != nil {
			return nil, fmt.Errorf("read conflicts of %q: %w", d.Key, err)
		}
		views = append(views, ConflictView{d.Key, c.Field, c.Values})
	}
	return views, nil
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
