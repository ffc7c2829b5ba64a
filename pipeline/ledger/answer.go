package ledger

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// An Answer is the new state of an address of the frontier.
type Answer struct {
	State          string // done, failed, gone, refused, moved; new: it is asked again
	Code           string // why it is not done
	Due            time.Time
	Tries          int
	ETag, Modified string
	SHA256         []byte
	Unread         string
	Visited        time.Time
	Run            int64 // that did
	Changed        time.Time
	Every          time.Duration
	Gone           time.Time
	Link           string // redirect, canonical, or empty
	Target         string // url that Link leads to
}

// Answer writes the new state of an address. A link to a duplicate stays.
func (b *Batch) Answer(ctx context.Context, hash resolve.Hash, a Answer) error {
	p := query.AnswerURLParams{Due: millisOf(a.Due), State: a.State, Code: a.Code,
		Tries: int64(a.Tries), Etag: a.ETag, Modified: a.Modified, Sha256: a.SHA256, Unread: a.Unread,
		Visited: millisOf(a.Visited), Run: a.Run, Changed: millisOf(a.Changed),
		Every: a.Every.Milliseconds(), Gone: millisOf(a.Gone), Link: a.Link, Hash: hash[:]}
	if p.Sha256 == nil {
		p.Sha256 = []byte{}
	}
	if a.Target != "" {
		h := resolve.HashURL(a.Target)
		p.Target = h[:]
	}
	return b.q.AnswerURL(ctx, p)
}

// A Coming is how the bytes of a page came.
type Coming struct {
	Run       int64
	At        time.Time
	Status    int
	Header    string // "Name: value\r\n" lines
	SHA256    []byte // of the body; nil: there was none
	Unchanged string // digest: the same body came again; not-modified: status 304
}

// Visit adds to the history of a page.
func (b *Batch) Visit(ctx context.Context, hash resolve.Hash, c Coming) error {
	if c.SHA256 == nil {
		c.SHA256 = []byte{}
	}
	return b.q.PutVisit(ctx, query.PutVisitParams{Page: hash[:], At: c.At.UnixMilli(),
		Run: c.Run, Status: int64(c.Status), Sha256: c.SHA256, Unchanged: c.Unchanged})
}

// A Moved says what a page states now and did not before, and the reverse.
type Moved struct {
	DocumentsGained, DocumentsLost int
	RelationsGained, RelationsLost int
}

// Take commits a page that was fetched, like Put, and how it came. What the page stated
// before is compared with what it states now.
func (b *Batch) Take(ctx context.Context, p *Page, c Coming) (isNew bool, m Moved, err error) {
	hash := resolve.HashURL(p.URL)
	same, err := b.same(ctx, p)
	if err != nil {
		return false, m, err
	}
	if !same {
		if m, err = b.moved(ctx, hash, p.Claims); err != nil {
			return false, m, err
		}
		if err := b.put(ctx, p); err != nil {
			return false, m, err
		}
	}
	return !same, m, b.q.PutAnswer(ctx, query.PutAnswerParams{Status: int64(c.Status),
		Header: c.Header, Fetched: c.At.UnixMilli(), Page: hash[:]})
}

// Remove takes a page out that is not there any more, with all that only it supported.
// It is remembered as gone, and comes back if it answers again.
func (b *Batch) Remove(ctx context.Context, url, code, reason string) (m Moved, err error) {
	hash := resolve.HashURL(url)
	if m, err = b.moved(ctx, hash, nil); err != nil {
		return m, err
	}
	if err := b.replace(ctx, hash); err != nil {
		return m, err
	}
	return m, errors.Join(b.dropStray(ctx, hash, nil),
		b.q.PutGone(ctx, query.PutGoneParams{Code: code, Reason: reason, Fetched: b.l.millis(),
			Hash: hash[:]}),
		b.q.DeleteBody(ctx, hash[:]), b.Unlike(ctx, hash))
}

// Again notes that a page which failed in between is what it was.
func (b *Batch) Again(ctx context.Context, hash resolve.Hash) error {
	return b.q.ReadAgain(ctx, hash[:])
}

// A stated is a document, or a relation between two.
type stated struct {
	kind            resolve.Kind
	subject, object string
}

func (b *Batch) moved(
	ctx context.Context, hash resolve.Hash, claims []resolve.Claim,
) (m Moved, err error) {
	if b.fresh[hash] {
		if err := b.flush(ctx); err != nil {
			return m, err
		}
	}
	now := map[stated]bool{}
	for i := range claims {
		if k := claims[i].Kind; k == resolve.KindDocument || k == resolve.KindRelation {
			now[stated{k, claims[i].Subject, claims[i].Object}] = true
		}
	}
	old, err := b.q.Stated(ctx, hash[:])
	for _, o := range old {
		s := stated{resolve.Kind(o.Kind), o.Subject, o.Object}
		if now[s] {
			delete(now, s)
			continue
		}
		m.count(s.kind, 0, 1)
	}
	for s := range now {
		m.count(s.kind, 1, 0)
	}
	return m, err
}

func (m *Moved) count(k resolve.Kind, gained, lost int) {
	if k == resolve.KindDocument {
		m.DocumentsGained += gained
		m.DocumentsLost += lost
		return
	}
	m.RelationsGained += gained
	m.RelationsLost += lost
}

// Followers returns the urls of the pages that have moved to another one.
func (b *Batch) Followers(ctx context.Context, url string) ([]string, error) {
	hash := resolve.HashURL(url)
	rows, err := b.q.LinkedTo(ctx, hash[:])
	all := make([]string, len(rows))
	for i, r := range rows {
		all[i] = r.Url
	}
	return all, err
}

// Stands reports whether a page is there and was read.
func (b *Batch) Stands(ctx context.Context, url string) (bool, error) {
	hash := resolve.HashURL(url)
	row, err := b.q.PageDigest(ctx, hash[:])
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return row.State == "read" && len(row.Sha256) > 0, err
}
