package crawl

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"vnlex/pipeline/crawl/canon"
	"vnlex/pipeline/crawl/discover"
	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

// taken reads bytes that are new.
func (n *lane) taken(
	ctx context.Context, s *source.Site, e ledger.Entry, resp *fetch.Response, sum []byte,
	now time.Time,
) outcome {
	switch e.Kind {
	case kindSitemap:
		return n.sitemap(s, e, resp, sum, now)
	case kindFeed:
		return n.feed(s, e, resp, sum, now)
	}
	return n.read(ctx, s, e, resp, sum, now)
}

// done is the state of an address that gave something new.
func (n *lane) done(
	s *source.Site, e ledger.Entry, resp *fetch.Response, sum []byte, now time.Time,
) ledger.Answer {
	a := answerOf(e)
	a.State, a.Code, a.Tries, a.Gone = "done", "", 0, time.Time{}
	a.ETag, a.Modified, a.SHA256, a.Changed, a.Unread = resp.ETag, resp.Modified, sum, now, ""
	isChanged := len(e.SHA256) > 0
	n.visit(&a, soon(usual(s, e.Kind, kindOf(s, e)), e.Every, e.Changed, now, isChanged), now)
	return a
}

func (n *lane) sitemap(
	s *source.Site, e ledger.Entry, resp *fetch.Response, sum []byte, now time.Time,
) outcome {
	o := outcome{list: true, answer: n.done(s, e, resp, sum, now), refused: map[string]int{}}
	for entry, err := range discover.Sitemap(bytes.NewReader(resp.Body), discover.DefaultLimits) {
		if err != nil {
			return n.badList(e, o, err, now)
		}
		n.listed(&o, s, e, entry, now)
	}
	return n.listOf(e, o, now)
}

// listOf is a list that was read to its end. Where a site begins one that names no page of
// the site is a shell that something better was moved from: it is asked for whole again,
// and told.
func (n *lane) listOf(e ledger.Entry, o outcome, now time.Time) outcome {
	if len(o.links) > 0 || !n.starts.begins(e.URL) {
		return o
	}
	g := n.given(e, "list_empty", "it names no page of the site", now)
	g.refused, g.seen = o.refused, o.seen
	return g
}

func (n *lane) feed(
	s *source.Site, e ledger.Entry, resp *fetch.Response, sum []byte, now time.Time,
) outcome {
	o := outcome{list: true, answer: n.done(s, e, resp, sum, now), refused: map[string]int{}}
	entries, err := discover.Feed(resp.Body, e.URL, discover.DefaultLimits)
	for _, entry := range entries {
		n.listed(&o, s, e, entry, now)
	}
	if err != nil {
		return n.badList(e, o, err, now)
	}
	return n.listOf(e, o, now)
}

// listed adds an entry of a list to the links.
func (n *lane) listed(
	o *outcome, s *source.Site, e ledger.Entry, entry discover.Entry, now time.Time,
) {
	link, why := n.linkTo(entry.URL, e, now)
	if entry.Sitemap {
		link, why = n.sitemapTo(s, e, entry.URL, now)
	}
	if why != "" {
		o.refused[why]++
		return
	}
	link.Modified = entry.Modified
	if !n.opt.Since.IsZero() && !entry.Modified.IsZero() && entry.Modified.Before(n.opt.Since) {
		link.Due = now.Add(day)
	}
	o.links = append(o.links, link)
}

// badList is a sitemap or a feed that could not be read to its end: what stood before
// that is taken.
func (n *lane) badList(e ledger.Entry, o outcome, err error, now time.Time) outcome {
	var bad *discover.Error
	code := "bad_list"
	if errors.As(err, &bad) {
		code = "list_" + bad.Code
	}
	g := n.given(e, code, err.Error(), now)
	g.links, g.refused = o.links, o.refused
	return g
}

// read has a page read.
func (n *lane) read(
	ctx context.Context, s *source.Site, e ledger.Entry, resp *fetch.Response, sum []byte,
	now time.Time,
) outcome {
	tags := metaOf(resp, n.opt.Agent)
	n.jobs <- struct{}{}
	r := n.opt.Read(ctx, Got{Site: s, URL: e.URL, Media: resp.Type, Body: resp.Body})
	<-n.jobs
	o := n.keep(s, e, resp, sum, &r, tags, now)
	o.seen = r.Seen
	if !tags.follow || o.answer.State == "moved" {
		return o
	}
	if o.refused == nil {
		o.refused = map[string]int{}
	}
	for _, raw := range r.Links {
		n.link(&o, raw, e, now)
	}
	n.goOn(&o, e, r.Next, now)
	if o.failure == nil && o.list {
		return n.listOf(e, o, now)
	}
	return o
}

