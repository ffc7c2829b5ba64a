package testdata

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// TB is the part of testing.TB used here: this package is in the binary, which
// shall not carry the testing package.
type TB interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Skipf(format string, args ...any)
}

// Shared returns the path of a file or folder of the reference material, which
// is no part of this module: the folder named by VNLEX_SHARED, else ../shared
// beside the module root. Where it is missing the test is skipped, and fails
// when CI is true.
func Shared(t TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{reference(t)}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("reference material: %v", err)
		}
		t.Skipf("reference material is missing (set VNLEX_SHARED): %v", err)
	}
	return path
}

func reference(t TB) string {
	t.Helper()
	if dir := os.Getenv("VNLEX_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join(filepath.Dir(Root(t)), "shared")
}

// Root returns the folder of this module's go.mod, seen from the folder a test runs in.
func Root(t TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		_, err := os.Stat(filepath.Join(dir, "go.mod"))
		if err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if !errors.Is(err, fs.ErrNotExist) || parent == dir {
			t.Fatalf("find go.mod above the test: %v", err)
		}
		dir = parent
	}
}

// Gazette returns the texts of the Official Gazette (Công báo) of the reference
// material, for benchmarks and robustness tests. Those with U+0000 are no texts.
func Gazette(t TB) []string {
	t.Helper()
	var texts []string
	for _, pattern := range []string{"*.txt", "more/*.txt"} {
		paths, err := filepath.Glob(filepath.Join(Shared(t, "data", "gazette"), pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.IndexByte(raw, 0) < 0 {
				texts = append(texts, string(raw))
			}
		}
	}
	return texts
}
