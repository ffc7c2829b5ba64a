package pipeline_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
)

// long reports whether promises are shown to the full count.
func long() bool { return os.Getenv("VNLEX_LONG") != "" }

func syntheticDocs(n int, seed uint64) []doc {
	docs := make([]doc, n)
	for i := range docs {
		docs[i] = doc{fmt.Sprintf("https://example.vn/%d.txt", i), syntheticText(seed*1000 + uint64(i))}
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
	docs := syntheticDocs(20, 1)
	want := ""
	for i := range orders {
		rng := rand.New(rand.NewPCG(uint64(i), 3))
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		d := newDatabase(t, synthetic([]int{1, 2, 8}[i%3]))
		parts := slices.Collect(slices.Chunk(docs, 1+rng.IntN(len(docs))))
		for _, part := range parts {
			d.ingest(part...)
		}
		got := d.export()
		if want == "" {
			want = got
			t.Logf("%d bytes of export", len(want))
		}
		if got != want {
			t.Fatalf("order %d in %d parts: export differs:\n%s", i, len(parts), diff(got, want))
		}
		sum, err := d.Rebuild(t.Context())
		if err != nil {
			t.Fatalf("Rebuild: %v", err)
		}
		if got := d.export(); got != want {
			t.Fatalf("after rebuild: export differs:\n%s", diff(got, want))
		}
		if sum.Documents.Added+sum.Documents.Changed+sum.Documents.Removed+sum.Relations.Added+sum.Relations.Changed+sum.Relations.Removed != 0 {
			t.Errorf("Rebuild() = %+v, want no change of the graph", sum)
		}
	}
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
