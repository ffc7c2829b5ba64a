package pipeline_test

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"vnlex/pipeline/ledger"
)

// limitEnv names the database into which a child process ingests that may write no file
// larger than limit.
const (
	limitEnv = "VNLEX_TEST_LIMIT"
	limit    = 400 << 10
)

// TestLimitedChild is what the child process runs.
func TestLimitedChild(t *testing.T) {
	path := os.Getenv(limitEnv)
	if path == "" {
		t.Skip("only as a child of TestFullDisk")
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit,
		Max: limit}); err != nil {
		t.Fatal(err)
	}
	d := openDatabase(t, path, killOptions())
	_, err := d.IngestInputs(t.Context(), inputs(killDocs()))
	var full *ledger.Error
	if !errors.As(err, &full) || full.Code != ledger.Full {
		t.Fatalf("IngestInputs: error %v, want code %s", err, ledger.Full)
	}
}

// When the disk is full a run stops and says so; what it had done is kept, and with room
// again the next run comes to the same end.
func TestFullDisk(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	d, calm := newDatabase(t, killOptions()), newDatabase(t, killOptions())
	cmd := exec.Command(self, "-test.run=^TestLimitedChild$")
	cmd.Env = append(os.Environ(), limitEnv+"="+d.path)
	if out, err := cmd.CombinedOutput(); err != nil ||
		strings.Contains(string(out), "goroutine") {
		t.Fatalf("child: %v\n%s", err, out)
	}
	d.ingest(killDocs()...)
	calm.ingest(killDocs()...)
	if got, want := d.export(), calm.export(); got != want {
		t.Errorf("export differs:\n%s", diff(got, want))
	}
}
