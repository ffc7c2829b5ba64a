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

// splitProvision parts what names a provision (#dieu-5.khoan-2) from what names
// the document; the fragment of a page's URL is none.
func splitProvision(text string) (document, provision string) {
	i := strings.LastIndexByte(text, '#')
	if i < 0 || !isProvision(text[i+1:]) {
		return text, ""
	}
	return strings.TrimSpace(text[:i]), text[i:]
}

func isProvision(s string) bool {
	for _, unit := range []string{"dieu-", "khoan-", "diem-", "phu-luc", "chuong-", "muc-", "phan-", "mau-"} {
		if strings.HasPrefix(s, unit) {
			return true
		}
	}
	return false
}
