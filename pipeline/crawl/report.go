package crawl

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/resolve"
	"vnlex/pipeline/source"
)

// An Outcome is what a run did, by site.
type Outcome struct {
	Sites    []SiteOutcome // by name; chosen sites only
	Failures []Failure     // the first twenty
	Settled  ledger.Tally  // what was resolved on the way
}

// A SiteOutcome is what a run did at one site.
type SiteOutcome struct {
	Counts
	Moved    ledger.Moved
	Breaches []source.Breach
	Astray   []Failure // start points that are not there, or are none
}

// A Failure is an address that could not be had or read.
type Failure struct{ URL, Code, Reason string }

const maxFailures = 20

// A reporter counts, and tells how far the run is.
type reporter struct {
	*engine
	mu       sync.Mutex
	sites    map[string]*siteReport
	hosts    map[resolve.Hash]*hostReport
	failures []Failure
}

type siteReport struct {
	SiteOutcome
	tally *source.Tally
	pages int // asked for

	counted, holds bool // whether so many pages have gone that they are kept
}

type hostReport struct {
	begun             time.Time
	done, due, failed int
}

func newReporter(e *engine) *reporter {
	r := &reporter{engine: e, sites: map[string]*siteReport{},
		hosts: map[resolve.Hash]*hostReport{}}
	for _, s := range e.opt.Sites {
		if e.opt.Chosen(s) {
			r.site(s.Name, s)
		}
	}
	return r
}

func (r *reporter) site(name string, s *source.Site) *siteReport {
	t := r.sites[name]
	if t == nil {
		t = &siteReport{}
		t.Site, t.Failed, t.Refused = name, map[string]int{}, map[string]int{}
		if s != nil {
			t.tally = source.NewTally(s)
		}
		r.sites[name] = t
	}
	return t
}

// asked counts a page that is to be asked for, and reports whether the site has given as
// many as one run may take.
func (r *reporter) asked(s *source.Site) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	t := r.site(s.Name, s)
	if limit := s.Politeness.MaxPages; limit > 0 && t.pages >= limit {
		return true
	}
	t.pages++
	return false
}

// count counts what is committed.
func (r *reporter) count(
	n *lane, s *source.Site, e ledger.Entry, o *outcome, w *written,
) {
	r.mu.Lock()
	defer r.mu.Unlock()
	t := r.site(e.Site, s)
	for why, k := range o.refused {
		t.Refused[why] += k
	}
	if w.found.Host > 0 {
		t.Refused["host_full"] += w.found.Host
	}
	if w.found.Family > 0 {
		t.Refused["query_explosion"] += w.found.Family
	}
	t.Found += w.found.New
	if !o.asked {
		return
	}
	t.answer(o, w)
	if o.seen != nil && t.tally != nil {
		t.tally.Add(*o.seen)
	}
	if o.failure != nil && (!o.gone || !o.known || o.start) {
		t.Failed[o.code]++
		if n.starts.begins(e.URL) && !passing(o.code) {
			t.Astray = append(t.Astray, Failure{o.failure.URL, o.failure.Code, o.failure.Reason})
		}
		r.fail(o.failure.URL, o.failure.Code, o.failure.Reason)
	}
	r.tell(n, e, o, w)
}

func (t *siteReport) answer(o *outcome, w *written) {
	if o.heard {
		t.Fetched++
	}
	t.Bytes += int64(o.bytes)
	t.Removed += w.removed
	t.Moved.DocumentsGained += w.moved.DocumentsGained
	t.Moved.DocumentsLost += w.moved.DocumentsLost
	t.Moved.RelationsGained += w.moved.RelationsGained
	t.Moved.RelationsLost += w.moved.RelationsLost
	switch {
	case o.gone && o.known:
		t.Gone++
	case o.gone && !o.start:
		t.Dead++
	case o.answer.State == "moved":
		t.Counts.Moved++
	case o.failure != nil:
	case o.coming != nil && o.coming.Unchanged != "", o.page != nil && !w.isNew:
		t.Unchanged++
	case o.list && o.answer.State == "done":
		t.Lists++
	case o.page != nil && o.changed:
		t.Changed++
	case o.page != nil:
		t.New++
	}
	if w.likes > 0 {
		t.Duplicates++
	}
}

// few and part say when so many pages of a site have gone that it is more likely broken,
// or moved as a whole, than that they were taken down.
const (
	few  = 20
	part = 5 // one in five
)

// holdsBack reports whether a page that its site does not have any more is kept all the
// same, since too many others have gone with it.
func (r *reporter) holdsBack(n *lane, e ledger.Entry) bool {
	r.mu.Lock()
	t := r.site(e.Site, n.sites[e.Site])
	counted := t.counted
	r.mu.Unlock()
	done, gone := 0, 0
	if !counted {
		var err error
		if done, gone, err = n.opt.Ledger.CountGone(context.Background(), e.Site); err != nil {
			return true
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if !t.counted {
		t.counted, t.holds = true, gone > few && gone*part > gone+done
	}
	if !t.holds {
		return false
	}
	t.Held++
	return true
}

// passing reports whether a failure says nothing of a site but that it is not to be
// reached today.
func passing(code string) bool {
	return !strings.HasPrefix(code, "http_4") && !strings.HasPrefix(code, "list_")
}

func (r *reporter) fail(url, code, reason string) {
	if len(r.failures) < maxFailures {
		r.failures = append(r.failures, Failure{url, code, reason})
	}
}

// unreachable notes a robots.txt that cannot be had, for which a host waits.
func (r *reporter) unreachable(s *source.Site, url, reason string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.site(s.Name, s).Failed["robots_unreachable"]++
	r.fail(url, "robots_unreachable", reason)
}

// waiting counts what is due at a host that the run has left, or will be when the host may
// be asked again.
func (r *reporter) waiting(ctx context.Context, n *lane) {
	now := n.clock.Now().Add(max(n.untilReady(), 0))
	left, err := n.opt.Ledger.CountDue(ctx, n.host, now)
	if err != nil || left == 0 {
		return
	}
	some, err := n.opt.Ledger.Due(ctx, n.host, ledger.Look{Now: now, Run: n.opt.Run, Some: 1})
	if err != nil || len(some) == 0 {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if t := r.sites[some[0].Site]; t != nil {
		t.Waiting += left
	}
}

func (r *reporter) outcome(settled ledger.Tally) Outcome {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := Outcome{Settled: settled}
	for _, t := range r.sites {
		if t.tally != nil {
			t.Breaches = t.tally.Breaches()
		}
		all.Sites = append(all.Sites, t.SiteOutcome)
	}
	slices.SortFunc(all.Sites, func(a, b SiteOutcome) int { return strings.Compare(a.Site, b.Site) })
	all.Failures = slices.Clone(r.failures)
	return all
}
