// Package ledger keeps pages, what they claim and what is to be resolved in one
// SQLite file: the only source of truth, from which the graph follows.
//
// A page commit writes a page with its claims and appends marks: which units of
// resolution have news. A bucket commit takes marks, resolves those units and writes
// rows of the graph. Each is one transaction, so whatever kills the process between
// or within them loses nothing: what is marked is resolved on the next run.
package ledger

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"time"

	"vnlex/graph"
	"vnlex/pipeline/ledger/query"

	_ "modernc.org/sqlite"
)

// A Graph is the embedded graph: its functions work inside a transaction of the ledger.
type Graph struct {
	Migrate func(ctx context.Context, tx *sql.Tx) error
	Apply   func(ctx context.Context, tx *sql.Tx, d graph.Delta) error
}

// Options of a writer; the zero value of each but Graph is ready for use.
type Options struct {
	Graph Graph
	Now   func() time.Time
	Log   *slog.Logger
	Wait  time.Duration // for another writer; 0: five seconds
	Units int           // of resolution in one bucket commit; 0: two thousand
}

// A Ledger is the one writer of a database.
type Ledger struct {
	path string
	opt  Options
	db   *sql.DB
	lock *lock
	q    *query.Queries
	sql  *statements

	reader *sql.DB // for looks from several goroutines
	look   *query.Queries
}

// Open takes the database at path for writing. A missing file is made, one of an
// older version is copied aside and migrated; a newer or foreign one is refused.
// While another process writes, Open waits, then names it. Errors are *Error.
func Open(ctx context.Context, path string, opt Options) (*Ledger, error) {
	opt = opt.withDefaults()
	lock, err := acquire(ctx, path, opt.Wait)
	if err != nil {
		return nil, err
	}
	l := &Ledger{path: path, opt: opt, lock: lock}
	if err := l.open(ctx); err != nil {
		l.Close()
		return nil, explain(path, err)
	}
	return l, nil
}

// patience is how long one waits for another process.
const patience = 5 * time.Second

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Wait == 0 {
		o.Wait = patience
	}
	if o.Units == 0 {
		o.Units = 2000
	}
	return o
}

func (l *Ledger) open(ctx context.Context) (err error) {
	if l.db, err = connectWriter(l.path, l.opt.Wait); err != nil {
		return err
	}
	if err := l.migrate(ctx); err != nil {
		return err
	}
	if _, err := l.db.ExecContext(ctx, sqlTemp); err != nil {
		return err
	}
	if l.q, err = query.Prepare(ctx, l.db); err != nil {
		return err
	}
	l.sql = &statements{}
	if l.reader, err = connect(l.path, patience, queryOnly...); err != nil {
		return err
	}
	l.look, err = query.Prepare(ctx, l.reader)
	return err
}

// Close gives the database free.
func (l *Ledger) Close() error {
	var err error
	if l.sql != nil {
		l.sql.close()
	}
	if l.q != nil {
		l.q.Close()
	}
	if l.look != nil {
		l.look.Close()
	}
	for _, db := range []*sql.DB{l.reader, l.db} {
		if db != nil {
			err = errors.Join(err, db.Close())
		}
	}
	l.lock.release()
	return err
}

// transact runs f in one transaction. It is not cut short by ctx: what has begun is
// brought to its end, and what fails leaves no trace.
func (l *Ledger) transact(
	ctx context.Context, f func(ctx context.Context, tx *sql.Tx, q *query.Queries) error,
) error {
	ctx = context.WithoutCancel(ctx)
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return explain(l.path, err)
	}
	if err := f(ctx, tx, l.q.WithTx(tx)); err != nil {
		tx.Rollback()
		return explain(l.path, err)
	}
	return explain(l.path, tx.Commit())
}

func (l *Ledger) millis() int64 { return l.opt.Now().UnixMilli() }
