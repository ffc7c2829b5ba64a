package pipeline_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"vnlex/pipeline"
	"vnlex/testdata"
)

// warc returns the kept pages as a web archive.
func (d *database) warc() []byte {
	d.t.Helper()
	var b bytes.Buffer
	if err := d.ExportWARC(d.t.Context(), &b); err != nil {
		d.t.Fatal(err)
	}
	return b.Bytes()
}

// taken takes an archive into a new database, whole or not compressed.
func takenIn(t *testing.T, raw []byte, name string, opt pipeline.Options) (*database,
	pipeline.Summary) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	d := newDatabase(t, opt)
	sum, err := d.Ingest(t.Context(), []string{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d, sum
}

// TestArchive takes the pages of the demo out as a web archive and in again: the graph is
// the same, and so is the archive but for the times.
func TestArchive(t *testing.T) {
	d := newDatabase(t, pipeline.Options{})
	if _, err := d.Ingest(t.Context(), []string{"../testdata/pages"}, nil); err != nil {
		t.Fatal(err)
	}
	raw := d.warc()
	if again := d.warc(); !bytes.Equal(raw, again) {
		t.Error("the same database gave other bytes")
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	for name, raw := range map[string][]byte{"pages.warc.gz": raw, "pages.warc": plain} {
		other, sum := takenIn(t, raw, name, pipeline.Options{})
		if sum.Read == 0 || sum.Failed > 0 {
			t.Errorf("%s: %+v", name, sum)
		}
		if got, want := other.export(), d.export(); got != want {
			t.Errorf("%s: export differs:\n%s", name, diff(got, want))
		}
	}
}

// TestArchiveOfCrawl does so with pages that were crawled twice and had not changed.
func TestArchiveOfCrawl(t *testing.T) {
	w, c, d := small(t)
	w.clock.Pass(40 * oneDay)
	if n := total(d.refresh(w.options())); n.Unchanged < c.Pages {
		t.Fatalf("Refresh() = %+v, want all unchanged", n)
	}
	raw := d.warc()
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	for what, want := range map[string]int{"\r\nWARC-Type: response\r\n": c.Pages,
		"\r\nWARC-Type: revisit\r\n": c.Pages, "\r\nWARC-Type: resource\r\n": 0} {
		if got := bytes.Count(plain, []byte(what)); got != want {
			t.Errorf("the archive has %d of %q, want %d", got, what, want)
		}
	}
	other, sum := takenIn(t, raw, "crawl.warc.gz",
		pipeline.Options{Sites: w.sites})
	if sum.Read != c.Pages || sum.Failed > 0 {
		t.Errorf("Ingest() = %+v, want %d pages read", sum, c.Pages)
	}
	if got, want := other.export(), d.export(); got != want {
		t.Errorf("export differs:\n%s", diff(got, want))
	}
	if _, err := other.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, want := other.export(), d.export(); got != want {
		t.Errorf("export after a rebuild differs:\n%s", diff(got, want))
	}
	if got, want := other.states(), d.states(); !slices.Equal(got, want) {
		t.Errorf("pages are %q, want %q", got, want)
	}
}

// A record that is broken fails alone, and is taken up again when it is whole.
func TestArchiveBroken(t *testing.T) {
	d := inFolder(t, pipeline.Options{})
	record := func(url, fields, body string) string {
		return "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: " + url +
			"\r\nWARC-Date: 2026-03-02T01:02:03Z\r\nContent-Type: text/plain\r\n" + fields +
			"Content-Length: 3\r\n\r\n" + body + "\r\n\r\n"
	}
	wrong := "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"
	write(t, "a.warc", record("http://a.vn/1", "", "abc")+record("http://a.vn/2", wrong, "abc")+
		record("http://a.vn/3", "", "abc"))
	if _, err := d.Ingest(t.Context(), []string{"."}, nil); err != nil {
		t.Fatal(err)
	}
	at := len(record("http://a.vn/1", "", "abc"))
	broken := "a.warc#" + strconv.Itoa(at)
	d.wantStates(broken+" failed bad_warc", "http://a.vn/1 read", "http://a.vn/3 read")
	write(t, "a.warc", record("http://a.vn/1", "", "abc")+record("http://a.vn/2", "", "abc"))
	if _, err := d.Retry(t.Context()); err != nil {
		t.Fatal(err)
	}
	if states := d.states(); !slices.Contains(states, "http://a.vn/2 read") {
		t.Errorf("after Retry pages are %q", states)
	}
}

// PDF and Word files in a folder are pages; what cannot be read is listed with its reason,
// and retry takes it up again.
func TestIngestDocuments(t *testing.T) {
	testdata.Program(t, "pdftotext")
	root := testdata.Root(t)
	t.Chdir(t.TempDir())
	d := newDatabase(t, pipeline.Options{})
	for to, from := range map[string]string{"f/a.pdf": "pdf/testdata/letterhead.pdf",
		"f/b.docx": "docx/testdata/decision.docx", "f/c.doc": "doc/testdata/decision.doc",
		"f/d.pdf": "pdf/testdata/encrypted.pdf"} {
		raw, err := os.ReadFile(filepath.Join(root, "pipeline/page", from))
		if err != nil {
			t.Fatal(err)
		}
		os.MkdirAll("f", 0o777)
		write(t, to, string(raw))
	}
	path := os.Getenv("PATH")
	t.Setenv("PATH", t.TempDir())
	if _, err := d.Ingest(t.Context(), []string{"f"}, nil); err != nil {
		t.Fatal(err)
	}
	d.wantStates("f/a.pdf failed no_pdftotext", "f/b.docx read", "f/c.doc read",
		"f/d.pdf failed no_pdftotext")
	t.Setenv("PATH", path)
	if _, err := d.Retry(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.wantStates("f/a.pdf read", "f/b.docx read", "f/c.doc read", "f/d.pdf failed encrypted")
	if export := d.export(); strings.Count(export, `"CARRIES"`) != 3 {
		t.Errorf("not every file carries its decision:\n%s", export)
	}
}

// A legal page of which something is missing is read, and said to be incomplete.
func TestIncomplete(t *testing.T) {
	t.Chdir(t.TempDir())
	d := newDatabase(t, pipeline.Options{})
	const head = "BỘ CÔNG THƯƠNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh " +
		"phúc\n" +
		"Số: 12/2024/TT-BCT\nHà Nội, ngày 05 tháng 3 năm 2024\nTHÔNG TƯ\nQuy định về hồ sơ\n" +
		"Căn cứ Nghị định số 96/2022/NĐ-CP ngày 29 tháng 11 năm 2022 của Chính phủ;\n" +
		"Điều 1. Phạm vi\nThông tư này quy định hồ sơ.\n"
	write(t, "thieu.txt", head+"Điều 3. Hồ sơ\n1. Gồm đơn.\n3. Gồm ảnh.\n")
	write(t, "du.txt", head+"Điều 2. Hồ sơ\n1. Gồm đơn.\n2. Gồm ảnh.\n")
	if _, err := d.Ingest(t.Context(), []string{"."}, nil); err != nil {
		t.Fatal(err)
	}
	d.wantStates("du.txt read", "thieu.txt read incomplete")
	pages, err := d.Pages(t.Context(), "", false)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Điều 2 is missing before Điều 3, and 1 more"; pages[1].Reason != want {
		t.Errorf("the reason is %q, want %q", pages[1].Reason, want)
	}
	for r, err := range pipeline.Read(t.Context(), []string{"thieu.txt"}, nil, pipeline.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, w := range r.Warnings {
			if w.Code == "incomplete" {
				n++
			}
		}
		if n != 2 {
			t.Errorf("the reading warns of %d gaps, want 2: %v", n, r.Warnings)
		}
	}
}
