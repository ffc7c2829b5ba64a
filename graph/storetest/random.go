package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"vnlex/graph"
)

// Random makes a graph of n documents and what hangs on them, with all that
// real ones have: provisional documents, aliases, instruments with and without
// a carrier, weak and derived relations, provisions, cycles, disputed fields.
// The same seed makes the same graph.
func Random(seed uint64, n int) graph.Delta {
	r := &random{Rand: rand.New(rand.NewPCG(seed, 7))}
	r.agencies()
	for i := range n {
		r.document(i)
	}
	for i := range n / 5 {
		r.instrument(i)
	}
	for i := range n / 2 {
		r.page(i)
	}
	for _, doc := range r.docs {
		r.relations(doc)
	}
	return r.delta
}

type random struct {
	*rand.Rand
	delta       graph.Delta
	docs        []*graph.Document
	instruments []graph.NodeRef
	codes       []graph.NodeRef
	seen        map[graph.EdgeRef]bool
}

func pick[T any](r *random, list ...T) T { return list[r.IntN(len(list))] }

// chance reports true once in n times.
func (r *random) chance(n int) bool { return r.IntN(n) == 0 }

func (r *random) add(nodes ...graph.Node) { r.delta.Nodes = append(r.delta.Nodes, nodes...) }

// edge adds an edge unless there is one of its name.
func (r *random) edge(e *graph.Edge) {
	if r.seen == nil {
		r.seen = make(map[graph.EdgeRef]bool)
	}
	if !r.seen[e.EdgeRef] {
		r.seen[e.EdgeRef] = true
		r.delta.Edges = append(r.delta.Edges, e)
	}
}

func (r *random) agencies() {
	codes := strings.Fields("ttg cp bct bnn bnnmt ubnd@ca-mau ubnd@gia-lai~2025")
	for _, code := range codes {
		a := &graph.Agency{Code: code, Name: "Cơ quan " + code, Kind: "bo"}
		r.codes = append(r.codes, a.Ref())
		r.add(a)
	}
	r.edge(&graph.Edge{EdgeRef: graph.EdgeRef{Type: graph.SucceededBy, From: r.codes[3],
		To: r.codes[4], Kind: "merge"}, Date: "2025-03-01"})
}

// words are what titles are made of; some differ by diacritics alone.
var words = strings.Fields(`đất dắt dật đai dài công cộng an án xã xa chiến lược kế hoạch phát
	triển sản xuất sạch hơn năng lượng môi trường quy định về việc 2030 2045`)

func (r *random) title() string {
	title := make([]string, 2+r.IntN(7))
	for i := range title {
		title[i] = pick(r, words...)
	}
	return strings.Join(title, " ")
}

