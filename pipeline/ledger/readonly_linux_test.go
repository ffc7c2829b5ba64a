package ledger

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A file or a folder without the right to write is said to be so. Root may write
// everywhere, so the test looks at them as somebody else.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "vnlex.db")
	l := openLedger(t, path)
	put(t, l, testPage("a.txt", "một"))
	l.Close()
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	asNobody(t)
	tests := []struct {
		name string
		mode os.FileMode
	}{{"file", 0o777}, {"folder", 0o555}}
	for _, tt := range tests {
		syscall.Setfsuid(os.Getuid())
		for _, name := range []string{path + "-lock", path + "-shm", path + "-wal"} {
			os.Remove(name)
		}
		if err := os.Chmod(dir, tt.mode); err != nil {
			t.Fatal(err)
		}
		syscall.Setfsuid(nobody)
		wantCode(t, "write to a read-only "+tt.name, beginAt(t, path), ReadOnly)
	}
}

// beginAt does what every command that writes does first.
func beginAt(t *testing.T, path string) error {
	l, err := Open(t.Context(), path, Options{Graph: testGraph, Wait: 10 * time.Millisecond})
	if err != nil {
		return err
	}
	defer l.Close()
	_, err = l.Begin(t.Context(), "ingest")
	return err
}

const nobody = 65534

// asNobody lets this test look at files as a user without rights, for its goroutine alone.
func asNobody(t *testing.T) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	for dir := t.TempDir(); strings.HasPrefix(dir, os.TempDir()+"/"); dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && info.Mode()&1 == 0 {
			os.Chmod(dir, info.Mode()|0o55)
		}
	}
	runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
	t.Cleanup(func() { syscall.Setfsuid(0) })
}
