package reading

import (
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"vnlex/testdata"
)

// TestMemory: a text of 50 MB (of 4 MB without VNLEX_LONG=1) is read in a small multiple of
// its size: what it has in common with other texts, and one line without an end.
func TestMemory(t *testing.T) {
	size := 4 << 20
	if os.Getenv("VNLEX_LONG") != "" {
		size = 50 << 20
	}
	texts := map[string]string{
		"one line": "Căn cứ vào tình hình thực tế, các đơn vị báo cáo kết quả hằng tháng, ",
		"marks":    "(; ",
		"quotes":   "“",
		"gazette":  strings.Join(testdata.Gazette(t), "\n"),
	}
	for name, s := range texts {
		text := strings.Repeat(s, size/len(s)+1)[:size]
		text = strings.ToValidUTF8(text, "")
		peak := peakOf(func() { Read(Source{Text: text}) })
		t.Logf("%s: %d MB are read in %.1f times their size", name, size>>20, float64(peak)/float64(size))
		if peak > uint64(size)*12 {
			t.Errorf("%s: %d MB are read in %d MB, want at most 12 times as many", name, size>>20, peak>>20)
		}
	}
}

// peakOf returns how much the heap grows while f runs, garbage that waits for the collector
// included.
func peakOf(f func()) uint64 {
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var done atomic.Bool
	peak := make(chan uint64)
	go func() {
		most := uint64(0)
		for !done.Load() {
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapInuse)
			time.Sleep(time.Millisecond)
		}
		peak <- most
	}()
	f()
	done.Store(true)
	most := <-peak
	return most - min(most, before.HeapInuse)
}
