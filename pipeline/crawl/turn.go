package crawl

import (
	"context"
	"errors"
	"time"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

// pause is the time between two requests of a host: the longest of our own, the one in
// the site file and the one that robots.txt asks for.
func (n *lane) pause(s *source.Site, asked time.Duration) time.Duration {
	return max(n.opt.Delay, time.Duration(s.Politeness.Delay), asked, 0)
}

// errPatience says that the host wants to be left alone for longer than the run waits.
var errPatience = errors.New("the host wants to be left alone")

// turn waits until the host may be asked, and claims a place for a page if it is to.
// The host's clock is moved on first, on the disk: who starts after a kill at any moment
// keeps the distance.
func (n *lane) turn(ctx context.Context, pause time.Duration, claim bool) error {
	for claimed := false; ; n.turns.Unlock() {
		if err := n.ready(ctx); err != nil {
			if claimed {
				<-n.flights
			}
			return err
		}
		if claim && !claimed {
			n.flights <- struct{}{} // no lock is held: who has a place may need a turn
			claimed = true
		}
		if n.turns.Lock(); n.untilReady() <= 0 {
			break
		}
	}
	defer n.turns.Unlock()
	now := n.clock.Now()
	notBefore, _ := n.slow(now, pause)
	err := n.keeper.do(func(ctx context.Context, b *ledger.Batch) error {
		return b.Hold(ctx, n.lease, now, notBefore, now.Add(term))
	}, nil)
	n.slow(n.clock.Now(), pause) // the request leaves now
	if err != nil && claim {
		<-n.flights
	}
	return err
}

// ready returns when the host's clock allows a request.
func (n *lane) ready(ctx context.Context) error {
	for {
		wait := n.untilReady()
		switch {
		case wait <= 0:
			return nil
		case wait > n.opt.Patience:
			return errPatience
		}
		n.report.rests(n, n.clock.Now().Add(wait))
		n.clock.Sleep(ctx, wait)
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

func (n *lane) untilReady() time.Duration {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.notBefore.Sub(n.clock.Now())
}

// pauseAfter begins the pause anew when an answer is there, unless several may be on
// their way: however long a request takes to arrive, the next one is a pause behind it.
func (n *lane) pauseAfter(s *source.Site, asked time.Duration) {
	if s.Politeness.Parallel <= 1 {
		n.slow(n.clock.Now(), n.pause(s, asked))
	}
}

// slow lets the host alone for a while: not a worker, the queue.
func (n *lane) slow(now time.Time, wait time.Duration) (notBefore time.Time, failures int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if t := now.Add(wait); t.After(n.notBefore) {
		n.notBefore = t
	}
	return n.notBefore, n.failures
}

// trouble counts a failure of the host, and returns how many there are in a row.
func (n *lane) trouble() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.failures++
	return n.failures
}

// heal notes that the host answers, and reports whether it did not before.
func (n *lane) heal() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	was := n.failures > 0
	n.failures = 0
	n.answers++
	return was
}

// mayRetry takes from the host's budget of retries: ten, and one for each ten answers.
func (n *lane) mayRetry() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.retries++
	return n.retries <= 10+n.answers/10
}