// keep decides whether a page is kept, by what was read and by what it says of itself.
func (n *lane) keep(
	s *source.Site, e ledger.Entry, resp *fetch.Response, sum []byte, r *Result, tags meta,
	now time.Time,
) outcome {
	if to, ok := n.elsewhere(s, e, r.Canonical, now); ok {
		return n.leads(e, to, "canonical", "", 30*day, now)
	}
	switch {
	case r.Code != "":
		o := outcome{answer: n.done(s, e, resp, sum, now), list: isList(e.Kind), code: r.Code,
			failure: &ledger.Failure{URL: e.URL, Code: r.Code, Reason: r.Reason, Again: true}}
		o.answer.State, o.answer.Code, o.answer.Unread = "failed", r.Code, r.Code
		return o
	case r.Page != nil && !tags.index:
		o := outcome{answer: n.done(s, e, resp, sum, now), remove: "noindex",
			reason: "the page asks robots not to keep it", known: len(e.SHA256) > 0,
			refused: map[string]int{"noindex": 1}}
		o.answer.State, o.answer.Code = "refused", "noindex"
		return o
	}
	o := outcome{answer: n.done(s, e, resp, sum, now), page: r.Page, sign: r.Sign,
		list: r.Page == nil, changed: len(e.SHA256) > 0}
	if o.page != nil {
		o.page.SHA256 = sum
	}
	return o
}

// elsewhere returns the page that a page says it is: one of the same site and kind, which
// does not say in turn that it is this one.
func (n *lane) elsewhere(
	s *source.Site, e ledger.Entry, canonical string, now time.Time,
) (ledger.Link, bool) {
	target, err := canon.URL(canonical)
	if canonical == "" || err != nil || target == e.URL || e.Kind != kindPage {
		return ledger.Link{}, false
	}
	u, err := url.Parse(target)
	if err != nil || u.Path == "/" || n.siteOf(u) != s || s.PageKind(u) != kindOf(s, e) {
		return ledger.Link{}, false
	}
	k, why := n.linkTo(target, e, now)
	if why != "" {
		return ledger.Link{}, false
	}
	known, err := n.opt.Ledger.Find(context.Background(), target)
	if err != nil || known.State == "gone" || known.State == "failed" || known.State == "moved" {
		return ledger.Link{}, false
	}
	return k, true
}

func (n *lane) link(o *outcome, raw string, e ledger.Entry, now time.Time) {
	k, why := n.linkTo(raw, e, now)
	if why != "" {
		o.refused[why]++
		return
	}
	if k.URL != e.URL {
		o.links = append(o.links, k)
	}
}

// goOn adds the page of a listing that follows. Of a start it is asked for while there
// is news on the page before it.
func (n *lane) goOn(o *outcome, e ledger.Entry, next string, now time.Time) {
	known, paged := n.starts.next[e.URL]
	if paged {
		next = known
	}
	if next == "" || e.Kind != kindListing {
		return
	}
	k, why := n.linkTo(next, e, now)
	if paged {
		k, why = n.pageTo(e, next, now), ""
	}
	switch {
	case why != "":
		o.refused[why]++
	case k.URL != e.URL:
		k.Kind = kindListing
		o.more = &k
		o.links = append(o.links, k)
	}
}

// comingOf is how a page came, for its history.
func (n *lane) comingOf(
	resp *fetch.Response, sum []byte, unchanged string, now time.Time,
) *ledger.Coming {
	return &ledger.Coming{Run: n.opt.Run, At: now, Status: resp.Status, SHA256: sum,
		Unchanged: unchanged, Header: headerOf(resp.Header)}
}

// headerOf keeps what says something of the body as it is kept: decoded, in one piece.
func headerOf(h http.Header) string {
	const longest = 16 << 10
	h = h.Clone()
	for _, name := range []string{"Content-Encoding", "Content-Length", "Transfer-Encoding",
		"Set-Cookie", "Connection"} {
		h.Del(name)
	}
	var b strings.Builder
	if h.Write(&b) != nil || b.Len() > longest {
		return ""
	}
	return b.String()
}
