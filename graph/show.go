package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// relationTypes are the types that an answer shows as relations.
var relationTypes = []EdgeType{Implements, Amends, Cites, Promulgates, Related}

// Show answers with all that is known of root: fields with their sources, what
// is disputed, issuers, pages, and the relations of every kind in both
// directions (lược đồ). A cut applies to each kind, direction and role by itself,
// so that a much cited document still shows what amended it.
func Show(ctx context.Context, r Reader, root Root, c Cut) (*Answer, error) {
	a := &Answer{Question: "show", Key: root.ID}
	out := slices.Concat(relationTypes, []EdgeType{IssuedBy})
	into := slices.Concat(relationTypes, []EdgeType{Carries, ReportsOn, Mentions})
	links, err := r.Links(ctx, []NodeRef{root.NodeRef}, out, into)
	if err != nil {
		return nil, err
	}
	links, issued, pages := part(links)
	items, node, err := itemsAt(ctx, r, root, links)
	if err != nil {
		return nil, err
	}
	items, edges := a.cutGroups(items, links, root.NodeRef, c)
	if err := fill(ctx, r, a, node, items, edges); err != nil {
		return nil, err
	}
	if err := a.fillPages(ctx, r, pages, c); err != nil {
		return nil, err
	}
	if err := a.fillAgencies(ctx, r, issued); err != nil {
		return nil, err
	}
	return a, a.fillFields(node)
}

// part parts the links of a document: relations, issuers, pages.
func part(links []Link) (relations, issued, pages []Link) {
	for _, l := range links {
		switch l.Type {
		case IssuedBy:
			issued = append(issued, l)
		case Carries, ReportsOn, Mentions:
			pages = append(pages, l)
		default:
			relations = append(relations, l)
		}
	}
	return relations, issued, pages
}

// cutGroups returns the wanted part of each kind of relation in each
// direction, and the items that it speaks of.
func (a *Answer) cutGroups(
	items []item, links []Link, root NodeRef, c Cut,
) ([]item, map[EdgeRef]int) {
	place := make(map[NodeRef]int)
	for i := range items {
		place[items[i].ref] = i
	}
	slices.SortStableFunc(links, func(a, b Link) int {
		return cmp.Or(compareGroups(a, b, root),
			cmp.Compare(place[a.other(root)], place[b.other(root)]))
	})
	edges, shown := make(map[EdgeRef]int), make(map[NodeRef]bool)
	for len(links) > 0 {
		n := 1
		for n < len(links) && compareGroups(links[0], links[n], root) == 0 {
			n++
		}
		group, truncated := cut(links[:n], c)
		a.Truncated = a.Truncated || truncated
		for _, l := range group {
			edges[l.EdgeRef], shown[l.other(root)] = 1, true
		}
		links = links[n:]
	}
	return slices.DeleteFunc(items, func(i item) bool { return !shown[i.ref] }), edges
}

// compareGroups orders links by what they are to the root.
func compareGroups(a, b Link, root NodeRef) int {
	direction := func(l Link) int {
		if l.From == root {
			return 0
		}
		return 1
	}
	return cmp.Or(strings.Compare(string(a.Type), string(b.Type)),
		strings.Compare(a.Kind, b.Kind), cmp.Compare(direction(a), direction(b)))
}

func (a *Answer) fillPages(ctx context.Context, r Reader, links []Link, c Cut) error {
	nodes, err := nodesAt(ctx, r, sources(links))
	if err != nil {
		return err
	}
	a.Pages = []PageView{}
	for _, t := range []EdgeType{Carries, ReportsOn, Mentions} {
		var views []PageView
		for _, l := range links {
			if p, ok := nodes[l.From].(*Page); ok && l.Type == t {
				role := strings.ToLower(string(t))
				views = append(views, PageView{p.URL, p.Title, p.Published, role})
			}
		}
		views, truncated := cut(views, c)
		a.Truncated = a.Truncated || truncated
		a.Pages = append(a.Pages, views...)
	}
	return nil
}

func sources(links []Link) []NodeRef {
	var refs []NodeRef
	for _, l := range links {
		refs = append(refs, l.From)
	}
	return refs
}

func (a *Answer) fillAgencies(ctx context.Context, r Reader, links []Link) error {
	var refs []NodeRef
	for _, l := range links {
		refs = append(refs, l.To)
	}
	nodes, err := r.Nodes(ctx, refs)
	a.Agencies = []AgencyView{}
	for _, n := range nodes {
		if g, ok := n.(*Agency); ok {
			view := AgencyView{g.Code, g.Name, g.Kind, g.ValidFrom, g.ValidTo}
			a.Agencies = append(a.Agencies, view)
		}
	}
	return err
}

// fillFields adds where the fields of a document were read and what is disputed.
func (a *Answer) fillFields(root Node) (err error) {
	a.Conflicts = []ConflictView{}
	d, ok := root.(*Document)
	if !ok {
		return nil
	}
	if a.Documents[0].Sources, err = sourceViews(d); err != nil {
		return err
	}
	a.Conflicts, err = conflictViews(d)
	return err
}
