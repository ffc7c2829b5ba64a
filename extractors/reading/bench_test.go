package reading

import (
	"strings"
	"testing"
	"time"

	"vnlex/testdata"
)

// BenchmarkRead reads the gazette texts of the reference material: the aim is 50 MB/s on one
// core (GOMAXPROCS=1).
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

// BenchmarkReadGrowth reports how many times longer four times a hostile text takes, for
// the worst of them: 4 is linear, 16 quadratic.
func BenchmarkReadGrowth(b *testing.B) {
	worst := 0.0
	for b.Loop() {
		for _, s := range hostile {
			n := 60_000 / len(s)
			small, large := took(strings.Repeat(s, n)), took(strings.Repeat(s, 4*n))
			worst = max(worst, float64(large)/float64(small))
		}
	}
	b.ReportMetric(worst, "times")
}

// took returns the time of the quicker of two readings.
func took(text string) time.Duration {
	best := time.Hour
	for range 2 {
		start := time.Now()
		Read(Source{Text: text, Kind: kindLegal})
		best = min(best, time.Since(start))
	}
	return best
}
