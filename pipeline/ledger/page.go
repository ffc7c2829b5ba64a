package ledger

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"net/url"
	"slices"
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
	Media     string    // MIME type by which it was read
	Origin    string    // where it is to be had again, if not at URL
	SHA256    []byte    // of what came
	Stamped   time.Time // when the source says it was fetched; zero: it does not
	Raw       []byte    // packed
	Text      []byte    // packed; nil: Raw is the text
	Claims    []resolve.Claim
}

// A Failure is a page that could not be read.
type Failure struct {
	URL    string
	Origin string
	Code   string
	Reason string
	Again  bool // it was tried on purpose
}

// A Batch is a transaction of page commits: each page goes in whole or not at all.
type Batch struct {
	l      *Ledger
	tx     *sql.Tx
	q      *query.Queries
	claims *bulk
	marks  *bulk
	fresh  map[resolve.Hash]bool // pages with rows that may not be written yet
}

// Batch runs f in one transaction.
func (l *Ledger) Batch(ctx context.Context, f func(ctx context.Context, b *Batch) error) error {
	return l.transact(ctx, func(ctx context.Context, tx *sql.Tx, q *query.Queries) error {
		b := &Batch{l: l, tx: tx, q: q, claims: l.bulk(tx, "claim"), marks: l.bulk(tx, "mark"), fresh: map[resolve.Hash]bool{}}
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
	if err := b.q.PutBody(ctx, query.PutBodyParams{Page: hash[:], Raw: p.Raw, Text: p.Text}); err != nil {
		return err
	}
	if err := b.claim(ctx, p.Claims); err != nil {
		return err
	}
	return b.dropStray(ctx, hash, p.Claims)
}

func (b *Batch) row(hash resolve.Hash, p *Page) query.PutPageParams {
	row := query.PutPageParams{Hash: hash[:], Url: p.URL, Kind: p.Kind, Site: Site(p.URL), Title: p.Title,
		Published: p.Published, Sha256: p.SHA256, Media: p.Media, Origin: p.Origin, State: "read",
		Fetched: b.l.millis()}
	if !p.Stamped.IsZero() {
		row.Stamped = p.Stamped.UnixMilli()
	}
	return row
}

// claim writes claims in the order of their table, and marks their blocks.
func (b *Batch) claim(ctx context.Context, all []resolve.Claim) error {
	all = slices.Clone(all)
	slices.SortFunc(all, compareClaims)
	blocks := map[string]bool{}
	for i := range all {
		c := &all[i]
		block := sql.NullString{String: c.Block, Valid: c.Block != ""}
		if err := b.claims.add(ctx, c.Page[:], string(c.Kind), c.Subject, c.ID[:], c.Object, block, c.Value,
			c.Start, c.End, c.Quote, c.Rule, c.Confidence); err != nil {
			return err
		}
		if c.Block != "" && !blocks[c.Block] {
			blocks[c.Block] = true
			if err := b.mark(ctx, blockUnit(c.Block)); err != nil {
				return err
			}
		}
	}
	return nil
}

func compareClaims(a, b resolve.Claim) int {
	if c := strings.Compare(string(a.Kind), string(b.Kind)); c != 0 {
		return c
	}
	if c := strings.Compare(a.Subject, b.Subject); c != 0 {
		return c
	}
	return bytes.Compare(a.ID[:], b.ID[:])
}

func (b *Batch) mark(ctx context.Context, u unit) error {
	return b.marks.add(ctx, int64(u.stage), int64(u.bucket), u.key)
}

// replace takes out what a page claimed before, and marks all units that drew on it.
func (b *Batch) replace(ctx context.Context, hash resolve.Hash) error {
	if b.fresh[hash] {
		if err := b.flush(ctx); err != nil {
			return err
		}
	}
	if err := b.mark(ctx, pageUnit(hash)); err != nil {
		return err
	}
	old, err := b.q.ClaimsOfPage(ctx, hash[:])
	if err != nil {
		return err
	}
	blocks := map[string]bool{}
	for _, c := range old {
		if c.Block.Valid && !blocks[c.Block.String] {
			blocks[c.Block.String] = true
			if err := b.mark(ctx, blockUnit(c.Block.String)); err != nil {
				return err
			}
		}
	}
	if err := b.markOwners(ctx, hash); err != nil {
		return err
	}
	return b.q.DeleteClaims(ctx, hash[:])
}

// markOwners marks the units of every node that a page means by one of its keys. Keys
// that are new to the page have no node yet: resolving their block will mark them.
func (b *Batch) markOwners(ctx context.Context, hash resolve.Hash) error {
	all, err := b.q.AssignedOfPage(ctx, hash[:])
	if err != nil {
		return err
	}
	done := map[string]bool{}
	for _, a := range all {
		if done[a.Owner] {
			continue
		}
		done[a.Owner] = true
		for _, s := range []stage{stageCarrier, stageRelations} {
			if err := b.mark(ctx, unit{s, byte(a.Bucket), a.Owner}); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropStray forgets what a page meant by keys that it does not use any more.
func (b *Batch) dropStray(ctx context.Context, hash resolve.Hash, claims []resolve.Claim) error {
	all, err := b.q.AssignedOfPage(ctx, hash[:])
	if err != nil || len(all) == 0 {
		return err
	}
	used := map[string]bool{}
	for i := range claims {
		if k := claims[i].Kind; k == resolve.KindDocument || k == resolve.KindInstrument {
			used[claims[i].Subject] = true
		}
	}
	for _, a := range all {
		if used[a.Local] {
			continue
		}
		if err := b.q.DeleteAssigned(ctx, query.DeleteAssignedParams{Page: hash[:], Local: a.Local}); err != nil {
			return err
		}
	}
	return nil
}

// Fail notes that a page could not be read. What an earlier reading of it claims stays.
func (b *Batch) Fail(ctx context.Context, f Failure) error {
	hash := resolve.HashURL(f.URL)
	p := query.FailPageParams{Hash: hash[:], Url: f.URL, Site: Site(f.URL), Origin: f.Origin, Code: f.Code,
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
		b.q.PutForgotten(ctx, query.PutForgottenParams{Hash: hash[:], Url: url}))
}

// Allow lets a forgotten page in again, and reports whether it was one.
func (b *Batch) Allow(ctx context.Context, url string) (bool, error) {
	hash := resolve.HashURL(url)
	n, err := b.q.DeleteForgotten(ctx, hash[:])
	return n > 0, err
}

// Forgotten reports whether a page is to be kept out.
func (b *Batch) Forgotten(ctx context.Context, url string) (bool, error) {
	hash := resolve.HashURL(url)
	n, err := b.q.Forgotten(ctx, hash[:])
	return n > 0, err
}

// Site returns the host of a page, without "www."; a file has none.
func Site(page string) string {
	u, err := url.Parse(page)
	if err != nil || u.Host == "" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
