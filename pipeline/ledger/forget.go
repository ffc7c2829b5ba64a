package ledger

import (
	"context"
	"errors"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// A Failure is a page that could not be read.
type Failure struct {
	URL    string
	Origin string
	Code   string
	Reason string
	Again  bool // it was tried on purpose
}

// Fail notes that a page could not be read. What an earlier reading of it claims stays.
func (b *Batch) Fail(ctx context.Context, f Failure) error {
	hash := resolve.HashURL(f.URL)
	p := query.FailPageParams{Hash: hash[:], Url: f.URL, Site: Site(f.URL), Origin: f.Origin,
		Code:   f.Code,
		Reason: f.Reason, Fetched: b.l.millis()}
	if f.Again {
		p.Again = 1
	}
	return b.q.FailPage(ctx, p)
}

// Settled notes that a folder or an archive that may have failed before can be read.
func (b *Batch) Settled(ctx context.Context, url string) error {
	hash := resolve.HashURL(url)
	return b.q.DropPlace(ctx, hash[:])
}

// Forget takes a page out, with all that only it supported, and keeps it out.
func (b *Batch) Forget(ctx context.Context, url string) error {
	hash := resolve.HashURL(url)
	if err := b.replace(ctx, hash); err != nil {
		return err
	}
	if err := b.dropStray(ctx, hash, nil); err != nil {
		return err
	}
	return errors.Join(b.q.DeletePage(ctx, hash[:]), b.q.DeleteBody(ctx, hash[:]),
		b.Unlike(ctx, hash), b.Postpone(ctx, hash, time.Time{}),
		b.q.PutForgotten(ctx, query.PutForgottenParams{Hash: hash[:], Url: url}))
}

// Allow lets a forgotten page in again, and reports whether it was one.
func (b *Batch) Allow(ctx context.Context, url string) (bool, error) {
	hash := resolve.HashURL(url)
	n, err := b.q.DeleteForgotten(ctx, hash[:])
	if n > 0 {
		err = b.q.AgainDue(ctx, query.AgainDueParams{Due: b.l.millis(), Hash: hash[:]})
	}
	return n > 0, err
}

// Forgotten reports whether a page is to be kept out.
func (b *Batch) Forgotten(ctx context.Context, url string) (bool, error) {
	hash := resolve.HashURL(url)
	n, err := b.q.Forgotten(ctx, hash[:])
	return n > 0, err
}
