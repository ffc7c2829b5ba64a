package pipeline_test

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"vnlex/pipeline"
)

// childEnv names the database into which a child process ingests, to be killed.
const childEnv = "VNLEX_TEST_INGEST"

// TestIngestChild is what the child process runs.
func TestIngestChild(t *testing.T) {
	path := os.Getenv(childEnv)
	if path == "" {
		t.Skip("only as a child of TestPromise3Kill")
	}
	openDatabase(t, path, killOptions()).ingest(killDocs()...)
}

func killOptions() pipeline.Options { return pipeline.WithSmallSteps(synthetic(2)) }

func killDocs() []doc { return syntheticDocs(40, 4) }

// ingestInChild starts a process that ingests; it is killed after a while, unless it
// has ended by then.
func ingestInChild(t *testing.T, path string, after time.Duration) (killed bool) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^TestIngestChild$")
	cmd.Env = append(os.Environ(), childEnv+"="+path)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	defer timer.Stop()
	err = cmd.Wait()
	if cmd.ProcessState.Exited() && err != nil {
		t.Fatalf("child: %v", err)
	}
	return !cmd.ProcessState.Exited()
}

// Promise 3: whatever moment the process is killed at, running it again comes to the
// end that an undisturbed run comes to: the same graph, and the same rows of pages,
// claims and units.
func TestPromise3Kill(t *testing.T) {
	kills := 30
	if long() {
		kills = 100
	}
	calm := newDatabase(t, killOptions())
	begun := time.Now()
	ingestInChild(t, calm.path, time.Hour)
	takes := time.Since(begun)
	want := calm.export()
	rng := rand.New(rand.NewPCG(5, 5))
	hit := 0
	for i := range kills {
		d := openDatabase(t, filepath.Join(t.TempDir(), "vnlex.db"), killOptions())
		after := time.Duration(rng.Int64N(int64(takes)))
		for ingestInChild(t, d.path, after) {
			hit++
			after = takes/4 + 2*after // so that it ends some time
		}
		if got := d.export(); got != want {
			t.Fatalf("kill %d: export differs:\n%s", i, diff(got, want))
		}
		if marks := d.marks(); marks != 0 {
			t.Fatalf("kill %d: %d marks left", i, marks)
		}
	}
	t.Logf("%d kills of %d runs of %v", hit, kills, takes)
}

func (d *database) marks() int {
	d.t.Helper()
	h, err := d.Health(d.t.Context())
	if err != nil || len(h.Integrity) > 0 {
		d.t.Fatalf("Health() = %+v, %v", h, err)
	}
	return h.Marks
}
