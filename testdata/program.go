package testdata

import (
	"os"
	"os/exec"
)

// Program returns the path of the first of several programs that is installed. Where
// none is, the test is skipped, and fails when CI is true.
func Program(t TB, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("none of %q is installed", names)
	}
	t.Skipf("none of %q is installed", names)
	return ""
}
