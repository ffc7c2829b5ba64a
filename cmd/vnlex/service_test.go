package main

import (
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"vnlex/pipeline/crawl/webtest"
)

// A service runs at once, says when it runs again, shows its metrics, and ends well
// when it is asked to stop between two runs.
func TestService(t *testing.T) {
	web, err := webtest.New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { web.Close() })
	corpus := webtest.Corpus{Pages: 2, Hosts: 1, Seed: 1}
	corpus.Fill(web)
	dir := t.TempDir()
	file := corpus.SiteFile(0, time.Millisecond)
	if err := os.WriteFile(filepath.Join(dir, "a.toml"), []byte(file), 0o644); err != nil {
		t.Fatal(err)
	}
	c := startService(t, web, dir)
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

func startService(t *testing.T, web *webtest.Web, dir string) *process {
	t.Helper()
	link := filepath.Join(dir, "vnlex")
	if err := os.Symlink(self(t), link); err != nil {
		t.Fatal(err)
	}
	ca := filepath.Join(dir, "ca.pem")
	if err := os.WriteFile(ca, web.Door().CA, 0o644); err != nil {
		t.Fatal(err)
	}
	c := &process{Cmd: exec.Command(link, "refresh", "cong-0.test", "--every", "24h", "--sites", ".",
		"--metrics", freePort(t), "--allow-private", "--contact", "ban@example.vn", "--db", "a.db")}
	c.Dir = dir
	c.Env = append(append(os.Environ(), "HOME="+dir, "LC_ALL=C.UTF-8"), web.Door().Proxy(ca)...)
	c.Stderr = &c.stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
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
