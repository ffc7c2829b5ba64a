package pipeline_test

import (
	"testing"
	"time"

	"vnlex/pipeline/crawl/webtest"
)

// A crawl takes every page to the graph; once more, with nothing changed, no body is
// downloaded and nothing is written to the graph; one changed page moves only its own.
func TestRefresh(t *testing.T) {
	c := webtest.Corpus{Pages: 60, Hosts: 3, Seed: 1}
	w := newCrawlWeb(t, c, 0)
	d := w.database()
	first := d.refresh(w.options())
	if n := total(first); n.New != c.Pages || len(n.Failed) > 0 || first.Documents.Added == 0 {
		t.Fatalf("Refresh() = %+v, want %d new pages", first, c.Pages)
	}
	before := d.export()
	w.web.Reset()
	w.clock.Pass(40 * 24 * time.Hour)
	again := d.refresh(w.options())
	n := total(again)
	if w.web.Bodies() != 0 || n.Unchanged != n.Fetched || n.Unchanged < c.Pages {
		t.Errorf("second refresh: %d bodies, %+v; want none, all unchanged", w.web.Bodies(), n)
	}
	if d.export() != before || again.Documents.Added+again.Documents.Changed != 0 {
		t.Errorf("second refresh changed the graph: %+v", again)
	}
}
