package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Every example of the help does what it says, in a folder where nothing is yet.
func TestExamples(t *testing.T) {
	bin := t.TempDir()
	if err := os.Symlink(self(t), filepath.Join(bin, "vnlex")); err != nil {
		t.Fatal(err)
	}
	for command, lines := range examples {
		if command == "sync" {
			continue // needs a server: TestNeo4j has one
		}
		t.Run(command, func(t *testing.T) {
			t.Parallel()
			sh := exec.Command("bash", "-euo", "pipefail", "-c", strings.Join(lines, "\n"))
			sh.Dir = t.TempDir()
			sh.Env = append(os.Environ(),
				"PATH="+bin+":"+os.Getenv("PATH"), "HOME="+sh.Dir, "LC_ALL=C.UTF-8")
			if out, err := sh.CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", strings.Join(lines, "\n"), err, out)
			}
		})
	}
}

// self is this test binary, which is vnlex when it is called so.
func self(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}
