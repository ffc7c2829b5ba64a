package neo4j

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"vnlex/graph"
	"vnlex/graph/neo4j/neo4jtest"
	"vnlex/graph/storetest"
)

func TestOpenLive(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		if got := open(t, s).Version(); got != s.Line && s.Line != neo4jtest.LTS {
			t.Errorf("Version() = %q, want %q", got, s.Line)
		}
		c := configOf(s)
		c.Password = "not the password"
		_, err := Open(t.Context(), c)
		mustFail(t, err, Auth, "VNLEX_NEO4J_PASSWORD")
		c = configOf(s)
		c.URL += "/absent"
		_, err = Open(t.Context(), c)
		mustFail(t, err, NoDatabase, "absent")
		c = configOf(s)
		c.URL += "/neo4j"
		store, err := Open(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		store.Close()
	})
}

// TestOpenByRouting uses the scheme that asks the server where to go.
func TestOpenByRouting(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		c := configOf(s)
		c.URL = "neo4j" + c.URL[len("bolt"):]
		store, err := Open(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		if _, err := store.Apply(t.Context(), storetest.Random(2, 10)); err != nil {
			t.Error(err)
		}
	})
}

// watch gathers what the statements of a store changed and were warned of.
type watch struct {
	statements int
	updates    int
	warnings   []string
}

func (w *watch) of(s *Store) *Store {
	s.seen = func(sum driver.ResultSummary) {
		w.statements++
		lock := strings.Contains(sum.Query().Text(), "s.locked") // sets what is set
		if sum.Counters().ContainsUpdates() && !lock {
			w.updates++
		}
		for _, n := range sum.Notifications() {
			w.warnings = append(w.warnings, n.Code()+": "+n.Description())
		}
	}
	return s
}

// TestPutTwice asks the server what the second time changed.
func TestPutTwice(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		d := storetest.Random(3, 200)
		store := open(t, s)
		if _, err := store.Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		epoch, _, err := store.Take(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var w watch
		w.of(store)
		stats, err := store.Ship(t.Context(), epoch, graph.Shipment{Delta: d, Compare: true})
		if err != nil || stats != (graph.Stats{}) || w.updates != 0 {
			t.Errorf("the second time changes %+v, %v, in %d statements, want nothing", stats, err, w.updates)
		}
	})
}

// TestWarnings runs every look-up: a server warns of mistyped labels, of
// products of two matches and of what the next version will not take.
func TestWarnings(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		var w watch
		store := w.of(open(t, s))
		d := storetest.Random(4, 300)
		if _, err := store.Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		epoch, _, err := store.Take(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		state := graph.Shipment{Generation: "g", Cursors: graph.Cursors{1: {Seq: 1, Hash: "a"}}}
		if _, err := store.Ship(t.Context(), epoch, state); err != nil {
			t.Fatal(err)
		}
		w.warnings = nil // before there are nodes, every label is unknown
		for _, do := range lookups(t, store, d) {
			if err := do(); err != nil {
				t.Error(err)
			}
		}
		for _, warning := range w.warnings {
			t.Errorf("the server warns: %s", warning)
		}
	})
}

// lookups are all that a Reader can be asked, and one change of each sort.
func lookups(t *testing.T, s *Store, d graph.Delta) []func() error {
	ctx := t.Context()
	var nodes []graph.NodeRef
	for _, n := range d.Nodes {
		nodes = append(nodes, n.Ref())
	}
	var edges []graph.EdgeRef
	for _, e := range d.Edges {
		edges = append(edges, e.EdgeRef)
	}
	return []func() error{
		func() error { _, err := s.Nodes(ctx, nodes); return err },
		func() error { _, err := s.Links(ctx, nodes, types, types); return err },
		func() error { _, err := s.EdgesAt(ctx, edges); return err },
		func() error { _, err := s.Holding(ctx, []string{"luat"}); return err },
		func() error { _, err := s.Aliased(ctx, []string{"vn:a"}); return err },
		func() error { _, err := s.Fitting(ctx, []graph.Pattern{{Number: "1"}}); return err },
		func() error { _, err := s.Uncarried(ctx); return err },
		func() error { _, err := s.State(ctx); return err },
		func() error {
			for _, err := range s.AllNodes(ctx) {
				if err != nil {
					return err
				}
			}
			for _, err := range s.AllEdges(ctx) {
				if err != nil {
					return err
				}
			}
			return nil
		},
		func() error { _, err := s.Apply(ctx, graph.Delta{GoneEdges: edges, GoneNodes: nodes}); return err },
	}
}

