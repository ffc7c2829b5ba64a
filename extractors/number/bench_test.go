package number

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/normalize"
	"vnlex/testdata"
)

// gazette returns the Official Gazette texts of the reference data, made ready for reading.
func gazette(b *testing.B) extractors.Text {
	all := strings.Join(testdata.Gazette(b), "\n")
	return extractors.Plain(normalize.Text(all).Norm)
}

func BenchmarkNumber(b *testing.B) {
	t := gazette(b)
	b.SetBytes(int64(len(t.Norm)))
	b.ReportAllocs()
	for b.Loop() {
		b.ReportMetric(float64(len(Extract(t))), "numbers")
	}
}

func BenchmarkNumberDate(b *testing.B) {
	t := gazette(b)
	b.SetBytes(int64(len(t.Norm)))
	for b.Loop() {
		Extract(t)
		date.Extract(t)
	}
}

// BenchmarkQuickSpan is the measure beside which the others are read.
func BenchmarkQuickSpan(b *testing.B) {
	t := gazette(b)
	b.SetBytes(int64(len(t.Norm)))
	for b.Loop() {
		for s := t.Norm; s != ""; {
			n := norm.NFC.QuickSpanString(s)
			s = s[max(n, 1):]
		}
	}
}
