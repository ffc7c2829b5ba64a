package pipeline_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"vnlex/graph"
	"vnlex/pipeline"
	"vnlex/pipeline/ledger"
)

// long reports whether promises are shown to the full count.
func long() bool { return os.Getenv("VNLEX_LONG") != "" }

func syntheticDocs(n int, seed uint64) []doc {
	docs := make([]doc, n)
	for i := range docs {
		docs[i] = doc{fmt.Sprintf("https://example.vn/%d.txt", i),
			syntheticText(seed*1000 + uint64(i))}
	}
	return docs
}

// Promise 1: same pages, any order, any number of workers, the same graph; and rebuild
// gives it once more.
func TestPromise1AnyOrder(t *testing.T) {
	orders := 20
	if long() {
		orders = 200
	}
	t.Run("synthetic", func(t *testing.T) {
		anyOrder(t, orders, syntheticDocs(20, 1),
			synthetic)
	})
	t.Run("fixtures", func(t *testing.T) {
		anyOrder(t, orders, fixtures(t)[:20],
			func(jobs int) pipeline.Options { return pipeline.Options{Jobs: jobs} })
	})
}

func anyOrder(t *testing.T, orders int, docs []doc, options func(jobs int) pipeline.Options) {
	calm := newDatabase(t, options(1))
	calm.ingest(docs...)
	want := calm.export()
	for i := range orders {
		rng := rand.New(rand.NewPCG(uint64(i), 3))
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		d := newDatabase(t, options([]int{1, 2, 8}[i%3]))
		parts := slices.Collect(slices.Chunk(docs, 1+rng.IntN(len(docs))))
		for _, part := range parts {
			d.ingest(part...)
		}
		if got := d.export(); got != want {
			t.Fatalf("order %d in %d parts: export differs:\n%s", i, len(parts), diff(got, want))
		}
		sum, err := d.Rebuild(t.Context())
		if err != nil || sum.Documents != (pipeline.Tally{}) ||
			sum.Relations != (pipeline.Tally{}) {
			t.Fatalf("Rebuild() = %+v, %v; want no change of the graph", sum, err)
		}
		if got := d.export(); got != want {
			t.Fatalf("after rebuild: export differs:\n%s", diff(got, want))
		}
	}
	t.Logf("%d orders, %d bytes of export", orders, len(want))
}

// Promise 2: the same pages again change nothing.
func TestPromise2SameAgain(t *testing.T) {
	docs := syntheticDocs(30, 2)
	d := newDatabase(t, synthetic(2))
	d.ingest(docs...)
	before := d.dump()
	sum := d.ingest(docs...)
	if after := d.dump(); after != before {
		t.Errorf("tables differ:\n%s", diff(after, before))
	}
	if sum.Unchanged != len(docs) || sum.Read != 0 {
		t.Errorf("IngestInputs() = %+v, want %d unchanged", sum, len(docs))
	}
}

// Promise 4: every relation that a text states carries a quote that stands in the stored
// text of its page at the stored offsets.
func TestPromise4Evidence(t *testing.T) {
	d := newDatabase(t, synthetic(2))
	d.ingest(syntheticDocs(60, 5)...)
	if d.checkEvidence() == 0 {
		t.Error("no evidence at all")
	}
}

