package crawl

import (
	"context"
	"errors"
	"net/url"
	"time"

	"vnlex/pipeline/crawl/canon"
	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/resolve"
	"vnlex/pipeline/source"
)

// launch asks for an address, unless there is a reason not to.
func (n *lane) launch(ctx context.Context, e ledger.Entry) error {
	s := n.sites[e.Site]
	if refused, err := n.refuse(ctx, s, e); err != nil || refused != nil {
		if err == nil {
			err = n.commit(s, e, *refused)
		}
		return err
	}
	m, err := n.robots.of(ctx, n, s, e.URL)
	switch now := n.clock.Now(); {
	case err != nil:
		return err
	case m.wait && n.shared(s):
		return n.commit(s, e, outcome{postpone: m.expires})
	case m.wait:
		n.slow(now, m.expires.Sub(now))
		return n.ready(ctx)
	case !m.allows(n.opt.Agent, e.URL):
		return n.commit(s, e, refusal(e, "robots", now.Add(refusedAgain)))
	}
	if !n.count(s, e) {
		return nil
	}
	if err := n.turn(ctx, n.pause(s, m.delay), true); err != nil {
		return err
	}
	n.flying[e.Hash] = true
	go func() { n.landed <- landing{e.Hash, n.fly(ctx, s, e, m.delay)} }()
	return nil
}

// count counts a page towards the limits; false: the run may not ask for it.
func (n *lane) count(s *source.Site, e ledger.Entry) bool {
	if e.Kind != kindPage && e.Kind != kindFile {
		return true
	}
	if n.report.asked(s) {
		n.full = true
		return false
	}
	if limit := int64(n.opt.Limit); limit > 0 && n.pages.Add(1) > limit {
		n.enough.Store(true)
		return false
	}
	return true
}

// refusedAgain is after how long it is looked whether an address is still refused.
const refusedAgain = 7 * 24 * time.Hour

// refuse returns what is written of an address that is not asked for; nil: it is.
func (n *lane) refuse(ctx context.Context, s *source.Site, e ledger.Entry) (*outcome, error) {
	now := n.clock.Now()
	var o outcome
	switch u, err := url.Parse(e.URL); {
	case e.Forgotten:
		o = refusal(e, "forgotten", time.Time{})
	case s == nil:
		o = refusal(e, "no_site", now.Add(refusedAgain))
	case err != nil || e.Kind != kindSitemap && e.Kind != kindFeed && e.Depth > 0 && !s.Covers(u):
		o = refusal(e, "excluded", now.Add(refusedAgain))
	case n.opt.Since.IsZero() || e.Visited.IsZero() || e.Kind != kindPage:
		return nil, nil
	default:
		published, err := n.opt.Ledger.Published(ctx, e.Hash)
		if err != nil || published == "" || published >= n.opt.Since.Format(time.DateOnly) {
			return nil, err
		}
		o = outcome{postpone: now.Add(24 * time.Hour)}
	}
	return &o, nil
}

func refusal(e ledger.Entry, code string, again time.Time) outcome {
	a := answerOf(e)
	a.State, a.Code, a.Due = "refused", code, again
	return outcome{answer: a, refused: map[string]int{code: 1}}
}

// fly asks, reads and commits.
func (n *lane) fly(
	ctx context.Context, s *source.Site, e ledger.Entry, asked time.Duration,
) error {
	defer func() { <-n.flights }()
	ctx, stop := graceful(ctx)
	defer stop()
	n.requests <- struct{}{}
	resp, err := n.ask(ctx, s, e, asked)
	n.pauseAfter(s, asked)
	<-n.requests
	if ctx.Err() != nil || errors.Is(err, ledger.ErrLease) || errors.Is(err, errPatience) {
		return err
	}
	o := n.judge(ctx, s, e, resp, err)
	err = n.commit(s, e, o)
	var disk *ledger.Error
	if o.page == nil || err == nil || errors.As(err, &disk) || errors.Is(err, ledger.ErrLease) {
		return err
	}
	return n.commit(s, e, n.given(e, "unstorable", err.Error(), n.clock.Now()))
}

// shared reports whether the queue holds more than one origin, so that one of them must
// not stop the others.
func (n *lane) shared(s *source.Site) bool {
	same := 0
	for _, h := range s.Hosts {
		if resolve.HashURL(keyOf(s, "http://"+h+"/")) == n.host {
			same++
		}
	}
	return same > 1
}

// grace is how long the pages at hand may take when the run is to end.
const grace = 5 * time.Second

func graceful(ctx context.Context) (context.Context, func()) {
	late, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })
	return late, func() { stop(); cancel() }
}

// ask sends the request. A redirect to the same address, as servers send that set a
// cookie, is followed once.
func (n *lane) ask(
	ctx context.Context, s *source.Site, e ledger.Entry, asked time.Duration,
) (*fetch.Response, error) {
	r := fetch.Request{URL: e.URL, Insecure: s.InsecureTLS}
	if e.Kind == kindPage || e.Kind == kindListing {
		r.Limits.Body = n.opt.MaxPage
	}
	if len(e.SHA256) > 0 {
		r.ETag, r.Modified = e.ETag, e.Modified
	}
	resp, err := n.opt.Fetcher.Do(ctx, r)
	if err != nil || !resp.Redirect() || resp.Location == "" {
		return resp, err
	}
	if to, err := canon.URL(resp.Location); err != nil || to != e.URL {
		return resp, nil
	}
	if err := n.turn(ctx, n.pause(s, asked), false); err != nil {
		return nil, err
	}
	r.URL = resp.Location
	return n.opt.Fetcher.Do(ctx, r)
}
