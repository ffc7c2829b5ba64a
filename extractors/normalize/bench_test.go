package normalize_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"vnlex/extractors/normalize"
	"vnlex/testdata"
)

// BenchmarkText makes the gazette texts ready for reading, as they come and once
// more; QuickSpan over the same text beside it says how fast the machine is.
func BenchmarkText(b *testing.B) {
	stored := testdata.Gazette(b)
	var again []string
	for _, s := range stored {
		again = append(again, normalize.Text(s).Norm)
	}
	run := func(name string, texts []string, f func(string)) {
		var size int64
		for _, s := range texts {
			size += int64(len(s))
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range texts {
					f(s)
				}
			}
		})
	}
	run("Stored", stored, func(s string) { normalize.Text(s) })
	run("Repaired", again, func(s string) { normalize.Text(s) })
	run("Key", stored, func(s string) { normalize.Key(s) })
	run("Fold", stored, func(s string) { normalize.Fold(s) })
	run("QuickSpan", stored, func(s string) { norm.NFC.QuickSpanString(s) })
}
