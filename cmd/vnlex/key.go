package main

import (
	"strings"

	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
	"vnlex/graph"
)

// query makes of what a person typed what the graph can look for.
func query(text string) graph.Query {
	q := graph.Query{Text: text, Fold: normalize.Fold}
	for _, n := range number.Parse(text) {
		q.Patterns = append(q.Patterns, pattern(n))
	}
	return q
}

func pattern(n number.Query) graph.Pattern {
	return graph.Pattern{
		Type:   n.Type,
		Issuer: strings.Join(n.Issuers, "-"),
		Place:  n.Place,
		Year:   n.Year,
		Number: n.Num,
	}
}
