package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A folder that may not be read is told with the next step. Root may read
// anything, so under root the process belongs to somebody else.
func TestFolderWithoutRights(t *testing.T) {
	dir, err := os.MkdirTemp("", "vnlex-rights-") // not t.TempDir: others must get in
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	closed := filepath.Join(dir, "closed")
	for path, mode := range map[string]os.FileMode{dir: 0o777, closed: 0o700} {
		if err := errors.Join(os.MkdirAll(path, 0o700), os.Chmod(path, mode)); err != nil {
			t.Fatal(err)
		}
	}
	vnlex := filepath.Join(dir, "vnlex")
	copyFile(t, vnlex, self(t))
	cmd := exec.Command(vnlex, "ingest", "closed", "--db", "a.db")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "LC_ALL=C.UTF-8")
	if os.Geteuid() == 0 {
		nobody := &syscall.Credential{Uid: 65534, Gid: 65534}
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: nobody}
	} else if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	out, _ := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != statusFailed {
		t.Errorf("the process ends with %d, want %d", got, statusFailed)
	}
	said := string(out)
	if !strings.Contains(said, `"closed"`) || !strings.Contains(said, "permission denied") {
		t.Errorf("the process says %q", out)
	}
}

func copyFile(t *testing.T, to, from string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
