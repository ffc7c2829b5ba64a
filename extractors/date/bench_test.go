package date_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/normalize"
	"vnlex/testdata"
)

// BenchmarkExtract reads the dates of the gazette texts, already normalised;
// QuickSpan over the same text beside it says how fast the machine is.
func BenchmarkExtract(b *testing.B) {
	var texts []extractors.Text
	var size int64
	for _, s := range testdata.Gazette(b) {
		t := normalize.Text(s)
		texts = append(texts, t)
		size += int64(len(t.Norm))
	}
	b.Run("Extract", func(b *testing.B) {
		b.SetBytes(size)
		found := 0
		for b.Loop() {
			found = 0
			for _, t := range texts {
				found += len(date.Extract(t))
			}
		}
		b.ReportMetric(float64(found), "dates")
	})
	b.Run("QuickSpan", func(b *testing.B) {
		b.SetBytes(size)
		for b.Loop() {
			for _, t := range texts {
				norm.NFC.QuickSpanString(t.Norm)
			}
		}
	})
}
