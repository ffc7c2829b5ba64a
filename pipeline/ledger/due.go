package ledger

import (
	"context"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// An Entry is an address of the frontier with what is known of it.
type Entry struct {
	URL, Site, Kind string
	Hash            resolve.Hash
	Depth           int
	Due             time.Time
	State           string // new, done, failed, gone, refused, moved
	Code            string // why it is not done
	Tries           int    // in a row that failed
	ETag, Modified  string // validators of the body that was taken last
	SHA256          []byte // its digest
	Unread          string // why it could not be read; empty: it was
	Visited         time.Time
	Changed         time.Time
	Every           time.Duration
	Gone            time.Time // the first 404 or 410 in a row
	Forgotten       bool
}

// A DueHost is a host with something to fetch.
type DueHost struct {
	Hash resolve.Hash
	Name string
}

// DueHosts returns the hosts at which something is due until then. It and the other looks
// at the frontier see what is committed, and may be called by several goroutines.
func (l *Ledger) DueHosts(ctx context.Context, until time.Time) ([]DueHost, error) {
	rows, err := l.look.DueHosts(ctx, until.UnixMilli())
	all := make([]DueHost, len(rows))
	for i, r := range rows {
		all[i] = DueHost{resolve.Hash(r.Hash), r.Name}
	}
	return all, explain(l.path, err)
}

// A Look says what is looked for in a queue.
type Look struct {
	Now    time.Time
	Run    int64 // what it has looked at is left out, but for another try
	Failed bool  // only what failed before
	Some   int
}

// Due returns some of what is due at a host, what has been due longest first.
func (l *Ledger) Due(ctx context.Context, host resolve.Hash, k Look) ([]Entry, error) {
	p := query.DueURLsParams{Host: host[:], Until: k.Now.UnixMilli(), Some: int64(k.Some),
		Run: k.Run}
	if k.Failed {
		p.Failed = 1
	}
	rows, err := l.look.DueURLs(ctx, p)
	all := make([]Entry, len(rows))
	for i, r := range rows {
		all[i] = Entry{URL: r.Url, Site: r.Site, Kind: r.Kind, Hash: resolve.Hash(r.Hash),
			Depth: int(r.Depth), Due: timeOf(r.Due), State: r.State, Code: r.Code, Tries: int(r.Tries),
			ETag: r.Etag, Modified: r.Modified, SHA256: r.Sha256, Unread: r.Unread,
			Visited: timeOf(r.Visited),
			Changed: timeOf(r.Changed), Every: time.Duration(r.Every) * time.Millisecond,
			Gone: timeOf(r.Gone), Forgotten: r.Forgotten > 0}
	}
	return all, explain(l.path, err)
}

// NextTry returns when something that failed at a host is tried again, if that is before
// until; else the zero time.
func (l *Ledger) NextTry(
	ctx context.Context, host resolve.Hash, until time.Time,
) (time.Time, error) {
	due, err := l.look.NextTry(ctx, query.NextTryParams{Host: host[:], Until: until.UnixMilli()})
	return timeOf(due), explain(l.path, err)
}

// CountDue returns how much is due at a host.
func (l *Ledger) CountDue(
	ctx context.Context, host resolve.Hash, now time.Time,
) (int, error) {
	n, err := l.look.CountDue(ctx, query.CountDueParams{Host: host[:], Due: now.UnixMilli()})
	return int(n), explain(l.path, err)
}

// Published returns when a page says that it was published; empty: it does not, or is
// not known.
func (l *Ledger) Published(ctx context.Context, hash resolve.Hash) (string, error) {
	all, err := l.look.PublishedOf(ctx, hash[:])
	if err != nil || len(all) == 0 {
		return "", explain(l.path, err)
	}
	return all[0], nil
}

// A Standing is what is known of an address.
type Standing struct {
	State, Code  string
	Due, Visited time.Time
	Link, Target string
}

// Find returns what is known of an address; the zero Standing: nothing.
func (l *Ledger) Find(ctx context.Context, url string) (Standing, error) {
	hash := resolve.HashURL(url)
	rows, err := l.look.FindURL(ctx, hash[:])
	if err != nil || len(rows) == 0 {
		return Standing{}, explain(l.path, err)
	}
	r := rows[0]
	return Standing{r.State, r.Code, timeOf(r.Due), timeOf(r.Visited), r.Link, r.Target}, nil
}

// CountGone returns how many addresses of a site stand, and how many were not there when
// they were last asked for.
func (l *Ledger) CountGone(ctx context.Context, site string) (done, gone int, err error) {
	n, err := l.look.CountGone(ctx, site)
	return int(n.Done), int(n.Gone), explain(l.path, err)
}
