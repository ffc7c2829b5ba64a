package ledger

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// A Lease makes one worker the owner of a host's queue. Whoever takes the host next gets
// a higher epoch, and what comes late under the old one is refused.
type Lease struct {
	Hash      resolve.Hash
	Host      string
	Epoch     int64
	NotBefore time.Time // the host's clock: no request earlier
	Since     time.Time // when that was said
	Failures  int       // in a row
	Left      bool      // whoever had it did not give it back
}

// A Term is for how long a host is wanted.
type Term struct {
	Now, Until time.Time
	// Alone says that no other worker is alive, since this process is the only writer:
	// leases of dead ones do not count.
	Alone bool
}

// longestLease is what no worker asks for: a longer one is of a clock that was wrong.
const longestLease = time.Hour

// Lease takes a host, and reports whether it could be had. A visit that is put off to
// after latest was put off by a clock that was wrong, and is due now.
func (b *Batch) Lease(
	ctx context.Context, host resolve.Hash, t Term, latest time.Time,
) (Lease, bool, error) {
	p := query.LeaseHostParams{Until: t.Until.UnixMilli(), Hash: host[:], Now: t.Now.UnixMilli(),
		Longest: t.Now.Add(longestLease).UnixMilli()}
	if t.Alone {
		p.Alone = 1
	}
	old, err := b.q.OldLease(ctx, host[:])
	if err != nil {
		return Lease{}, false, err
	}
	row, err := b.q.LeaseHost(ctx, p)
	if errors.Is(err, sql.ErrNoRows) {
		return Lease{}, false, nil
	}
	if err != nil {
		return Lease{}, false, err
	}
	err = b.q.Untimely(ctx, query.UntimelyParams{Now: t.Now.UnixMilli(), Host: host[:],
		Latest: latest.UnixMilli()})
	return Lease{host, row.Name, row.Epoch, timeOf(row.NotBefore), timeOf(row.Since),
		int(row.Failures), len(old) > 0 && old[0] != 0}, true, err
}

// Hold moves the clock of a host on before it is asked, and keeps the lease. ErrLease:
// the host is another's.
func (b *Batch) Hold(
	ctx context.Context, l Lease, now, notBefore, until time.Time,
) error {
	n, err := b.q.HoldHost(ctx, query.HoldHostParams{NotBefore: millisOf(notBefore),
		Since: now.UnixMilli(), Lease: until.UnixMilli(), Hash: l.Hash[:], Epoch: l.Epoch})
	return one(n, err)
}

// Slow lets a host alone until a time, after so many failures in a row.
func (b *Batch) Slow(
	ctx context.Context, l Lease, now, notBefore time.Time, failures int,
) error {
	n, err := b.q.SlowHost(ctx, query.SlowHostParams{NotBefore: millisOf(notBefore),
		Since: now.UnixMilli(), Failures: int64(failures), Hash: l.Hash[:], Epoch: l.Epoch})
	return one(n, err)
}

// Heal notes that a host answers again.
func (b *Batch) Heal(ctx context.Context, l Lease) error {
	return b.q.HealHost(ctx, query.HealHostParams{Hash: l.Hash[:], Epoch: l.Epoch})
}

// Held returns ErrLease if the host is another's by now. What is written in the same
// transaction is written by its owner.
func (b *Batch) Held(ctx context.Context, l Lease) error {
	return one(b.q.HasHost(ctx, query.HasHostParams{Hash: l.Hash[:], Epoch: l.Epoch}))
}

// Free gives a host back.
func (b *Batch) Free(ctx context.Context, l Lease) error {
	return b.q.FreeHost(ctx, query.FreeHostParams{Hash: l.Hash[:], Epoch: l.Epoch})
}

func one(n int64, err error) error {
	if err == nil && n != 1 {
		return ErrLease
	}
	return err
}
