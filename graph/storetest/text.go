package storetest

import (
	"fmt"
	"strings"

	"vnlex/graph"
)

// Text renders an answer in lines that a person can read and a script compares.
func Text(a *graph.Answer) string {
	var b strings.Builder
	line := func(words ...string) {
		b.WriteString(strings.TrimRight(strings.Join(words, " "), " ") + "\n")
	}
	if a == nil {
		return ""
	}
	for _, c := range a.Candidates {
		line("candidate", c.Key, c.Issued, c.Title)
	}
	for _, d := range a.Documents {
		line("document", d.Key, d.Issued, documentExtras(d))
	}
	for _, i := range a.Instruments {
		line("instrument", i.Key, i.Carrier)
	}
	for _, r := range a.Relations {
		line("relation", fmt.Sprint(r.Depth), r.From, "-"+kindOf(r)+"->", r.To)
	}
	for _, g := range a.Agencies {
		line("agency", g.Code)
	}
	for _, p := range a.Pages {
		line("page", p.Role, p.URL)
	}
	for _, s := range a.Steps {
		line("step", s.Date, s.Kind, s.By, strings.Join(s.ScopesTo, ","))
	}
	for _, c := range a.Conflicts {
		line("conflict", c.Field, fmt.Sprint(len(c.Values)))
	}
	if a.Truncated {
		line("truncated")
	}
	return b.String()
}

func kindOf(r graph.Relation) string {
	if r.Kind == "" {
		return r.Family
	}
	return r.Kind
}

func documentExtras(d graph.DocumentView) string {
	var words []string
	add := func(name string, value any, present bool) {
		if present {
			words = append(words, fmt.Sprintf("%s=%v", name, value))
		}
	}
	add("by", strings.Join(d.Issuers, "+"), len(d.Issuers) > 0)
	for _, s := range d.Signers {
		add("signed", s.Name, true)
	}
	for _, s := range d.Sources {
		add("source", s.Field, true)
	}
	add("score", d.Score, d.Score != 0)
	add("count", d.Count, d.Count != 0)
	add("pages", d.Pages, d.Pages != 0)
	if s := d.State; s != nil {
		add("in_force", s.InForce, true)
		add("since", s.Since, true)
		add("until", s.Until, s.Until != "")
		add("amended_by", strings.Join(s.AmendedBy, "+"), len(s.AmendedBy) > 0)
	}
	return strings.Join(words, " ")
}
