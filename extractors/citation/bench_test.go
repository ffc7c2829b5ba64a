package citation

import (
	"testing"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
	"vnlex/testdata"
)

// BenchmarkCitation reads the Official Gazette texts of the reference data, page by page.
func BenchmarkCitation(b *testing.B) {
	var pages []extractors.Text
	size := 0
	for _, text := range testdata.Gazette(b) {
		pages = append(pages, extractors.Plain(normalize.Text(text).Norm))
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, t := range pages {
			n += len(Extract(t))
		}
		b.ReportMetric(float64(n), "citations")
	}
}
