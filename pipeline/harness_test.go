package pipeline_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vnlex/graph"
	"vnlex/graph/export"
	"vnlex/graph/sqlite"
	"vnlex/pipeline"
)

// inFile is the graph in the ledger's file, as the command line has it.
func inFile() pipeline.Embedded {
	return pipeline.Embedded{Migrate: sqlite.Migrate, Apply: sqlite.NewWriter().Apply,
		Renew: sqlite.Renew, Net: sqlite.Net}
}

// A database of a test.
type database struct {
	t    testing.TB
	path string
	*pipeline.Pipeline
}

func newDatabase(t testing.TB, opt pipeline.Options) *database {
	t.Helper()
	return openDatabase(t, filepath.Join(t.TempDir(), "vnlex.db"), opt)
}

func openDatabase(t testing.TB, path string, opt pipeline.Options) *database {
	t.Helper()
	p, err := pipeline.Open(path, inFile(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return &database{t, path, p}
}

// synthetic is how the pages of synthetic_test.go are read.
func synthetic(jobs int) pipeline.Options {
	return pipeline.WithReader(pipeline.Options{Jobs: jobs}, syntheticReading)
}

// A doc is one page of a test.
type doc struct {
	url, text string
}

func inputs(docs []doc) iter.Seq2[pipeline.Input, error] {
	return func(yield func(pipeline.Input, error) bool) {
		for _, d := range docs {
			in := pipeline.Input{URL: d.url, Open: func() (io.ReadCloser, error) {
				return io.NopCloser(strings.NewReader(d.text)), nil
			}}
			if !yield(in, nil) {
				return
			}
		}
	}
}

func (d *database) ingest(docs ...doc) pipeline.Summary {
	d.t.Helper()
	sum, err := d.IngestInputs(context.Background(), inputs(docs))
	if err != nil {
		d.t.Fatalf("IngestInputs: %v", err)
	}
	return sum
}

func (d *database) forget(urls ...string) {
	d.t.Helper()
	if _, err := d.Forget(context.Background(), urls); err != nil {
		d.t.Fatalf("Forget(%q): %v", urls, err)
	}
}

// export returns the whole graph, one line for each node and edge.
func (d *database) export() string {
	d.t.Helper()
	s, err := sqlite.Open(d.path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer s.Close()
	var b bytes.Buffer
	if err := export.JSONL(d.t.Context(), s, &b); err != nil {
		d.t.Fatal(err)
	}
	return b.String()
}

// dump returns all rows of all tables but that of runs; times of fetching are left out.
func (d *database) dump() string {
	d.t.Helper()
	db, err := sql.Open("sqlite", "file:"+d.path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer db.Close()
	var b strings.Builder
	for _, table := range d.column(db,
		"select name from sqlite_schema where type = 'table' order by name") {
		if table != "run" && !strings.HasPrefix(table, "sqlite_") {
			d.dumpTable(db, table, &b)
		}
	}
	return b.String()
}

func (d *database) dumpTable(db *sql.DB, table string, b *strings.Builder) {
	columns := d.column(db,
		fmt.Sprintf("select name from pragma_table_info('%s') where name <> 'fetched'", table))
	rows, err := db.Query(fmt.Sprintf("select %s from %s", `"`+strings.Join(columns, `", "`)+`"`,
		table))
	if err != nil {
		d.t.Logf("table %s is not dumped: %v", table, err)
		return
	}
	defer rows.Close()
	var lines []string
	for rows.Next() {
		values, at := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			at[i] = &values[i]
		}
		if err := rows.Scan(at...); err != nil {
			d.t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("%s %q", table, fmt.Sprint(values...)))
	}
	slices.Sort(lines)
	b.WriteString(strings.Join(lines, "\n") + "\n")
}

func (d *database) column(db *sql.DB, query string) []string {
	rows, err := db.Query(query)
	if err != nil {
		d.t.Fatal(err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			d.t.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

// diff returns the lines that differ, for a message.
func diff(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	var b strings.Builder
	for _, l := range g {
		if !slices.Contains(w, l) {
			fmt.Fprintf(&b, "got  %s\n", l)
		}
	}
	for _, l := range w {
		if !slices.Contains(g, l) {
			fmt.Fprintf(&b, "want %s\n", l)
		}
	}
	if b.Len() > 6000 {
		return b.String()[:6000]
	}
	return b.String()
}

func (d *database) edges() []*graph.Edge {
	d.t.Helper()
	s, err := sqlite.Open(d.path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer s.Close()
	var all []*graph.Edge
	for e, err := range s.AllEdges(d.t.Context()) {
		if err != nil {
			d.t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

func (d *database) nodes() []graph.Node {
	d.t.Helper()
	s, err := sqlite.Open(d.path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer s.Close()
	var all []graph.Node
	for n, err := range s.AllNodes(d.t.Context()) {
		if err != nil {
			d.t.Fatal(err)
		}
		all = append(all, n)
	}
	return all
}

// issued returns the dates of all documents.
func (d *database) issued() map[string]string {
	d.t.Helper()
	all := map[string]string{}
	for _, n := range d.nodes() {
		if doc, ok := n.(*graph.Document); ok {
			all[doc.Key] = doc.Issued
		}
	}
	return all
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
