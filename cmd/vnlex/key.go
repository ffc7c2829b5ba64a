package main

import (
	"strings"

	"vnlex/extractors/citation"
	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
	"vnlex/graph"
)

// query makes of what a person typed what the graph can look for.
func query(text string) graph.Query {
	q := graph.Query{Text: text, Fold: normalize.Fold, Plain: normalize.Key}
	for _, n := range number.Parse(text) {
		q.Patterns = append(q.Patterns, graph.Pattern{
			Type:   n.Type,
			Issuer: strings.Join(n.Issuers, "-"),
			Place:  n.Place,
			Year:   n.Year,
			Number: n.Num,
		})
	}
	for _, law := range citation.ParseLaw(text) {
		if key, ok := law.Identity(); ok {
			q.Patterns = append(q.Patterns, graph.Pattern{
				Type:   key.Type,
				Issuer: strings.Join(key.Issuers, "-"),
				Year:   key.Year,
				Number: key.Num,
			})
		}
	}
	return q
}
