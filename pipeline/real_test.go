package pipeline_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"vnlex/pipeline"
	"vnlex/testdata"
)

// fixtures are the pages of our own that the demo shows.
func fixtures(t *testing.T) []doc {
	t.Helper()
	var docs []doc
	pages := testdata.Pages()
	err := fs.WalkDir(pages, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(pages, path)
		docs = append(docs, doc{path, string(text)})
		return err
	})
	if err != nil || len(docs) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	return docs
}

// The five seeds give all edges that their gold file requires and none that is false,
// as the scorer judges.
func TestSeeds(t *testing.T) {
	seeds := testdata.Shared(t, "seeds")
	scorer := testdata.Shared(t, "checks", "seeds.py")
	d := newDatabase(t, pipeline.Options{})
	sum, err := d.Ingest(t.Context(), []string{seeds}, nil)
	if err != nil || sum.Read != 5 || sum.Failed != 0 {
		t.Fatalf("Ingest() = %+v, %v; want five read", sum, err)
	}
	python := testdata.Program(t, "python3")
	file := filepath.Join(t.TempDir(), "export.jsonl")
	write(t, file, d.export())
	cmd := exec.Command(python, scorer, filepath.Join(seeds, "gold.json"), file, seeds)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v", scorer, err)
	}
	t.Logf("%s", bytes.TrimSpace(out))
}

// Every page of the development data goes through without a crash, and none of them makes
// a relation that breaks a promise; what fails is listed with its reason.
func TestDevelopmentPages(t *testing.T) {
	folders := []string{testdata.Shared(t, "data", "pages"),
		testdata.Shared(t, "data", "gazette"), testdata.Shared(t, "data", "html")}
	d := newDatabase(t, pipeline.Options{})
	sum, err := d.Ingest(t.Context(), folders, nil)
	if err != nil || sum.Read == 0 {
		t.Fatalf("Ingest() = %+v, %v", sum, err)
	}
	failed, err := d.Pages(t.Context(), "", true)
	if err != nil || len(failed) != sum.Failed {
		t.Errorf("Pages(failed): %d, %v; want %d", len(failed), err, sum.Failed)
	}
	for _, p := range failed {
		switch {
		case p.Code == "crash" || p.Reason == "":
			t.Errorf("%s: %s: %s", p.URL, p.Code, p.Reason)
		case p.Code != "bad_json": // answers beside the pages
			t.Logf("%s: %s: %s", p.URL, p.Code, p.Reason)
		}
	}
	d.checkEvidence()
	d.checkTime()
	t.Logf("%d pages: documents %+v, relations %+v, %d dropped", sum.Read, sum.Documents,
		sum.Relations, sum.Dropped)
}
