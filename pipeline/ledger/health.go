package ledger

import (
	"context"
	"os"
)

// Health is what can be told of a database without changing it.
type Health struct {
	Path      string
	Schema    int
	Integrity []string // what is wrong with it; none: it is sound
	Marks     int      // left by a killed run
	Pages     int
	Failed    int
	Size      int64
}

// Health looks whether the database is sound and settled.
func (r *Reader) Health(ctx context.Context) (Health, error) {
	h := Health{Path: r.path, Schema: len(versions)}
	info, err := os.Stat(r.path)
	if err != nil {
		return h, explain(r.path, err)
	}
	h.Size = info.Size()
	pages, err := r.q.PageCounts(ctx)
	if err != nil {
		return h, explain(r.path, err)
	}
	marks, err := r.Unsettled(ctx)
	if err != nil {
		return h, err
	}
	h.Pages, h.Failed, h.Marks = int(pages.Pages), int(pages.Failed), int(marks)
	h.Integrity, err = r.integrity(ctx)
	return h, err
}

func (r *Reader) integrity(ctx context.Context) (wrong []string, err error) {
	rows, err := r.db.QueryContext(ctx, load("integrity"))
	if err != nil {
		return nil, explain(r.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, explain(r.path, err)
		}
		if line != "ok" {
			wrong = append(wrong, line)
		}
	}
	return wrong, explain(r.path, rows.Err())
}
