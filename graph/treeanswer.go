package graph

import (
	"cmp"
	"context"
	"slices"
)

func (t *tree) answer(ctx context.Context, r Reader, root Node) (*Answer, error) {
	items, err := t.items(ctx, r)
	if err != nil {
		return nil, err
	}
	a := &Answer{Question: "implements", Key: root.Ref().ID}
	items, a.Truncated = cut(items, t.o.Cut)
	return a, fill(ctx, r, a, root, items, t.relations(items))
}

// fill puts the root, items and the edges at depths into an answer, and the
// instruments that these speak of.
func fill(
	ctx context.Context, r Reader, a *Answer, root Node, items []item, edges map[EdgeRef]int,
) (err error) {
	if a.Documents, err = documentViews(ctx, r, documentsOf(root, items)); err != nil {
		return err
	}
	if a.Relations, err = relationViews(ctx, r, edges); err != nil {
		return err
	}
	refs := []NodeRef{root.Ref()}
	for _, i := range items {
		refs = append(refs, i.ref)
	}
	for e := range edges {
		refs = append(refs, e.From, e.To)
	}
	a.Instruments, err = instrumentViews(ctx, r, instrumentsIn(refs...))
	return err
}

// items returns what the tree lists, in order: the documents, and instruments
// that a relation names and no document in the tree carries.
func (t *tree) items(ctx context.Context, r Reader) ([]item, error) {
	var items []item
	settled := t.settled()
	for _, ref := range t.order[1:] {
		if v := t.seen[ref]; v.depth <= settled && t.listed(ref) {
			items = append(items, item{ref: ref, depth: v.depth})
		}
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(a.depth, b.depth) })
	if err := t.load(ctx, r, items); err != nil {
		return nil, err
	}
	if !t.o.filters() {
		slices.SortFunc(items, compareItems)
		return items, nil
	}
	items, err := t.filter(ctx, r, items)
	slices.SortFunc(items, compareItems)
	return items, err
}

func (t *tree) listed(ref NodeRef) bool {
	return ref.Label == LabelDocument || t.seen[ref].entered < never && len(t.carriers(ref)) == 0
}

// carriers returns the documents of the tree that carry an instrument.
func (t *tree) carriers(ref NodeRef) []NodeRef {
	var list []NodeRef
	for _, l := range t.touching[ref] {
		if l.Type == Promulgates && l.To == ref && t.seen[l.From] != nil {
			list = append(list, l.From)
		}
	}
	return list
}

// load reads the nodes of the levels that the wanted part of the answer
// touches; items are sorted by depth.
func (t *tree) load(ctx context.Context, r Reader, items []item) error {
	part, _ := cut(items, t.o.Cut)
	if t.o.filters() {
		part = items
	}
	if len(part) == 0 {
		return nil
	}
	first, last := part[0].depth, part[len(part)-1].depth
	var refs []NodeRef
	for _, i := range items {
		if first <= i.depth && i.depth <= last {
			refs = append(refs, i.ref)
		}
	}
	nodes, err := nodesAt(ctx, r, refs)
	for i := range items {
		items[i].node = nodes[items[i].ref]
	}
	return err
}

// filter keeps the documents that were issued when and by whom it is asked.
func (t *tree) filter(ctx context.Context, r Reader, items []item) ([]item, error) {
	issued, err := t.issued(ctx, r, items)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(items, func(i item) bool {
		d, ok := i.node.(*Document)
		return !ok || !between(d.Issued, t.o.Since, t.o.Until) || !issued(i.ref)
	}), nil
}

// issued returns what tells whether a document is of one of the issuers.
func (t *tree) issued(ctx context.Context, r Reader, items []item) (func(NodeRef) bool, error) {
	if len(t.o.Issuers) == 0 {
		return func(NodeRef) bool { return true }, nil
	}
	refs := make([]NodeRef, len(items))
	for i := range items {
		refs[i] = items[i].ref
	}
	links, err := r.Links(ctx, refs, []EdgeType{IssuedBy}, nil)
	by := make(map[NodeRef]bool)
	for _, l := range links {
		if slices.Contains(t.o.Issuers, l.To.ID) {
			by[l.From] = true
		}
	}
	return func(ref NodeRef) bool { return by[ref] }, err
}

// relations returns the relations that lead to the items, each one level down,
// with their depths. What an instrument states counts as its carrier's.
func (t *tree) relations(items []item) map[EdgeRef]int {
	shown := make(map[NodeRef]bool)
	for _, i := range items {
		shown[i.ref] = true
	}
	edges := make(map[EdgeRef]int)
	for _, ref := range t.order {
		for _, l := range t.touching[ref] {
			near, far := t.ends(l)
			if l.Type != Implements || far != ref || !t.shows(shown, ref) {
				continue
			}
			if v := t.seen[near]; v != nil && v.depth+1 == t.seen[ref].depth {
				edges[l.EdgeRef] = v.depth + 1
			}
		}
	}
	return edges
}

func (t *tree) shows(shown map[NodeRef]bool, ref NodeRef) bool {
	if shown[ref] {
		return true
	}
	if ref.Label != LabelInstrument {
		return false
	}
	return slices.ContainsFunc(t.carriers(ref), func(c NodeRef) bool {
		return shown[c] && t.seen[c].depth == t.seen[ref].depth
	})
}