// checkEvidence counts the quotes that stand where they should.
func (d *database) checkEvidence() (n int) {
	d.t.Helper()
	r, err := ledger.OpenReader(d.t.Context(), d.path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer r.Close()
	for _, e := range d.edges() {
		switch e.Type {
		case graph.Implements, graph.Amends, graph.Cites, graph.Promulgates:
			if len(e.Evidence) == 0 {
				d.t.Errorf("%v has no evidence", e.EdgeRef)
			}
		}
		for _, v := range e.Evidence {
			n++
			text, err := r.Text(d.t.Context(), v.URL)
			if err != nil || v.Start < 0 || v.End > len(text) || text[v.Start:v.End] != v.Quote {
				d.t.Errorf("%v: quote %q is not in %s at %d:%d (%v)", e.EdgeRef, v.Quote, v.URL,
					v.Start, v.End, err)
			}
		}
	}
	return n
}

// Promise 5: no relation leads from an older document to a newer one, compared at the
// coarser precision, save consolidates, quoted references and unlabelled lists; none
// leads to itself.
func TestPromise5Time(t *testing.T) {
	d := newDatabase(t, synthetic(2))
	sum := d.ingest(syntheticDocs(300, 6)...)
	if sum.Dropped == 0 {
		t.Error("nothing was dropped: the pages put the rule to no test")
	}
	if d.checkTime() == 0 {
		t.Error("no relations at all")
	}
}

// checkTime counts the relations that lead from a document to one that is not newer.
func (d *database) checkTime() (n int) {
	d.t.Helper()
	issued := d.issued()
	for _, e := range d.edges() {
		if e.From == e.To {
			d.t.Errorf("%v leads to itself", e.EdgeRef)
		}
		switch e.Type {
		case graph.Implements, graph.Amends, graph.Cites:
		default:
			continue
		}
		a, b := issued[e.From.ID], issued[e.To.ID]
		cut := min(len(a), len(b))
		if a[:cut] < b[:cut] && e.Kind != "consolidates" && e.Kind != "refers_to" {
			d.t.Errorf("%v leads from %s to %s", e.EdgeRef, a, b)
		}
		n++
	}
	return n
}

// Promise 6: a page that cannot be read is listed with its reason, does not stop the
// others, and retry takes it up again.
func TestPromise6Retry(t *testing.T) {
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good.txt"), filepath.Join(dir, "bad.txt")
	write(t, good, syntheticText(1))
	write(t, bad, "a\x00b")
	d := newDatabase(t, synthetic(2))
	sum, err := d.Ingest(t.Context(), []string{dir}, nil)
	if err != nil || sum.Read != 1 || sum.Failed != 1 {
		t.Fatalf("Ingest() = %+v, %v; want one read, one failed", sum, err)
	}
	failed, err := d.Pages(t.Context(), "", true)
	if err != nil || len(failed) != 1 || failed[0].URL != bad || failed[0].Code != "binary" ||
		failed[0].Reason == "" {
		t.Fatalf("Pages(failed) = %+v, %v", failed, err)
	}
	if sum, err = d.Retry(t.Context()); err != nil || sum.Failed != 1 {
		t.Fatalf("Retry() = %+v, %v; want one failed", sum, err)
	}
	write(t, bad, syntheticText(2))
	if sum, err = d.Retry(t.Context()); err != nil || sum.Failed != 0 || sum.Read != 1 {
		t.Fatalf("Retry() = %+v, %v; want one read", sum, err)
	}
	other := newDatabase(t, synthetic(1))
	if _, err := other.Ingest(t.Context(), []string{dir}, nil); err != nil {
		t.Fatal(err)
	}
	if got, want := d.export(), other.export(); got != want {
		t.Errorf("export differs:\n%s", diff(got, want))
	}
}

// Promise 8, as far as pages are taken out by hand: what a forgotten page alone supported
// is gone, as if it had never come, and it stays out of later runs.
func TestPromise8Forget(t *testing.T) {
	docs := syntheticDocs(25, 8)
	for i := range docs {
		rest := slices.Delete(slices.Clone(docs), i, i+1)
		d, never := newDatabase(t, synthetic(1)), newDatabase(t, synthetic(1))
		d.ingest(docs...)
		d.forget(docs[i].url)
		never.ingest(rest...)
		want := never.export()
		if got := d.export(); got != want {
			t.Fatalf("without page %d: export differs:\n%s", i, diff(got, want))
		}
		if sum := d.ingest(docs...); sum.Forgotten != 1 || d.export() != want {
			t.Fatalf("IngestInputs() = %+v, want page %d kept out", sum, i)
		}
		if i > 4 && !long() {
			break
		}
	}
}
