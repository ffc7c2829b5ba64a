package pipeline

import (
	"context"

	"vnlex/graph"
)

// batchRows and batchBytes limit one shipment, whichever comes first.
const (
	batchRows  = 1000
	batchBytes = 2 << 20
)

// A loader gathers rows into shipments. A full one is sent when the next row
// comes, so that what is reached with its last row goes along.
type loader struct {
	ship    shipFunc
	batch   int  // rows of a shipment
	compare bool // every shipment

	next    graph.Shipment
	rows    int
	bytes   int
	shipped bool // something
}

// room makes sure that a row fits.
func (l *loader) room(ctx context.Context, weight int) error {
	if l.rows >= l.batch || l.rows > 0 && l.bytes+weight > batchBytes {
		if err := l.flush(ctx); err != nil {
			return err
		}
	}
	l.rows++
	l.bytes += weight
	return nil
}

// flush sends what is gathered, if anything is.
func (l *loader) flush(ctx context.Context) error {
	if l.rows == 0 && len(l.next.Cursors) == 0 && l.next.Generation == "" {
		return nil
	}
	d := l.next
	d.Compare = d.Compare || l.compare
	l.next, l.rows, l.bytes, l.shipped = graph.Shipment{}, 0, 0, true
	return l.ship(ctx, d)
}

func (l *loader) node(ctx context.Context, n graph.Node) error {
	err := l.room(ctx, graph.Weight(n))
	l.next.Nodes = append(l.next.Nodes, n)
	return err
}

func (l *loader) edge(ctx context.Context, e *graph.Edge) error {
	err := l.room(ctx, e.Weight())
	l.next.Edges = append(l.next.Edges, e)
	return err
}

func (l *loader) goneEdge(ctx context.Context, ref graph.EdgeRef) error {
	err := l.room(ctx, len(ref.From.ID)+len(ref.To.ID))
	l.next.GoneEdges = append(l.next.GoneEdges, ref)
	return err
}

func (l *loader) goneNode(ctx context.Context, ref graph.NodeRef) error {
	err := l.room(ctx, len(ref.ID))
	l.next.GoneNodes = append(l.next.GoneNodes, ref)
	return err
}

// reached notes that all rows of a bucket are gathered.
func (l *loader) reached(n *bucketNews, yes bool) {
	if !yes {
		return
	}
	if l.next.Cursors == nil {
		l.next.Cursors = graph.Cursors{}
	}
	l.next.Cursors[n.bucket] = n.head
}
