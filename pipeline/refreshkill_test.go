package pipeline_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"vnlex/extractors/reading"
	"vnlex/pipeline"
	"vnlex/pipeline/crawl"
	"vnlex/pipeline/crawl/webtest"
	"vnlex/pipeline/source"
)

// crawlEnv names the database into which a child process crawls, to be killed.
const crawlEnv = "VNLEX_TEST_CRAWL"

// killDelay lasts for as many kills as there are to be.
var killDelay = func() time.Duration {
	if long() {
		return 250 * time.Millisecond
	}
	return 6 * time.Millisecond
}()

var killCorpus = webtest.Corpus{Pages: 2000, Hosts: 8, Seed: 7}

// TestRefreshChild is what the child process runs.
func TestRefreshChild(t *testing.T) {
	path := os.Getenv(crawlEnv)
	door, ok := webtest.FromEnv()
	if path == "" || !ok {
		t.Skip("only as a child of TestRefreshKill")
	}
	w := &crawlWeb{t: t}
	for i := range killCorpus.Hosts {
		w.add(killCorpus.SiteFile(i, killDelay))
	}
	d := openDatabase(t, path, killReader(w.sites))
	d.refresh(pipeline.RefreshOptions{Delay: time.Millisecond, Dial: door.DialContext,
		Roots: door.Roots(), Clock: crawl.Clock{}})
}

// killReader reads little, for what is shown here is no matter of what a page says: each
// page names a document of its own, and one that it shares with nine others. The long run
// has the extractors read.
func killReader(sites []*source.Site) pipeline.Options {
	o := pipeline.Options{Contact: "thu@kiem-thu.test", Sites: sites}
	if long() {
		return o
	}
	return pipeline.WithReader(o, func(s reading.Source) *reading.Reading {
		n, _ := strconv.Atoi(digits.FindString(s.URL[strings.LastIndexByte(s.URL, '/'):]))
		r := &reading.Reading{Page: reading.Page{URL: s.URL, Kind: "legal"}}
		for _, key := range []string{fmt.Sprintf("vn:quyet-dinh:bct:2020:%d", n),
			fmt.Sprintf("vn:quyet-dinh:ttg:2019:%d", 10_000+n/10)} {
			r.Documents = append(r.Documents, reading.Document{Key: key, Issued: key[16:20],
				Mentions: []reading.Place{{Start: 0, End: 1, Text: s.Text[:1]}}})
		}
		return r
	})
}

var digits = regexp.MustCompile(`\d+`)

// A kill is what one moment left behind: how often each page had been asked for, and
// which ones were done.
type kill struct {
	asked map[string]int
	done  map[string]bool
}

// A crawl of 2,000 pages that is killed again and again, and started anew each time, ends
// as an undisturbed one does. No host is asked faster than its limit, no page that is done
// is asked for again, and of each host no more than the one page on its way is repeated
// for a kill.
func TestRefreshKill(t *testing.T) {
	crawls, kills := 1, 30
	if long() {
		kills = 300
	}
	program := crawler(t)
	calm := newKillWeb(t, program)
	begun := time.Now()
	calm.child(t, calm.path, nil)
	t.Logf("an undisturbed crawl takes %v", time.Since(begun))
	want, pages := calm.export(), calm.frontier()
	for i := range crawls {
		rng := rand.New(rand.NewPCG(uint64(i), 11))
		w := newKillWeb(t, program)
		all := w.crawlKilled(t, rng, kills)
		w.check(t, all)
		if got := w.export(); got != want {
			t.Fatalf("crawl %d: export differs:\n%s", i, diff(got, want))
		}
		if got := w.frontier(); got != pages {
			t.Fatalf("crawl %d: frontier differs:\n%s", i, diff(got, pages))
		}
		if m := w.marks(); m != 0 {
			t.Fatalf("crawl %d: %d marks left", i, m)
		}
		t.Logf("crawl %d: %d kills, %d requests, %d pages repeated", i, len(all),
			len(w.web.Hits()), w.repeated())
	}
}

// A killWeb is a web with a database into which children crawl it.
type killWeb struct {
	*crawlWeb
	*database
	program string // that crawls
}

// crawler returns the program that children run: this one, without the race detector,
// under which the database is some twenty times slower.
func crawler(t *testing.T) string {
	t.Helper()
	if !underRace {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		return self
	}
	program := filepath.Join(t.TempDir(), "crawler.test")
	out, err := exec.Command("go", "test", "-c", "-o", program, ".").CombinedOutput()
	if err != nil {
		t.Fatalf("build the crawler: %v\n%s", err, out)
	}
	return program
}

