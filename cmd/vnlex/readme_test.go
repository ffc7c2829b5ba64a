package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the README's answers and the golden files")

const readme = "../../README.md"

// Every console block of the README shows what its command really prints.
func TestReadme(t *testing.T) {
	raw, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	run := demoShell(t)
	var out strings.Builder
	rest := string(raw)
	for {
		before, block, ok := strings.Cut(rest, "```console\n")
		out.WriteString(before)
		if !ok {
			break
		}
		body, after, ok := strings.Cut(block, "```\n")
		if !ok {
			t.Fatalf("a console block of %s has no end", readme)
		}
		line, want, _ := strings.Cut(body, "\n")
		got := run(t, strings.TrimPrefix(line, "$ "))
		if got != want && !*update {
			t.Errorf("%s prints (-README +now; go test ./cmd/vnlex -update rewrites)\n%s",
				line, cmp.Diff(want, got))
		}
		out.WriteString("```console\n" + line + "\n" + got + "```\n")
		rest = after
	}
	if *update {
		if err := os.WriteFile(readme, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// demoShell makes a demo's database, and returns what runs a line against it
// and gives its output.
func demoShell(t *testing.T) func(*testing.T, string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Symlink(self(t), filepath.Join(dir, "vnlex")); err != nil {
		t.Fatal(err)
	}
	run := func(t *testing.T, line string) string {
		t.Helper()
		sh := exec.Command("bash", "-c", line)
		sh.Dir = dir
		sh.Env = append(os.Environ(), "PATH="+dir+":"+os.Getenv("PATH"), "HOME="+dir,
			"LC_ALL=C.UTF-8", "COLUMNS=100", "VNLEX_DB=demo/vnlex.db", "NO_COLOR=1")
		out, err := sh.Output()
		if err != nil {
			t.Fatalf("%s: %v\n%s", line, err, out)
		}
		return string(out)
	}
	run(t, demoFirst)
	return run
}
