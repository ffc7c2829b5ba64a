package graph

import (
	"context"
	"math"
	"slices"
)

// Tree answers with the tree of what implements root, or of what it
// implements. Each document stands at its smallest depth; an instrument is
// passed through and takes no level: what implements the strategy implements
// the document that carries it.
func Tree(ctx context.Context, r Reader, root Root, o TreeOptions) (*Answer, error) {
	node, err := nodeAt(ctx, r, root.NodeRef)
	if err != nil {
		return nil, err
	}
	t := &tree{o: o, seen: make(map[NodeRef]*visit), touching: make(map[NodeRef][]Link)}
	t.reach(root.NodeRef, 0, false)
	for front := t.front(); len(front) > 0; front = t.front() {
		links, err := t.expand(ctx, r, front)
		if err != nil {
			return nil, err
		}
		t.follow(links)
	}
	return t.answer(ctx, r, node)
}

// A visit is where a node stands in the tree.
type visit struct {
	depth    int // smallest; the root has 0
	entered  int // of an instrument: smallest depth at which a relation names it
	expanded bool
}

const never = math.MaxInt

// A tree grows level by level. Depths may still fall while instruments are
// open, so links are kept and judged at the end.
type tree struct {
	o        TreeOptions
	seen     map[NodeRef]*visit
	order    []NodeRef // as reached
	touching map[NodeRef][]Link
	lowered  []NodeRef // whose depth fell and has not been passed on
}

// reach notes a node at a depth that is wanted; entered says that a relation of
// the tree names it.
func (t *tree) reach(ref NodeRef, depth int, entered bool) {
	if depth > t.o.depth() {
		return
	}
	v := t.seen[ref]
	if v == nil {
		v = &visit{depth: never, entered: never}
		t.seen[ref] = v
		t.order = append(t.order, ref)
	}
	if depth < v.depth || entered && depth < v.entered {
		t.lowered = append(t.lowered, ref)
	}
	v.depth = min(v.depth, depth)
	if entered {
		v.entered = min(v.entered, depth)
	}
}

// front returns the nodes that can still lead to something wanted.
func (t *tree) front() []NodeRef {
	if t.enough() {
		return nil
	}
	var front []NodeRef
	for _, ref := range t.order {
		if v := t.seen[ref]; !v.expanded && t.leads(ref) < t.o.depth() {
			v.expanded = true
			front = append(front, ref)
		}
	}
	return front
}

func (o TreeOptions) depth() int {
	if o.Depth <= 0 {
		return never
	}
	return o.Depth
}

// leads returns the depth up to which nothing more can come out of a node: its
// own, or one less for an instrument whose carriers stand beside it.
func (t *tree) leads(ref NodeRef) int {
	v := t.seen[ref]
	if ref.Label == LabelInstrument && v.entered < never {
		return min(v.depth, v.entered-1)
	}
	return v.depth
}

// enough reports whether the settled part of the tree fills what is asked for,
// and more. With filters, only the whole tree tells.
func (t *tree) enough() bool {
	if t.o.Limit <= 0 || t.o.filters() {
		return false
	}
	n, settled := 0, t.settled()
	for _, ref := range t.order[1:] {
		if ref.Label == LabelDocument && t.seen[ref].depth <= settled {
			n++
		}
	}
	return n > max(t.o.Offset, 0)+t.o.Limit
}

// settled returns the depth down to which the tree is complete and will not change.
func (t *tree) settled() int {
	settled := never
	for _, ref := range t.order {
		if leads := t.leads(ref); !t.seen[ref].expanded && leads < t.o.depth() {
			settled = min(settled, leads)
		}
	}
	return settled
}

func (o TreeOptions) filters() bool {
	return o.Since != "" || o.Until != "" || len(o.Issuers) > 0
}

func (t *tree) expand(ctx context.Context, r Reader, front []NodeRef) ([]Link, error) {
	out, into := []EdgeType{Promulgates}, []EdgeType{Implements, Promulgates}
	if t.o.Up {
		out, into = into, out
	}
	return r.Links(ctx, front, out, into)
}

// follow takes links in and passes depths along them until none falls any more.
func (t *tree) follow(links []Link) {
	for _, l := range links {
		if t.wanted(l) {
			t.touching[l.From] = append(t.touching[l.From], l)
			t.touching[l.To] = append(t.touching[l.To], l)
			t.step(l)
		}
	}
	for i := 0; i < len(t.lowered); i++ {
		for _, l := range t.touching[t.lowered[i]] {
			t.step(l)
		}
	}
	t.lowered = t.lowered[:0]
}

func (t *tree) wanted(l Link) bool {
	if l.Low && !t.o.All {
		return false
	}
	return l.Type == Promulgates || len(t.o.Kinds) == 0 || slices.Contains(t.o.Kinds, l.Kind)
}

// step passes depth along one link.
func (t *tree) step(l Link) {
	if l.Type == Promulgates {
		t.carry(l)
		return
	}
	near, far := t.ends(l)
	if v := t.seen[near]; v != nil {
		t.reach(far, v.depth+1, true)
	}
}

// ends returns the end of a relation that is nearer to the root, and the other.
func (t *tree) ends(l Link) (near, far NodeRef) {
	if t.o.Up {
		return l.From, l.To
	}
	return l.To, l.From
}

// carry passes depth between an instrument and its carrier: to the instrument
// always, to the carrier of an instrument that a relation has named.
func (t *tree) carry(l Link) {
	if v := t.seen[l.From]; v != nil {
		t.reach(l.To, v.depth, false)
	}
	if v := t.seen[l.To]; v != nil && v.entered < never {
		t.reach(l.From, v.entered, true)
	}
}
