package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// pathTypes are the types that a path follows, in either direction.
var pathTypes = []EdgeType{Implements, Amends, Cites, Promulgates}

// Path answers with the shortest way from a to b, the relations of each pair
// of neighbours on it, and its documents in their order. Of several shortest
// ways it takes the one whose first differing key is smallest. When there is no
// way, it answers with the two ends alone.
func Path(ctx context.Context, r Reader, a, b Root, c Cut) (*Answer, error) {
	for _, end := range []Root{a, b} {
		if _, err := nodeAt(ctx, r, end.NodeRef); err != nil {
			return nil, err
		}
	}
	p := &path{all: c.All, from: newSide(a.NodeRef), to: newSide(b.NodeRef)}
	if err := p.search(ctx, r); err != nil {
		return nil, err
	}
	return p.answer(ctx, r, a.NodeRef, b.NodeRef)
}

// A side is the search from one end: the distance of each node it has met.
type side struct {
	depth int
	dist  map[NodeRef]int
	front []NodeRef
}

func newSide(ref NodeRef) *side {
	return &side{dist: map[NodeRef]int{ref: 0}, front: []NodeRef{ref}}
}

// A path grows from both ends, always from the one with the smaller front.
type path struct {
	all      bool
	from, to *side
	near     map[NodeRef][]Link // the links of each node that was expanded
}

func (p *path) search(ctx context.Context, r Reader) error {
	p.near = make(map[NodeRef][]Link)
	for !p.met() && len(p.from.front) > 0 && len(p.to.front) > 0 {
		s := p.from
		if len(p.to.front) < len(p.from.front) {
			s = p.to
		}
		if err := p.grow(ctx, r, s); err != nil {
			return err
		}
	}
	return nil
}

// met reports whether the sides share a node.
func (p *path) met() bool {
	small, large := p.from, p.to
	if len(large.front) < len(small.front) {
		small, large = large, small
	}
	return slices.ContainsFunc(small.front, func(ref NodeRef) bool {
		_, ok := large.dist[ref]
		return ok
	})
}

// grow moves the front of a side one link out.
func (p *path) grow(ctx context.Context, r Reader, s *side) error {
	links, err := r.Links(ctx, s.front, pathTypes, pathTypes)
	if err != nil {
		return err
	}
	s.depth++
	s.front = nil
	for _, l := range links {
		if l.Low && !p.all {
			continue
		}
		p.near[l.From], p.near[l.To] = append(p.near[l.From], l), append(p.near[l.To], l)
		for _, ref := range []NodeRef{l.From, l.To} {
			if _, ok := s.dist[ref]; !ok {
				s.dist[ref] = s.depth
				s.front = append(s.front, ref)
			}
		}
	}
	return nil
}

// way returns the nodes from a to b, or nil. From a node it goes to the
// smallest neighbour that stands on some shortest way.
func (p *path) way(a NodeRef) []NodeRef {
	left := p.toEnd()
	if _, ok := left[a]; !ok {
		return nil
	}
	way := []NodeRef{a}
	for at := a; left[at] > 0; {
		var next []NodeRef
		for _, l := range p.near[at] {
			other := l.other(at)
			if d, ok := left[other]; ok && d == left[at]-1 {
				next = append(next, other)
			}
		}
		at = slices.MinFunc(next, compareKeys)
		way = append(way, at)
	}
	return way
}

// toEnd returns the distance to the end of each node on a shortest way.
func (p *path) toEnd() map[NodeRef]int {
	left := make(map[NodeRef]int)
	for ref, d := range p.to.dist {
		left[ref] = d
	}
	var front []NodeRef
	for ref, d := range p.from.dist {
		if _, ok := p.to.dist[ref]; ok && d == p.from.depth {
			front = append(front, ref)
		}
	}
	for d := p.from.depth; d > 0; d-- {
		front = p.back(front, left, d-1)
	}
	return left
}

// back returns the nodes at a distance from the start that a front links to.
func (p *path) back(front []NodeRef, left map[NodeRef]int, dist int) []NodeRef {
	var next []NodeRef
	for _, ref := range front {
		for _, l := range p.near[ref] {
			other := l.other(ref)
			d, met := p.from.dist[other]
			if _, done := left[other]; met && d == dist && !done {
				left[other] = left[ref] + 1
				next = append(next, other)
			}
		}
	}
	return next
}

// answer shows the way: its nodes in order and what relates each to the next.
func (p *path) answer(ctx context.Context, r Reader, a, b NodeRef) (*Answer, error) {
	way := p.way(a)
	edges := make(map[EdgeRef]int)
	for i := 1; i < len(way); i++ {
		for _, l := range p.near[way[i]] {
			if l.other(way[i]) == way[i-1] {
				edges[l.EdgeRef] = i
			}
		}
	}
	if way == nil {
		way = []NodeRef{a, b}
	}
	nodes, err := nodesAt(ctx, r, way)
	if err != nil {
		return nil, err
	}
	var items []item
	for i, ref := range way[1:] {
		items = append(items, item{ref, i + 1, nodes[ref]})
	}
	answer := &Answer{Question: "path", Key: a.ID}
	return answer, fill(ctx, r, answer, nodes[a], items, edges)
}

// compareKeys orders by identifier first.
func compareKeys(a, b NodeRef) int {
	return cmp.Or(strings.Compare(a.ID, b.ID), CompareNodes(a, b))
}
