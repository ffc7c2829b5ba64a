package pipeline_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"slices"
	"testing"
	"time"

	"vnlex/pipeline"
	"vnlex/testdata"
)

// BenchmarkIngest takes a folder of real pages through the whole flow, into a database on
// disk, durably: once, and ten times under other URLs, where the heap must not grow.
func BenchmarkIngest(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(testdata.Shared(b, "data", "pages"), "*.md"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no pages: %v", err)
	}
	for _, times := range []int{1, 10} {
		b.Run(fmt.Sprintf("times=%d", times), func(b *testing.B) {
			peak, stop := watchHeap()
			pages := 0
			for b.Loop() {
				p, err := pipeline.Open(filepath.Join(b.TempDir(), "vnlex.db"), inFile(),
					pipeline.Options{})
				if err != nil {
					b.Fatal(err)
				}
				for n := range times {
					sum, err := p.IngestInputs(b.Context(), filesUnder(files, fmt.Sprint(n)))
					if err != nil {
						b.Fatal(err)
					}
					pages += sum.Read
				}
				p.Close()
			}
			stop()
			b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(float64(*peak)/(1<<20), "peakMB")
		})
	}
}

func filesUnder(files []string, folder string) func(func(pipeline.Input, error) bool) {
	return func(yield func(pipeline.Input, error) bool) {
		for _, f := range slices.Sorted(slices.Values(files)) {
			in := pipeline.Input{URL: folder + "/" + filepath.Base(f),
				Open: func() (io.ReadCloser, error) { return os.Open(f) }}
			if !yield(in, nil) {
				return
			}
		}
	}
}

// watchHeap follows the size of the heap until stop is called.
func watchHeap() (peak *uint64, stop func()) {
	runtime.GC()
	peak = new(uint64)
	done, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
				metrics.Read(s)
				*peak = max(*peak, s[0].Value.Uint64())
			}
		}
	}()
	return peak, func() {
		close(done)
		<-stopped
	}
}
