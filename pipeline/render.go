package pipeline

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"
	"sync"

	"vnlex/pipeline/crawl"
	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/crawl/robots"
	"vnlex/pipeline/page/browser"
	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/source"
)

// A renderer is a fetcher that has the pages of some sites made by a browser, as their
// files say. What it answers is what the script has made; so digests tell whether that
// has changed, and a page kept is read again without a browser.
type renderer struct {
	*fetch.Client
	sites []*source.Site
	agent string

	mu       sync.Mutex
	browsers map[*source.Site]*browser.Browser
	rules    sync.Map // origin to func() robots.Answer
}

// rendering returns a fetcher over c for sites, and what ends its browsers.
func rendering(c *fetch.Client, sites []*source.Site, agent string) (crawl.Fetcher, func()) {
	if !slices.ContainsFunc(sites, func(s *source.Site) bool { return s.Render != "" }) {
		return c, func() {}
	}
	r := &renderer{Client: c, sites: sites, agent: agent,
		browsers: map[*source.Site]*browser.Browser{}}
	return r, r.end
}

func (r *renderer) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, b := range r.browsers {
		b.Close()
	}
}

// Do asks for one URL. That the server has not changed a page of scripts says nothing of
// what they make of it: it is asked for as new.
func (r *renderer) Do(ctx context.Context, req fetch.Request) (*fetch.Response, error) {
	s := r.site(req.URL)
	if s == nil {
		return r.Client.Do(ctx, req)
	}
	req.ETag, req.Modified = "", ""
	resp, err := r.Client.Do(ctx, req)
	if err != nil || resp.Status != 200 || !strings.HasPrefix(resp.Type, "text/html") {
		return resp, err
	}
	page, err := r.browser(s).Render(ctx, req.URL,
		&browser.Document{Media: resp.Type, Body: resp.Body})
	if err != nil {
		return nil, unrendered(req.URL, err)
	}
	resp.Body, resp.Type = page.HTML, "text/html; charset=utf-8"
	resp.ETag, resp.Modified = "", ""
	return resp, nil
}

// site returns the site of a URL, if its pages are made by scripts.
func (r *renderer) site(address string) *source.Site {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	if s := source.Find(r.sites, u); s != nil && s.Render == source.Browser {
		return s
	}
	return nil
}

// browser returns the browser of a site. It asks no host but those of the site, through
// the same guard as the crawler itself.
func (r *renderer) browser(s *source.Site) *browser.Browser {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.browsers[s] == nil {
		r.browsers[s] = browser.New(browser.Options{Agent: r.agent, Dial: r.Client.Dial,
			Allow: func(host string) bool {
				return slices.Contains(s.Hosts, strings.ToLower(host))
			},
			May: func(ctx context.Context, address string) bool { return r.may(ctx, s, address) }})
	}
	return r.browsers[s]
}

// may reports whether robots.txt lets a page of s ask for an address: what a script asks
// for, we ask for. (A page that is made counts as one request of its host.) A robots.txt
// is asked for once in a run; while one cannot be had, nothing may be asked.
func (r *renderer) may(ctx context.Context, s *source.Site, address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	if !slices.Contains(s.Hosts, strings.ToLower(u.Hostname())) {
		return true // the proxy refuses it, and tells why
	}
	ask, _ := r.rules.LoadOrStore(u.Scheme+"://"+u.Host, sync.OnceValue(func() robots.Answer {
		resp, err := r.Client.Robots(ctx, fetch.Request{URL: address, Insecure: s.InsecureTLS})
		if err != nil {
			return robots.Decide(0, nil, err)
		}
		return robots.Decide(resp.Status, resp.Body, nil)
	}))
	a := ask.(func() robots.Answer)()
	return !a.Wait && a.Rules.Allowed(product, u.RequestURI())
}

// unrendered says why a page could not be made.
func unrendered(address string, err error) error {
	var e *fault.Error
	if errors.As(err, &e) {
		return &fetch.Error{Code: e.Code, URL: address, Reason: e.Detail, Err: err}
	}
	return &fetch.Error{Code: fetch.Canceled, URL: address, Reason: err.Error(), Err: err}
}
