package storetest

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"vnlex/graph"
)

// scripts are graphs, each with questions and what their answers say.
//
//go:embed testdata/*.txtar
var scripts embed.FS

func testScripts(t *testing.T, open func(t *testing.T) graph.Store) {
	files, err := fs.Glob(scripts, "testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("scripts: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(strings.TrimPrefix(file, "testdata/"), ".txtar"),
			func(t *testing.T) { runScript(t, open(t), file) })
	}
}

func runScript(t *testing.T, s graph.Store, file string) {
	text, err := scripts.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, section := range txtar.Parse(text).Files {
		if section.Name == "graph" {
			d, err := Parse(string(section.Data))
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			apply(t, s, d)
			continue
		}
		a, err := Ask(t.Context(), s, section.Name)
		got := Text(a)
		if errors.Is(err, graph.ErrAbsent) {
			got = "absent\n"
		} else if err != nil {
			t.Errorf("%s: %v", section.Name, err)
		}
		if want := string(section.Data); got != want {
			t.Errorf("%s =\n%swant\n%s", section.Name, got, want)
		}
	}
}

// Ask answers a question written as on a command line: the question, its keys,
// then options as name=value.
func Ask(ctx context.Context, r graph.Reader, line string) (*graph.Answer, error) {
	words, err := split(line)
	if err != nil {
		return nil, err
	}
	var keys []string
	options := make(map[string]string)
	for _, w := range words[1:] {
		if name, value, ok := strings.Cut(w, "="); ok {
			options[name] = value
		} else {
			keys = append(keys, w)
		}
	}
	return ask(ctx, r, words[0], keys, options)
}

func ask(
	ctx context.Context, r graph.Reader, question string, keys []string, o map[string]string,
) (*graph.Answer, error) {
	c := cutOf(o)
	switch question {
	case "locate":
		return locate(ctx, r, keys[0], o)
	case "search":
		return graph.Search(ctx, r, query(keys[0], o), c)
	case "missing":
		return graph.Missing(ctx, r, c)
	}
	roots := make([]graph.Root, len(keys))
	for i, key := range keys {
		roots[i] = root(key)
	}
	switch question {
	case "implements":
		return graph.Tree(ctx, r, roots[0], treeOptions(o))
	case "amendments":
		return graph.Amendments(ctx, r, roots[0], graph.AmendmentOptions{Cut: c, AsOf: o["as-of"]})
	case "cites":
		return graph.References(ctx, r, roots[0], c)
	case "cited-by":
		return graph.CitedBy(ctx, r, roots[0], c)
	case "show":
		return graph.Show(ctx, r, roots[0], c)
	case "path":
		return graph.Path(ctx, r, roots[0], roots[1], c)
	}
	return nil, fmt.Errorf("unknown question %q", question)
}

func root(text string) graph.Root {
	key, provision := graph.SplitProvision(text)
	label := graph.LabelDocument
	if strings.HasPrefix(key, "I:") {
		label = graph.LabelInstrument
	}
	return graph.Root{NodeRef: graph.NodeRef{Label: label, ID: key}, Provision: provision}
}

func cutOf(o map[string]string) graph.Cut {
	limit, _ := strconv.Atoi(o["limit"])
	offset, _ := strconv.Atoi(o["offset"])
	return graph.Cut{Offset: offset, Limit: limit, All: o["all"] == "true"}
}

func treeOptions(o map[string]string) graph.TreeOptions {
	depth, _ := strconv.Atoi(o["depth"])
	return graph.TreeOptions{
		Cut: cutOf(o), Up: o["up"] == "true", Depth: depth, Kinds: listOf(o["kinds"]),
		Since: o["since"], Until: o["until"], Issuers: listOf(o["issuers"]),
	}
}

func listOf(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

// query is what a caller makes of a text; number=TYPE:ISSUER:YEAR:NUMBER stands
// for what the extractors would see in it.
func query(text string, o map[string]string) graph.Query {
	q := graph.Query{Text: text, Fold: Fold, Plain: strings.ToLower}
	if parts := strings.Split(o["number"], ":"); len(parts) == 4 {
		year, _ := strconv.Atoi(parts[2])
		q.Patterns = []graph.Pattern{
			{Type: parts[0], Issuer: parts[1], Year: year, Number: parts[3]},
		}
	}
	return q
}

func locate(
	ctx context.Context, r graph.Reader, text string, o map[string]string,
) (*graph.Answer, error) {
	l, err := graph.Locate(ctx, r, query(text, o))
	a := &graph.Answer{Candidates: l.Candidates, Truncated: l.Near}
	if l.Node != (graph.NodeRef{}) {
		a.Candidates = []graph.Candidate{{Key: l.Node.ID, Title: "(it)"}}
	}
	return a, err
}
