package fetch

import (
	"net/http"
	"net/http/httptrace"
	"strconv"
	"time"

	"vnlex/pipeline/crawl/canon"
)

// send does what Do promises, with errors as they come.
func (c *Client) send(w *watcher, req *http.Request, r Request) (*Response, error) {
	out := &Response{URL: r.URL}
	trace := &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) {
		out.Remote = i.Conn.RemoteAddr().String()
	}}
	req = req.WithContext(httptrace.WithClientTrace(w, trace))
	t, err := c.transport(req, r.Insecure)
	if err != nil {
		return nil, err
	}
	resp, err := t.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	w.alive()
	c.cookies.keep(req.URL, resp)
	c.head(out, resp, req)
	switch {
	case out.Status == http.StatusPartialContent:
		return nil, &Error{Protocol, r.URL, "a part of the page, which was not asked for", nil}
	case out.NotModified() && r.ETag == "" && r.Modified == "":
		return nil, &Error{Protocol, r.URL, "not modified, but nothing was known of it", nil}
	}
	return out, read(w, out, resp, r)
}

// head fills in what the header says.
func (c *Client) head(out *Response, resp *http.Response, req *http.Request) {
	h := resp.Header
	out.Status, out.Proto, out.Header = resp.StatusCode, resp.Proto, h
	out.Type, out.ETag, out.Modified = h.Get("Content-Type"), h.Get("ETag"), h.Get("Last-Modified")
	out.RetryAfter = wait(h, c.opt.Now)
	if to := h.Get("Location"); to != "" && out.Redirect() {
		if at, err := canon.Join(req.URL.String(), to); err == nil {
			out.Location = at
		}
	}
}

// maxWait keeps a Retry-After within what can be reckoned with.
const maxWait = 30 * 24 * time.Hour

// wait reads Retry-After (RFC 9110, 10.2.3): seconds, or a date, which is reckoned from
// the server's own Date, whose clock it was made by.
func wait(h http.Header, now func() time.Time) time.Duration {
	v := h.Get("Retry-After")
	if s, err := strconv.ParseFloat(v, 64); err == nil {
		return time.Duration(min(max(s, 0), maxWait.Seconds()) * float64(time.Second))
	}
	at, err := http.ParseTime(v)
	if err != nil {
		return 0
	}
	from, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		from = now()
	}
	return min(max(at.Sub(from), 0), maxWait)
}
