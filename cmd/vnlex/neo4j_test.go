package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/graph/neo4j/neo4jtest"
)

// asked are the questions that both graphs must answer with the same bytes.
var asked = [][]string{
	{"show", "77-ct-ttg"},
	{"show", "Luật Tái chế vật liệu"},
	{"implements", "4127/QĐ-TTg"},
	{"implements", "171/2023/TT-BCT", "--up"},
	{"implements", "4127/QĐ-TTg", "--issuer", "Bộ Xây dựng", "--depth", "1"},
	{"amendments", "191/2022/QH15", "--as-of", "2026-03-01"},
	{"amendments", "191/2022/QH15#dieu-9"},
	{"cites", "264/2024/QĐ-UBND"},
	{"cited-by", "191/2022/QH15", "--limit", "2"},
	{"search", "thu gom vật liệu thải"},
	{"search", "chien luoc"},
	{"path", "6218/QĐ-BXD", "312/2023/NĐ-CP"},
	{"missing"},
}

func TestNeo4j(t *testing.T) {
	db, queries := demoDatabase(t), readmeQueries(t)
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		t.Setenv("VNLEX_NEO4J_PASSWORD", s.Password)
		testForeign(t, s, db)
		prints(t, `^[1-9]\d* created, 0 set, 0 deleted\n`, "sync", s.URI, "--db", db)
		prints(t, `^0 created, 0 set, 0 deleted\n$`, "sync", s.URI, "--db", db)
		prints(t, `0 missing, 0 too many, 0 different`, "sync", s.URI, "--check", "--db", db)
		prints(t, regexp.QuoteMeta(s.Line), "doctor", "--db", db, "--graph", s.URI)
		for _, q := range asked {
			want := string(vnlex(t, append(slices.Clone(q), "--json", "--db", db)...))
			got := string(vnlex(t, append(slices.Clone(q), "--json", "--graph", s.URI)...))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%q: -embedded +Neo4j\n%s", q, diff)
			}
		}
		for _, q := range queries {
			if r, err := s.Run(t.Context(), q, nil); err != nil || len(r.Records) == 0 {
				t.Errorf("the README's query\n%s\nfinds %v, %v, want rows", q, r, err)
			}
		}
		t.Run("differs", func(t *testing.T) { testDiffers(t, s, db) })
	})
}

// prints runs a command line and wants its output to match.
func prints(t *testing.T, want string, args ...string) {
	t.Helper()
	if out := vnlex(t, args...); !regexp.MustCompile(want).Match(out) {
		t.Errorf("vnlex %q prints %q, want %s", args, out, want)
	}
}

// Somebody's own nodes are not touched.
func testForeign(t *testing.T, s *neo4jtest.Server, db string) {
	cypher(t, s, "CREATE (:Document {key: 'mine'})")
	var stdout, stderr bytes.Buffer
	args := []string{"sync", s.URI, "--db", db}
	if got := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr); got != statusFailed {
		t.Errorf("sync to somebody's graph ends with %d, want %d", got, statusFailed)
	}
	if !strings.Contains(stderr.String(), `Document "mine"; use an empty one`) {
		t.Errorf("sync to somebody's graph says %q", stderr.String())
	}
	cypher(t, s, "MATCH (d:Document {key: 'mine'}) DELETE d")
}

func cypher(t *testing.T, s *neo4jtest.Server, statement string) {
	t.Helper()
	if _, err := s.Run(t.Context(), statement, nil); err != nil {
		t.Fatal(err)
	}
}

// A graph that somebody changed is told by --check and mended by --full.
func testDiffers(t *testing.T, s *neo4jtest.Server, db string) {
	const key = "vn:quyet-dinh:ttg:2023:4127"
	cypher(t, s, "MATCH (d:Document {key: '"+key+"'}) SET d.title = 'x'")
	var stdout, stderr bytes.Buffer
	args := []string{"sync", s.URI, "--check", "--db", db}
	if got := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr); got != statusFailed {
		t.Errorf("sync --check of a graph that differs ends with %d, want %d", got, statusFailed)
	}
	if !strings.Contains(stdout.String(), key) {
		t.Errorf("sync --check does not name %s: %q", key, stdout.String())
	}
	if !strings.Contains(stderr.String(), "the two graphs differ") {
		t.Errorf("sync --check says %q", stderr.String())
	}
	prints(t, `^0 created, 1 set, 0 deleted\n`, "sync", s.URI, "--full", "--db", db)
}

// readmeQueries are the five queries that the README shows for a Neo4j Browser.
func readmeQueries(t *testing.T) []string {
	t.Helper()
	raw, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	var queries []string
	for _, block := range strings.Split(string(raw), "```cypher\n")[1:] {
		query, _, _ := strings.Cut(block, "```\n")
		queries = append(queries, query)
	}
	if len(queries) != 5 {
		t.Fatalf("%s shows %d queries, want 5", readme, len(queries))
	}
	return queries
}

// demoDatabase makes the database of the demo.
func demoDatabase(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	vnlex(t, "demo", "--dir", dir)
	return filepath.Join(dir, "vnlex.db")
}
