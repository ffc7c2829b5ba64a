package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"reflect"

	"vnlex/graph"
)

// A ForeignError says that a database was never synced and yet holds nodes that
// look like ours: they may be somebody's.
type ForeignError struct {
	Node graph.NodeRef // the first of them
}

func (e *ForeignError) Error() string {
	return fmt.Sprintf("the database was never synced and holds a node of its own, %s %q: "+
		"use an empty database, or sync --full, which deletes such nodes", e.Node.Label, e.Node.ID)
}

// reconcile compares all rows of both graphs, puts what differs and deletes
// what only the replica has. Until it is through, the replica does not claim
// to hold a whole graph, so that a killed one is begun anew; what it has put
// is then equal and not put again.
func (s *syncer) reconcile(ctx context.Context, heads graph.Cursors, ship shipFunc) error {
	if !s.state.Begun && !s.opt.Full {
		if err := s.refuseForeign(ctx); err != nil {
			return err
		}
	}
	w := &wholeSync{loader: loader{ship: restarting(ship), batch: s.opt.Batch}}
	if err := w.compare(ctx, s.snap, s.replica); err != nil {
		return err
	}
	if !w.shipped && w.rows == 0 && s.upToDate(heads) {
		return nil
	}
	w.next.Cursors, w.next.Generation = heads, s.snap.Generation()
	return w.flush(ctx)
}

// restarting ships with the first shipment that what the replica knew of
// itself is no longer so.
func restarting(ship shipFunc) shipFunc {
	begun := false
	return func(ctx context.Context, d graph.Shipment) error {
		d.Restart, begun = !begun, true
		return ship(ctx, d)
	}
}

func (s *syncer) upToDate(heads graph.Cursors) bool {
	return s.state.Generation == s.snap.Generation() && reflect.DeepEqual(s.state.Cursors, heads)
}

// refuseForeign looks for nodes in the replica that the graph does not have.
func (s *syncer) refuseForeign(ctx context.Context) error {
	for p, err := range align(s.snap.AllNodes(ctx), s.replica.AllNodes(ctx), compareNodes) {
		if err != nil {
			return err
		}
		if p.source == nil {
			return &ForeignError{p.replica.Ref()}
		}
	}
	return nil
}

func compareNodes(a, b graph.Node) int { return graph.CompareNodes(a.Ref(), b.Ref()) }

func compareEdges(a, b *graph.Edge) int { return graph.CompareEdges(a.EdgeRef, b.EdgeRef) }

// A wholeSync loads what differs between two graphs.
type wholeSync struct {
	loader
	goneNodes []graph.NodeRef
	goneEdges []graph.EdgeRef
	again     []*graph.Edge // to be put once their doubles are deleted
}

func (w *wholeSync) compare(ctx context.Context, source, replica graph.Reader) error {
	for p, err := range align(source.AllNodes(ctx), replica.AllNodes(ctx), compareNodes) {
		if err == nil {
			err = w.nodePair(ctx, p)
		}
		if err != nil {
			return err
		}
	}
	var last *graph.Edge
	for p, err := range align(source.AllEdges(ctx), replica.AllEdges(ctx), compareEdges) {
		if err == nil {
			err = w.edgePair(ctx, p, last)
		}
		if err != nil {
			return err
		}
		last = cmp.Or(p.source, last)
	}
	return w.drop(ctx)
}

func (w *wholeSync) nodePair(ctx context.Context, p pair[graph.Node]) error {
	switch p.judge(sameNode) {
	case extra:
		w.goneNodes = append(w.goneNodes, p.replica.Ref())
	case missing:
		return w.node(ctx, p.source)
	case differs:
		err := w.node(ctx, p.source)
		w.next.Compare = true
		return err
	}
	return nil
}

func (w *wholeSync) edgePair(ctx context.Context, p pair[*graph.Edge], last *graph.Edge) error {
	switch p.judge(sameEdge) {
	case extra:
		w.goneEdges = append(w.goneEdges, p.replica.EdgeRef)
		if last != nil && last.EdgeRef == p.replica.EdgeRef {
			w.again = append(w.again, last)
		}
	case missing:
		return w.edge(ctx, p.source)
	case differs:
		err := w.edge(ctx, p.source)
		w.next.Compare = true
		return err
	}
	return nil
}

func (w *wholeSync) drop(ctx context.Context) error {
	for _, ref := range w.goneEdges {
		if err := w.goneEdge(ctx, ref); err != nil {
			return err
		}
	}
	for _, ref := range w.goneNodes {
		if err := w.goneNode(ctx, ref); err != nil {
			return err
		}
	}
	if len(w.again) == 0 {
		return nil
	}
	if err := w.flush(ctx); err != nil {
		return err
	}
	for _, e := range w.again {
		if err := w.edge(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

// sameNode reports whether two nodes have the same properties; absent and
// empty are the same.
func sameNode(a, b graph.Node) bool {
	return reflect.DeepEqual(a, b) || reflect.DeepEqual(graph.Props(a), graph.Props(b))
}

func sameEdge(a, b *graph.Edge) bool {
	return reflect.DeepEqual(a, b) || reflect.DeepEqual(a.Props(), b.Props())
}

// A pair is a row of the source and the row of the same name in the replica;
// one of them may be absent.
type pair[T comparable] struct{ source, replica T }

// What a pair shows of the replica.
const (
	missing = "missing"
	extra   = "extra"
	differs = "differs"
)

// judge returns the empty string when both are there and the same.
func (p pair[T]) judge(same func(a, b T) bool) string {
	var none T
	switch {
	case p.source == none:
		return extra
	case p.replica == none:
		return missing
	case !same(p.source, p.replica):
		return differs
	}
	return ""
}

// align goes through two ordered sequences side by side.
func align[T comparable](source, replica iter.Seq2[T, error], compare func(a, b T) int) iter.Seq2[pair[T], error] {
	return func(yield func(pair[T], error) bool) {
		a, b := pull(source), pull(replica)
		defer a.stop()
		defer b.stop()
		for a.ok || b.ok {
			if err := cmp.Or(a.err, b.err); err != nil {
				yield(pair[T]{}, err)
				return
			}
			if !yield(nextPair(a, b, compare), nil) {
				return
			}
		}
	}
}

func nextPair[T comparable](a, b *puller[T], compare func(a, b T) int) pair[T] {
	order := 0
	switch {
	case !b.ok:
		order = -1
	case !a.ok:
		order = 1
	default:
		order = compare(a.row, b.row)
	}
	var p pair[T]
	if order <= 0 {
		p.source = a.take()
	}
	if order >= 0 {
		p.replica = b.take()
	}
	return p
}

// A puller stands at one row of a sequence.
type puller[T any] struct {
	row  T
	err  error
	ok   bool
	next func() (T, error, bool)
	stop func()
}

func pull[T any](seq iter.Seq2[T, error]) *puller[T] {
	p := &puller[T]{}
	p.next, p.stop = iter.Pull2(seq)
	p.take()
	return p
}

// take returns the row and goes on to the next.
func (p *puller[T]) take() T {
	row := p.row
	p.row, p.err, p.ok = p.next()
	return row
}
