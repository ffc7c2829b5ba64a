package crawl

import (
	"context"
	"net/url"
	"sync"
	"time"

	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/crawl/robots"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

// rules knows the robots.txt of each origin, and asks for it when it is too old.
type rules struct {
	*engine
	mu    sync.Mutex
	known map[string]*manners
}

// manners are how an origin wants to be asked.
type manners struct {
	rules   *robots.Rules
	wait    bool // nothing may be fetched before expires
	reason  string
	delay   time.Duration // Crawl-delay, at most longestDelay
	expires time.Time
}

const (
	// longestDelay is the longest Crawl-delay that is kept to: some sites ask for hours,
	// and would never be read. What was asked for stands in the ledger.
	longestDelay = time.Minute
	// robotsAgain is after how long a robots.txt that cannot be had is asked for again.
	robotsAgain = 10 * time.Minute
)

func newRules(e *engine) *rules { return &rules{engine: e, known: map[string]*manners{}} }

// of returns the manners of the origin of an address, by way of the lane of its host.
func (r *rules) of(
	ctx context.Context, n *lane, s *source.Site, address string,
) (*manners, error) {
	origin, err := originOf(address)
	if err != nil {
		return nil, err
	}
	now := n.clock.Now()
	r.mu.Lock()
	m := r.known[origin]
	r.mu.Unlock()
	if m != nil && now.Before(m.expires) {
		return m, nil
	}
	old, found, err := n.opt.Ledger.Robots(ctx, origin)
	if err != nil {
		return nil, err
	}
	if found && now.Before(old.Expires) && !old.Expires.After(now.Add(2*robots.Fresh)) {
		m = mannersOf(old, now)
	} else if m, err = r.ask(ctx, n, s, origin, old); err != nil {
		return nil, err
	}
	r.mu.Lock()
	r.known[origin] = m
	r.mu.Unlock()
	return m, nil
}

func originOf(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	return u.Scheme + "://" + u.Host, nil
}

// ask asks for a robots.txt, and keeps it. While one cannot be had, the last one that
// was had is kept for the time when waiting has been long enough.
func (r *rules) ask(
	ctx context.Context, n *lane, s *source.Site, origin string, old ledger.Robots,
) (*manners, error) {
	if err := n.turn(ctx, n.pause(s, 0), false); err != nil {
		return nil, err
	}
	resp, err := n.opt.Fetcher.Robots(ctx, fetch.Request{URL: origin + "/",
		Insecure: s.InsecureTLS, ETag: old.ETag, Modified: old.Modified})
	n.pauseAfter(s, 0)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	now := n.clock.Now()
	fresh := ledger.Robots{Expires: now.Add(robots.Fresh)}
	switch {
	case err == nil && resp.NotModified() && old.Status != 0:
		fresh.Status, fresh.Body, fresh.ETag, fresh.Modified =
			old.Status, old.Body, old.ETag, old.Modified
	case err == nil:
		fresh.Status, fresh.Body, fresh.ETag, fresh.Modified =
			resp.Status, resp.Body, resp.ETag, resp.Modified
	}
	a := robots.Decide(fresh.Status, fresh.Body, err)
	if a.Wait {
		fresh = old
		fresh.Expires = now.Add(robotsAgain)
		if fresh.Waiting.IsZero() {
			fresh.Waiting = now
		}
	}
	if a.Rules != nil {
		fresh.Asked, _ = a.Rules.CrawlDelay(n.opt.Agent)
	}
	m := mannersOf(fresh, now)
	if fresh.Asked > longestDelay {
		n.opt.Log.Warn("crawl delay cut", "url", origin, "asked", fresh.Asked, "kept", longestDelay)
	}
	if m.wait {
		m.reason = a.Reason
		n.report.unreachable(s, origin+"/robots.txt", a.Reason)
	}
	return m, n.keeper.do(func(ctx context.Context, b *ledger.Batch) error {
		return b.PutRobots(ctx, origin, fresh)
	}, nil)
}

// mannersOf reads what the ledger keeps.
func mannersOf(k ledger.Robots, now time.Time) *manners {
	var last *robots.Rules
	if k.Status != 0 {
		last = robots.Decide(k.Status, k.Body, nil).Rules
	}
	a := robots.Answer{Rules: last, Wait: last == nil}
	if !k.Waiting.IsZero() {
		a = robots.Answer{Wait: true}
		a = a.Aged(now.Sub(k.Waiting), last)
	}
	m := &manners{rules: a.Rules, wait: a.Wait, reason: a.Reason, expires: k.Expires}
	if a.Rules != nil {
		m.delay = min(k.Asked, longestDelay)
	}
	return m
}

// allows reports whether robots.txt lets us ask for an address.
func (m *manners) allows(agent, address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	target := u.EscapedPath()
	if target == "" {
		target = "/"
	}
	if u.RawQuery != "" {
		target += "?" + u.RawQuery
	}
	return m.rules.Allowed(agent, target)
}
