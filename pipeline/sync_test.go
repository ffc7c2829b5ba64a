package pipeline

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"vnlex/graph"
)

func docRef(i int) graph.NodeRef {
	return graph.NodeRef{Label: graph.LabelDocument, ID: fmt.Sprintf("vn:quyet-dinh:ttg:2020:%d", i)}
}

// change makes some random changes to a source of at most n documents.
func (s *original) change(r *rand.Rand, n, changes int) {
	for range changes {
		a, b := docRef(r.IntN(n)), docRef(r.IntN(n))
		e := graph.EdgeRef{Type: graph.Cites, From: a, To: b, Kind: []string{"based_on", "refers_to"}[r.IntN(2)]}
		switch r.IntN(6) {
		case 0, 1:
			s.putNode(&graph.Document{Key: a.ID, Title: fmt.Sprint(r.IntN(3))})
		case 2, 3:
			s.putEdge(&graph.Edge{EdgeRef: e, Confidence: float64(r.IntN(3))})
		case 4:
			s.dropEdge(e)
		case 5:
			s.dropNode(a)
		}
	}
}

// mustEqual checks that the replica is an exact copy, and that it knows.
func mustEqual(t *testing.T, s *original, r *replica) {
	t.Helper()
	report, err := Check(t.Context(), s.feed, r)
	if err != nil || !report.Equal() || report.Unfinished {
		t.Fatalf("Check = %+v, %v, want an exact copy", report, err)
	}
	before := r.shipments
	second, err := Sync(t.Context(), s.feed, r, SyncOptions{})
	if err != nil || second != (SyncReport{}) || r.shipments != before {
		t.Fatalf("a second Sync = %+v, %v and %d shipments, want none", second, err, r.shipments-before)
	}
}

var errKilled = errors.New("killed")

var small = SyncOptions{Batch: 20}

// TestSyncSurvivesKills kills a sync before or after any of its transactions
// while the source goes on changing.
func TestSyncSurvivesKills(t *testing.T) {
	for seed := range uint64(100) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		s, r := newSource("g"), newReplica()
		for range 8 {
			s.change(rnd, 60, 1+rnd.IntN(300))
			r.fail = func(bool) error {
				if rnd.IntN(6) == 0 {
					return errKilled
				}
				return nil
			}
			for range rnd.IntN(4) {
				if _, err := Sync(t.Context(), s.feed, r, small); err != nil && !errors.Is(err, errKilled) {
					t.Fatalf("seed %d: Sync = %v", seed, err)
				}
			}
		}
		r.fail = func(bool) error { return nil }
		if _, err := Sync(t.Context(), s.feed, r, SyncOptions{}); err != nil {
			t.Fatalf("seed %d: Sync = %v", seed, err)
		}
		mustEqual(t, s, r)
	}
}

func synced(t *testing.T, seed uint64) (*original, *replica) {
	t.Helper()
	s, r := newSource("g"), newReplica()
	s.change(rand.New(rand.NewPCG(seed, 2)), 300, 2000)
	mustSync(t, s, r, true)
	return s, r
}

// mustSync syncs, checks whether the whole graph was compared, and the outcome.
func mustSync(t *testing.T, s *original, r *replica, whole bool) {
	t.Helper()
	report, err := Sync(t.Context(), s.feed, r, SyncOptions{})
	if err != nil || report.Whole != whole {
		t.Fatalf("Sync = %+v, %v, want whole %v", report, err, whole)
	}
	mustEqual(t, s, r)
}

func TestSyncShipsOnlyNews(t *testing.T) {
	s, r := synced(t, 1)
	before := r.shipments
	s.putNode(&graph.Document{Key: docRef(1).ID, Title: "anew"})
	s.dropNode(docRef(2))
	mustSync(t, s, r, false)
	if got := r.shipments - before; got != 1 {
		t.Errorf("%d shipments, want one", got)
	}
}

func TestSyncOfAnotherDatabaseComparesAll(t *testing.T) {
	_, r := synced(t, 1)
	other := newSource("other")
	other.change(rand.New(rand.NewPCG(9, 9)), 300, 500)
	mustSync(t, other, r, true)
}

// TestSyncAfterRestore takes an old copy of the database back and goes on with
// it: numbers are given anew, so only the hash tells.
func TestSyncAfterRestore(t *testing.T) {
	s, r := synced(t, 1)
	old := s.copied()
	rnd := rand.New(rand.NewPCG(3, 3))
	s.change(rnd, 300, 500)
	mustSync(t, s, r, false)
	t.Run("shorter log", func(t *testing.T) { mustSync(t, old, r, true) })
	mustSync(t, s, r, false)
	old.change(rnd, 300, 900)
	t.Run("other log", func(t *testing.T) { mustSync(t, old, r, true) })
}

// TestKilledReconciliationIsNotTakenForWhole goes back to the first database
// after a second one has been synced over it halfway.
func TestKilledReconciliationIsNotTakenForWhole(t *testing.T) {
	s, r := synced(t, 1)
	other := newSource("other")
	other.change(rand.New(rand.NewPCG(9, 9)), 300, 900)
	n := 0
	r.fail = func(committed bool) error {
		if n++; committed && n > 2 {
			return errKilled
		}
		return nil
	}
	if _, err := Sync(t.Context(), other.feed, r, small); !errors.Is(err, errKilled) {
		t.Fatalf("Sync = %v, want %v", err, errKilled)
	}
	r.fail = func(bool) error { return nil }
	mustSync(t, s, r, true)
}

