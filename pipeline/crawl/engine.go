package crawl

import (
	"context"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"vnlex/pipeline/crawl/canon"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/resolve"
	"vnlex/pipeline/source"
)

// An engine is one run.
type engine struct {
	opt    Options
	clock  Clock
	begun  time.Time
	sites  map[string]*source.Site
	starts *starts
	keeper *keeper
	robots *rules
	report *reporter

	flights chan struct{} // places for pages between request and commit
	jobs    chan struct{} // places for pages that are read
	pages   atomic.Int64  // asked for
	enough  atomic.Bool   // as many pages as the run may ask for

	mu     sync.Mutex
	lanes  map[resolve.Hash]*lane
	all    sync.WaitGroup
	cancel context.CancelCauseFunc
	start  func(*lane)
}

// Run fetches what is due at the sites that are chosen, and ends when nothing is left that
// is due within Patience. When ctx is cancelled the pages at hand are finished, what is
// done is kept, and the error is that of ctx. A page that fails is counted and stops
// nothing; a database that fails stops the run.
func Run(ctx context.Context, opt Options) (Outcome, error) {
	opt = opt.withDefaults()
	e := &engine{opt: opt, clock: opt.Clock, begun: opt.Clock.Now(),
		sites: map[string]*source.Site{}, lanes: map[resolve.Hash]*lane{},
		flights: make(chan struct{}, opt.Flights), jobs: make(chan struct{}, opt.Jobs)}
	for _, s := range opt.Sites {
		e.sites[s.Name] = s
	}
	e.starts = startsOf(opt.Sites, opt.Chosen)
	e.report = newReporter(e)
	e.robots = newRules(e)
	inner, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	e.cancel = cancel
	e.keeper = newKeeper(opt.Ledger, opt.Run, cancel)
	go e.keeper.work()
	err := e.run(inner)
	settled := e.keeper.stop()
	if cause := context.Cause(inner); err == nil && cause != nil {
		err = cause
	}
	return e.report.outcome(settled), err
}

func (e *engine) run(ctx context.Context) error {
	if err := e.begin(ctx); err != nil {
		return err
	}
	hosts, err := e.opt.Ledger.DueHosts(ctx, e.clock.Now().Add(e.opt.Patience))
	if err != nil {
		return err
	}
	e.start = func(n *lane) {
		e.all.Go(func() {
			if err := n.run(ctx); err != nil {
				e.cancel(err)
			}
		})
	}
	for _, h := range hosts {
		e.wake(h.Hash)
	}
	e.all.Wait()
	return nil
}

// begin puts the start points into the frontier, or makes what failed due.
func (e *engine) begin(ctx context.Context) error {
	return e.keeper.do(func(ctx context.Context, b *ledger.Batch) error {
		if e.opt.Failed {
			return b.DueAgain(ctx, e.clock.Now(), e.chosenNames())
		}
		_, err := b.Find(ctx, e.starts.links(e.clock.Now()), ledger.Bounds{})
		return err
	}, nil)
}

func (e *engine) chosenNames() []string {
	var names []string
	for _, s := range e.opt.Sites {
		if e.opt.Chosen(s) {
			names = append(names, s.Name)
		}
	}
	return names
}

// wake sees to it that someone looks at the queue of a host.
func (e *engine) wake(host resolve.Hash) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if n := e.lanes[host]; n != nil {
		n.again = true
		return
	}
	n := newLane(e, host)
	e.lanes[host] = n
	e.start(n)
}

// leave takes a lane off, unless it was woken meanwhile.
func (e *engine) leave(n *lane) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if n.again {
		n.again = false
		return false
	}
	delete(e.lanes, n.host)
	return true
}

func (e *engine) working() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return len(e.lanes)
}

// siteOf returns the site to which an address belongs, nil if none wants it.
func (e *engine) siteOf(u *url.URL) *source.Site {
	s := source.Find(e.opt.Sites, u)
	if s == nil || !s.Covers(u) {
		return nil
	}
	return s
}

// keyOf is the key of the queue in which an address of a site waits.
func keyOf(s *source.Site, address string) string {
	if s.Politeness.Key != "" {
		return s.Politeness.Key
	}
	return canon.Key(address)
}
