package ledger

import (
	"context"
	"database/sql"

	"vnlex/pipeline/ledger/query"
)

// Begin notes that a command writes, and returns the number of its run.
func (l *Ledger) Begin(ctx context.Context, command string) (id int64, err error) {
	err = l.transact(ctx, func(ctx context.Context, _ *sql.Tx, q *query.Queries) error {
		id, err = q.BeginRun(ctx, query.BeginRunParams{Command: command, Started: l.millis()})
		return err
	})
	return id, err
}

// End notes that a run ended by itself, and what it counted (JSON).
func (l *Ledger) End(ctx context.Context, id int64, counts string) error {
	return l.transact(ctx, func(ctx context.Context, _ *sql.Tx, q *query.Queries) error {
		return q.EndRun(ctx, query.EndRunParams{ID: id, Counts: counts,
			Ended: sql.NullInt64{Int64: l.millis(), Valid: true}})
	})
}

// Transact runs f in a transaction of its own, for the embedded graph.
func (l *Ledger) Transact(
	ctx context.Context, f func(ctx context.Context, tx *sql.Tx) error,
) error {
	return l.transact(ctx, func(ctx context.Context, tx *sql.Tx, _ *query.Queries) error {
		return f(ctx, tx)
	})
}

// Unsettled returns the number of marks that are left.
func (l *Ledger) Unsettled(ctx context.Context) (int64, error) {
	n, err := l.q.Marks(ctx)
	return n, explain(l.path, err)
}
