package sqlite

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"

	"vnlex/graph"
)

// A Snapshot is the graph and its log as one moment saw them, whatever is
// written meanwhile.
type Snapshot struct {
	reader
	store      *Store
	session    *session
	tx         *sql.Tx
	generation string
}

// Snapshot opens a view of this moment. It must be closed.
func (s *Store) Snapshot(ctx context.Context) (*Snapshot, error) {
	session, err := s.session(ctx)
	if err != nil {
		return nil, fmt.Errorf("read graph %q: %w", s.path, err)
	}
	snap := &Snapshot{reader: reader{session}, store: s, session: session}
	if err := snap.begin(ctx); err != nil {
		snap.Close()
		return nil, fmt.Errorf("read graph %q: %w", s.path, err)
	}
	return snap, nil
}

// begin opens the transaction, which statements prepared on its connection run
// in as well; the first look-up fixes the moment. A question that is cancelled
// ends its look-ups, not the transaction.
func (s *Snapshot) begin(ctx context.Context) (err error) {
	if s.tx, err = s.session.conn.BeginTx(context.WithoutCancel(ctx), nil); err != nil {
		return err
	}
	s.generation, err = text(ctx, s.session, sqlMeta, "generation")
	return err
}

// Tx is the transaction of the snapshot, for questions to other tables of the file.
func (s *Snapshot) Tx() *sql.Tx { return s.tx }

// Close ends the snapshot.
func (s *Snapshot) Close() error {
	used := s.session
	if used == nil {
		return nil
	}
	s.session = nil
	if s.tx != nil {
		if err := s.tx.Rollback(); err != nil {
			return errors.Join(err, used.close())
		}
	}
	return s.store.release(used)
}

// Generation names the database: a copy made by backup has another one.
func (s *Snapshot) Generation() string { return s.generation }

// Heads returns where the log of each bucket ends.
func (s *Snapshot) Heads(ctx context.Context) (graph.Cursors, error) {
	heads := make(graph.Cursors)
	err := s.each(ctx, sqlHeads, func(rows scanner) error {
		var bucket byte
		var c graph.Cursor
		var hash []byte
		err := rows.Scan(&bucket, &c.Seq, &hash)
		c.Hash = hex.EncodeToString(hash)
		heads[bucket] = c
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read heads of the log: %w", err)
	}
	return heads, nil
}

// Knows reports whether a reader that stands at c has read a beginning of the
// log of the bucket, which is where a delta ended.
func (s *Snapshot) Knows(ctx context.Context, bucket byte, c graph.Cursor) (bool, error) {
	if c == (graph.Cursor{}) {
		return true, nil
	}
	hash, err := text(ctx, s.session, sqlHashAt, bucket, c.Seq)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("look for a place in the log: %w", err)
	}
	return hex.EncodeToString([]byte(hash)) == c.Hash, nil
}

// partsAtOnce is how many deltas' parts of a log are held at a time.
const partsAtOnce = 16

// A part is what one delta wrote to the log of one bucket.
type part struct {
	first   int64 // number of its first entry
	entries []entry
}

// Changes walks the log of a bucket after the entry numbered after.
func (s *Snapshot) Changes(
	ctx context.Context, bucket byte, after int64,
) iter.Seq2[graph.Change, error] {
	return func(yield func(graph.Change, error) bool) {
		for {
			parts, err := s.parts(ctx, bucket, after)
			if err != nil {
				yield(graph.Change{}, fmt.Errorf("read log of bucket %d: %w", bucket, err))
				return
			}
			if len(parts) == 0 {
				return
			}
			if after, err = s.hand(ctx, parts, after, yield); err == errStop {
				return
			} else if err != nil {
				yield(graph.Change{}, fmt.Errorf("read log of bucket %d: %w", bucket, err))
				return
			}
		}
	}
}

func (s *Snapshot) parts(ctx context.Context, bucket byte, after int64) ([]part, error) {
	var parts []part
	err := s.each(ctx, sqlLogAfter, func(rows scanner) error {
		var seq, count int64
		var row []byte
		if err := rows.Scan(&seq, &count, &row); err != nil {
			return err
		}
		entries, err := decodeEntries(row)
		parts = append(parts, part{seq - count + 1, entries})
		return err
	}, bucket, after, partsAtOnce)
	return parts, err
}

// hand yields the entries after the one numbered after, and returns the last number.
func (s *Snapshot) hand(
	ctx context.Context, parts []part, after int64, yield func(graph.Change, error) bool,
) (int64, error) {
	var all []entry
	for _, p := range parts {
		all = append(all, p.entries...)
	}
	names, err := s.named(ctx, all)
	if err != nil {
		return after, err
	}
	for _, p := range parts {
		for i, e := range p.entries {
			seq := p.first + int64(i)
			if seq <= after {
				continue
			}
			if !yield(names.change(seq, e), nil) {
				return seq, errStop
			}
		}
	}
	last := parts[len(parts)-1]
	return last.first + int64(len(last.entries)) - 1, nil
}