// TestLinksIsOneStatement counts the statements of one level of a traversal.
func TestLinksIsOneStatement(t *testing.T) {
	s := neo4jtest.Start(t, neo4jtest.LTS)
	var w watch
	store := w.of(open(t, s))
	d := storetest.Random(5, 100)
	if _, err := store.Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	w.statements = 0
	nodes := []graph.NodeRef{d.Nodes[0].Ref(), {Label: graph.LabelInstrument, ID: "I:x"}, {Label: graph.LabelPage, ID: "y"}}
	if _, err := store.Links(t.Context(), nodes, types, types); err != nil {
		t.Fatal(err)
	}
	if w.statements != 1 {
		t.Errorf("Links ran %d statements, want one", w.statements)
	}
}

// TestOthersStay puts data of a stranger's, and properties of a user's on our
// nodes, beside the graph: a change and a deletion must leave them.
func TestOthersStay(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		store := open(t, s)
		a, b := &graph.Document{Key: "vn:a", Title: "a"}, &graph.Document{Key: "vn:b"}
		if _, err := store.Apply(t.Context(), graph.Delta{Nodes: []graph.Node{a, b}}); err != nil {
			t.Fatal(err)
		}
		run(t, s, `MATCH (a:Document {key: 'vn:a'}), (b:Document {key: 'vn:b'})
			SET a.note = 'mine', a:Read
			CREATE (c:Case {no: 1})-[:ABOUT]->(a), (c)-[:ABOUT]->(b), (:Person {name: 'nobody of ours'}),
			  (c)-[:CITES {kind: 'x'}]->(a)`)
		a.Title = "anew"
		if _, err := store.Apply(t.Context(), graph.Delta{Nodes: []graph.Node{a}, GoneNodes: []graph.NodeRef{b.Ref()}}); err != nil {
			t.Fatal(err)
		}
		mustCount(t, s, "MATCH (:Case)-[:ABOUT]->(a:Document:Read {title: 'anew', note: 'mine'}) RETURN count(*)", 1)
		mustCount(t, s, "MATCH (n) WHERE NOT n:VnlexSync AND NOT n:VnlexMigration RETURN count(*)", 3)
		for e := range store.AllEdges(t.Context()) {
			t.Errorf("AllEdges gives a stranger's %v", e.EdgeRef)
		}
		var nodes int
		for range store.AllNodes(t.Context()) {
			nodes++
		}
		if nodes != 1 {
			t.Errorf("AllNodes gives %d nodes, want the one of ours", nodes)
		}
	})
}

func run(t *testing.T, s *neo4jtest.Server, query string) {
	t.Helper()
	if _, err := s.Run(t.Context(), query, nil); err != nil {
		t.Fatal(err)
	}
}

