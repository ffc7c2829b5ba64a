package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"sync"

	"vnlex/graph"
)

// Apply changes the graph inside a transaction of the caller's. Only what
// really differs is written. Who applies many deltas uses a Writer.
func Apply(ctx context.Context, tx *sql.Tx, d graph.Delta) error {
	return NewWriter().Apply(ctx, tx, d)
}

// A Writer applies deltas and remembers the names of the nodes that it meets,
// so that it need not look them up again. Other writers may change the file as
// well, and a transaction may be rolled back: the Writer notices.
type Writer struct {
	mu    sync.Mutex
	names map[graph.NodeRef]*name
	token string // what graph_meta said of the names when they were read
}

// NewWriter returns a Writer that remembers nothing yet.
func NewWriter() *Writer {
	w := &Writer{}
	w.forget()
	return w
}

// Apply changes the graph inside a transaction of the caller's.
func (w *Writer) Apply(ctx context.Context, tx *sql.Tx, d graph.Delta) error {
	_, err := w.apply(ctx, tx, d)
	return err
}

func (w *Writer) forget() { w.names, w.token = make(map[graph.NodeRef]*name), "" }

func (w *Writer) apply(ctx context.Context, tx *sql.Tx, d graph.Delta) (graph.Stats, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	c := &change{
		statements: statements{tx, make(map[string]*sql.Stmt)},
		w:          w,
		whats:      make(map[what]int64),
		log:        make(segments),
		row:        make([]byte, 0, 1<<10),
		rows:       make([]byte, 0, 1<<15),
	}
	defer c.close()
	if err := c.run(ctx, d); err != nil {
		w.forget()
		return graph.Stats{}, fmt.Errorf("change graph: %w", err)
	}
	return c.stats, nil
}

// A change is one delta on its way into the file.
type change struct {
	statements
	w       *Writer
	whats   map[what]int64
	log     segments
	stats   graph.Stats
	renamed bool // names were added, or came or went
	fresh   []*name
	row     []byte // room for the row at hand,
	rows    []byte // for the rows of the edges at hand,
	text    []byte // and for what is hashed
}

func (c *change) run(ctx context.Context, d graph.Delta) error {
	nodes, edges, err := put(d)
	if err != nil {
		return err
	}
	steps := []func() error{
		func() error { return c.refresh(ctx) },
		func() error { return c.name(ctx, nodes, edges, d) },
		func() error { return c.putNodes(ctx, nodes) },
		func() error { return c.putEdges(ctx, edges) },
		func() error { return c.dropEdges(ctx, d.GoneEdges) },
		func() error { return c.dropNodes(ctx, d.GoneNodes) },
		func() error { return c.writeLog(ctx, d.Run) },
		func() error { return c.sign(ctx) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// put returns what a delta puts, of what it puts twice the last, and refuses
// what the file cannot hold.
func put(d graph.Delta) ([]graph.Node, []*graph.Edge, error) {
	nodes := last(d.Nodes, graph.Node.Ref)
	edges := last(d.Edges, func(e *graph.Edge) graph.EdgeRef { return e.EdgeRef })
	for _, n := range nodes {
		if err := check(n.Ref()); err != nil {
			return nil, nil, err
		}
	}
	for _, e := range edges {
		if err := checkEdge(e.EdgeRef); err != nil {
			return nil, nil, err
		}
		for _, end := range []graph.NodeRef{e.From, e.To} {
			if err := check(end); err != nil {
				return nil, nil, err
			}
		}
	}
	return nodes, edges, nil
}

// last keeps of what has the same reference the last.
func last[T any, R comparable](list []T, ref func(T) R) []T {
	place := make(map[R]int, len(list))
	for i, v := range list {
		place[ref(v)] = i
	}
	if len(place) == len(list) {
		return list
	}
	kept := make([]T, 0, len(place))
	for i, v := range list {
		if place[ref(v)] == i {
			kept = append(kept, v)
		}
	}
	return kept
}

// name finds or makes the names of all that the delta speaks of; what is gone
// needs none if it has none.
func (c *change) name(
	ctx context.Context, nodes []graph.Node, edges []*graph.Edge, d graph.Delta,
) error {
	var refs []graph.NodeRef
	for _, n := range nodes {
		refs = append(refs, n.Ref())
	}
	for _, e := range edges {
		refs = append(refs, e.From, e.To)
	}
	absent, err := c.learn(ctx, refs)
	if err != nil {
		return err
	}
	if err := c.create(ctx, absent); err != nil {
		return err
	}
	gone := append([]graph.NodeRef(nil), d.GoneNodes...)
	for _, e := range d.GoneEdges {
		gone = append(gone, e.From, e.To)
	}
	_, err = c.learn(ctx, gone)
	return err
}

// sign tells other writers, and this one if the transaction is rolled back,
// that names have changed.
func (c *change) sign(ctx context.Context) error {
	if !c.renamed {
		return nil
	}
	for _, n := range c.fresh {
		n.fresh = false
	}
	next := token()
	if _, err := c.exec(ctx, sqlSetMeta, "names", next); err != nil {
		return err
	}
	c.w.token = next
	return nil
}
