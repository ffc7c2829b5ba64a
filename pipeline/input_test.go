package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vnlex/extractors/reading"
	"vnlex/pipeline"
)

// states returns what the ledger says of each page, in short.
func (d *database) states() []string {
	d.t.Helper()
	all, err := d.Pages(d.t.Context(), "", false)
	if err != nil {
		d.t.Fatal(err)
	}
	var out []string
	for _, p := range all {
		out = append(out, strings.TrimSpace(p.URL+" "+p.State+" "+p.Code))
	}
	return out
}

func (d *database) wantStates(want ...string) {
	d.t.Helper()
	if got := d.states(); !slices.Equal(got, want) {
		d.t.Errorf("pages are\n  %s\nwant\n  %s", strings.Join(got, "\n  "),
			strings.Join(want, "\n  "))
	}
}

// inFolder opens a database in a folder that becomes the working directory, so that the
// urls of files are short; its pages say nothing.
func inFolder(t *testing.T, opt pipeline.Options) *database {
	t.Helper()
	t.Chdir(t.TempDir())
	return newDatabase(t,
		pipeline.WithReader(opt,
			func(reading.Source) *reading.Reading { return &reading.Reading{} }))
}

// A folder is walked in the order of bytes; what is no page is passed over, what cannot
// be read fails alone, and links that lead in a circle are no danger.
func TestIngestFolder(t *testing.T) {
	d := inFolder(t, pipeline.Options{MaxBytes: 1000})
	for _, dir := range []string{"f/b", "f/c"} {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	write(t, "f/b/1.txt", "một")
	write(t, "f/b/2.md", "hai")
	write(t, "f/c/3.TXT", "ba")
	write(t, "f/c/image.png", "\x89PNG")
	write(t, "f/c/large.txt", strings.Repeat("x", 1001))
	write(t, "f/c/zero.txt", "\x00")
	write(t, "f/empty.txt", "")
	os.Symlink("../f", "f/b/loop")
	os.Symlink("self.txt", "f/self.txt")
	os.Symlink("b/1.txt", "f/link.txt")
	sum, err := d.Ingest(t.Context(), []string{"./f/"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if sum.Failed != len(sum.Failures) || sum.Failed < 3 {
		t.Errorf("Ingest() = %+v", sum)
	}
	states := d.states()
	for _, want := range []string{"f/b/1.txt read", "f/b/2.md read", "f/c/3.TXT read",
		"f/c/large.txt failed too_large",
		"f/c/zero.txt failed binary", "f/link.txt read", "f/self.txt failed unreadable"} {
		if !slices.Contains(states, want) {
			t.Errorf("no page %q in %q", want, states)
		}
	}
	if i := slices.IndexFunc(states, func(s string) bool {
		return strings.Contains(s, "png") ||
			strings.Contains(s, "loop")
	}); i >= 0 {
		t.Errorf("page %q, want none", states[i])
	}
}

func TestIngestList(t *testing.T) {
	d := inFolder(t, pipeline.Options{})
	write(t, "a.txt", "một")
	write(t, "b.txt", "hai")
	sum, err := d.Ingest(t.Context(), []string{"-"},
		strings.NewReader("a.txt\n\n  b.txt  \nftp://example.vn/c\nnone.txt\n"))
	if err != nil || sum.Read != 2 || sum.Failed != 2 {
		t.Fatalf("Ingest() = %+v, %v", sum, err)
	}
	d.wantStates("a.txt read", "b.txt read", "ftp://example.vn/c failed bad_scheme",
		"none.txt failed missing")
}

// A .jsonl file holds a page a line; one that is no page, or too large, fails alone, and
// of two states of one page the one that was fetched later stays.
func TestIngestLines(t *testing.T) {
	d := inFolder(t, pipeline.Options{MaxBytes: 300})
	write(t, "x.jsonl", strings.Join([]string{
		`{"url": "https://example.vn/a", "text": "mới", "fetched": "2025-02-01T00:00:00Z"}`,
		`{"url": "https://example.vn/a", "text": "cũ", "fetched": "2025-01-01T00:00:00Z"}`,
		`{"text": "không tên"}`,
		`{"url": "https://example.vn/b"}`,
		`{"url": `,
		``,
		`{"url": "https://example.vn/c", "text": "` + strings.Repeat("x", 400) + `"}`,
		`{"url": "https://example.vn/d", "text": "cuối"}`,
	}, "\n"))
	sum, err := d.Ingest(t.Context(), []string{"x.jsonl"}, nil)
	if err != nil || sum.Read != 3 || sum.Unchanged != 1 || sum.Failed != 3 {
		t.Fatalf("Ingest() = %+v, %v", sum, err)
	}
	want := []string{"https://example.vn/a read", "https://example.vn/b failed bad_json",
		"https://example.vn/d read",
		"x.jsonl#3 read", "x.jsonl#5 failed bad_json", "x.jsonl#7 failed too_large"}
	d.wantStates(want...)
	if sum, err = d.Retry(t.Context()); err != nil || sum.Failed != 3 || sum.Read != 0 {
		t.Errorf("Retry() = %+v, %v", sum, err)
	}
	d.wantStates(want...)
}

// A page that is too large is never read whole, whatever its source says of its size.
func TestIngestFetch(t *testing.T) {
	d := inFolder(t, pipeline.Options{AllowPrivate: true, MaxBytes: 10_000})
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/good":
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			fmt.Fprint(w, "xin chào")
		case "/moved":
			http.Redirect(w, r, "/good", http.StatusFound)
		case "/endless":
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 4096)); err != nil {
					return
				}
			}
		default:
			http.NotFound(w, r)
		}
	}))
	defer site.Close()
	var urls, want []string
	for path, state := range map[string]string{"/good": "read", "/moved": "read",
		"/endless": "failed too_large",
		"/none":    "failed http_status"} {
		urls = append(urls, site.URL+path)
		want = append(want, site.URL+path+" "+state)
	}
	urls = append(urls, "http://127.0.0.1:1/")
	want = append(want, "http://127.0.0.1:1/ failed unreachable")
	slices.Sort(want)
	if _, err := d.Ingest(t.Context(), urls, nil); err != nil {
		t.Fatal(err)
	}
	d.wantStates(want...)
}

