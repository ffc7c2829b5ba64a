package ledger

import (
	"context"
	"database/sql"

	"vnlex/graph"
	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// claimsAtOnce bounds a bucket commit, and with it the memory that resolution takes; a
// single unit may be larger.
const claimsAtOnce = 8000

// A Tally counts the rows of the graph that bucket commits wrote.
type Tally struct {
	NodesPut, NodesGone int
	EdgesPut, EdgesGone int
	Dropped             int // relations that the graph must not have
}

// Add adds what another commit wrote.
func (t *Tally) Add(o Tally) {
	t.NodesPut += o.NodesPut
	t.NodesGone += o.NodesGone
	t.EdgesPut += o.EdgesPut
	t.EdgesGone += o.EdgesGone
	t.Dropped += o.Dropped
}

// Settle works off all marks, bucket commit by bucket commit, and tells progress how
// many units are done. It stops between two commits when ctx is cancelled.
func (l *Ledger) Settle(ctx context.Context, run int64, progress func(units int)) (Tally, error) {
	var all Tally
	for done := 0; ; {
		if err := ctx.Err(); err != nil {
			return all, err
		}
		t, n, err := l.SettleSome(ctx, run, l.opt.Units)
		if err != nil || n == 0 {
			return all, err
		}
		all.Add(t)
		done += n
		progress(done)
	}
}

// SettleSome is one bucket commit: it works off so many units, at most, of the first
// stage that has marks; n = 0: none has.
func (l *Ledger) SettleSome(
	ctx context.Context, run int64, units int,
) (t Tally, n int, err error) {
	err = l.transact(ctx, func(ctx context.Context, tx *sql.Tx, q *query.Queries) error {
		s, err := q.FirstStage(ctx)
		if err != nil || s == 0 {
			return err
		}
		w := &work{ctx: ctx, l: l, tx: tx, stage: stage(s), limit: units, delta: graph.Delta{Run: run},
			put:   map[string]*bulk{},
			pages: map[resolve.Hash]bool{}}
		n, err = w.do()
		t = w.tally
		return err
	})
	return t, n, err
}

// work is one bucket commit.
type work struct {
	ctx   context.Context
	l     *Ledger
	tx    *sql.Tx
	stage stage
	limit int
	units []task
	at    map[string]*task
	delta graph.Delta
	put   map[string]*bulk
	tally Tally
	pages map[resolve.Hash]bool // with keys that mean another document now
	moved bool
}

// A task is a unit with what it has written before.
type task struct {
	unit
	old body
}

func (w *work) do() (int, error) {
	if err := w.take(); err != nil {
		return 0, err
	}
	steps := map[stage]func() error{
		stageBlock: w.blocks, stageCarrier: w.carriers, stageNames: w.names,
		stageRelations: w.relations,
		stageAgency:    w.agencies, stagePerson: w.persons, stagePage: w.pageUnits,
	}
	if err := steps[w.stage](); err != nil {
		return 0, err
	}
	if err := w.flush(); err != nil {
		return 0, err
	}
	if err := w.tell(); err != nil {
		return 0, err
	}
	return len(w.units), w.apply()
}

// take takes marks and loads the units that they name.
func (w *work) take() error {
	if _, err := w.tx.ExecContext(w.ctx, sqlClear); err != nil {
		return err
	}
	if err := w.exec("take", int64(w.stage), w.limit); err != nil {
		return err
	}
	if err := w.exec("taken", int64(w.stage)); err != nil {
		return err
	}
	err := w.query("bodies", func(r *sql.Rows) error {
		t := task{unit: unit{stage: w.stage}}
		var data []byte
		if err := r.Scan(&t.key, &t.bucket, &data); err != nil {
			return err
		}
		t.old = unpack(data)
		w.units = append(w.units, t)
		return nil
	}, int64(w.stage))
	w.at = make(map[string]*task, len(w.units))
	for i := range w.units {
		w.at[w.units[i].key] = &w.units[i]
	}
	return err
}

var sqlClear = load("clear")

// exec runs a statement from a file.
func (w *work) exec(name string, args ...any) error {
	stmt, err := w.l.sql.in(w.ctx, w.tx, loaded(name))
	if err == nil {
		_, err = stmt.ExecContext(w.ctx, args...)
	}
	return err
}

// query runs a query from a file and calls row for each row.
func (w *work) query(name string, row func(*sql.Rows) error, args ...any) error {
	stmt, err := w.l.sql.in(w.ctx, w.tx, loaded(name))
	if err != nil {
		return err
	}
	r, err := stmt.QueryContext(w.ctx, args...)
	if err != nil {
		return err
	}
	defer r.Close()
	for r.Next() {
		if err := row(r); err != nil {
			return err
		}
	}
	return r.Err()
}

// write puts a row into a table.
func (w *work) write(table string, row ...any) error {
	b := w.put[table]
	if b == nil {
		b = w.l.bulk(w.tx, table)
		w.put[table] = b
	}
	return b.add(w.ctx, row...)
}

func (w *work) flush() error {
	for _, b := range w.put {
		if err := b.flush(w.ctx); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) mark(u unit) error {
	return w.write("mark", int64(u.stage), int64(u.bucket), u.key)
}

// apply hands the changes to the graph, in the same transaction.
func (w *work) apply() error {
	d := &w.delta
	if len(d.Nodes)+len(d.Edges)+len(d.GoneNodes)+len(d.GoneEdges) == 0 {
		return nil
	}
	return w.l.opt.Graph.Apply(w.ctx, w.tx, *d)
}