func newKillWeb(t *testing.T, program string) *killWeb {
	w := newCrawlWeb(t, killCorpus, killDelay)
	return &killWeb{w, newDatabase(t, killReader(w.sites)), program}
}

// child runs a crawl, and kills it when kill is closed; it reports whether it was killed.
func (w *killWeb) child(t *testing.T, path string, kill <-chan time.Time) bool {
	t.Helper()
	var out bytes.Buffer
	cmd := exec.Command(w.program, "-test.run=^TestRefreshChild$")
	cmd.Env = append(append(os.Environ(), crawlEnv+"="+path), w.web.Door().Env()...)
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Fatalf("child: %v\n%s", err, out.String())
		}
		return false
	case <-kill:
		cmd.Process.Kill()
		<-ended
		return true
	}
}

// crawlKilled crawls to the end, killed on the way so many times.
func (w *killWeb) crawlKilled(t *testing.T, rng *rand.Rand, kills int) []kill {
	var all []kill
	for range kills {
		if !w.child(t, w.path, w.moment(t.Context(), rng)) {
			break
		}
		all = append(all, kill{w.asked(), w.done()})
	}
	w.child(t, w.path, nil)
	return all
}

// moment comes at random: mostly while pages come in, sometimes while the child starts.
func (w *killWeb) moment(ctx context.Context, rng *rand.Rand) <-chan time.Time {
	begun, c := len(w.web.Hits()), make(chan time.Time, 1)
	after := time.Duration(rng.IntN(300)) * time.Millisecond
	if rng.IntN(6) == 0 {
		return time.After(after)
	}
	go func() {
		for len(w.web.Hits()) == begun && ctx.Err() == nil {
			time.Sleep(2 * time.Millisecond)
		}
		time.Sleep(after)
		c <- time.Now()
	}()
	return c
}

// asked counts the requests for pages so far.
func (w *killWeb) asked() map[string]int {
	n := map[string]int{}
	for _, h := range w.web.Hits() {
		if strings.HasSuffix(h.URL, ".html") {
			n[h.URL]++
		}
	}
	return n
}

// done are the pages that are committed.
func (w *killWeb) done() map[string]bool {
	w.t().Helper()
	db, err := sql.Open("sqlite", "file:"+w.path)
	if err != nil {
		w.t().Fatal(err)
	}
	defer db.Close()
	done := map[string]bool{}
	rows, err := db.Query("select url from url where state = 'done'")
	if err != nil {
		return done // killed before there were tables
	}
	defer rows.Close()
	for rows.Next() {
		var url string
		if err := rows.Scan(&url); err != nil {
			w.t().Fatal(err)
		}
		done[url] = true
	}
	return done
}

func (w *killWeb) t() testing.TB { return w.crawlWeb.t }

// check counts on the side of the web.
func (w *killWeb) check(t *testing.T, kills []kill) {
	t.Helper()
	for i := range killCorpus.Hosts {
		if gap, ok := w.web.Gap(killCorpus.Name(i)); !ok || gap < killDelay {
			t.Errorf("%s was asked %v after another request, want %v at least",
				killCorpus.Name(i), gap, killDelay)
		}
	}
	end := w.asked()
	for i, k := range kills {
		for url := range k.done {
			if end[url] != k.asked[url] {
				t.Errorf("kill %d: %s was done, and was asked for again", i, url)
			}
		}
		open := map[string]int{}
		for url := range k.asked {
			if !k.done[url] {
				open[strings.SplitN(url, "/", 4)[2]]++
			}
		}
		for host, n := range open {
			if n > 1 {
				t.Errorf("kill %d: %d pages of %s were on their way, want one", i, n, host)
			}
		}
	}
}

// repeated counts the requests for pages beyond the first.
func (w *killWeb) repeated() (n int) {
	for _, times := range w.asked() {
		n += times - 1
	}
	return n
}

// frontier is what is known of all addresses, without times.
func (d *database) frontier() string {
	d.t.Helper()
	db, err := sql.Open("sqlite", "file:"+d.path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer db.Close()
	return strings.Join(d.column(db, fmt.Sprintf("select %s from url order by url",
		`url || ' ' || site || ' ' || kind || ' ' || depth || ' ' || state || ' ' || code || ' ' ||
		tries || ' ' || etag || ' ' || modified || ' ' || hex(sha256) || ' ' || link`)), "\n")
}
