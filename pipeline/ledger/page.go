package ledger

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"strings"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// A Page is one that was read: what came, what was read in it and what it claims.
type Page struct {
	URL       string
	Kind      string
	Title     string
	Published string
	Code      string    // what a reader should know of it: incomplete, or nothing
	Reason    string    // in words
	Media     string    // MIME type by which it was read
	Origin    string    // where it is to be had again, if not at URL
	SHA256    []byte    // of what came
	Stamped   time.Time // when the source says it was fetched; zero: it does not
	Raw       []byte    // packed
	Text      []byte    // packed; nil: Raw is the text
	Claims    []resolve.Claim
}

// A Batch is a transaction of page commits: each page goes in whole or not at all.
type Batch struct {
	l      *Ledger
	tx     *sql.Tx
	q      *query.Queries
	claims *bulk
	marks  *bulk
	fresh  map[resolve.Hash]bool // pages with rows that may not be written yet
	queues map[string]*queue     // by host
}

// Batch runs f in one transaction.
func (l *Ledger) Batch(ctx context.Context, f func(ctx context.Context, b *Batch) error) error {
	return l.transact(ctx, func(ctx context.Context, tx *sql.Tx, q *query.Queries) error {
		b := &Batch{l: l, tx: tx, q: q, claims: l.bulk(tx, "claim"), marks: l.bulk(tx, "mark"),
			fresh: map[resolve.Hash]bool{}, queues: map[string]*queue{}}
		if err := f(ctx, b); err != nil {
			return err
		}
		return b.flush(ctx)
	})
}

func (b *Batch) flush(ctx context.Context) error {
	clear(b.fresh)
	return errors.Join(b.claims.flush(ctx), b.marks.flush(ctx))
}

// Put commits a page with its claims and reports whether anything is new. The same
// bytes again change nothing; nor do bytes that the source stamped earlier than
// those that are there.
func (b *Batch) Put(ctx context.Context, p *Page) (bool, error) {
	same, err := b.same(ctx, p)
	if err != nil || same {
		return false, err
	}
	return true, b.put(ctx, p)
}

func (b *Batch) same(ctx context.Context, p *Page) (bool, error) {
	hash := resolve.HashURL(p.URL)
	row, err := b.q.Known(ctx, hash[:])
	return known(row).Same(p.SHA256, p.Media, p.Stamped), err
}

// Renew commits what today's extractors read in a page that is kept.
func (b *Batch) Renew(ctx context.Context, p *Page) error { return b.put(ctx, p) }

func (b *Batch) put(ctx context.Context, p *Page) error {
	hash := resolve.HashURL(p.URL)
	if err := b.replace(ctx, hash); err != nil {
		return err
	}
	b.fresh[hash] = true
	if err := b.q.PutPage(ctx, b.row(hash, p)); err != nil {
		return err
	}
	if err := b.q.PutBody(ctx, query.PutBodyParams{Page: hash[:], Raw: p.Raw,
		Text: p.Text}); err != nil {
		return err
	}
	if err := b.claim(ctx, p.Claims); err != nil {
		return err
	}
	return b.dropStray(ctx, hash, p.Claims)
}

func (b *Batch) row(hash resolve.Hash, p *Page) query.PutPageParams {
	row := query.PutPageParams{Hash: hash[:], Url: p.URL, Kind: p.Kind, Site: Site(p.URL),
		Title:     p.Title,
		Published: p.Published, Sha256: p.SHA256, Media: p.Media, Origin: p.Origin, State: "read",
		Code: p.Code, Reason: p.Reason,
		Fetched: b.l.millis()}
	if !p.Stamped.IsZero() {
		row.Stamped = p.Stamped.UnixMilli()
	}
	return row
}

// Site returns the host of a page, without "www."; a file has none.
func Site(page string) string {
	u, err := url.Parse(page)
	if err != nil || u.Host == "" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
