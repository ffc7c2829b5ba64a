package graph

import (
	"context"
	"slices"
)

// References answers with what root cites.
func References(ctx context.Context, r Reader, root Root, c Cut) (*Answer, error) {
	links, err := r.Links(ctx, []NodeRef{root.NodeRef}, []EdgeType{Cites}, nil)
	if err != nil {
		return nil, err
	}
	a := &Answer{Question: "cites", Key: root.ID}
	return neighbours(ctx, r, a, root, links, c)
}

// CitedBy answers with what cites root, or its provision or parts of that.
func CitedBy(ctx context.Context, r Reader, root Root, c Cut) (*Answer, error) {
	links, err := r.Links(ctx, []NodeRef{root.NodeRef}, nil, []EdgeType{Cites})
	if err != nil {
		return nil, err
	}
	if root.Provision != "" {
		if links, err = onto(ctx, r, links, root.Provision); err != nil {
			return nil, err
		}
	}
	a := &Answer{Question: "cited-by", Key: root.ID + root.Provision}
	return neighbours(ctx, r, a, root, links, c)
}

// onto keeps the links whose edges name the provision, a part of it or what holds it.
func onto(ctx context.Context, r Reader, links []Link, provision string) ([]Link, error) {
	var refs []EdgeRef
	for _, l := range links {
		refs = append(refs, l.EdgeRef)
	}
	edges, err := r.EdgesAt(ctx, refs)
	named := make(map[EdgeRef]bool)
	for _, e := range edges {
		named[e.EdgeRef] = touches(e.ScopesTo, provision)
	}
	return slices.DeleteFunc(links, func(l Link) bool { return !named[l.EdgeRef] }), err
}

// neighbours answers with root and the other ends of its links.
func neighbours(
	ctx context.Context, r Reader, a *Answer, root Root, links []Link, c Cut,
) (*Answer, error) {
	items, node, err := itemsAt(ctx, r, root, links)
	if err != nil {
		return nil, err
	}
	items, a.Truncated = cut(items, c)
	shown := make(map[NodeRef]bool)
	for _, i := range items {
		shown[i.ref] = true
	}
	edges := make(map[EdgeRef]int)
	for _, l := range links {
		if shown[l.other(root.NodeRef)] {
			edges[l.EdgeRef] = 1
		}
	}
	return a, fill(ctx, r, a, node, items, edges)
}

// itemsAt returns the other ends of links, and the root itself.
func itemsAt(ctx context.Context, r Reader, root Root, links []Link) ([]item, Node, error) {
	node, err := nodeAt(ctx, r, root.NodeRef)
	if err != nil {
		return nil, nil, err
	}
	var refs []NodeRef
	for _, l := range links {
		refs = append(refs, l.other(root.NodeRef))
	}
	nodes, err := r.Nodes(ctx, refs)
	if err != nil {
		return nil, nil, err
	}
	var items []item
	for _, n := range nodes {
		items = append(items, item{n.Ref(), 1, n})
	}
	slices.SortFunc(items, compareItems)
	return items, node, nil
}

// other returns the end of a link that is not ref.
func (l Link) other(ref NodeRef) NodeRef {
	if l.From == ref {
		return l.To
	}
	return l.From
}
