package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// The first signal lets the page at hand finish and ends with 130; what is done
// is kept. The second ends at once.
func TestInterrupt(t *testing.T) {
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			c := start(t)
			c.feed(t, "page.txt\n")
			c.awaitPage(t)
			c.signal(t, sig)
			c.ends(t, statusInterrupted)
			if !strings.Contains(c.stderr.String(), "what was finished is kept") {
				t.Errorf("the process says %q", c.stderr.String())
			}
			if n := c.pages(t); n != "1 page\n" {
				t.Errorf("the database holds %q, want one page", n)
			}
		})
	}
}

// A process is a run of ingest that waits for more names on its standard input.
type process struct {
	*exec.Cmd
	in     io.WriteCloser
	stderr transcript
}

// A transcript is what a process has said so far; it may be read meanwhile.
type transcript struct {
	mu   sync.Mutex
	text strings.Builder
}

func (t *transcript) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.Write(p)
}

func (t *transcript) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}

func start(t *testing.T) *process {
	t.Helper()
	dir := t.TempDir()
	text := "Thông tư số 171/2023/TT-BCT hướng dẫn Nghị định số 312/2023/NĐ-CP."
	if err := os.WriteFile(filepath.Join(dir, "page.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "vnlex")
	if err := os.Symlink(self(t), link); err != nil {
		t.Fatal(err)
	}
	args := []string{"ingest", "-", "--jobs", "1", "--allow-private", "--db", "a.db"}
	c := &process{Cmd: exec.Command(link, args...)}
	c.Dir = dir
	c.Env = append(os.Environ(), "HOME="+dir, "LC_ALL=C.UTF-8")
	c.Stderr = &c.stderr
	var err error
	if c.in, err = c.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	return c
}

func (c *process) feed(t *testing.T, line string) {
	t.Helper()
	if _, err := io.WriteString(c.in, line); err != nil {
		t.Fatal(err)
	}
}

func (c *process) signal(t *testing.T, sig os.Signal) {
	t.Helper()
	if err := c.Process.Signal(sig); err != nil {
		t.Fatal(err)
	}
}

// awaitPage waits until the page that was fed is in the database.
func (c *process) awaitPage(t *testing.T) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); {
		if c.pages(t) == "1 page\n" {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("the page that was fed never came into the database")
}

func (c *process) pages(t *testing.T) string {
	t.Helper()
	list := exec.Command(c.Path, "pages", "--db", "a.db")
	list.Dir, list.Env = c.Dir, c.Env
	out, _ := list.Output() // none while there is no database
	lines := strings.SplitAfter(string(out), "\n")
	return lines[max(0, len(lines)-2)]
}

func (c *process) ends(t *testing.T, want int) {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("the process does not end")
	}
	if got := c.ProcessState.ExitCode(); got != want {
		t.Errorf("the process ends with %d, want %d\n%s", got, want, c.stderr.String())
	}
}

// A page that never arrives keeps nobody: the second signal ends at once.
func TestInterruptTwice(t *testing.T) {
	asked := make(chan struct{}, 1)
	site := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		select {
		case asked <- struct{}{}:
		default:
		}
		<-r.Context().Done()
	}))
	t.Cleanup(site.Close)
	t.Cleanup(site.CloseClientConnections)
	c := start(t)
	c.feed(t, site.URL+"/page.html\n")
	<-asked
	c.signal(t, os.Interrupt)
	time.Sleep(100 * time.Millisecond) // two signals at one moment are one
	c.Process.Signal(os.Interrupt)     // may have ended already
	c.ends(t, statusInterrupted)
}
