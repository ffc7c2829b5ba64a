package page_test

import (
	"encoding/csv"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page"
	"vnlex/pipeline/source"
	"vnlex/testdata"
)

var update = flag.Bool("update", false, "rewrite the answers to the fixture pages")

// A fixture is a page of our own wording with the structure of a site's.
type fixture struct{ file, url string }

func fixtures(t *testing.T) []fixture {
	t.Helper()
	f, err := os.Open(filepath.Join(testdata.Root(t), "testdata", "sites", "pages.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []fixture
	for _, r := range rows[1:] {
		switch filepath.Ext(r[0]) {
		case ".rss", ".xml", ".txt":
		default:
			all = append(all, fixture{r[0], r[1]})
		}
	}
	return all
}

func sites(t testing.TB) []*source.Site {
	t.Helper()
	all, err := source.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// siteOf returns the site whose host an address has, wanted or not.
func siteOf(t testing.TB, all []*source.Site, address string) *source.Site {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	s := source.Find(all, u)
	if s == nil {
		t.Fatalf("no site has %s", address)
	}
	return s
}

func (f fixture) read(t *testing.T, s *source.Site) (reading.Source, page.Found) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(testdata.Root(t), "testdata", "sites", f.file))
	if err != nil {
		t.Fatal(err)
	}
	media := "text/html; charset=utf-8"
	if filepath.Ext(f.file) == ".json" {
		media = "application/json"
	}
	src, found, err := page.ReadSite(s, f.url, media, raw)
	if err != nil {
		t.Errorf("ReadSite(%s) = %v", f.url, err)
	}
	return src, found
}

func TestSiteFixtures(t *testing.T) {
	all := sites(t)
	answers := map[string]*strings.Builder{}
	seen := map[string]bool{}
	for _, f := range fixtures(t) {
		s := siteOf(t, all, f.url)
		src, found := f.read(t, s)
		if answers[s.Name] == nil {
			answers[s.Name] = &strings.Builder{}
		}
		seen[s.Name+" "+string(found.Kind)] = true
		answer(answers[s.Name], f, src, found)
	}
	for _, s := range all {
		if answers[s.Name] == nil {
			t.Errorf("site %s has no fixture page", s.Name)
			continue
		}
		golden(t, s.Name, answers[s.Name].String())
	}
}

func golden(t *testing.T, site, got string) {
	t.Helper()
	path := filepath.Join("testdata", "sites", site+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s, -want +got:\n%s", site, diff)
	}
}

// answer writes what a page gave, for people to check.
func answer(w *strings.Builder, f fixture, src reading.Source, found page.Found) {
	fmt.Fprintf(w, "== %s\nkind %s\n", f.url, found.Kind)
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "%s %s\n", name, value)
		}
	}
	line("title", src.Title)
	line("published", src.Published)
	line("author", src.Author)
	line("canonical", found.Canonical)
	line("next", found.Next)
	for _, a := range [][]string{found.Items, found.Files, found.Follow} {
		for _, u := range a {
			line("leads to", u)
		}
	}
	line("unknown labels", strings.Join(found.Unknown, ", "))
	if src.Text != "" {
		relations(w, reading.Read(src))
	}
	w.WriteByte('\n')
}

func relations(w *strings.Builder, r *reading.Reading) {
	fmt.Fprintf(w, "subject %s\n", r.Subject)
	for _, d := range r.Documents {
		if d.Key != r.Subject || d.Key == "" {
			continue
		}
		signer := ""
		if d.Signer != nil {
			signer = d.Signer.Name
		}
		fmt.Fprintf(w, "document %s | %s | %s | %s | %s | %s\n", d.Symbol, d.Type,
			strings.Join(d.Issuers, ", "), d.Issued, d.Effective, signer)
		if d.StatusPrinted != "" {
			fmt.Fprintf(w, "status %s\n", d.StatusPrinted)
		}
	}
	var lines []string
	for _, x := range r.Relations {
		lines = append(lines, fmt.Sprintf("%s %s %s", x.From, x.Kind, x.To))
	}
	for _, x := range r.Related {
		lines = append(lines, fmt.Sprintf("%s related %s", r.Subject, x.Key))
	}
	slices.Sort(lines)
	for _, l := range slices.Compact(lines) {
		fmt.Fprintln(w, l)
	}
}
