// Package crawl fetches what is due: a queue per host with its own clock, kept in the
// ledger, so that a kill loses nothing and no page is fetched twice for nothing.
//
// Before a host is asked, its clock is moved on in the ledger; what came of the answer
// (the page with its claims, the links found on it, the new state of the address) is one
// transaction, which is refused when the host belongs to another worker by then.
package crawl

import (
	"context"
	"time"

	"vnlex/pipeline/crawl/fetch"
)

// A Clock is the time of a crawl. The zero Clock is the system's.
type Clock struct {
	Now   func() time.Time
	Sleep func(ctx context.Context, d time.Duration) // returns early when ctx is done
}

func (c Clock) withDefaults() Clock {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Sleep == nil {
		c.Sleep = sleep
	}
	return c
}

func sleep(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

// A Fetcher asks for one address and follows no redirect, save for robots.txt.
// *fetch.Client is one.
type Fetcher interface {
	Do(ctx context.Context, r fetch.Request) (*fetch.Response, error)
	Robots(ctx context.Context, r fetch.Request) (*fetch.Response, error)
}

// Counts are what a run did at one site.
type Counts struct {
	Site       string         `json:"site"`
	Fetched    int            `json:"fetched"`   // requests that were answered
	Unchanged  int            `json:"unchanged"` // same as before
	New        int            `json:"new"`
	Changed    int            `json:"changed"`
	Gone       int            `json:"gone"`       // 404 or 410 of pages that have been there
	Dead       int            `json:"dead"`       // links to what never was
	Removed    int            `json:"removed"`    // of these, taken out of the graph
	Held       int            `json:"held"`       // kept all the same: too many went at once
	Moved      int            `json:"moved"`      // lead, or say that they belong, elsewhere
	Duplicates int            `json:"duplicates"` // nearly the same as another page
	Lists      int            `json:"lists"`      // sitemaps, feeds, listings that were read
	Found      int            `json:"found"`      // addresses that were not known
	Waiting    int            `json:"waiting"`    // due, and their host lets us wait
	Bytes      int64          `json:"bytes"`      // of bodies
	Failed     map[string]int `json:"failed"`     // by reason
	Refused    map[string]int `json:"refused"`    // by reason: robots, depth, repeats …
}

// An Event tells how far a host is. Events come one at a time.
type Event struct {
	Site    string
	Host    string
	URL     string        // that was just answered; empty: the host waits
	Code    string        // why it failed; empty: it did not
	Done    int           // answers of this host in this run
	Due     int           // still in its queue, as far as known
	Failed  int           // in this run
	Until   time.Time     // of a host that waits
	Rate    float64       // answers a second, lately
	Left    time.Duration // until its queue is empty, at this pace; 0: unknown
	Hosts   int           // at work
	Elapsed time.Duration // of the run
}
