package sqlite

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"vnlex/graph"
	"vnlex/graph/storetest"
)

// bigStore is a store of 100,000 documents and a million relations, made once.
var bigStore = sync.OnceValues(func() (*Store, error) {
	dir, err := os.MkdirTemp("", "vnlex-bench-")
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	s, err := Create(ctx, filepath.Join(dir, "graph.db"))
	if err != nil {
		return nil, err
	}
	for c := newCorpus(); c.made < benchDocuments; {
		if _, err := s.Apply(ctx, c.batch(benchBatch)); err != nil {
			return nil, err
		}
	}
	return s, nil
})

// made tells TestMain that there is a bigStore to remove.
var made bool

func TestMain(m *testing.M) {
	code := m.Run()
	if made {
		s, _ := bigStore()
		s.Close()
		os.RemoveAll(filepath.Dir(s.path))
	}
	os.Exit(code)
}

// benchQuestion asks about random documents and reports the 95th percentile.
func benchQuestion(b *testing.B, ask func(r graph.Reader, root graph.Root) (*graph.Answer, error)) {
	made = true
	s, err := bigStore()
	if err != nil {
		b.Fatal(err)
	}
	c, r := newCorpus(), rand.New(rand.NewPCG(3, 4))
	var times []time.Duration
	var documents int
	for b.Loop() {
		root := graph.Root{NodeRef: c.key(r.IntN(benchDocuments))}
		start := time.Now()
		snap, err := s.Snapshot(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		a, err := ask(snap, root)
		if err != nil {
			b.Fatal(err)
		}
		snap.Close()
		times = append(times, time.Since(start))
		documents += len(a.Documents)
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
	b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "max-ms")
	b.ReportMetric(float64(documents)/float64(b.N), "documents")
}

func BenchmarkImplements(b *testing.B) {
	for name, o := range map[string]graph.TreeOptions{
		"limit 100": {Depth: 6, Cut: graph.Cut{Limit: 100}},
		"up":        {Depth: 6, Cut: graph.Cut{Limit: 100}, Up: true},
		"no limit":  {Depth: 6},
	} {
		b.Run(name, func(b *testing.B) {
			benchQuestion(b, func(r graph.Reader, root graph.Root) (*graph.Answer, error) {
				return graph.Tree(b.Context(), r, root, o)
			})
		})
	}
}

func BenchmarkAmendments(b *testing.B) {
	benchQuestion(b, func(r graph.Reader, root graph.Root) (*graph.Answer, error) {
		o := graph.AmendmentOptions{Cut: graph.Cut{Limit: 100}, AsOf: "2020-01-01"}
		return graph.Amendments(b.Context(), r, root, o)
	})
}

func BenchmarkShow(b *testing.B) {
	benchQuestion(b, func(r graph.Reader, root graph.Root) (*graph.Answer, error) {
		return graph.Show(b.Context(), r, root, graph.Cut{Limit: 100})
	})
}

func BenchmarkPath(b *testing.B) {
	c, r := newCorpus(), rand.New(rand.NewPCG(5, 6))
	benchQuestion(b, func(reader graph.Reader, root graph.Root) (*graph.Answer, error) {
		other := graph.Root{NodeRef: c.key(r.IntN(benchDocuments))}
		return graph.Path(b.Context(), reader, root, other, graph.Cut{})
	})
}

func BenchmarkSearch(b *testing.B) {
	for name, text := range map[string]string{"rare": "so 77123", "in every title": "quyet dinh"} {
		b.Run(name, func(b *testing.B) {
			benchQuestion(b, func(r graph.Reader, _ graph.Root) (*graph.Answer, error) {
				q := graph.Query{Text: text, Fold: storetest.Fold}
				return graph.Search(b.Context(), r, q, graph.Cut{Limit: 100})
			})
		})
	}
}
