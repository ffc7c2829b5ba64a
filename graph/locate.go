package graph

import (
	"context"
	"slices"
	"strings"
)

// A Location is what a Query means: one node, or else candidates.
type Location struct {
	Node       NodeRef // zero unless exactly one fits
	Candidates []Candidate
	Near       bool // nothing fits: the candidates are only the nearest
}

// maxNear is how many of the nearest documents are proposed.
const maxNear = 10

// Locate finds what a person means by a KEY: a canonical key or an alias of
// one, the URL of a page, a number, or a name. An instrument that one document
// carries is located as that document. What several fit is not guessed.
func Locate(ctx context.Context, r Reader, q Query) (Location, error) {
	for _, find := range []func(context.Context, Reader, Query) ([]Node, error){
		byKey, byAlias, byPage, byNumber, byName,
	} {
		nodes, err := find(ctx, r, q)
		if err != nil {
			return Location{}, err
		}
		if nodes, err = carried(ctx, r, nodes); err != nil {
			return Location{}, err
		}
		if len(nodes) == 1 {
			return Location{Node: nodes[0].Ref()}, nil
		}
		if len(nodes) > 1 {
			return Location{Candidates: candidates(nodes)}, nil
		}
	}
	nodes, err := nearest(ctx, r, q)
	nodes = nodes[:min(maxNear, len(nodes))]
	return Location{Candidates: candidates(nodes), Near: true}, err
}

func byKey(ctx context.Context, r Reader, q Query) ([]Node, error) {
	key := strings.TrimSpace(q.Text)
	return r.Nodes(ctx, []NodeRef{{LabelDocument, key}, {LabelInstrument, key}})
}

func byAlias(ctx context.Context, r Reader, q Query) ([]Node, error) {
	docs, err := r.Aliased(ctx, []string{strings.TrimSpace(q.Text)})
	return asNodes(docs), err
}

// byPage finds the documents that a page carries, else those it reports on.
func byPage(ctx context.Context, r Reader, q Query) ([]Node, error) {
	page := NodeRef{LabelPage, strings.TrimSpace(q.Text)}
	links, err := r.Links(ctx, []NodeRef{page}, []EdgeType{Carries, ReportsOn}, nil)
	if err != nil || len(links) == 0 {
		return nil, err
	}
	var refs []NodeRef
	for _, l := range links { // CARRIES sorts first
		if l.Type == links[0].Type {
			refs = append(refs, l.To)
		}
	}
	return r.Nodes(ctx, refs)
}

func byNumber(ctx context.Context, r Reader, q Query) ([]Node, error) {
	docs, err := r.Fitting(ctx, q.Patterns)
	return asNodes(docs), err
}

// byName finds what is called exactly so, else what a name begins so, else what
// holds all the words, unless the text is a number: a document that cites it holds
// its words too.
func byName(ctx context.Context, r Reader, q Query) ([]Node, error) {
	nodes, err := r.Holding(ctx, q.distinctWords())
	if err != nil {
		return nil, err
	}
	m := q.matcher()
	for _, fits := range []func(string) bool{m.is, m.begins} {
		var named []Node
		for _, n := range nodes {
			if slices.ContainsFunc(namesOf(n), fits) {
				named = append(named, n)
			}
		}
		if len(named) > 0 {
			return named, nil
		}
	}
	if len(q.Patterns) > 0 {
		return nil, nil
	}
	return nodes, nil
}

// begins reports whether a name begins with the words of the text.
func (m matcher) begins(name string) bool {
	return strings.HasPrefix(strings.Join(m.q.words(name), " ")+" ", m.folded+" ")
}

// carried puts, for an instrument that has carriers, these documents.
func carried(ctx context.Context, r Reader, nodes []Node) ([]Node, error) {
	var refs, found []NodeRef
	for _, n := range nodes {
		refs = append(refs, n.Ref())
	}
	carriers, err := carriersOf(ctx, r, instrumentsIn(refs...))
	if err != nil || len(carriers) == 0 {
		return nodes, err
	}
	for _, ref := range refs {
		if c := carriers[ref]; len(c) > 0 {
			found = append(found, c...)
		} else {
			found = append(found, ref)
		}
	}
	return r.Nodes(ctx, found)
}

// nearest proposes documents of the same number, or else what holds all words
// but one.
func nearest(ctx context.Context, r Reader, q Query) ([]Node, error) {
	var looser []Pattern
	for _, p := range q.Patterns {
		looser = append(looser,
			Pattern{Number: p.Number, Issuer: p.Issuer}, Pattern{Number: p.Number})
	}
	for _, p := range looser {
		docs, err := r.Fitting(ctx, []Pattern{p})
		if err != nil || len(docs) > 0 {
			return asNodes(docs), err
		}
	}
	return holdingMost(ctx, r, q.distinctWords())
}

// maxLeftOut bounds how many words are left out in turn.
const maxLeftOut = 8

func holdingMost(ctx context.Context, r Reader, words []string) ([]Node, error) {
	found := make(map[NodeRef]Node)
	for i := range min(maxLeftOut, len(words)) {
		rest := slices.Delete(slices.Clone(words), i, i+1)
		nodes, err := r.Holding(ctx, rest)
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			found[n.Ref()] = n
		}
	}
	nodes := make([]Node, 0, len(found))
	for _, n := range found {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(a, b Node) int { return CompareNodes(a.Ref(), b.Ref()) })
	return nodes, nil
}

func candidates(nodes []Node) []Candidate {
	list := []Candidate{}
	for _, n := range nodes {
		switch n := n.(type) {
		case *Document:
			list = append(list, Candidate{n.Key, n.Title, n.Issued})
		case *Instrument:
			list = append(list, Candidate{Key: n.Key, Title: n.Name})
		}
	}
	return list
}

func asNodes(docs []*Document) []Node {
	var nodes []Node
	for _, d := range docs {
		nodes = append(nodes, d)
	}
	return nodes
}
