package crawl

import (
	"context"
	"errors"
	"sync"
	"time"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/resolve"
	"vnlex/pipeline/source"
)

// A lane works off the queue of one host.
type lane struct {
	*engine
	host  resolve.Hash
	lease ledger.Lease
	again bool // something may have been put into the queue; guarded by the engine

	queue  []ledger.Entry
	flying map[resolve.Hash]bool
	landed chan landing
	passed map[resolve.Hash]bool // of sites that are not chosen
	full   bool                  // the site has given as many pages as a run may take

	requests chan struct{} // places for those under way together

	turns sync.Mutex // one request after the other

	mu        sync.Mutex
	notBefore time.Time // the host's clock
	failures  int       // in a row
	retries   int       // in this run
	answers   int       // in this run
}

// A landing tells that a page is committed, or why the run must end.
type landing struct {
	hash resolve.Hash
	err  error
}

func newLane(e *engine, host resolve.Hash) *lane {
	return &lane{engine: e, host: host, flying: map[resolve.Hash]bool{},
		landed: make(chan landing, ahead), requests: make(chan struct{}, atOnce),
		passed: map[resolve.Hash]bool{}}
}

// term is how long a host is leased at once.
const term = 10 * time.Minute

// run takes the host and works until nothing is due any more.
func (n *lane) run(ctx context.Context) error {
	ok, err := n.take(ctx)
	if err != nil || !ok {
		n.engine.leave(n)
		return err
	}
	for err == nil {
		if err = n.work(ctx); err == nil && n.leave(n) {
			break
		}
	}
	err = errors.Join(err, n.settle())
	if ctx.Err() == nil {
		n.report.waiting(ctx, n)
	}
	free := n.keeper.do(func(ctx context.Context, b *ledger.Batch) error {
		return b.Free(ctx, n.lease)
	}, nil)
	if errors.Is(err, ledger.ErrLease) {
		n.opt.Log.Warn("host taken by another worker", "host", n.lease.Host)
		err = nil
	}
	return errors.Join(err, free)
}

// take leases the host. This process is the only one that writes, so nobody else has it.
func (n *lane) take(ctx context.Context) (ok bool, err error) {
	now := n.clock.Now()
	t := ledger.Term{Now: now, Until: now.Add(term), Alone: true}
	err = n.keeper.do(func(ctx context.Context, b *ledger.Batch) error {
		n.lease, ok, err = b.Lease(ctx, n.host, t, now.Add(longestVisit))
		return err
	}, nil)
	n.notBefore, n.failures = timely(n.lease, now), n.lease.Failures
	if pause := n.lease.NotBefore.Sub(n.lease.Since); n.lease.Left && pause <= longestDelay {
		n.slow(now, pause) // a request may have left just before its sender was killed
	}
	return ok, err
}

// timely is the host's clock by today's time: one that was set by a clock that has been
// put back since is as far ahead as it was then.
func timely(l ledger.Lease, now time.Time) time.Time {
	if l.NotBefore.After(now) && l.Since.After(now) {
		return now.Add(l.NotBefore.Sub(l.Since))
	}
	return l.NotBefore
}

// work asks for what is due until the queue is empty, the host wants to be left alone, or
// the run is to end.
func (n *lane) work(ctx context.Context) error {
	for ctx.Err() == nil && !n.full && !n.enough.Load() && !n.patienceGone() {
		e, ok, err := n.next(ctx)
		switch {
		case err != nil:
			return err
		case ok && len(n.flying) >= n.window(n.sites[e.Site]):
			n.queue = append([]ledger.Entry{e}, n.queue...)
			err = n.land()
		case ok:
			err = n.launch(ctx, e)
		case len(n.flying) > 0:
			err = n.land()
		case !n.rest(ctx):
			return n.settle()
		}
		if err != nil && !errors.Is(err, errPatience) {
			return err
		}
	}
	return n.settle()
}

// window is how many pages of the host may be between request and commit: what a kill at
// any moment makes us ask for once more.
func (n *lane) window(s *source.Site) int {
	if s == nil {
		return 1
	}
	parallel := max(s.Politeness.Parallel, 1)
	if n.pause(s, 0) <= 0 {
		return ahead
	}
	return min(parallel, atOnce)
}

// next returns the next address of the queue that nobody is asking for.
func (n *lane) next(ctx context.Context) (ledger.Entry, bool, error) {
	const some = 64
	for {
		if len(n.queue) == 0 {
			var err error
			n.queue, err = n.opt.Ledger.Due(ctx, n.host, ledger.Look{Now: n.clock.Now(),
				Run: n.opt.Run, Failed: n.opt.Failed, Some: some + len(n.passed)})
			if err != nil {
				return ledger.Entry{}, false, err
			}
			n.queue = n.fresh(n.queue)
		}
		if len(n.queue) == 0 {
			return ledger.Entry{}, false, nil
		}
		e := n.queue[0]
		n.queue = n.queue[1:]
		if s := n.sites[e.Site]; s != nil && !n.opt.Chosen(s) {
			n.passed[e.Hash] = true
			continue
		}
		return e, true, nil
	}
}

func (n *lane) fresh(all []ledger.Entry) []ledger.Entry {
	kept := all[:0]
	for _, e := range all {
		if !n.flying[e.Hash] && !n.passed[e.Hash] {
			kept = append(kept, e)
		}
	}
	return kept
}

// land waits until a page is committed.
func (n *lane) land() error {
	l := <-n.landed
	delete(n.flying, l.hash)
	return l.err
}

// settle waits for all pages that are on their way.
func (n *lane) settle() (err error) {
	for len(n.flying) > 0 {
		if e := n.land(); !errors.Is(e, errPatience) {
			err = errors.Join(err, e)
		}
	}
	return err
}

// rest waits for a retry that is due soon; false: none is.
func (n *lane) rest(ctx context.Context) bool {
	now := n.clock.Now()
	due, err := n.opt.Ledger.NextTry(ctx, n.host, now.Add(n.opt.Patience))
	if err != nil || due.IsZero() || n.opt.Failed || len(n.passed) > 0 {
		return false
	}
	n.clock.Sleep(ctx, max(due.Sub(now), time.Millisecond))
	return ctx.Err() == nil
}

// patienceGone reports whether the host wants to be left alone for longer than the run
// waits.
func (n *lane) patienceGone() bool { return n.untilReady() > n.opt.Patience }
