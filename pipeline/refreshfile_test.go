package pipeline_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vnlex/pipeline/crawl/webtest"
	"vnlex/testdata"
)

const fileSite = `
name = "cong-bao"
hosts = ["cong-bao.test"]

[[start]]
kind = "page"
url = "http://cong-bao.test/van-ban/1"

[[layout]]
kind = "file"
path = ['^/tep/']

[[layout]]
kind = "legal"
path = ['^/van-ban/']
title = "h1"
files = "a.tep"
`

// The files that a page links to are fetched and read as what they are: PDF, Word of both
// kinds; a picture in PDF is listed with its reason.
func TestRefreshFiles(t *testing.T) {
	testdata.Program(t, "pdftotext")
	w := newCrawlWeb(t, webtest.Corpus{}, 0)
	w.add(fileSite)
	h := w.web.Host("cong-bao.test")
	h.Put("/van-ban/1", webtest.Page{Body: `<h1>Quyết định số 2417/QĐ-UBND</h1><p>Toàn văn:
<a class="tep" href="/tep/a.pdf">PDF</a> <a class="tep" href="/tep/b">DOCX</a>
<a class="tep" href="/tep/c.doc">DOC</a> <a class="tep" href="/tep/d.pdf">mật</a></p>`})
	for path, f := range map[string]struct{ from, media string }{
		"/tep/a.pdf": {"pdf/testdata/letterhead.pdf", "application/pdf"},
		"/tep/b":     {"docx/testdata/decision.docx", "application/octet-stream"},
		"/tep/c.doc": {"doc/testdata/decision.doc", "application/msword"},
		"/tep/d.pdf": {"pdf/testdata/encrypted.pdf", "application/pdf"},
	} {
		raw, err := os.ReadFile(filepath.Join("page", f.from))
		if err != nil {
			t.Fatal(err)
		}
		h.Put(path, webtest.Page{Body: string(raw), Type: f.media})
	}
	d := w.database()
	d.refresh(w.options())
	states := d.states()
	for _, want := range []string{"http://cong-bao.test/tep/a.pdf read",
		"http://cong-bao.test/tep/b read", "http://cong-bao.test/tep/c.doc read",
		"http://cong-bao.test/tep/d.pdf failed encrypted"} {
		if !slices.Contains(states, want) {
			t.Errorf("no page %q in %q", want, states)
		}
	}
	if n := strings.Count(d.export(), `{"edge":"CARRIES","from":"http://cong-bao.test/tep/`); n != 3 {
		t.Errorf("%d files carry their decision, want 3:\n%s", n, d.export())
	}
}
