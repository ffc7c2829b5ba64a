package pipeline

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"vnlex/graph"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/resolve"
)

// A writer is one run that writes.
type writer struct {
	p      *Pipeline
	opt    Options
	ledger *ledger.Ledger
	sum    Summary
	done   int                   // pages
	put    map[resolve.Hash]bool // pages committed by this run

	retry   bool // failures are counted once more
	rebuild bool // kept pages are read anew

	mu     sync.Mutex
	broken error // of the database, met by a worker
}

// write runs a command that writes: it takes the database, lets f work, settles what is
// marked, and notes what the run did. The summary is that of what was done, also when f
// was stopped.
func (p *Pipeline) write(
	ctx context.Context, command string, f func(w *writer) error,
) (sum Summary, err error) {
	return p.writeAs(ctx, command, p.opt.Now,
		func(_ context.Context, w *writer) error { return f(w) },
		func(sum Summary, _ error) (string, error) {
			counts, err := json.Marshal(sum)
			return string(counts), err
		})
}

// writeAs is write by a clock of its own; report words what the run counted.
func (p *Pipeline) writeAs(
	ctx context.Context, command string, now func() time.Time,
	f func(ctx context.Context, w *writer) error, report func(Summary, error) (string, error),
) (sum Summary, err error) {
	l, err := ledger.Open(ctx, p.path, ledger.Options{Log: p.opt.Log, Now: now,
		Units: p.opt.units,
		Graph: ledger.Graph{Migrate: p.graph.Migrate, Apply: p.graph.Apply}})
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	w := &writer{p: p, opt: p.opt, ledger: l, put: map[resolve.Hash]bool{}}
	if w.sum.Run, err = l.Begin(ctx, command); err != nil {
		return Summary{}, err
	}
	if err = f(ctx, w); err == nil {
		err = w.settle(ctx)
	}
	return w.sum, errors.Join(err, w.end(ctx, func() (string, error) { return report(w.sum, err) }))
}

// settle works off all marks, those of a killed run too.
func (w *writer) settle(ctx context.Context) error {
	t, err := w.ledger.Settle(ctx, w.sum.Run, func(done int) {
		w.opt.Progress(Event{Stage: "resolve", Done: done})
	})
	w.sum.Dropped += t.Dropped
	return err
}

// end counts what the run changed in the end, and notes that it ended.
func (w *writer) end(ctx context.Context, report func() (string, error)) error {
	if err := w.ledger.Transact(ctx, func(ctx context.Context, tx *sql.Tx) error {
		changes, err := w.p.graph.Net(ctx, tx, w.sum.Run)
		for _, c := range changes {
			w.sum.count(c)
		}
		return err
	}); err != nil {
		return err
	}
	counts, err := report()
	if err != nil {
		return err
	}
	return w.ledger.End(ctx, w.sum.Run, counts)
}

// count adds a change to the tallies of documents and relations between them.
func (s *Summary) count(c graph.Change) {
	var t *Tally
	switch {
	case c.Node.Label == graph.LabelDocument:
		t = &s.Documents
	case isRelation(c.Edge.Type):
		t = &s.Relations
	default:
		return
	}
	switch c.Op {
	case graph.Added:
		t.Added++
	case graph.Changed:
		t.Changed++
	case graph.Removed:
		t.Removed++
	}
}

func isRelation(t graph.EdgeType) bool {
	switch t {
	case graph.Implements, graph.Amends, graph.Cites, graph.Promulgates, graph.Related:
		return true
	}
	return false
}

// fail notes that the database failed a worker; the run stops at the next page.
func (w *writer) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.broken == nil {
		w.broken = err
	}
}

func (w *writer) failure() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.broken
}
