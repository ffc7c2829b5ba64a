package config

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRead(t *testing.T) {
	path := write(t, "lang = \"vi\"\n\n# how many\nlimit = 20\n[ingest]\njobs = 2\n[search]\nlimit = 5\n[pages]\nshow = {all = true}\n")
	f, err := Read(path, true)
	if err != nil {
		t.Fatal(err)
	}
	want := []Setting{
		{"", "lang", "vi", 1},
		{"", "limit", int64(20), 4},
		{"ingest", "", nil, 5},
		{"ingest", "jobs", int64(2), 6},
		{"search", "", nil, 7},
		{"search", "limit", int64(5), 8},
		{"pages", "", nil, 9},
		{"pages.show", "", nil, 10},
		{"pages.show", "all", true, 10},
	}
	if diff := cmp.Diff(want, f.Settings); diff != "" {
		t.Errorf("Read: -want +got\n%s", diff)
	}
	for _, tt := range []struct {
		command, name string
		want          any
	}{
		{"search", "limit", int64(5)},
		{"show", "limit", int64(20)},
		{"ingest", "jobs", int64(2)},

		{"show", "jobs", nil},
		{"show", "db", nil},
	} {
		if got, _ := f.Get(tt.command, tt.name); got.Value != tt.want {
			t.Errorf("Get(%q, %q) = %v, want %v", tt.command, tt.name, got.Value, tt.want)
		}
	}
}

func TestReadTellsTheLine(t *testing.T) {
	path := write(t, "lang = \"vi\"\nlimit = = 3\n")
	_, err := Read(path, true)
	e, ok := err.(*Error)
	if !ok || e.Line != 2 {
		t.Errorf("Read of a mistake in line 2 = %v", err)
	}
}

func TestReadOfNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.toml")
	if _, err := Read(path, false); err != nil {
		t.Errorf("Read of the usual file that is not there = %v, want none", err)
	}
	if _, err := Read(path, true); err == nil {
		t.Errorf("Read of a named file that is not there = nil, want an error")
	}
}
