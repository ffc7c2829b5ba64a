package pipeline_test

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"vnlex/pipeline"
	"vnlex/pipeline/crawl/webtest"
	"vnlex/pipeline/ledger"
)

var fullCorpus = webtest.Corpus{Pages: 120, Hosts: 2, Seed: 6}

// crawlLimitEnv names the database into which a child crawls that may write no file
// larger than crawlLimit.
const (
	crawlLimitEnv = "VNLEX_TEST_CRAWL_LIMIT"
	crawlLimit    = 2 << 20
)

// TestRefreshLimitedChild is what the child process runs.
func TestRefreshLimitedChild(t *testing.T) {
	path := os.Getenv(crawlLimitEnv)
	door, ok := webtest.FromEnv()
	if path == "" || !ok {
		t.Skip("only as a child of TestRefreshFullDisk")
	}
	limit := syscall.Rlimit{Cur: crawlLimit, Max: crawlLimit}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	w := &crawlWeb{t: t}
	for i := range fullCorpus.Hosts {
		w.add(fullCorpus.SiteFile(i, 0))
	}
	d := openDatabase(t, path, pipeline.Options{Contact: "thu@kiem-thu.test", Sites: w.sites})
	_, err := d.Refresh(t.Context(), pipeline.RefreshOptions{Delay: -1, Dial: door.DialContext})
	var full *ledger.Error
	if !errors.As(err, &full) || full.Code != ledger.Full {
		t.Fatalf("Refresh: error %v, want code %s", err, ledger.Full)
	}
}

// When the disk is full a crawl stops and says so; what it had done is kept, and with room
// again the next run comes to the same end, without asking twice for what is done.
func TestRefreshFullDisk(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	w := newCrawlWeb(t, fullCorpus, 0)
	d := w.database()
	cmd := exec.Command(self, "-test.run=^TestRefreshLimitedChild$")
	cmd.Env = append(append(os.Environ(), crawlLimitEnv+"="+d.path), w.web.Door().Env()...)
	if out, err := cmd.CombinedOutput(); err != nil || strings.Contains(string(out), "goroutine") {
		t.Fatalf("child: %v\n%s", err, out)
	}
	w.clock = webtest.NewClock(time.Now()) // as the child had it
	before := len(w.web.Hits())
	d = openDatabase(t, d.path, w.pipelineOptions())
	d.refresh(w.options())
	if again := len(w.web.Hits()) - before; before < 20 || again >= fullCorpus.Pages {
		t.Errorf("%d requests before the disk was full, %d after; want the rest only", before, again)
	}
	if got, want := d.export(), w.fresh(); got != want {
		t.Errorf("export differs:\n%s", diff(got, want))
	}
}
