package ledger

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// Known is what the ledger knows of a page before anything is fetched.
type Known struct {
	Forgotten bool // to be kept out
	sum       []byte
	media     string
	read      bool
	stamped   int64
}

// Known looks a page up. It may be called by several goroutines, also while a batch is
// being written, of which it sees nothing.
func (l *Ledger) Known(ctx context.Context, url string) (Known, error) {
	hash := resolve.HashURL(url)
	row, err := l.look.Known(ctx, hash[:])
	return known(row), explain(l.path, err)
}

func known(r query.KnownRow) Known {
	return Known{Forgotten: r.Forgotten > 0, sum: r.Sha256, media: r.Media.String,
		read:    r.State.String == "read",
		stamped: r.Stamped.Int64}
}

// Same reports whether bytes are no news: they are those that are there, or the source
// stamped them earlier.
func (k Known) Same(sum []byte, media string, stamped time.Time) bool {
	if len(k.sum) > 0 && k.stamped > 0 && !stamped.IsZero() && stamped.UnixMilli() < k.stamped {
		return true
	}
	return k.read && k.media == media && bytes.Equal(k.sum, sum)
}

// FailedOrigins returns where the failed pages are to be had again, in order.
func (l *Ledger) FailedOrigins(ctx context.Context) ([]string, error) {
	all, err := l.look.FailedOrigins(ctx)
	return all, explain(l.path, err)
}

// A KeptPage is a page whose bytes are kept.
type KeptPage struct {
	URL, Media, Origin string
	Site               string // by whose file a crawl read it; empty: none did
	Stamped            time.Time
}

// KeptPages returns some of the kept pages that come after a url, in order.
func (l *Ledger) KeptPages(ctx context.Context, after string) ([]KeptPage, error) {
	const some = 500
	rows, err := l.look.KeptPages(ctx, query.KeptPagesParams{Url: after, Limit: some})
	pages := make([]KeptPage, len(rows))
	for i, r := range rows {
		pages[i] = KeptPage{URL: r.Url, Media: r.Media, Origin: r.Origin, Site: r.Site}
		if r.Stamped != 0 {
			pages[i].Stamped = time.UnixMilli(r.Stamped)
		}
	}
	return pages, explain(l.path, err)
}

// ErrGone says that a page is not there any more.
var ErrGone = errors.New("page is gone")

// Kept returns the bytes that came for a page.
func (l *Ledger) Kept(ctx context.Context, url string) ([]byte, error) {
	hash := resolve.HashURL(url)
	row, err := l.look.Body(ctx, hash[:])
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrGone
	}
	if err != nil {
		return nil, explain(l.path, err)
	}
	return Unpack(row.Raw)
}