// Private addresses are not fetched from unless that is allowed, however one is named.
func TestFetchRefusesPrivate(t *testing.T) {
	site := httptest.NewServer(http.NotFoundHandler())
	defer site.Close()
	port := site.URL[strings.LastIndex(site.URL, ":"):]
	for _, url := range []string{site.URL, "http://localhost" + port, "http://[::1]" + port,
		"http://[::ffff:127.0.0.1]" + port,
		"http://10.0.0.1/", "http://169.254.169.254/", "http://100.64.0.1/", "http://0.0.0.0" +
			port} {
		for _, err := range pipeline.Read(t.Context(), []string{url}, nil, pipeline.Options{}) {
			var page *pipeline.PageError
			if !errors.As(err, &page) || page.Code != "private_address" {
				t.Errorf("Read(%s): error %v, want private_address", url, err)
			}
		}
	}
}

// One page whose reading breaks off does not stop the others.
func TestIngestSurvivesCrash(t *testing.T) {
	docs := []doc{{"a.txt", "một"}, {"b.txt", "hai"}, {"c.txt", "ba"}}
	s := script{"a.txt": page("", nil), "c.txt": page("", nil)} // reading b panics
	d := s.open(t)
	sum := d.ingest(docs...)
	if sum.Read != 2 || sum.Failed != 1 {
		t.Errorf("IngestInputs() = %+v, want two read, one failed", sum)
	}
	d.wantStates("a.txt read", "b.txt failed crash", "c.txt read")
}

// A stopped run keeps what it did and says that it was stopped; the next one goes on.
func TestIngestStops(t *testing.T) {
	docs := syntheticDocs(40, 9)
	ctx, stop := context.WithCancel(t.Context())
	opt := killOptions()
	opt.Progress = func(e pipeline.Event) {
		if e.Done == 7 {
			stop()
		}
	}
	d, calm := newDatabase(t, opt), newDatabase(t, synthetic(1))
	sum, err := d.IngestInputs(ctx, inputs(docs))
	if !errors.Is(err, context.Canceled) || sum.Read < 7 || sum.Read == len(docs) {
		t.Fatalf("IngestInputs() = %+v, %v; want it stopped", sum, err)
	}
	if got := len(d.states()); got != sum.Read {
		t.Errorf("%d pages kept, want %d", got, sum.Read)
	}
	again := d.ingest(docs...)
	if again.Unchanged != sum.Read || again.Read != len(docs)-sum.Read {
		t.Errorf("IngestInputs() again = %+v after %+v", again, sum)
	}
	calm.ingest(docs...)
	if got, want := d.export(), calm.export(); got != want {
		t.Errorf("export differs:\n%s", diff(got, want))
	}
}

// Two states of one page in one run: the later one stays, however fast the workers are.
func TestIngestSameURLTwice(t *testing.T) {
	a, b := syntheticText(1), syntheticText(2)
	for _, last := range []string{a, b} {
		d, want := newDatabase(t, synthetic(8)), newDatabase(t, synthetic(1))
		d.ingest(doc{"x.txt", last})
		d.ingest(doc{"x.txt", a}, doc{"x.txt", b}, doc{"x.txt", last})
		want.ingest(doc{"x.txt", last})
		if d.export() != want.export() {
			t.Errorf("export differs:\n%s", diff(d.export(), want.export()))
		}
	}
}

func TestBackup(t *testing.T) {
	d := newDatabase(t, synthetic(1))
	d.ingest(syntheticDocs(10, 1)...)
	file := filepath.Join(t.TempDir(), "copy.db")
	if err := d.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if copied := openDatabase(t, file, synthetic(1)); copied.export() != d.export() {
		t.Error("the copy's export differs")
	}
	if err := d.Backup(t.Context(), file); err == nil {
		t.Error("Backup over a file: no error")
	}
}

// Changes tells what each run changed in the end.
func TestChanges(t *testing.T) {
	s := script{"a.txt": page("", nil, "x"), "b.txt": page("", nil)}
	d := s.open(t)
	d.ingest(s.docs("a.txt")...)
	d.ingest(s.docs("b.txt")...)
	d.forget("a.txt")
	runs, err := d.Changes(t.Context(), "2")
	if err != nil || len(runs) != 2 {
		t.Fatalf("Changes(2) = %+v, %v; want two runs", runs, err)
	}
	got := fmt.Sprint(runs[0].Command, runs[0].Changes, runs[1].Command, runs[1].Changes)
	if !strings.Contains(got, "added") || !strings.Contains(got, "removed") ||
		runs[1].Command != "forget" {
		t.Errorf("Changes(2) = %s", got)
	}
	if _, err := d.Changes(t.Context(), "yesterday"); err == nil {
		t.Error("Changes(yesterday): no error")
	}
}
