package page_test

import (
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"vnlex/pipeline/page"
	"vnlex/testdata"
)

// BenchmarkRead reads a large page of a legal portal; the bare parse beside it
// says what of that is the parser's.
func BenchmarkRead(b *testing.B) {
	raw, err := os.ReadFile(testdata.Shared(b, "data", "html", "tvpl",
		"cybersecurity-law-2018.html"))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("Read", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			if _, err := page.Read("a.html", "", raw); err != nil {
				b.Fatal(err)
			}
		}
	})
	const url = "https://thuvienphapluat.vn/van-ban/Cong-nghe-thong-tin/Luat-an-ninh-mang-2018-351416.aspx"
	site := siteOf(b, sites(b), url)
	b.Run("ReadSite", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			if _, _, err := page.ReadSite(site, url, "text/html", raw); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Parse", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			if _, err := goquery.NewDocumentFromReader(strings.NewReader(string(raw))); err != nil {
				b.Fatal(err)
			}
		}
	})
}
