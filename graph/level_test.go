package graph_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"vnlex/graph"
	"vnlex/graph/sqlite"
	"vnlex/graph/storetest"
)

// A counter counts the look-ups that a question makes.
type counter struct {
	graph.Reader
	links, all int
	nodes      int // references asked for
}

func (c *counter) Links(
	ctx context.Context, nodes []graph.NodeRef, out, into []graph.EdgeType,
) ([]graph.Link, error) {
	c.links++
	c.all++
	return c.Reader.Links(ctx, nodes, out, into)
}

func (c *counter) Nodes(ctx context.Context, refs []graph.NodeRef) ([]graph.Node, error) {
	c.all++
	c.nodes += len(refs)
	return c.Reader.Nodes(ctx, refs)
}

func (c *counter) EdgesAt(ctx context.Context, refs []graph.EdgeRef) ([]*graph.Edge, error) {
	c.all++
	return c.Reader.EdgesAt(ctx, refs)
}

func store(t *testing.T, text string) graph.Store {
	t.Helper()
	d, err := storetest.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	return s
}

// fan makes a tree in which every document is implemented by width others.
func fan(width, depth int) string {
	var b strings.Builder
	level := []string{"d"}
	b.WriteString("document d\n")
	for range depth {
		var next []string
		for _, parent := range level {
			for i := range width {
				child := fmt.Sprintf("%s%d", parent, i)
				fmt.Fprintf(&b, "document %s\n%s -implements-> %s\n", child, child, parent)
				next = append(next, child)
			}
		}
		level = next
	}
	return b.String()
}

// TestOneQueryPerLevel wants as many look-ups of links as the tree has levels,
// however wide it is, and a fixed number of others.
func TestOneQueryPerLevel(t *testing.T) {
	root := graph.Root{NodeRef: graph.NodeRef{Label: graph.LabelDocument, ID: "d"}}
	others := 0
	for _, width := range []int{1, 3} {
		s := store(t, fan(width, 6))
		for depth := 1; depth <= 6; depth++ {
			c := &counter{Reader: s}
			a, err := graph.Tree(t.Context(), c, root, graph.TreeOptions{Depth: depth})
			if err != nil {
				t.Fatal(err)
			}
			// One more names the issuers.
			if c.links != depth+1 {
				t.Errorf("width %d, depth %d: %d look-ups of links", width, depth, c.links)
			}
			if others == 0 {
				others = c.all - c.links
			}
			if c.all-c.links != others {
				t.Errorf("width %d, depth %d: %d other look-ups, not %d", width, depth, c.all-c.links, others)
			}
			if want := total(width, depth); len(a.Documents) != want {
				t.Errorf("width %d, depth %d: %d documents, want %d", width, depth, len(a.Documents), want)
			}
		}
	}
}

func total(width, depth int) int {
	sum, level := 1, 1
	for range depth {
		level *= width
		sum += level
	}
	return sum
}

// TestTreeStops wants a cut answer to look no further than it must.
func TestTreeStops(t *testing.T) {
	s := store(t, fan(4, 4)) // 4, 16, 64, 256 a level
	root := graph.Root{NodeRef: graph.NodeRef{Label: graph.LabelDocument, ID: "d"}}
	c := &counter{Reader: s}
	o := graph.TreeOptions{Cut: graph.Cut{Limit: 10}}
	a, err := graph.Tree(t.Context(), c, root, o)
	if err != nil || !a.Truncated || len(a.Documents) != 11 {
		t.Fatalf("%d documents, truncated %v, %v", len(a.Documents), a.Truncated, err)
	}
	if c.links > 3+1 || c.nodes > 50 {
		t.Errorf("for 10 documents it made %d look-ups of links and read %d nodes", c.links, c.nodes)
	}
}

// TestPages wants the parts of a tree to make up the whole, in its order.
func TestPages(t *testing.T) {
	for _, text := range []string{fan(3, 4), "random"} {
		s, keys := graphOf(t, text)
		for _, key := range keys {
			root := graph.Root{NodeRef: graph.NodeRef{Label: graph.LabelDocument, ID: key}}
			whole, err := graph.Tree(t.Context(), s, root, graph.TreeOptions{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			relations := 0
			for offset := 0; ; offset += 7 {
				o := graph.TreeOptions{Cut: graph.Cut{Offset: offset, Limit: 7}}
				a, err := graph.Tree(t.Context(), s, root, o)
				if err != nil {
					t.Fatal(err)
				}
				for _, d := range a.Documents[1:] {
					got = append(got, d.Key)
				}
				relations += len(a.Relations)
				if !a.Truncated {
					break
				}
			}
			var want []string
			for _, d := range whole.Documents[1:] {
				want = append(want, d.Key)
			}
			if strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("%s: parts give\n%s\nthe whole\n%s", key, got, want)
			}
			if relations < len(whole.Relations) {
				t.Errorf("%s: parts have %d relations, the whole %d", key, relations, len(whole.Relations))
			}
		}
	}
}

func graphOf(t *testing.T, text string) (graph.Store, []string) {
	if text != "random" {
		return store(t, text), []string{"d", "d1"}
	}
	s, d := store(t, ""), storetest.Random(3, 150)
	if _, err := s.Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, n := range d.Nodes {
		if n.Ref().Label == graph.LabelDocument && len(keys) < 40 {
			keys = append(keys, n.Ref().ID)
		}
	}
	return s, keys
}
