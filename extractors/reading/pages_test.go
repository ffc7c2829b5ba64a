package reading

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"vnlex/testdata"
)

// Pages and gazette texts of all kinds: every promise of a reading holds.
func TestReadPages(t *testing.T) {
	var texts []string
	for _, pattern := range []string{"pages/*", "pages/*/*", "gold/texts/*.txt"} {
		paths, err := filepath.Glob(filepath.Join(testdata.Shared(t, "data"), pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if raw, err := os.ReadFile(path); err == nil { // else a folder
				texts = append(texts, string(raw))
			}
		}
	}
	for i, text := range append(texts, testdata.Gazette(t)...) {
		if raced && i%20 != 0 {
			continue
		}
		for _, kind := range []string{"", kindNews, kindLegal} {
			src := Source{URL: "https://congbao.example/" + kind, Text: text, Kind: kind}
			r := Read(src)
			checkEvidence(t, r, text)
			if kind == "" && !reflect.DeepEqual(r, Read(src)) {
				t.Errorf("two readings of a page differ: %.100q", text)
			}
		}
		if t.Failed() {
			t.Fatalf("in %.200q", text)
		}
	}
	if len(texts) < 100 {
		t.Errorf("pages = %d, want hundreds", len(texts))
	}
}
