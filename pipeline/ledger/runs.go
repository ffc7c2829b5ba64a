package ledger

import (
	"context"
	"database/sql"
	"time"

	"vnlex/pipeline/ledger/query"
)

// A Run is one command that wrote.
type Run struct {
	ID      int64
	Command string
	Started time.Time
	Ended   time.Time // zero: it did not end by itself
}

// Runs returns the runs from a number and a time on.
func (r *Reader) Runs(
	ctx context.Context, tx *sql.Tx, first int64, from time.Time,
) ([]Run, error) {
	p := query.RunsParams{ID: first}
	if !from.IsZero() {
		p.Started = from.UnixMilli()
	}
	rows, err := r.q.WithTx(tx).Runs(ctx, p)
	all := make([]Run, len(rows))
	for i, w := range rows {
		all[i] = Run{ID: w.ID, Command: w.Command, Started: time.UnixMilli(w.Started).UTC()}
		if w.Ended.Valid {
			all[i].Ended = time.UnixMilli(w.Ended.Int64).UTC()
		}
	}
	return all, err
}

// Counts returns what a run of a command counted (JSON), the last one if id is 0; empty:
// there is none.
func (r *Reader) Counts(ctx context.Context, command string, id int64) (string, error) {
	all, err := r.q.CountsOf(ctx, query.CountsOfParams{Command: command, ID: id})
	if err != nil || len(all) == 0 {
		return "", explain(r.path, err)
	}
	return all[0], nil
}

// Unreported returns the last run of a command if it left no count: it is still at work,
// or was killed. Its ID is 0 if there is none such.
func (r *Reader) Unreported(ctx context.Context, command string) (Run, error) {
	all, err := r.q.LastRun(ctx, command)
	if err != nil || len(all) == 0 || all[0].Counts != "" {
		return Run{}, explain(r.path, err)
	}
	return Run{ID: all[0].ID, Command: command,
		Started: time.UnixMilli(all[0].Started).UTC()}, nil
}
