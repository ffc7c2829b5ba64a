package resolve

import (
	"maps"
	"slices"

	"vnlex/graph"
)

// A Named is a document that a page names.
type Named struct {
	Key   string // of the node
	Value string // of the claim
}

// Page returns the relations of a page to the documents that it carries, reports on
// or mentions: one to each, the strongest.
func Page(url string, all []Named) []*graph.Edge {
	links := map[string]*link{}
	for _, n := range all {
		v := decode[documentValue](n.Value)
		l := links[n.Key]
		if l == nil {
			l = &link{}
			links[n.Key] = l
		}
		l.count += max(v.Count, 1)
		l.carried = l.carried || v.Carried
		l.subject = l.subject || v.Subject
	}
	from := graph.NodeRef{Label: graph.LabelPage, ID: url}
	var edges []*graph.Edge
	for _, key := range slices.Sorted(maps.Keys(links)) {
		e := &graph.Edge{EdgeRef: graph.EdgeRef{From: from, To: ref(key)}}
		links[key].fill(e)
		edges = append(edges, e)
	}
	return edges
}

type link struct {
	count            int
	carried, subject bool
}

func (l *link) fill(e *graph.Edge) {
	switch {
	case l.carried:
		e.Type = graph.Carries
	case l.subject:
		e.Type, e.Count = graph.ReportsOn, l.count
	default:
		e.Type, e.Count = graph.Mentions, l.count
	}
}
