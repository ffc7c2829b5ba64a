package fetch

import (
	"cmp"
	"context"
	"net/http"
	"sync"
	"time"

	"vnlex/pipeline/crawl/canon"
	"vnlex/pipeline/crawl/robots"
)

// A Client asks servers. It may be used by many goroutines at once; connections and
// cookies are kept between requests.
type Client struct {
	opt     Options
	cookies jar
	mu      sync.Mutex
	ways    map[way]*http.Transport
}

// New returns a Client.
func New(opt Options) *Client {
	opt.Agent = cmp.Or(opt.Agent, "vnlex")
	opt.Limits = opt.Limits.or(DefaultLimits)
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Proxy == nil && opt.Dial == nil {
		opt.Proxy = http.ProxyFromEnvironment
	}
	return &Client{opt: opt, ways: map[way]*http.Transport{}}
}

// or fills the fields that are zero.
func (l Limits) or(d Limits) Limits {
	return Limits{
		Wire: cmp.Or(l.Wire, d.Wire), Body: cmp.Or(l.Body, d.Body),
		Ratio: cmp.Or(l.Ratio, d.Ratio), Header: cmp.Or(l.Header, d.Header),
		Idle: cmp.Or(l.Idle, d.Idle), Total: cmp.Or(l.Total, d.Total),
	}
}

// Do asks for one URL. Whatever status the server answers is a Response; a redirect is
// not followed. Every error is an *Error.
func (c *Client) Do(ctx context.Context, r Request) (*Response, error) {
	r.Limits = r.Limits.or(c.opt.Limits)
	req, err := c.request(r)
	if err != nil {
		return nil, err
	}
	w := watch(ctx, r.Limits)
	defer w.stop()
	resp, err := c.send(w, req, r)
	if err != nil {
		return nil, w.explain(r.URL, err)
	}
	return resp, nil
}

// Robots asks for the robots.txt of the host of url, a few redirects further if need be,
// and returns what robots.Decide wants to know: of a longer file only the head, and of
// redirects without end the last.
func (c *Client) Robots(ctx context.Context, r Request) (*Response, error) {
	at, err := canon.Join(r.URL, "/robots.txt")
	if err != nil {
		return nil, &Error{BadURL, r.URL, err.Error(), err}
	}
	r = Request{URL: at, Accept: "text/plain, */*;q=0.1", Insecure: r.Insecure, Head: true,
		ETag: r.ETag, Modified: r.Modified,
		Limits: Limits{Body: robots.MaxBytes + 1}}
	for n := 0; ; n++ {
		resp, err := c.Do(ctx, r)
		if err != nil || !resp.Redirect() || resp.Location == "" || n == robots.MaxRedirects {
			return resp, err
		}
		r.Insecure = r.Insecure && canon.Host(resp.Location) == canon.Host(r.URL)
		r.URL = resp.Location
	}
}

// Close gives back the connections that are kept.
func (c *Client) Close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, t := range c.ways {
		t.CloseIdleConnections()
	}
}
