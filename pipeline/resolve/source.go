package resolve

import (
	"slices"

	"vnlex/graph"
)

// source notes the evidence of a field, if the text shows it.
func (w *writer) source(field string, s statement) {
	if s.quote != "" {
		w.doc.Sources = append(w.doc.Sources, graph.Source{Field: field, URL: s.page.URL,
			Start: s.start, End: s.end, Quote: s.quote, Rule: s.rule}.Text())
	}
}

// maxDisputed values of a field are enough to see that it is disputed.
const maxDisputed = 10

// dispute notes the values that do not agree with the one believed.
func (w *writer) dispute(field string, all []option, agree func(a, b string) bool) {
	if len(all) < 2 {
		return
	}
	c := graph.Conflict{Field: field}
	for i, o := range all {
		if i == 0 || len(c.Values) < maxDisputed && w.disputes(field, o, all[0], agree) {
			c.Values = append(c.Values, graph.ConflictValue{Value: o.value, URL: o.best.page.URL,
				Quote: o.best.quote})
		}
	}
	if len(c.Values) > 1 {
		w.doc.Conflicts = append(w.doc.Conflicts, c.Text())
	}
}

// disputes reports whether o speaks against what is believed. Citations shorten and
// vary titles, so only the document's own head or metadata speaks against one.
func (w *writer) disputes(field string, o, believed option, agree func(a, b string) bool) bool {
	if agree(o.value, believed.value) {
		return false
	}
	own := []string{"metadata", "header"}
	return field != fieldTitle || slices.Contains(own, o.best.rule) &&
		slices.Contains(own, believed.best.rule)
}
