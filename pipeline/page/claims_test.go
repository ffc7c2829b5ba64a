package page_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page"
	"vnlex/testdata"
)

// BenchmarkClaims reads the saved pages of portals from bytes to claims, and reports as
// "times" how much longer that takes than the bare parse of the pages and the reading of
// their own text alone: 1.6 is the bound. "worst" is the same of the page where it is most.
func BenchmarkClaims(b *testing.B) {
	names, err := filepath.Glob(filepath.Join(testdata.Shared(b, "data", "html"), "*", "*.html"))
	if err != nil {
		b.Fatal(err)
	}
	best := make([][2]time.Duration, len(names))
	size := int64(0)
	for b.Loop() {
		size = 0
		for i, name := range names {
			raw, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			whole, bare := claims(name, raw)
			if size += int64(len(raw)); best[i][0] == 0 {
				best[i] = [2]time.Duration{whole, bare}
			}
			best[i] = [2]time.Duration{min(best[i][0], whole), min(best[i][1], bare)}
		}
	}
	b.SetBytes(size)
	var whole, bare time.Duration
	worst := 0.0
	for _, t := range best {
		whole, bare = whole+t[0], bare+t[1]
		worst = max(worst, float64(t[0])/float64(t[1]))
	}
	b.ReportMetric(float64(whole)/float64(bare), "times")
	b.ReportMetric(worst, "worst")
}

// claims returns how long it takes to read a page from its bytes, and how long the bare
// parse of it and the reading of its own text take.
func claims(name string, raw []byte) (whole, bare time.Duration) {
	start := time.Now()
	src, err := page.Read(name, "text/html", raw)
	if err == nil {
		reading.Read(src)
	}
	whole = time.Since(start)
	start = time.Now()
	if doc, err := goquery.NewDocumentFromReader(bytes.NewReader(raw)); err == nil && doc != nil {
		reading.Read(src)
	}
	return whole, time.Since(start)
}
