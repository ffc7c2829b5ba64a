package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"vnlex/graph"
	"vnlex/graph/storetest"
)

func parse(t *testing.T, lines ...string) graph.Delta {
	t.Helper()
	d, err := storetest.Parse(strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func apply(t *testing.T, s *Store, d graph.Delta) {
	t.Helper()
	if _, err := s.Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
}

func snapshot(t *testing.T, s *Store) *Snapshot {
	t.Helper()
	snap, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { snap.Close() })
	return snap
}

func heads(t *testing.T, s *Store) graph.Cursors {
	t.Helper()
	snap, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	h, err := snap.Heads(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// logAfter renders the log of all buckets after cursors.
func logAfter(t *testing.T, s *Store, after graph.Cursors) []string {
	t.Helper()
	snap, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	var lines []string
	for b := range 256 {
		seq := after[byte(b)].Seq
		for c, err := range snap.Changes(t.Context(), byte(b), seq) {
			if err != nil {
				t.Fatal(err)
			}
			if seq++; c.Seq != seq {
				t.Errorf("bucket %d: entry %d is numbered %d", b, seq, c.Seq)
			}
			if got := bucketOf(c); got != byte(b) {
				t.Errorf("%s is in bucket %d, not %d", changeLine(c), b, got)
			}
			lines = append(lines, changeLine(c))
		}
	}
	slices.Sort(lines)
	return lines
}

func bucketOf(c graph.Change) byte {
	if c.Edge.Type != "" {
		return c.Edge.Bucket()
	}
	return graph.Bucket(c.Node)
}

func changeLine(c graph.Change) string {
	if c.Edge.Type != "" {
		return fmt.Sprintf("%s %s -%s-> %s", c.Op, c.Edge.From.ID, c.Edge.Kind, c.Edge.To.ID)
	}
	return fmt.Sprintf("%s %s", c.Op, c.Node.ID)
}

func want(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s =\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestLog wants the log to tell exactly what readers see come, change and go.
func TestLog(t *testing.T) {
	s := create(t)
	start := heads(t, s)
	apply(t, s, parse(t, "document a", "a -amends-> b"))
	want(t, "log with an absent end", logAfter(t, s, start), "added a")

	start = heads(t, s)
	apply(t, s, parse(t, "document b", "document c", "c -amends-> b"))
	want(t, "log when the end comes", logAfter(t, s, start),
		"added a -amends-> b", "added b", "added c", "added c -amends-> b")

	start = heads(t, s)
	apply(t, s, parse(t, "document b", "document c title=new", "c -amends-> b op=repeal"))
	want(t, "log of changes", logAfter(t, s, start), "changed c", "changed c -amends-> b")

	start = heads(t, s)
	d := parse(t, "document d", "d -amends-> b")
	d.GoneNodes = []graph.NodeRef{{Label: graph.LabelDocument, ID: "b"}}
	d.GoneEdges = []graph.EdgeRef{parse(t, "c -amends-> b").Edges[0].EdgeRef}
	apply(t, s, d)
	want(t, "log of a removal", logAfter(t, s, start), "added d", "added d -amends-> b",
		"removed a -amends-> b", "removed b", "removed c -amends-> b", "removed d -amends-> b")

	start = heads(t, s)
	apply(t, s, parse(t, "document b"))
	want(t, "log of a return", logAfter(t, s, start),
		"added a -amends-> b", "added b", "added d -amends-> b")

	start = heads(t, s)
	apply(t, s, parse(t, "document b", "a -amends-> b"))
	want(t, "log of nothing new", logAfter(t, s, start))
	if h := heads(t, s); len(h) != len(start) {
		t.Errorf("heads moved from %v to %v", start, h)
	}
}

func TestKnows(t *testing.T) {
	a, b := create(t), create(t)
	for _, s := range []*Store{a, b} {
		apply(t, s, parse(t, "document a"))
	}
	bucket := graph.Bucket(graph.NodeRef{Label: graph.LabelDocument, ID: "a"})
	first := heads(t, a)[bucket]
	apply(t, a, parse(t, "document a title=left"))
	apply(t, b, parse(t, "document a title=right"))
	left, right := heads(t, a)[bucket], heads(t, b)[bucket]
	tests := []struct {
		name   string
		cursor graph.Cursor
		want   bool
	}{
		{"the beginning", graph.Cursor{}, true},
		{"an old place", first, true},
		{"the end", left, true},

		{"another history", right, false},
		{"a place to come", graph.Cursor{Seq: 9, Hash: left.Hash}, false},
		{"no hash", graph.Cursor{Seq: left.Seq}, false},
		{"no hexadecimal", graph.Cursor{Seq: left.Seq, Hash: "xyz"}, false},
	}
	snap := snapshot(t, a)
	for _, tt := range tests {
		got, err := snap.Knows(t.Context(), bucket, tt.cursor)
		if got != tt.want || err != nil {
			t.Errorf("%s: Knows(%v) = %v, %v, want %v", tt.name, tt.cursor, got, err, tt.want)
		}
	}
	if left.Seq != right.Seq || first.Seq != 1 || left.Seq != 2 {
		t.Errorf("places %v, %v, %v", first, left, right)
	}
}

func TestGeneration(t *testing.T) {
	a, b := create(t), create(t)
	one, other := snapshot(t, a).Generation(), snapshot(t, b).Generation()
	if one == "" || one == other {
		t.Errorf("generations %q and %q", one, other)
	}
	inWriteTx(t, a, func(tx *sql.Tx) error { return Migrate(t.Context(), tx) })
	if again := snapshot(t, a).Generation(); again != one {
		t.Errorf("generation %q became %q when the tables were there", one, again)
	}
	inWriteTx(t, a, func(tx *sql.Tx) error { return Renew(t.Context(), tx) })
	if again := snapshot(t, a).Generation(); again == one {
		t.Errorf("generation %q was not renewed", one)
	}
}

func inWriteTx(t *testing.T, s *Store, do func(*sql.Tx) error) {
	t.Helper()
	if err := inTx(t.Context(), s.write, do); err != nil {
		t.Fatal(err)
	}
}

func TestNet(t *testing.T) {
	s := create(t)
	run := func(n int64, d graph.Delta) {
		d.Run = n
		apply(t, s, d)
	}
	run(1, parse(t, "document a", "document b", "a -amends-> b", "person P:x", "agency bct"))
	run(2, parse(t, "document a title=x", "document c", "c -amends-> b"))
	gone := graph.Delta{
		GoneNodes: []graph.NodeRef{
			{Label: graph.LabelDocument, ID: "c"}, {Label: graph.LabelPerson, ID: "P:x"},
		},
	}
	run(2, gone)
	run(2, parse(t, "document a", "document b title=y", "b -amends-> a"))
	run(3, gone)
	net := func(n int64) (lines []string) {
		inWriteTx(t, s, func(tx *sql.Tx) error {
			changes, err := Net(t.Context(), tx, n)
			for _, c := range changes {
				lines = append(lines, changeLine(c))
			}
			return err
		})
		return lines
	}
	want(t, "Net(1)", net(1), "added bct", "added a", "added b", "added P:x", "added a -amends-> b")
	want(t, "Net(2)", net(2), "changed b", "removed P:x", "added b -amends-> a")
	want(t, "Net(3)", net(3))
	want(t, "Net(4)", net(4))
}

var errUndo = errors.New("undo")

// TestWriter wants a Writer to survive transactions that are rolled back and
// writers beside it.
func TestWriter(t *testing.T) {
	s := create(t)
	w := NewWriter()
	put := func(ctx context.Context, w *Writer, end error, lines ...string) {
		d := parse(t, lines...)
		err := inTx(ctx, s.write, func(tx *sql.Tx) error {
			if err := w.Apply(ctx, tx, d); err != nil {
				t.Fatal(err)
			}
			return end
		})
		if err != end {
			t.Fatal(err)
		}
	}
	ctx := t.Context()
	put(ctx, w, nil, "document a", "document b", "a -amends-> b")
	put(ctx, w, errUndo, "document c", "document d", "c -amends-> d", "c -based_on-> a")
	put(ctx, NewWriter(), nil, "document e", "document f", "e -amends-> f")
	put(ctx, w, nil, "document d", "document c", "d -amends-> c", "d -based_on-> e")
	put(ctx, w, errUndo, "document a title=x")
	put(ctx, w, nil, "document a title=x", "a -amends-> b")
	var lines []string
	for n, err := range s.AllNodes(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, n.Ref().ID)
	}
	for e, err := range s.AllEdges(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("%s -%s-> %s", e.From.ID, e.Kind, e.To.ID))
	}
	want(t, "graph", lines, "a", "b", "c", "d", "e", "f",
		"a -amends-> b", "d -amends-> c", "e -amends-> f", "d -based_on-> e")
}
