package storetest

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"vnlex/graph"
)

// Differential asks both stores the same and compares the answers byte for
// byte: the whole graph, every question of every document and instrument, paths
// and searches. With -short it asks of one in ten.
func Differential(t *testing.T, a, b graph.Reader) {
	t.Run("contents", func(t *testing.T) { wantGraph(t, b, contents(t, a)...) })
	docs, refs := subjects(t, a)
	for i, ref := range refs {
		var lines []string
		for _, question := range []string{
			"implements", "implements limit=3 offset=2", "implements up=true depth=2 all=true",
			"implements kinds=guides,details since=2000 issuers=bct,ttg", "amendments as-of=2015-06-01",
			"amendments all=true", "cites", "cited-by limit=2", "show limit=2",
		} {
			word, options, _ := strings.Cut(question, " ")
			lines = append(lines, word+" "+quote(ref.ID)+" "+options)
		}
		other := refs[(i*7+3)%len(refs)]
		lines = append(lines, "path "+quote(ref.ID)+" "+quote(other.ID),
			"amendments "+quote(ref.ID+"#dieu-1")+" as-of=2020",
			"cited-by "+quote(ref.ID+"#dieu-2.khoan-1"),
			"locate "+quote(ref.ID))
		compare(t, a, b, lines)
	}
	for _, d := range docs {
		parts := strings.Split(d.Key, ":")
		compare(t, a, b, []string{
			"search " + quote(d.Title), "search " + quote(Fold(d.Title)) + " limit=5",
			"locate " + quote(d.Title), "locate " + quote(d.Title+" nữa"),
			"locate " + quote(d.Symbol) + " number=" + parts[1] + ":::" + parts[len(parts)-1],
		})
	}
	compare(t, a, b, []string{"missing", "missing limit=7 offset=3", "locate https://x.vn/3",
		"locate chung", "search 2030", "search đất"})
}

func quote(s string) string { return `"` + s + `"` }

// subjects returns the documents and the references of all that has questions.
func subjects(t *testing.T, r graph.Reader) (docs []*graph.Document, refs []graph.NodeRef) {
	t.Helper()
	for n, err := range r.AllNodes(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		d, isDoc := n.(*graph.Document)
		if !isDoc && n.Ref().Label != graph.LabelInstrument {
			continue
		}
		if isDoc {
			docs = append(docs, d)
		}
		refs = append(refs, n.Ref())
	}
	if testing.Short() {
		docs, refs = tenth(docs), tenth(refs)
	}
	if len(refs) == 0 {
		t.Fatal("the graph is empty")
	}
	return docs, refs
}

func tenth[T any](list []T) []T {
	i := -1
	return slices.DeleteFunc(list, func(T) bool { i++; return i%10 != 0 })
}

func compare(t *testing.T, a, b graph.Reader, lines []string) {
	t.Helper()
	for _, line := range lines {
		want, err := answer(t.Context(), a, line)
		got, err2 := answer(t.Context(), b, line)
		if err != nil || err2 != nil {
			t.Fatalf("%s: %v, %v", line, err, err2)
		}
		if got != want {
			t.Errorf("%s =\n%s\nwant\n%s", line, got, want)
		}
	}
}

// answer returns the JSON of an answer.
func answer(ctx context.Context, r graph.Reader, line string) (string, error) {
	a, err := Ask(ctx, r, line)
	if err != nil {
		return "", err
	}
	b, err := json.Marshal(a)
	return string(b), err
}
