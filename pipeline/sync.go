package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"

	"vnlex/graph"
)

// A Snapshot is the embedded graph at one moment, with its change log.
type Snapshot interface {
	graph.Reader
	Generation() string
	// Heads returns the end of the change log of every bucket that has one.
	Heads(ctx context.Context) (graph.Cursors, error)
	// Knows reports whether the log of a bucket passes through a cursor.
	Knows(ctx context.Context, bucket byte, c graph.Cursor) (bool, error)
	// Changes returns the log of a bucket after a number.
	Changes(ctx context.Context, bucket byte, after int64) iter.Seq2[graph.Change, error]
	Close() error
}

// A Feed opens a snapshot in which no mark is left.
type Feed func(ctx context.Context) (Snapshot, error)

// A Replica is a copy of the graph that knows how far it has come.
type Replica interface {
	graph.Reader
	State(ctx context.Context) (graph.State, error)
	// Take makes the caller the only one who may write.
	Take(ctx context.Context) (epoch string, state graph.State, err error)
	// Ship writes one transaction. Shipping it twice is shipping it once.
	Ship(ctx context.Context, epoch string, s graph.Shipment) (graph.Stats, error)
}

// SyncOptions say how a replica is brought up to date.
type SyncOptions struct {
	Full     bool // compare the whole graph, whatever the replica knows
	Batch    int  // rows of one transaction; 0: 1,000
	Log      *slog.Logger
	Progress func(Event)
}

// A SyncReport is what a sync did.
type SyncReport struct {
	graph.Stats
	Whole bool // the whole graph was compared
}

// Sync brings a replica up to date. Usually it ships what the change logs hold
// after the replica's cursors. When the replica holds another graph, or one
// that our logs do not lead to, all rows of both are compared. When nothing is
// due, nothing is written. A sync that was killed is taken up by the next one.
//
// When ctx is cancelled the transaction at hand is finished first.
func Sync(ctx context.Context, feed Feed, r Replica, opt SyncOptions) (SyncReport, error) {
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	opt.Batch = cmp.Or(opt.Batch, batchRows)
	due, err := isDue(ctx, feed, r, opt)
	if err != nil || !due {
		return SyncReport{}, err
	}
	epoch, state, err := r.Take(ctx)
	if err != nil {
		return SyncReport{}, err
	}
	// A snapshot that was made before the epoch was taken may be older than what
	// the last holder has shipped; it must not undo that.
	snap, err := feed(ctx)
	if err != nil {
		return SyncReport{}, err
	}
	defer snap.Close()
	s := &syncer{snap: snap, replica: r, epoch: epoch, state: state, opt: opt}
	err = s.run(ctx)
	return s.report, err
}

// isDue looks without writing anything.
func isDue(ctx context.Context, feed Feed, r Replica, opt SyncOptions) (bool, error) {
	if opt.Full {
		return true, nil
	}
	state, err := r.State(ctx)
	if err != nil {
		return false, err
	}
	snap, err := feed(ctx)
	if err != nil {
		return false, err
	}
	defer snap.Close()
	p, err := planFor(ctx, snap, state)
	return p.whole || len(p.buckets) > 0, err
}

// A plan is what a replica lacks.
type plan struct {
	whole   bool // the change logs do not tell
	heads   graph.Cursors
	buckets []byte // with news
}

func planFor(ctx context.Context, snap Snapshot, state graph.State) (plan, error) {
	heads, err := snap.Heads(ctx)
	p := plan{heads: heads, whole: state.Generation != snap.Generation()}
	if err != nil || p.whole {
		return p, err
	}
	for b := range 256 {
		bucket := byte(b)
		at := state.Cursors[bucket]
		if at == heads[bucket] {
			continue
		}
		known, err := snap.Knows(ctx, bucket, at)
		if err != nil {
			return p, err
		}
		if !known {
			p.whole = true
			return p, nil
		}
		p.buckets = append(p.buckets, bucket)
	}
	return p, nil
}

// A syncer is one run of Sync that holds the epoch.
type syncer struct {
	snap    Snapshot
	replica Replica
	epoch   string
	state   graph.State
	opt     SyncOptions
	report  SyncReport
	done    int // rows shipped
}

func (s *syncer) run(ctx context.Context) error {
	p, err := planFor(ctx, s.snap, s.state)
	if err != nil {
		return err
	}
	if !p.whole && !s.opt.Full {
		err := s.conveyed(func(ship shipFunc) error { return s.delta(ctx, p, ship) })
		var dangling *graph.DanglingError
		if !errors.As(err, &dangling) {
			return err
		}
		s.opt.Log.Warn("compare the whole graph", "err", dangling)
	}
	s.report.Whole = true
	return s.conveyed(func(ship shipFunc) error { return s.reconcile(ctx, p.heads, ship) })
}

type shipFunc = func(context.Context, graph.Shipment) error

// conveyed runs a load whose shipments are written while it goes on, and waits
// for the last of them.
func (s *syncer) conveyed(load func(ship shipFunc) error) error {
	c := &conveyor{ship: s.ship}
	err := load(c.send)
	return cmp.Or(c.wait(), err)
}

// ship writes one shipment and counts it. It is finished also when ctx ends
// meanwhile; none is begun after that.
func (s *syncer) ship(ctx context.Context, d graph.Shipment) error {
	if err := context.Cause(ctx); err != nil {
		return fmt.Errorf("sync: %w", err)
	}
	stats, err := s.replica.Ship(context.WithoutCancel(ctx), s.epoch, d)
	if err != nil {
		return err
	}
	s.report.Stats = s.report.Stats.Plus(stats)
	s.done += len(d.Nodes) + len(d.Edges) + len(d.GoneNodes) + len(d.GoneEdges)
	if s.opt.Progress != nil {
		s.opt.Progress(Event{Stage: "sync", Done: s.done})
	}
	return nil
}

// A conveyor ships one shipment while the next is being gathered, in order.
type conveyor struct {
	ship shipFunc
	last chan error // of the shipment under way; nil: none is
}

// send waits for the shipment before, and returns its error.
func (c *conveyor) send(ctx context.Context, d graph.Shipment) error {
	if err := c.wait(); err != nil {
		return err
	}
	last := make(chan error, 1)
	c.last = last
	go func() { last <- c.ship(ctx, d) }()
	return nil
}

// wait returns when nothing is under way.
func (c *conveyor) wait() error {
	if c.last == nil {
		return nil
	}
	err := <-c.last
	c.last = nil
	return err
}
