package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"vnlex/extractors/citation"
	"vnlex/extractors/date"
	"vnlex/extractors/normalize"
	"vnlex/extractors/reading"
	"vnlex/graph"
	"vnlex/pipeline/page"
)

// One page, one file; a section for each stage of the flow. The page is read
// from its section, each later section is what the stage makes of it.
func TestFlow(t *testing.T) {
	files, err := filepath.Glob("../../testdata/flow/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no flow found: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) { testFlow(t, file) })
	}
}

func testFlow(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	first := archive.Files[0]
	src, err := page.Read(first.Name, "", first.Data)
	if err != nil {
		t.Fatal(err)
	}
	stages := []txtar.File{}
	if strings.HasSuffix(first.Name, ".html") {
		stages = append(stages, txtar.File{Name: "text.txt", Data: []byte(src.Text)})
	}
	stages = append(stages,
		txtar.File{Name: "mentions.txt", Data: []byte(mentions(src.Text))},
		txtar.File{Name: "reading.txt", Data: []byte(told(reading.Read(src)))},
		txtar.File{Name: "graph.txt", Data: []byte(graphOf(t, first))},
	)
	for _, got := range stages {
		t.Run(strings.TrimSuffix(got.Name, ".txt"), func(t *testing.T) {
			want := section(archive, got.Name)
			if diff := cmp.Diff(want, ended(got.Data)); diff != "" && !*update {
				t.Errorf("-%s +now (go test ./cmd/vnlex -update rewrites)\n%s", file, diff)
			}
		})
	}
	if *update {
		archive.Files = append(archive.Files[:1:1], stages...)
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// ended ends with a line break, as every section of an archive does.
func ended(data []byte) string {
	if len(data) > 0 && data[len(data)-1] != '\n' {
		data = append(data, '\n')
	}
	return string(data)
}

// mentions lists the citations and dates of a text with their place in it.
func mentions(text string) string {
	t := normalize.Text(text)
	var b strings.Builder
	for _, m := range citation.Extract(t) {
		at := t.Raw(m.Span)
		fmt.Fprintf(&b, "citation %s %d:%d %q\n",
			m.Value.Key(), at.Start, at.End, text[at.Start:at.End])
	}
	for _, m := range date.Extract(t) {
		at := t.Raw(m.Span)
		fmt.Fprintf(&b, "date %s %d:%d\n", m.Value, at.Start, at.End)
	}
	return b.String()
}

// told lists what a reading says, a line each.
func told(r *reading.Reading) string {
	var b strings.Builder
	fmt.Fprintf(&b, "page %s\nsubject %s\n", r.Page.Kind, r.Subject)
	for _, d := range r.Documents {
		fmt.Fprintf(&b, "document %s %s issued=%s effective=%s signer=%s\n",
			d.Key, d.Role, d.Issued, d.Effective, signer(d))
		if d.Title != "" {
			fmt.Fprintf(&b, "  title %s\n", d.Title)
		}
	}
	for _, i := range r.Instruments {
		fmt.Fprintf(&b, "instrument %s %s %s\n", i.Key, i.Act, i.Name)
	}
	for _, rel := range r.Relations {
		fmt.Fprintf(&b, "relation %s -%s-> %s %s %g%s\n",
			rel.From, rel.Kind, rel.To, rel.Rule, rel.Confidence, scopes(rel))
		fmt.Fprintf(&b, "  %q\n", rel.Evidence.Quote)
	}
	for _, rel := range r.Related {
		fmt.Fprintf(&b, "related %s list=%d\n", rel.Key, rel.List)
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(&b, "warning %s %d:%d\n", w.Code, w.Start, w.End)
	}
	return b.String()
}

func signer(d reading.Document) string {
	if d.Signer == nil {
		return ""
	}
	return d.Signer.Name + "(" + strings.Join(d.Signer.Capacity, " ") + ")"
}

func scopes(r reading.Relation) string {
	s := ""
	if r.Derived {
		s = " derived"
	}
	for _, p := range r.Parts {
		s += " [" + strings.Join(filled(p.Op, p.ScopeFrom, p.ScopeTo, p.Effective), " ") + "]"
	}
	return s
}

// graphOf ingests the page alone and lists the edges of the graph.
func graphOf(t *testing.T, f txtar.File) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, f.Name)
	if err := os.WriteFile(path, f.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(dir, "flow.db")
	vnlex(t, "ingest", path, "--db", db)
	var edges []string
	for lines := bufio.NewScanner(bytes.NewReader(vnlex(t, "export", "--db", db))); lines.Scan(); {
		var e struct{ Edge, From, To, Kind string }
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		if e.Edge != "" && e.Edge != "SUCCEEDED_BY" { // those come from our tables
			from := strings.TrimPrefix(e.From, dir+"/")
			edges = append(edges, arrow(from, graph.EdgeType(e.Edge), e.Kind, e.To)+"\n")
		}
	}
	sort.Strings(edges)
	return strings.Join(edges, "")
}

// vnlex runs one command line and returns what it prints.
func vnlex(t *testing.T, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if status := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr); status != 0 {
		t.Fatalf("vnlex %q ends with %d\n%s", args, status, stderr.String())
	}
	return stdout.Bytes()
}