func (r *random) date() string {
	year := 1990 + r.IntN(36)
	switch r.IntN(5) {
	case 0:
		return fmt.Sprint(year)
	case 1:
		return fmt.Sprintf("%d-%02d", year, 1+r.IntN(12))
	case 2:
		return ""
	}
	return fmt.Sprintf("%d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28))
}

func (r *random) document(i int) {
	d := &graph.Document{
		Issued: r.date(), Type: pick(r, "Quyết định", "Thông tư", "Luật"), Title: r.title(),
		Provisional: r.chance(9),
	}
	year := "0000"
	if d.Issued != "" {
		year = d.Issued[:4]
	}
	number := 1 + i/3
	d.Key = fmt.Sprintf("vn:%s:%s:%s:%d", pick(r, "quyet-dinh", "thong-tu", "luat"),
		pick(r, r.codes...).ID, year, number)
	for _, other := range r.docs {
		if other.Key == d.Key {
			d.Key += fmt.Sprintf("-%d", i)
		}
	}
	d.Symbol = fmt.Sprintf("%d/%s/QĐ", number, year)
	d.Search = Fold(d.Symbol + " " + d.Type + " " + d.Title)
	r.extras(d)
	r.docs = append(r.docs, d)
	r.add(d)
}

func (r *random) extras(d *graph.Document) {
	if r.chance(3) {
		d.Effective = r.date()
	}
	if r.chance(8) {
		d.Expires = r.date()
	}
	if r.chance(6) {
		d.Aliases = []string{d.Key + "-alias", pick(r, "chung", "rieng")}
	}
	if r.chance(4) {
		s := graph.Source{
			Field: "issued", URL: "https://x.vn/1", Start: 3, End: 9, Quote: d.Title, Rule: "metadata",
		}
		d.Sources = []string{s.Text()}
	}
	if r.chance(7) {
		c := graph.Conflict{Field: "issued", Values: []graph.ConflictValue{
			{Value: "2001", URL: "u", Quote: "một"}, {Value: "2002", URL: "v", Quote: "<hai>"},
		}}
		d.Conflicts = []string{c.Text()}
	}
}

func (r *random) instrument(i int) {
	carrier := pick(r, r.docs...)
	n := &graph.Instrument{
		Key:  "I:" + strings.TrimPrefix(carrier.Key, "vn:") + ":chien-luoc",
		Name: "Chiến lược " + r.title(), Kind: "chien-luoc", PeriodTo: pick(r, "", "2030"),
	}
	if r.chance(3) {
		n.Key = fmt.Sprintf("I::chien-luoc-%d", i)
	} else {
		r.edge(r.stated(graph.Promulgates, carrier.Ref(), n.Ref(), "approves"))
	}
	n.Search = Fold(n.Name)
	for _, other := range r.instruments {
		if other == n.Ref() {
			return
		}
	}
	r.instruments = append(r.instruments, n.Ref())
	r.add(n)
}

func (r *random) page(i int) {
	p := &graph.Page{URL: fmt.Sprintf("https://x.vn/%d", i), Title: r.title(), Published: r.date()}
	r.add(p)
	for range r.IntN(4) {
		e := &graph.Edge{EdgeRef: graph.EdgeRef{
			Type: pick(r, graph.Carries, graph.ReportsOn, graph.Mentions),
			From: p.Ref(), To: pick(r, r.docs...).Ref(),
		}}
		if e.Type != graph.Carries {
			e.Count = 1 + r.IntN(4)
		}
		r.edge(e)
	}
}

func (r *random) relations(d *graph.Document) {
	for i := range r.IntN(3) {
		r.edge(&graph.Edge{EdgeRef: graph.EdgeRef{Type: graph.IssuedBy, From: d.Ref(),
			To: pick(r, r.codes...)}, Order: i + 1})
	}
	if r.chance(2) {
		p := &graph.Person{Name: "Người " + r.title()}
		p.Key = fmt.Sprintf("P:nguoi-%d:bct", len(r.delta.Nodes))
		r.add(p)
		r.edge(&graph.Edge{EdgeRef: graph.EdgeRef{Type: graph.SignedBy, From: d.Ref(), To: p.Ref()},
			Title: "Thứ trưởng", Capacity: []string{"KT"}, Order: 1})
	}
	for range r.IntN(5) {
		r.relation(d)
	}
}

func (r *random) relation(d *graph.Document) {
	to := pick(r, r.docs...).Ref()
	if r.chance(6) && len(r.instruments) > 0 {
		to = pick(r, r.instruments...)
	}
	from := d.Ref()
	switch {
	case from == to:
	case r.chance(9) && to.Label == graph.LabelDocument:
		r.edge(&graph.Edge{EdgeRef: graph.EdgeRef{Type: graph.Related, From: from, To: to},
			URLs: []string{"https://x.vn/1"}, Lists: []int{1 + r.IntN(3)}})
	case r.chance(7) && to.Label == graph.LabelInstrument:
		r.edge(r.stated(graph.Implements, pick(r, r.instruments...), to, "implements"))
	default:
		typ := pick(r, graph.Implements, graph.Implements, graph.Amends, graph.Cites)
		r.edge(r.stated(typ, from, to, pick(r, kindsOf[typ]...)))
	}
}

var kindsOf = map[graph.EdgeType][]string{
	graph.Implements: {"implements", "guides", "details"},
	graph.Amends:     {"amends", "supplements", "replaces", "repeals", "suspends", "extends"},
	graph.Cites:      {"based_on", "refers_to"},
}

func (r *random) stated(t graph.EdgeType, from, to graph.NodeRef, kind string) *graph.Edge {
	e := &graph.Edge{
		EdgeRef:    graph.EdgeRef{Type: t, From: from, To: to, Kind: kind},
		Confidence: float64(1+r.IntN(99)) / 100, Derived: r.chance(5), EvidenceCount: 1 + r.IntN(8),
	}
	for range min(5, e.EvidenceCount) {
		start := r.IntN(9000)
		e.Evidence = append(e.Evidence, graph.Evidence{
			URL: fmt.Sprintf("https://x.vn/%d", r.IntN(50)), Quote: r.title() + " 𝔘",
			Start: start, End: start + 30, Rule: fmt.Sprintf("T%03d", r.IntN(99)),
			Confidence: e.Confidence,
		})
	}
	if r.chance(3) {
		scope := fmt.Sprintf("#dieu-%d", 1+r.IntN(3))
		e.ScopesTo = []string{scope, scope + ".khoan-1"}
		e.Parts = []string{fmt.Sprintf(`{"scope_to":%q,"op":"repeal","effective":%q}`, scope, r.date())}
		e.Effective = r.date()
	}
	return e
}
