package main

import (
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"vnlex/graph/neo4j/neo4jtest"
	"vnlex/pipeline/crawl/webtest"
)

// A service runs at once, says when it runs again, shows its metrics, and ends well
// when it is asked to stop between two runs.
func TestService(t *testing.T) {
	web := smallWeb(t)
	c := &process{Cmd: refreshOf(t, web, "--every", "24h", "--metrics", freePort(t))}
	c.Stderr = &c.stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	address := c.says(t, "metrics at ")
	c.says(t, "next run at ")
	if got := body(t, address); !strings.Contains(got, `vnlex_refreshes_total{result="done"} 1`) {
		t.Errorf("%s says %s", address, got)
	}
	c.signal(t, syscall.SIGTERM)
	c.ends(t, statusDone)
	if n := len(web.Hits()); n < 4 {
		t.Errorf("the web was asked %d times, want robots.txt, the sitemap and 2 pages", n)
	}
}

// A refresh that is told to stop, by timeout(1) in two signals, finishes the page at
// hand, keeps what is done and tells it; the next one goes on there and asks for no
// page twice.
func TestInterruptedRefresh(t *testing.T) {
	web := smallWeb(t)
	c := startRefresh(t, web)
	c.signal(t, syscall.SIGTERM)
	c.Process.Signal(syscall.SIGTERM)
	c.ends(t, statusInterrupted)
	if got := c.run(t, "report", "--db", "a.db"); !strings.Contains(got, "interrupted") {
		t.Errorf("the report says %s", got)
	}
	c.run(t, c.Args[1:]...)
	for i := range smallCorpus.Pages {
		url := "http://" + smallCorpus.Name(0) + smallCorpus.Path(i)
		if n := web.Count(url); n != 1 {
			t.Errorf("%s was asked for %d times, want once", url, n)
		}
	}
	if n := c.pages(t); n != "2 pages\n" {
		t.Errorf("the database holds %q, want two pages", n)
	}
}

// A refresh that is killed tells nothing; the report says so.
func TestKilledRefresh(t *testing.T) {
	c := startRefresh(t, smallWeb(t))
	c.Process.Kill()
	c.Wait()
	report := exec.Command(c.Path, "report", "--db", "a.db")
	report.Dir, report.Env = c.Dir, c.Env
	if out, err := report.CombinedOutput(); err == nil || !strings.Contains(string(out),
		"has not ended") {
		t.Errorf("report: %v, %s", err, out)
	}
	if got := c.run(t, c.Args[1:]...); !strings.Contains(got, smallCorpus.Name(0)) {
		t.Errorf("the next run says %s", got)
	}
	if got := c.run(t, "report", "--db", "a.db"); strings.Contains(got, "has not ended") {
		t.Errorf("the report speaks of a run before: %s", got)
	}
}

// startRefresh starts a refresh and waits until it has asked for a page.
func startRefresh(t *testing.T, web *webtest.Web) *process {
	t.Helper()
	c := &process{Cmd: refreshOf(t, web)}
	c.Stderr = &c.stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	for len(web.Hits()) < 3 { // robots.txt, the sitemap, a page
		time.Sleep(5 * time.Millisecond)
	}
	return c
}

// run runs another command where the process ran, and returns all that it says.
func (c *process) run(t *testing.T, args ...string) string {
	t.Helper()
	other := exec.Command(c.Path, args...)
	other.Dir, other.Env = c.Dir, c.Env
	out, err := other.CombinedOutput()
	if err != nil {
		t.Fatalf("vnlex %q: %v\n%s", args, err, out)
	}
	return string(out)
}

func TestFollowing(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2026, 3, 2, hour, 0, 0, 0, time.UTC) }
	for _, tt := range []struct {
		name                string
		planned, now, start time.Time
	}{
		{"in time", at(2), at(3), at(4)},
		{"a run that took too long", at(2), at(7), at(9)},
		{"the machine slept", at(2), at(20), at(22)},
	} {
		if got := following(tt.planned, tt.now, 2*time.Hour); !got.Equal(tt.start) {
			t.Errorf("%s: next start %v, want %v", tt.name, got, tt.start)
		}
	}
}

func TestWaitFor(t *testing.T) {
	for left, want := range map[time.Duration]time.Duration{
		time.Minute: time.Minute, 0: 0, -time.Hour: 0, // past
		1000 * time.Hour: 0, // the clock was set back
	} {
		if got := waitFor(left, 24*time.Hour); got != want {
			t.Errorf("waitFor(%v) = %v, want %v", left, got, want)
		}
	}
}

// A refresh brings the Neo4j that --graph names up to date; one that finds nothing new
// writes nothing into it.
func TestRefreshIntoNeo4j(t *testing.T) {
	web := smallWeb(t)
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		t.Setenv("VNLEX_NEO4J_PASSWORD", s.Password)
		first := refreshOf(t, web, "--graph", s.URI)
		again := exec.Command(first.Path, first.Args[1:]...)
		again.Dir, again.Env = first.Dir, first.Env
		for _, step := range []struct {
			cmd  *exec.Cmd
			want string
		}{{first, `(?m)^[1-9]\d* created, 0 set, 0 deleted$`}, {again, "(?m)^0 created, 0 set, 0 deleted$"}} {
			out, err := step.cmd.CombinedOutput()
			if err != nil || !regexp.MustCompile(step.want).Match(out) {
				t.Errorf("%q: %v, want a line %s in\n%s", step.cmd.Args, err, step.want, out)
			}
		}
		prints(t, `0 missing, 0 too many, 0 different`, "sync", s.URI, "--check", "--db",
			filepath.Join(first.Dir, "a.db"))
	})
}

// smallWeb has one host with a strategy and a plan for it.
func smallWeb(t *testing.T) *webtest.Web {
	t.Helper()
	web, err := webtest.New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { web.Close() })
	smallCorpus.Fill(web)
	return web
}

var smallCorpus = webtest.Corpus{Pages: 2, Hosts: 1, Seed: 1}

// refreshOf is a refresh of the small web in a process of its own, which comes in as
// through a proxy, for it knows nothing of the web.
func refreshOf(t *testing.T, web *webtest.Web, args ...string) *exec.Cmd {
	t.Helper()
	dir := t.TempDir()
	ca := filepath.Join(dir, "ca.pem")
	for name, text := range map[string][]byte{
		"site.toml": []byte(smallCorpus.SiteFile(0, time.Millisecond)), "ca.pem": web.Door().CA,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := filepath.Join(dir, "vnlex")
	if err := os.Symlink(self(t), link); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(link, append([]string{"refresh", smallCorpus.Name(0), "--sites", ".",
		"--allow-private", "--contact", "ban@example.vn", "--db", "a.db"}, args...)...)
	c.Dir = dir
	c.Env = append(append(os.Environ(), "HOME="+dir, "LC_ALL=C.UTF-8"), web.Door().Proxy(ca)...)
	return c
}

// says waits for a line with these words and returns what stands behind them.
func (c *process) says(t *testing.T, words string) string {
	t.Helper()
	for end := time.Now().Add(60 * time.Second); time.Now().Before(end); {
		if _, rest, ok := strings.Cut(c.stderr.String(), words); ok && strings.Contains(rest, "\n") {
			line, _, _ := strings.Cut(rest, "\n")
			return line
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("the process never says %q, but %q", words, c.stderr.String())
	return ""
}

// freePort is a port of loopback that nobody listens at.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func body(t *testing.T, url string) string {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
