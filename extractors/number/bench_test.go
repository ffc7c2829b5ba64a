package number

import (
	"os"
	"path/filepath"
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
	dir := testdata.Shared(b, "data", "gazette")
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		b.Fatal(err)
	}
	more, err := filepath.Glob(filepath.Join(dir, "more", "*.txt"))
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	for _, f := range append(files, more...) {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(text)
		all.WriteByte('\n')
	}
	t := normalize.Text(all.String())
	return extractors.Plain(t.Norm)
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
