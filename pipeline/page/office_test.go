package page_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page"
	"vnlex/testdata"
)

func file(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// TestOffice reads one decision from every kind of file, whatever its name says, and
// finds the same in it.
func TestOffice(t *testing.T) {
	for _, tt := range []struct{ name, media, from string }{
		{"qd.docx", "", "docx/testdata/decision.docx"},
		{"qd.doc", "application/msword", "doc/testdata/decision.doc"},
		{"https://x.vn/tai-ve/12.doc", "", "docx/testdata/decision.docx"},
		{"https://x.vn/tai-ve/12", "application/octet-stream", "doc/testdata/decision.doc"},
		{"qd.doc", "", "rtf/testdata/decision.rtf"},
		{"qd.pdf", "", "pdf/testdata/letterhead.pdf"},
		{"https://x.vn/tai-ve?id=12", "application/pdf", "pdf/testdata/letterhead.pdf"},
	} {
		if strings.HasPrefix(tt.from, "pdf/") {
			testdata.Program(t, "pdftotext")
		}
		src, err := page.Read(tt.name, tt.media, file(t, tt.from))
		if err != nil {
			t.Errorf("%s as %s: %v", tt.from, tt.name, err)
			continue
		}
		r := reading.Read(src)
		if r.Page.Kind != "legal" || !strings.HasSuffix(r.Subject, ":2024:2417") {
			t.Errorf("%s as %s is %s %q", tt.from, tt.name, r.Page.Kind, r.Subject)
		}
		kinds := map[string]bool{}
		for _, rel := range r.Relations {
			kinds[rel.Kind+" "+rel.To] = true
		}
		for _, want := range []string{"implements vn:quyet-dinh:ttg:2023:811",
			"based_on vn:luat:qh13:2015:77"} {
			if !kinds[want] {
				t.Errorf("%s as %s: no %q in %v", tt.from, tt.name, want, kinds)
			}
		}
	}
}

func TestOfficeByContent(t *testing.T) {
	const text = "<html><body><p>Quyết định số 12/2024/QĐ-UBND</p></body></html>"
	for _, name := range []string{"a.doc", "a.docx", "a.pdf"} {
		src, err := page.Read(name, "application/msword", []byte(text))
		if err != nil || src.Text != "Quyết định số 12/2024/QĐ-UBND" {
			t.Errorf("a page by the name of %s: %q, %v", name, src.Text, err)
		}
	}
	for raw, code := range map[string]string{"{\\rtf1\\ansi a": "bad_rtf", "PK\x03\x04 xl/": "unsupported",
		"Rar!\x1a\x07\x00": "unsupported", "\x1f\x8b\x08": "binary"} {
		_, err := page.Read("a.doc", "", []byte(raw))
		var e *page.Error
		if !errors.As(err, &e) || e.Code != code {
			t.Errorf("Read(a.doc, %q): %v, want %s", raw, err, code)
		}
	}
}
