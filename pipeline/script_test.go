package pipeline_test

import (
	"slices"
	"strings"
	"testing"

	"vnlex/extractors/reading"
	"vnlex/graph"
	"vnlex/pipeline"
)

// A script says what is read on each page, so that a test can tell what resolution
// makes of it. The text of a page is a line for each sentence that is quoted.
type script map[string]*reading.Reading

func (s script) read(src reading.Source) *reading.Reading {
	r := *s[src.URL]
	r.Page.URL = src.URL
	return &r
}

// text returns the stored text of every page of a script.
const scriptText = "Câu chứng cứ.\n"

var scriptEvidence = reading.Evidence{Start: 0, End: len("Câu chứng cứ."), Quote: "Câu chứng cứ."}

func (s script) open(t *testing.T) *database {
	t.Helper()
	return newDatabase(t, pipeline.WithReader(pipeline.Options{Jobs: 1}, s.read))
}

func (s script) docs(urls ...string) []doc {
	var out []doc
	for _, u := range urls {
		out = append(out, doc{u, scriptText})
	}
	return out
}

// paper is a document as a page names it.
func paper(key, issued, title string) reading.Document {
	return reading.Document{Key: key, Issued: issued, Title: title,
		Mentions: []reading.Place{{Start: 0, End: 4}}}
}

func says(from, family, kind, to string) reading.Relation {
	return reading.Relation{From: from, To: to, Family: family, Kind: kind, Confidence: 0.9,
		Rule: "T001", Evidence: scriptEvidence}
}

func page(published string, docs []reading.Document, rest ...any) *reading.Reading {
	r := &reading.Reading{Page: reading.Page{Kind: "news", Published: published}, Documents: docs}
	for _, x := range rest {
		switch x := x.(type) {
		case reading.Relation:
			r.Relations = append(r.Relations, x)
		case reading.Instrument:
			r.Instruments = append(r.Instruments, x)
		case string:
			r.Subject = x
		}
	}
	return r
}

// lines returns documents, instruments and the relations between them, in short.
func (d *database) lines() []string {
	d.t.Helper()
	var out []string
	for _, n := range d.nodes() {
		switch n := n.(type) {
		case *graph.Document:
			out = append(out, strings.TrimRight(n.Key+" "+n.Issued+" "+strings.Join(n.Aliases,
				" "), " "))
		case *graph.Instrument:
			out = append(out, strings.TrimRight(n.Key+" "+n.Name+" | "+strings.Join(n.Aliases,
				" | "), " |"))
		}
	}
	for _, e := range d.edges() {
		switch e.Type {
		case graph.Implements, graph.Amends, graph.Cites, graph.Promulgates, graph.Related:
			derived := ""
			if e.Derived {
				derived = " derived"
			}
			out = append(out, e.From.ID+" "+e.Kind+derived+" "+e.To.ID)
		}
	}
	slices.Sort(out)
	return out
}

func (d *database) want(lines ...string) {
	d.t.Helper()
	slices.Sort(lines)
	if got := d.lines(); !slices.Equal(got, lines) {
		d.t.Errorf("graph is\n  %s\nwant\n  %s", strings.Join(got, "\n  "),
			strings.Join(lines, "\n  "))
	}
}
