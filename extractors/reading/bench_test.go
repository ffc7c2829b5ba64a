package reading

import (
	"testing"

	"vnlex/testdata"
)

// BenchmarkRead reads the gazette texts of the reference material.
func BenchmarkRead(b *testing.B) {
	texts := testdata.Gazette(b)
	n := 0
	for _, t := range texts {
		n += len(t)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for _, t := range texts {
			Read(Source{URL: "gazette", Text: t})
		}
	}
}
