package sqlite

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"vnlex/graph"
)

const (
	benchDocuments = 100_000
	benchBatch     = 1_000 // documents, with about ten relations each
)

// A corpus makes documents in the order of their issue, each with relations to
// older ones: often to the few that everybody cites, sometimes to any.
type corpus struct {
	rand *rand.Rand
	made int
}

func newCorpus() *corpus { return &corpus{rand: rand.New(rand.NewPCG(1, 2))} }

func (c *corpus) key(i int) graph.NodeRef {
	types := []string{"quyet-dinh", "thong-tu", "nghi-dinh", "ke-hoach"}
	issuers := []string{"ttg", "bct", "cp", "ubnd@ca-mau", "bnnmt"}
	return graph.NodeRef{Label: graph.LabelDocument, ID: fmt.Sprintf("vn:%s:%s:%d:%d",
		types[i%4], issuers[i%5], 1990+i*36/benchDocuments, i)}
}

func (c *corpus) batch(n int) graph.Delta {
	var d graph.Delta
	for range n {
		d.Nodes = append(d.Nodes, c.document(c.made))
		for _, t := range []graph.EdgeType{graph.IssuedBy, graph.SignedBy} {
			d.Edges = append(d.Edges, c.named(c.made, t))
		}
		for range 8 {
			if c.made > 0 {
				d.Edges = append(d.Edges, c.stated(c.made))
			}
		}
		c.made++
	}
	if c.made == n { // the first batch
		for i := range 40 {
			d.Nodes = append(d.Nodes, &graph.Agency{Code: fmt.Sprint("co-quan-", i), Name: "Cơ quan"},
				&graph.Person{Key: fmt.Sprint("P:nguoi-ky-", i), Name: "Người ký"})
		}
	}
	return d
}

func (c *corpus) document(i int) *graph.Document {
	return &graph.Document{
		Key: c.key(i).ID, Symbol: fmt.Sprintf("%d/QĐ-TTg", i), Type: "Quyết định",
		Title:  fmt.Sprintf("Quyết định về chương trình phát triển công nghiệp số %d", i),
		Issued: fmt.Sprintf("%d-0%d-1%d", 1990+i*36/benchDocuments, 1+i%9, i%10),
		Search: fmt.Sprintf("%d qd ttg quyet dinh ve chuong trinh phat trien cong nghiep so %d", i, i),
	}
}

func (c *corpus) named(i int, t graph.EdgeType) *graph.Edge {
	to := graph.NodeRef{Label: graph.LabelAgency, ID: fmt.Sprint("co-quan-", i%40)}
	if t == graph.SignedBy {
		to = graph.NodeRef{Label: graph.LabelPerson, ID: fmt.Sprint("P:nguoi-ky-", i%40)}
	}
	return &graph.Edge{EdgeRef: graph.EdgeRef{Type: t, From: c.key(i), To: to}, Order: 1}
}

func (c *corpus) stated(i int) *graph.Edge {
	target := c.rand.IntN(i)
	if c.rand.IntN(3) > 0 { // one of the much cited
		x := c.rand.Float64()
		target = int(x * x * x * float64(i))
	}
	type choice struct {
		t    graph.EdgeType
		kind string
	}
	k := []choice{
		{graph.Cites, "based_on"}, {graph.Cites, "refers_to"}, {graph.Cites, "based_on"},
		{graph.Implements, "implements"}, {graph.Implements, "guides"}, {graph.Amends, "amends"},
	}[c.rand.IntN(6)]
	e := &graph.Edge{
		EdgeRef:    graph.EdgeRef{Type: k.t, From: c.key(i), To: c.key(target), Kind: k.kind},
		Confidence: 0.95, EvidenceCount: 1,
	}
	for range 1 + c.rand.IntN(2) {
		e.Evidence = append(e.Evidence, graph.Evidence{
			URL:   fmt.Sprintf("https://vanban.example.vn/van-ban/quyet-dinh-%d.html", i),
			Quote: strings.Repeat("Căn cứ Quyết định số ", 7) + e.To.ID, // about 200 bytes
			Start: 1000 + i%777, End: 1200 + i%777, Rule: "T009", Confidence: 0.95,
		})
	}
	return e
}

func BenchmarkApply(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s, err := Create(b.Context(), filepath.Join(b.TempDir(), "graph.db"))
		if err != nil {
			b.Fatal(err)
		}
		c, edges := newCorpus(), 0
		for c.made < benchDocuments {
			d := c.batch(benchBatch)
			b.StartTimer()
			stats, err := s.Apply(b.Context(), d)
			if err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			edges += stats.EdgesCreated
		}
		b.ReportMetric(float64(edges), "relations")
		b.ReportMetric(float64(edges)/b.Elapsed().Seconds()*float64(1), "relations/s")
		s.Close()
		b.StartTimer()
	}
}
