package ledger

import (
	"context"
	"errors"
	"strings"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// A Link is an address that was found, or where a crawl begins.
type Link struct {
	URL    string // in canonical form: the identity of the page
	Host   string // whose queue it waits in: the politeness key
	Site   string // name of its site
	Kind   string // page, file, listing, feed, sitemap
	Depth  int    // steps from a start
	Source string // page on which it was found; empty: it is a start
	Due    time.Time
	// Modified is when its list says that it changed last; a page that was visited
	// before that is due at once.
	Modified time.Time
	// Start says that a crawl begins here: it is due again, and no limit holds.
	Start bool
	// Free says that no limit holds, since the site's file has one of its own.
	Free bool
}

// Bounds keep a site that makes up addresses without end from filling the frontier.
type Bounds struct {
	Host   int // addresses of one host; 0: no bound
	Family int // addresses that differ in their query alone; 0: no bound
}

// A Found says what became of links.
type Found struct {
	New    int // addresses that were not known
	Host   int // kept out: too many of one host
	Family int // kept out: too many that differ in their query alone
}

// Find puts links into the frontier. What is there already stays as it is, unless it is
// due sooner now.
func (b *Batch) Find(ctx context.Context, links []Link, bounds Bounds) (Found, error) {
	var f Found
	for i := range links {
		if err := b.find(ctx, &links[i], bounds, &f); err != nil {
			return f, err
		}
	}
	return f, b.flushURLs(ctx, &f)
}

func (b *Batch) find(ctx context.Context, k *Link, bounds Bounds, f *Found) error {
	hash := resolve.HashURL(k.URL)
	q := b.queue(k.Host)
	if !q.known {
		if err := b.know(ctx, q, k.Host); err != nil {
			return err
		}
	}
	if ok, err := b.admit(ctx, q, k, hash, bounds, f); err != nil || !ok {
		return err
	}
	if err := q.rows.add(ctx, hash[:], q.host[:], k.URL, k.Site, k.Kind, k.Depth, source(k),
		millisOf(k.Due)); err != nil {
		return err
	}
	if !k.Start && k.Modified.IsZero() {
		return nil
	}
	return b.sooner(ctx, q, k, hash)
}

// sooner makes a page due that is there already.
func (b *Batch) sooner(ctx context.Context, q *queue, k *Link, hash resolve.Hash) error {
	if k.Start {
		if err := q.rows.flush(ctx); err != nil {
			return err
		}
		return b.q.StartDue(ctx, query.StartDueParams{Due: millisOf(k.Due), Site: k.Site,
			Kind: k.Kind, Hash: hash[:]})
	}
	return b.q.DueSooner(ctx, query.DueSoonerParams{Due: millisOf(k.Due), Hash: hash[:],
		Modified: millisOf(k.Modified)})
}

// A queue gathers the new rows of one host.
type queue struct {
	host  resolve.Hash
	known bool
	size  int64
	grown int64
	rows  *bulk
}

func (b *Batch) queue(name string) *queue {
	q := b.queues[name]
	if q == nil {
		q = &queue{host: resolve.HashURL(name), rows: b.l.bulk(b.tx, "url")}
		b.queues[name] = q
	}
	return q
}

func (b *Batch) know(ctx context.Context, q *queue, name string) error {
	err := b.q.PutHost(ctx, query.PutHostParams{Hash: q.host[:], Name: name})
	if err != nil {
		return err
	}
	q.size, err = b.q.SizeOfHost(ctx, q.host[:])
	q.known = true
	return err
}

// admit reports whether a link keeps within the bounds.
func (b *Batch) admit(
	ctx context.Context, q *queue, k *Link, hash resolve.Hash, bounds Bounds, f *Found,
) (bool, error) {
	if k.Start || k.Free {
		return true, nil
	}
	if bounds.Host > 0 && q.size+q.rows.written >= int64(bounds.Host) {
		f.Host++
		return false, nil
	}
	path, _, asks := strings.Cut(k.URL, "?")
	if !asks || bounds.Family == 0 {
		return true, nil
	}
	if known, err := b.q.HasURL(ctx, hash[:]); err != nil || known > 0 {
		return true, err
	}
	family := resolve.HashURL(path)
	n, err := b.q.GrowFamily(ctx, family[:])
	if err != nil || n <= int64(bounds.Family) {
		return true, err
	}
	f.Family++
	return false, nil
}

// flushURLs writes what the queues have gathered.
func (b *Batch) flushURLs(ctx context.Context, f *Found) error {
	for _, q := range b.queues {
		if err := q.rows.flush(ctx); err != nil {
			return err
		}
		n := q.rows.written - q.grown
		if n == 0 {
			continue
		}
		q.grown += n
		f.New += int(n)
		if err := b.q.GrowHost(ctx, query.GrowHostParams{Size: n, Hash: q.host[:]}); err != nil {
			return err
		}
	}
	return nil
}

// Postpone sets when an address is due; the zero time: never.
func (b *Batch) Postpone(ctx context.Context, hash resolve.Hash, due time.Time) error {
	return b.q.PutDue(ctx, query.PutDueParams{Due: millisOf(due), Hash: hash[:]})
}

func source(k *Link) []byte {
	if k.Source == "" {
		return []byte{}
	}
	h := resolve.HashURL(k.Source)
	return h[:]
}

// millisOf and timeOf keep the zero time as 0.

func millisOf(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func timeOf(millis int64) time.Time {
	if millis == 0 {
		return time.Time{}
	}
	return time.UnixMilli(millis)
}

// ErrLease says that a host belongs to another worker by now.
var ErrLease = errors.New("the host belongs to another worker")

// DueAgain makes what failed at some sites due now.
func (b *Batch) DueAgain(ctx context.Context, now time.Time, sites []string) error {
	return b.q.FailedDue(ctx, query.FailedDueParams{Due: now.UnixMilli(), Sites: sites})
}
