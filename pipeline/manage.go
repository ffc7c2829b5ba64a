package pipeline

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"time"

	"vnlex/pipeline/ledger"
)

// Retry takes the failed pages up again, where they came from.
func (p *Pipeline) Retry(ctx context.Context) (Summary, error) {
	return p.write(ctx, "retry", func(w *writer) error {
		origins, err := w.ledger.FailedOrigins(ctx)
		if err != nil {
			return err
		}
		w.retry = true
		return w.ingest(ctx, func(yield func(input) bool) {
			for _, o := range origins {
				for in := range again(o, p.opt) {
					if !yield(in) {
						return
					}
				}
			}
		})
	})
}

// Forget removes pages and all that only they supported, and keeps them out of later
// runs, also those that are not there yet.
func (p *Pipeline) Forget(ctx context.Context, urls []string) (Summary, error) {
	return p.write(ctx, "forget", func(w *writer) error {
		return w.ledger.Batch(ctx, func(ctx context.Context, b *ledger.Batch) error {
			for _, url := range urls {
				if err := b.Forget(ctx, url); err != nil {
					return err
				}
				w.sum.Forgotten++
			}
			return nil
		})
	})
}

// Allow lets forgotten pages in again; it does not fetch them. The summary counts those
// that were forgotten.
func (p *Pipeline) Allow(ctx context.Context, urls []string) (Summary, error) {
	return p.write(ctx, "allow", func(w *writer) error {
		return w.ledger.Batch(ctx, func(ctx context.Context, b *ledger.Batch) error {
			for _, url := range urls {
				was, err := b.Allow(ctx, url)
				if err != nil {
					return err
				}
				if was {
					w.sum.Forgotten++
				}
			}
			return nil
		})
	})
}

// Settle works off the marks that a killed run left. It writes nothing, and takes no
// lock, when none is left.
func (p *Pipeline) Settle(ctx context.Context) (Summary, error) {
	r, err := ledger.OpenReader(ctx, p.path)
	if err != nil {
		return Summary{}, err
	}
	n, err := r.Unsettled(ctx)
	if err = errors.Join(err, r.Close()); err != nil || n == 0 {
		return Summary{}, err
	}
	return p.write(ctx, "settle", func(*writer) error { return nil })
}

// Pages lists the pages of the ledger by url, the forgotten ones too; site and failed
// narrow the list.
func (p *Pipeline) Pages(ctx context.Context, site string, failed bool) ([]Page, error) {
	r, err := ledger.OpenReader(ctx, p.path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	states, err := r.Pages(ctx, site, failed)
	pages := make([]Page, len(states))
	for i, s := range states {
		pages[i] = Page(s)
	}
	return pages, err
}

// Changes lists the runs since the one of that number, or since a date (ISO 8601), with
// what each changed in the end; an empty since means all.
func (p *Pipeline) Changes(ctx context.Context, since string) ([]Run, error) {
	first, from, err := parseSince(since)
	if err != nil {
		return nil, err
	}
	r, err := ledger.OpenReader(ctx, p.path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var runs []Run
	err = r.Transact(ctx, func(ctx context.Context, tx *sql.Tx) error {
		all, err := r.Runs(ctx, tx, first, from)
		for _, run := range all {
			changes, err := p.graph.Net(ctx, tx, run.ID)
			if err != nil {
				return err
			}
			runs = append(runs, Run{run.ID, run.Command, run.Started, run.Ended, changes})
		}
		return err
	})
	return runs, err
}

// parseSince reads the number of a run, or a date in Viet Nam.
func parseSince(s string) (run int64, from time.Time, err error) {
	if s == "" {
		return 0, time.Time{}, nil
	}
	if run, err = strconv.ParseInt(s, 10, 64); err == nil && len(s) != len("2006") {
		return run, time.Time{}, nil
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly, "2006-01", "2006"} {
		if t, err := time.ParseInLocation(layout, s, vietnam); err == nil {
			return 0, t, nil
		}
	}
	return 0, time.Time{}, fmt.Errorf("%q is neither the number of a run nor a date", s)
}

var vietnam = time.FixedZone("+07", 7*60*60)

// Backup writes a consistent copy of the database to file, which must not exist, while
// others read and write. The copy is a database of its own: no replica takes it for
// this one.
func (p *Pipeline) Backup(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("back up to %q: there is a file already", file)
	}
	r, err := ledger.OpenReader(ctx, p.path)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := r.CopyTo(ctx, file, p.graph.Renew); err != nil {
		os.Remove(file)
		return err
	}
	return nil
}
