//go:build unix

package pipeline_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/crawl/webtest"
)

// BenchmarkCrawl crawls a web of eight hosts, politeness off, from fetch to graph, and
// fetches the same pages alone in the same run. Each page is answered after answerTime, as
// by a server that is near.
func BenchmarkCrawl(b *testing.B) {
	c := webtest.Corpus{Pages: 4000, Hosts: 8, Seed: 3}
	for b.Loop() {
		w := newCrawlWeb(b, c, 0)
		for i := range c.Hosts {
			w.web.Host(c.Name(i)).Fault("", webtest.Slow(answerTime))
		}
		alone := fetchAlone(b, w, c)
		d := w.database()
		stop := watchRSS()
		begun, cpu := time.Now(), cpuTime()
		r := d.refresh(w.options())
		took := time.Since(begun)
		b.ReportMetric(1000*(cpuTime()-cpu).Seconds()/float64(c.Pages), "cpu-ms/page")
		if n := total(r); n.New != c.Pages {
			b.Fatalf("Refresh() = %+v, want %d new pages", n, c.Pages)
		}
		pages := float64(c.Pages) / took.Seconds()
		b.ReportMetric(pages, "pages/s")
		b.ReportMetric(100*pages/alone, "%offetching")
		b.ReportMetric(alone, "fetched/s")
		b.ReportMetric(stop(), "peakMB")
	}
}

const answerTime = 60 * time.Millisecond

// fetchAlone fetches all pages, as many at once as a crawl does, and returns how many a
// second that makes.
func fetchAlone(b *testing.B, w *crawlWeb, c webtest.Corpus) float64 {
	b.Helper()
	o := w.options()
	client := fetch.New(fetch.Options{Agent: "vnlex", Dial: o.Dial, Roots: o.Roots})
	defer client.Close()
	begun := time.Now()
	var all sync.WaitGroup
	for host := range c.Hosts {
		for part := range 4 {
			all.Go(func() {
				for i := host + part*c.Hosts; i < c.Pages; i += 4 * c.Hosts {
					url := fmt.Sprintf("http://%s%s", c.Name(host), c.Path(i))
					if _, err := client.Do(context.Background(), fetch.Request{URL: url}); err != nil {
						b.Error(err)
						return
					}
				}
			})
		}
	}
	all.Wait()
	return float64(c.Pages) / time.Since(begun).Seconds()
}

// cpuTime is what the process has used: unlike the clock it stands up to other work on
// the machine. That of the test web is in it.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// watchRSS follows the memory of the process, that of the test web included, until stop
// is called, and tells the most in MB.
func watchRSS() (stop func() float64) {
	runtime.GC()
	done, peak := make(chan bool), make(chan float64)
	go func() {
		most := 0.0
		for {
			select {
			case <-done:
				peak <- most
				return
			case <-time.After(5 * time.Millisecond):
				most = max(most, rss())
			}
		}
	}()
	return func() float64 {
		close(done)
		return <-peak
	}
}

// rss is the memory of the process in MB; 0 where it is not told.
func rss() float64 {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(text))
	pages, err := strconv.Atoi(fields[1])
	if err != nil {
		return 0
	}
	return float64(pages*os.Getpagesize()) / (1 << 20)
}