// TestWalksCrossPages walks more nodes than a page holds, with identifiers
// whose order by UTF-16 is not that by bytes.
func TestWalksCrossPages(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		var d graph.Delta
		for i := range 2*pageSize + 1 {
			d.Nodes = append(d.Nodes, &graph.Page{URL: fmt.Sprintf("%s%d", []string{"𝔘", "\uffee", "z"}[i%3], i)})
		}
		to := &graph.Document{Key: "vn:a"}
		for _, n := range d.Nodes {
			d.Edges = append(d.Edges, &graph.Edge{EdgeRef: graph.EdgeRef{Type: graph.Carries, From: n.Ref(), To: to.Ref()}})
		}
		d.Nodes = append(d.Nodes, to)
		store := open(t, s)
		if _, err := store.Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		var nodes, edges int
		var lastNode graph.NodeRef
		for n, err := range store.AllNodes(t.Context()) {
			if err != nil || graph.CompareNodes(lastNode, n.Ref()) >= 0 {
				t.Fatalf("after %v comes %v, %v", lastNode, n, err)
			}
			lastNode = n.Ref()
			nodes++
		}
		var lastEdge graph.EdgeRef
		for e, err := range store.AllEdges(t.Context()) {
			if err != nil || graph.CompareEdges(lastEdge, e.EdgeRef) >= 0 {
				t.Fatalf("after %v comes %v, %v", lastEdge, e, err)
			}
			lastEdge = e.EdgeRef
			edges++
		}
		if nodes != len(d.Nodes) || edges != len(d.Edges) {
			t.Errorf("%d nodes and %d edges, want %d and %d", nodes, edges, len(d.Nodes), len(d.Edges))
		}
	})
}

// TestEpoch takes the epoch away from a writer, also in the middle of a
// transaction: the new holder waits, and then the old one can write no more.
func TestEpoch(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		store := open(t, s)
		first, state, err := store.Take(t.Context())
		if err != nil || state.Begun {
			t.Fatalf("Take of an empty database = %+v, %v", state, err)
		}
		next := graph.Shipment{Cursors: graph.Cursors{0: {Seq: 3, Hash: "aa"}, 255: {Seq: 1 << 40, Hash: "bb"}}, Generation: "g"}
		if _, err := store.Ship(t.Context(), first, next); err != nil {
			t.Fatal(err)
		}
		second, state, err := store.Take(t.Context())
		if err != nil || !state.Begun || state.Generation != "g" || state.Cursors[255] != next.Cursors[255] || len(state.Cursors) != 2 {
			t.Fatalf("Take = %+v, %v, want what was shipped", state, err)
		}
		_, err = store.Ship(t.Context(), first, shipment)
		mustFail(t, err, Superseded)
		if _, err := store.Ship(t.Context(), second, graph.Shipment{Restart: true}); err != nil {
			t.Fatal(err)
		}
		if state, err := store.State(t.Context()); err != nil || state.Generation != "" || len(state.Cursors) != 0 || !state.Begun {
			t.Errorf("State after a restart = %+v, %v", state, err)
		}
		mustCount(t, s, "MATCH (n:Document) RETURN count(*)", 0)
	})
}

// TestTakeWaitsForTheTransactionAtHand holds the lock of a writer's
// transaction open while another takes the epoch.
func TestTakeWaitsForTheTransactionAtHand(t *testing.T) {
	s := neo4jtest.Start(t, neo4jtest.LTS)
	store, other := open(t, s), open(t, s)
	epoch, _, err := store.Take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	taken := make(chan time.Time, 1)
	var committed time.Time
	err = store.write(t.Context(), func(ctx context.Context, tx transaction) error {
		if err := store.hold(ctx, tx, epoch); err != nil {
			return err
		}
		go func() {
			if _, _, err := other.Take(t.Context()); err != nil {
				t.Error(err)
			}
			taken <- time.Now()
		}()
		time.Sleep(500 * time.Millisecond)
		committed = time.Now()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if at := <-taken; at.Before(committed) {
		t.Errorf("the epoch was taken %v before the transaction ended", committed.Sub(at))
	}
	_, err = store.Ship(t.Context(), epoch, shipment)
	mustFail(t, err, Superseded)
}

// TestServerTimeout lets the server end a transaction that waits for a lock.
func TestServerTimeout(t *testing.T) {
	s := neo4jtest.Start(t, neo4jtest.LTS)
	c := configOf(s)
	c.Timeout, c.Retry = time.Second, time.Second
	short, err := Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer short.Close()
	store := open(t, s)
	epoch, _, err := store.Take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = store.write(t.Context(), func(ctx context.Context, tx transaction) error {
		if err := store.hold(ctx, tx, epoch); err != nil {
			return err
		}
		_, _, err := short.Take(ctx)
		mustFail(t, err, Timeout, "busy")
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
