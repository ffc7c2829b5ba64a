//go:build unix

package pipeline_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"vnlex/pipeline"
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

// memoryEnv tells a child process how many pages it is to crawl.
const memoryEnv = "VNLEX_TEST_MEMORY"

// TestMemoryChild is what the child process runs.
func TestMemoryChild(t *testing.T) {
	pages, err := strconv.Atoi(os.Getenv(memoryEnv))
	door, ok := webtest.FromEnv()
	if err != nil || !ok {
		t.Skip("only as a child of BenchmarkCrawlMemory")
	}
	c, w := memoryCorpus(pages), &crawlWeb{t: t}
	for i := range c.Hosts {
		w.add(c.SiteFile(i, 0))
	}
	d := newDatabase(t, pipeline.Options{Contact: "thu@kiem-thu.test", Sites: w.sites})
	d.refresh(pipeline.RefreshOptions{Delay: -1, Dial: door.DialContext})
}

func memoryCorpus(pages int) webtest.Corpus {
	return webtest.Corpus{Pages: pages, Hosts: 8, Seed: 3}
}

// BenchmarkCrawlMemory crawls in a process of its own: its memory does not grow with the
// length of the crawl.
func BenchmarkCrawlMemory(b *testing.B) {
	counts := []int{1000, 4000}
	if long() {
		counts = []int{1000, 4000, 20_000}
	}
	for _, pages := range counts {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			w := newCrawlWeb(b, memoryCorpus(pages), 0)
			for b.Loop() {
				self, err := os.Executable()
				if err != nil {
					b.Fatal(err)
				}
				cmd := exec.Command(self, "-test.run=^TestMemoryChild$")
				cmd.Env = append(append(os.Environ(), memoryEnv+"="+strconv.Itoa(pages)),
					w.web.Door().Env()...)
				if out, err := cmd.CombinedOutput(); err != nil {
					b.Fatalf("child: %v\n%s", err, out)
				}
				used := cmd.ProcessState.SysUsage().(*syscall.Rusage)
				b.ReportMetric(float64(used.Maxrss)/1024, "peakMB")
				b.ReportMetric(1000*(cmd.ProcessState.SystemTime()+
					cmd.ProcessState.UserTime()).Seconds()/float64(pages), "cpu-ms/page")
			}
		})
	}
}

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
