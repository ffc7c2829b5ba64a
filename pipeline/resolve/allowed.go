package resolve

import "vnlex/graph"

// admits reports whether the graph has relations of a type between such nodes: a
// document's to both, an instrument's only where it implements another. What a page
// states of other pairs holds between the carriers alone. (spec: graph.md)
func admits(typ graph.EdgeType, from, to string) bool {
	return isDocument(from) || typ == graph.Implements && !isDocument(to)
}

// refused drops what leads from an older document to a newer one or back to itself.
func (w *relations) refused(s *Statement, v relationValue) bool {
	reason := ""
	switch {
	case s.From == s.To, s.ToOwner == w.unit.Key && (isDocument(s.From) || isDocument(s.To)):
		reason = "self"
	case older(w.unit.Issued, s.ToIssued) && !mayPointForward(v):
		reason = "older"
	default:
		return false
	}
	w.drops = append(w.drops, Drop{s.From, s.To, v.Kind, s.Rule, s.Page.URL, reason})
	return true
}

// mayPointForward reports whether a relation may lead to a newer document.
func mayPointForward(v relationValue) bool {
	if v.Kind == "consolidates" {
		return true
	}
	for _, p := range v.Parts {
		if v.Kind == "refers_to" && p.Quoted {
			return true
		}
	}
	return false
}
