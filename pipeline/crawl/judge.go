package crawl

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"vnlex/pipeline/crawl/canon"
	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

// judge decides what an answer means.
func (n *lane) judge(
	ctx context.Context, s *source.Site, e ledger.Entry, resp *fetch.Response, err error,
) outcome {
	now := n.clock.Now()
	var o outcome
	switch {
	case err != nil:
		o = n.broken(e, codeOf(err), err.Error(), temporary(err), now)
	case resp.Status == http.StatusTooManyRequests, resp.Status == http.StatusServiceUnavailable:
		o = n.pushedBack(e, resp, now)
	case resp.Status >= 500, resp.Status == http.StatusRequestTimeout:
		o = n.broken(e, code(resp), statusText(resp), true, now)
	default:
		heal := n.heal()
		o = n.answered(ctx, s, e, resp, now)
		o.heal = heal
	}
	o.asked, o.heard = true, resp != nil && err == nil
	if resp != nil {
		o.bytes = len(resp.Body)
		if o.coming == nil && !o.list && resp.Status != 0 {
			o.coming = n.comingOf(resp, nil, "", now)
		}
	}
	return o
}

// answered judges an answer of a host that works.
func (n *lane) answered(
	ctx context.Context, s *source.Site, e ledger.Entry, resp *fetch.Response, now time.Time,
) outcome {
	switch {
	case resp.NotModified() && len(e.SHA256) == 0:
		return n.given(e, code(resp), "it was asked for as new", now)
	case resp.NotModified():
		return n.unchanged(s, e, resp, "not-modified", now)
	case resp.Redirect():
		return n.redirected(s, e, resp, now)
	case resp.Status == http.StatusNotFound, resp.Status == http.StatusGone:
		return n.missing(e, resp, now)
	case resp.Status != http.StatusOK:
		return n.given(e, code(resp), statusText(resp), now)
	}
	sum := sha256.Sum256(resp.Body)
	if bytes.Equal(sum[:], e.SHA256) {
		return n.unchanged(s, e, resp, "digest", now)
	}
	o := n.taken(ctx, s, e, resp, sum[:], now)
	if o.page != nil {
		o.coming = n.comingOf(resp, sum[:], "", now)
	}
	return o
}

// unchanged costs one request and no work.
func (n *lane) unchanged(
	s *source.Site, e ledger.Entry, resp *fetch.Response, how string, now time.Time,
) outcome {
	a := answerOf(e)
	a.State, a.Code, a.Tries, a.Gone = "done", "", 0, time.Time{}
	if how == "digest" {
		a.ETag, a.Modified = resp.ETag, resp.Modified
	}
	n.visit(&a, soon(usual(s, e.Kind, kindOf(s, e)), e.Every, e.Changed, now, false), now)
	o := outcome{answer: a, again: e.State != "done", list: isList(e.Kind),
		coming: n.comingOf(resp, e.SHA256, how, now)}
	if e.Unread != "" {
		o.answer.State, o.answer.Code, o.again = "failed", e.Unread, false
		o.code = e.Unread
		o.failure = &ledger.Failure{URL: e.URL, Code: e.Unread,
			Reason: "unchanged since it could not be read", Again: e.Code != e.Unread}
	}
	return o
}

// given is a page that its server does not give us: asked again after days.
func (n *lane) given(e ledger.Entry, code, reason string, now time.Time) outcome {
	a := answerOf(e)
	a.State, a.Code, a.Tries, a.Visited = "failed", code, e.Tries+1, now
	a.Due = now.Add(n.backoff(a.Tries + maxTries))
	return outcome{answer: a, list: isList(e.Kind), code: code,
		failure: &ledger.Failure{URL: e.URL, Code: code, Reason: reason, Again: true}}
}

// broken is a request that failed: tried again soon while the budget lasts, then later.
func (n *lane) broken(
	e ledger.Entry, code, reason string, again bool, now time.Time,
) outcome {
	a := answerOf(e)
	a.Code, a.Tries = code, e.Tries+1
	o := outcome{list: isList(e.Kind), code: code}
	if again {
		o.wait = n.recover(n.trouble())
	}
	if again && a.Tries < maxTries && n.mayRetry() {
		a.Due = now.Add(n.backoff(a.Tries))
		o.answer = a
		return o
	}
	a.State, a.Tries = "failed", max(a.Tries, maxTries)
	a.Due = now.Add(n.backoff(a.Tries))
	o.answer = a
	o.failure = &ledger.Failure{URL: e.URL, Code: code, Reason: reason, Again: true}
	return o
}

// pushedBack is a host that has had enough of us. It is let alone for as long as it says,
// and longer each time.
func (n *lane) pushedBack(e ledger.Entry, resp *fetch.Response, now time.Time) outcome {
	failures := n.trouble()
	longer := min(n.opt.Backoff<<min(failures, 20), longestSlow)
	wait := min(max(resp.RetryAfter, longer), longestWait)
	o := n.broken(e, code(resp), statusText(resp), false, now)
	o.wait = wait
	if e.Tries+1 < 2*maxTries {
		o.failure = nil
		o.answer.State, o.answer.Tries, o.answer.Due = e.State, e.Tries+1, now.Add(wait)
	}
	return o
}

// redirected makes where a page has gone an address of its own.
func (n *lane) redirected(
	s *source.Site, e ledger.Entry, resp *fetch.Response, now time.Time,
) outcome {
	target, err := canon.URL(resp.Location)
	switch {
	case err != nil || resp.Location == "":
		return n.given(e, "bad_redirect", fmt.Sprintf("it leads to %q", resp.Header.Get("Location")), now)
	case target == e.URL:
		return n.given(e, "redirect_loop", "it leads to itself", now)
	}
	link, why := n.linkTo(target, e, now)
	if why != "" {
		return n.given(e, "redirect_"+why, fmt.Sprintf("it leads to %s", target), now)
	}
	code, every := "", 30*day
	if resp.Status != http.StatusMovedPermanently && resp.Status != http.StatusPermanentRedirect {
		code, every = "temporary", day
	}
	if isList(e.Kind) {
		link.Kind = e.Kind
	}
	return n.leads(e, link, "redirect", code, every, now)
}

// leads is a page that is another one.
func (n *lane) leads(
	e ledger.Entry, to ledger.Link, how, code string, every time.Duration, now time.Time,
) outcome {
	a := answerOf(e)
	a.State, a.Code, a.Tries, a.Gone = "moved", code, 0, time.Time{}
	a.Link, a.Target = how, to.URL
	a.ETag, a.Modified, a.SHA256, a.Unread = "", "", nil, ""
	n.visit(&a, every, now)
	return outcome{answer: a, links: []ledger.Link{to}, list: isList(e.Kind)}
}

func code(resp *fetch.Response) string { return fmt.Sprintf("http_%d", resp.Status) }

func statusText(resp *fetch.Response) string {
	return fmt.Sprintf("the server answered %d %s", resp.Status, http.StatusText(resp.Status))
}

func codeOf(err error) string {
	var e *fetch.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return fetch.Unreachable
}

func temporary(err error) bool {
	var e *fetch.Error
	return !errors.As(err, &e) || e.Temporary()
}

func isList(kind string) bool {
	return kind == kindListing || kind == kindFeed || kind == kindSitemap
}

// kindOf is what the page at an address is by the site's file.
func kindOf(s *source.Site, e ledger.Entry) source.Kind {
	u, err := url.Parse(e.URL)
	if err != nil {
		return source.Unknown
	}
	return s.PageKind(u)
}
