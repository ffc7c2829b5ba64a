package ledger

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vnlex/pipeline/likeness"
	"vnlex/pipeline/resolve"
)

func benchLedger(b *testing.B) *Ledger {
	b.Helper()
	l, err := Open(b.Context(), filepath.Join(b.TempDir(), "vnlex.db"), Options{Graph: testGraph})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { l.Close() })
	return l
}

// benchLinks are the n-th 500 links; one in five was there before.
func benchLinks(n int, due time.Time) []Link {
	links := make([]Link, 500)
	for i := range links {
		id := n*400 + i
		links[i] = Link{URL: fmt.Sprintf("https://congbao%d.example.vn/van-ban/quyet-dinh-so-%d.htm",
			id%8, id), Host: fmt.Sprintf("congbao%d.example.vn", id%8), Site: "congbao",
			Kind: "page", Depth: 2, Source: "https://congbao.example.vn/", Due: due}
	}
	return links
}

func putLinks(tb testing.TB, l *Ledger, links []Link) {
	tb.Helper()
	if err := l.Batch(tb.Context(), func(ctx context.Context, b *Batch) error {
		_, err := b.Find(ctx, links, Bounds{Host: 1 << 40, Family: 1000})
		return err
	}); err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkFrontierPut puts links into the frontier, 500 in a transaction.
func BenchmarkFrontierPut(b *testing.B) {
	l, due := benchLedger(b), time.Now()
	n := 0
	for b.Loop() {
		putLinks(b, l, benchLinks(n, due))
		n++
	}
	b.ReportMetric(float64(500*n)/b.Elapsed().Seconds(), "URLs/s")
}

// BenchmarkFrontierLease moves the clock of a host and takes its next address, each time
// in a transaction that is on the disk when it ends.
func BenchmarkFrontierLease(b *testing.B) {
	l, now := benchLedger(b), time.Now()
	for n := range 20 {
		putLinks(b, l, benchLinks(n, now))
	}
	host := resolve.HashURL("congbao1.example.vn")
	lease := leaseOf(b, l, host, now)
	var queue []Entry
	n := 0
	for b.Loop() {
		if len(queue) == 0 {
			var err error
			queue, err = l.Due(b.Context(), host, Look{now, 1, false, 64})
			if err != nil || len(queue) == 0 {
				b.Fatal(len(queue), err)
			}
		}
		queue = queue[1:]
		if err := l.Batch(b.Context(), func(ctx context.Context, b *Batch) error {
			return b.Hold(ctx, lease, now, now.Add(time.Second), now.Add(time.Minute))
		}); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "leases/s")
}

func leaseOf(tb testing.TB, l *Ledger, host resolve.Hash, now time.Time) (lease Lease) {
	tb.Helper()
	if err := l.Batch(tb.Context(), func(ctx context.Context, b *Batch) (err error) {
		t := Term{Now: now, Until: now.Add(time.Minute), Alone: true}
		var ok bool
		lease, ok, err = b.Lease(ctx, host, t, now.Add(1000*time.Hour))
		if err == nil && !ok {
			tb.Fatal("the host could not be leased")
		}
		return err
	}); err != nil {
		tb.Fatal(err)
	}
	return lease
}

// BenchmarkFrontierLarge puts five million addresses (VNLEX_LONG; else 200,000) into the
// frontier and takes from it. The memory of the process does not grow with them.
func BenchmarkFrontierLarge(b *testing.B) {
	rows := 200_000
	if os.Getenv("VNLEX_LONG") != "" {
		rows = 5_000_000
	}
	for b.Loop() {
		l, due := benchLedger(b), time.Now()
		begun, early := time.Now(), 0.0
		for n := range rows / 400 {
			putLinks(b, l, benchLinks(n, due))
			if n == 200_000/400-1 {
				early = rss()
			}
		}
		b.ReportMetric(float64(rows)*1.25/time.Since(begun).Seconds(), "URLs/s")
		b.ReportMetric(early, "MB@200k")
		b.ReportMetric(rss(), "MB")
		begun = time.Now()
		for range 100 {
			if _, err := l.Due(b.Context(), resolve.HashURL("congbao1.example.vn"),
				Look{due, 1, false, 64}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(6400/time.Since(begun).Seconds(), "taken/s")
	}
}

// rss is the memory of the process in MB; 0 where it is not told.
func rss() float64 {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var size, resident int
	if _, err := fmt.Sscan(string(text), &size, &resident); err != nil {
		return 0
	}
	return float64(resident*os.Getpagesize()) / (1 << 20)
}

// BenchmarkLike notes five hundred pages that say the same, as a site gives that shows one
// notice at every address, and then that they do no more.
func BenchmarkLike(b *testing.B) {
	notice := likeness.Of(strings.Repeat("trang đang được bảo trì xin quay lại sau ", 20))
	for b.Loop() {
		l := benchLedger(b)
		links := benchLinks(0, time.Now())
		putLinks(b, l, links)
		for _, sign := range []likeness.Sign{notice, {}} {
			if err := l.Batch(b.Context(), func(ctx context.Context, b *Batch) error {
				for _, k := range links {
					if _, err := b.Like(ctx, k.URL, sign); err != nil {
						return err
					}
				}
				return nil
			}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
