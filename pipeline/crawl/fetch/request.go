package fetch

import (
	"cmp"
	"net/http"

	"golang.org/x/net/http/httpguts"

	"vnlex/pipeline/crawl/canon"
)

// pages is what a crawler of documents likes to be given.
const pages = "text/html, application/xhtml+xml, application/xml;q=0.9, " +
	"application/pdf;q=0.8, */*;q=0.5"

// request makes the request for r. That it names no encoding of its own but ours keeps
// the transport from decoding behind our back.
func (c *Client) request(r Request) (*http.Request, error) {
	at, err := canon.Normal(r.URL)
	if err != nil {
		return nil, &Error{BadURL, r.URL, err.Error(), err}
	}
	req, err := http.NewRequest(http.MethodGet, at, nil)
	if err != nil {
		return nil, &Error{BadURL, r.URL, err.Error(), err}
	}
	h := req.Header
	set(h, "User-Agent", c.opt.Agent)
	set(h, "Accept", cmp.Or(r.Accept, pages))
	set(h, "Accept-Language", "vi, en;q=0.5")
	set(h, "Accept-Encoding", "gzip, br, zstd")
	set(h, "If-None-Match", r.ETag)
	set(h, "If-Modified-Since", r.Modified)
	c.cookies.add(req)
	return req, nil
}

// set leaves out what is empty, and what would not be a header: a server may have sent
// a validator that cannot be sent back.
func set(h http.Header, name, value string) {
	if value != "" && httpguts.ValidHeaderFieldValue(value) {
		h.Set(name, value)
	}
}
