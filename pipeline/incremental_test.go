package pipeline_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// What is resolved step by step, pages coming, changing and going, is what is resolved
// when only the last state of the pages comes, at once.
func TestIncrementalEqualsFull(t *testing.T) {
	worlds := 20
	if long() {
		worlds = 400
	}
	for seed := range uint64(worlds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rng := rand.New(rand.NewPCG(seed, 7))
			step := newDatabase(t, synthetic(1))
			state := map[string]string{}
			for range 3 + rng.IntN(8) {
				change(step, state, rng)
			}
			full := newDatabase(t, synthetic(1))
			full.ingest(docsOf(state)...)
			if got, want := step.export(), full.export(); got != want {
				t.Errorf("export differs:\n%s", diff(got, want))
			}
		})
	}
}

// change lets a few pages come or change, or one go.
func change(d *database, state map[string]string, rng *rand.Rand) {
	if urls := slices.Sorted(maps.Keys(state)); len(urls) > 0 && rng.IntN(3) == 0 {
		url := urls[rng.IntN(len(urls))]
		delete(state, url)
		d.forget(url)
		if _, err := d.Allow(d.t.Context(), []string{url}); err != nil {
			d.t.Fatal(err)
		}
		return
	}
	var docs []doc
	for range 1 + rng.IntN(4) {
		p := doc{fmt.Sprintf("https://example.gov.vn/%d.txt", rng.IntN(12)),
			syntheticText(rng.Uint64N(300))}
		state[p.url] = p.text
		docs = append(docs, p)
	}
	d.ingest(docs...)
}

func docsOf(state map[string]string) []doc {
	var docs []doc
	for _, url := range slices.Sorted(maps.Keys(state)) {
		docs = append(docs, doc{url, state[url]})
	}
	return docs
}