// TestPausedSyncCannotUndo stops a sync inside its first shipment, lets another
// one ship a newer state, and wakes the first up.
func TestPausedSyncCannotUndo(t *testing.T) {
	s, r := synced(t, 1)
	s.change(rand.New(rand.NewPCG(4, 4)), 300, 900)
	paused := false
	r.fail = func(committed bool) error {
		if paused || !committed {
			return nil
		}
		paused = true
		s.change(rand.New(rand.NewPCG(5, 5)), 300, 500)
		mustSync(t, s, r, false)
		return nil
	}
	if _, err := Sync(t.Context(), s.feed, r, small); !errors.Is(err, errSuperseded) {
		t.Errorf("the first Sync = %v, want %v", err, errSuperseded)
	}
	mustEqual(t, s, r)
}

// TestLateTakerLooksAgain takes the epoch after another sync, with a snapshot
// made before it: the newer state must stay.
func TestLateTakerLooksAgain(t *testing.T) {
	s, r := synced(t, 1)
	s.change(rand.New(rand.NewPCG(4, 4)), 300, 100)
	looked := false
	feed := func(ctx context.Context) (Snapshot, error) {
		snap, err := s.feed(ctx)
		if !looked {
			looked = true
			s.change(rand.New(rand.NewPCG(5, 5)), 300, 500)
			mustSync(t, s, r, false)
		}
		return snap, err
	}
	if _, err := Sync(t.Context(), feed, r, SyncOptions{}); err != nil {
		t.Fatal(err)
	}
	mustEqual(t, s, r)
}

func TestSyncRefusesForeignNodes(t *testing.T) {
	s, _ := synced(t, 1)
	r := newReplica()
	theirs := &graph.Person{Key: "theirs"}
	r.nodes[theirs.Ref()] = theirs
	var foreign *ForeignError
	if _, err := Sync(t.Context(), s.feed, r, SyncOptions{}); !errors.As(err, &foreign) || foreign.Node != theirs.Ref() {
		t.Errorf("Sync = %v, want it to refuse %v", err, theirs.Ref())
	}
	if len(r.nodes) != 1 || r.shipments != 0 {
		t.Errorf("%d nodes after %d shipments, want the one as it was", len(r.nodes), r.shipments)
	}
	if _, err := Sync(t.Context(), s.feed, r, SyncOptions{Full: true}); err != nil {
		t.Fatal(err)
	}
	mustEqual(t, s, r)
}

// TestSyncRepairs damages the replica behind the sync's back.
func TestSyncRepairs(t *testing.T) {
	s, r := synced(t, 1)
	for ref := range r.nodes {
		r.nodes[ref] = &graph.Document{Key: ref.ID, Title: "spoilt"}
		break
	}
	for ref := range r.edges {
		delete(r.edges, ref)
		break
	}
	report, err := Check(t.Context(), s.feed, r)
	if err != nil || report.Equal() || report.Missing != 1 || report.Differing != 1 || len(report.First) != 2 {
		t.Errorf("Check = %+v, %v, want one missing and one differing", report, err)
	}
	full, err := Sync(t.Context(), s.feed, r, SyncOptions{Full: true})
	if err != nil || full.NodesSet != 2 {
		t.Errorf("Sync --full = %+v, %v, want two rows", full, err)
	}
	mustEqual(t, s, r)
	before := r.shipments
	if _, err := Sync(t.Context(), s.feed, r, SyncOptions{Full: true}); err != nil || r.shipments != before {
		t.Errorf("Sync --full of an exact copy: %v, %d shipments", err, r.shipments-before)
	}
}

// TestSyncOfMissingEndComparesAll deletes a node in the replica that a due
// relationship needs.
func TestSyncOfMissingEndComparesAll(t *testing.T) {
	s, r := synced(t, 1)
	var e *graph.Edge
	for _, e = range s.edges {
		break
	}
	delete(r.nodes, e.To)
	for ref := range r.edges {
		if ref.To == e.To || ref.From == e.To {
			delete(r.edges, ref)
		}
	}
	anew := *e
	anew.Op = "anew"
	s.putEdge(&anew)
	mustSync(t, s, r, true)
}

func TestCancelledSyncFinishesItsShipment(t *testing.T) {
	s, r := newSource("g"), newReplica()
	s.change(rand.New(rand.NewPCG(1, 1)), 300, 900)
	ctx, cancel := context.WithCancel(t.Context())
	r.fail = func(committed bool) error {
		if committed {
			cancel()
		}
		return nil
	}
	if _, err := Sync(ctx, s.feed, r, small); !errors.Is(err, context.Canceled) || r.shipments != 1 {
		t.Errorf("Sync = %v after %d shipments, want %v after one", err, r.shipments, context.Canceled)
	}
	r.fail = func(bool) error { return nil }
	mustSync(t, s, r, true)
}
