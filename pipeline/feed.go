package pipeline

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"vnlex/pipeline/ledger"
)

// An OpenSnapshot is a snapshot of the embedded graph with the transaction that it reads.
type OpenSnapshot interface {
	Snapshot
	Tx() *sql.Tx
}

// Feed returns what Sync reads: snapshots made by open in which no mark is left. Marks
// that a killed run left are worked off first.
func (p *Pipeline) Feed(open func(ctx context.Context) (OpenSnapshot, error)) Feed {
	return func(ctx context.Context) (Snapshot, error) {
		for range 3 {
			if _, err := p.Settle(ctx); err != nil {
				return nil, err
			}
			s, err := settled(ctx, open)
			if s != nil || err != nil {
				return s, err
			}
		}
		return nil, fmt.Errorf("read %q: pages keep coming; sync when their run has ended",
			p.path)
	}
}

// settled opens a snapshot; nil: a run has brought new pages in the meantime.
func settled(
	ctx context.Context, open func(ctx context.Context) (OpenSnapshot, error),
) (Snapshot, error) {
	s, err := open(ctx)
	if err != nil {
		return nil, err
	}
	n, err := ledger.Marks(ctx, s.Tx())
	if n == 0 && err == nil {
		return s, nil
	}
	return nil, errors.Join(err, s.Close())
}
