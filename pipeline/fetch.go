package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"

	"vnlex/pipeline/crawl/address"
	"vnlex/pipeline/crawl/fetch"
)

// newClient returns the client that pages named on the command line are asked for with.
func newClient(o Options) *fetch.Client {
	return fetch.New(fetch.Options{
		Agent: product + contact(o.Contact),
		Guard: address.Guard{Private: o.AllowPrivate},
	})
}

// product is how we name ourselves to servers, and find ourselves in robots.txt.
const product = "vnlex"

func contact(who string) string {
	if who == "" {
		return ""
	}
	return " (" + who + ")"
}

// remote is a page at a URL.
func remote(url string, opt Options) input {
	open := func(ctx context.Context) (content, error) { return download(ctx, url, opt) }
	return input{url: url, open: open}
}

// maxRedirects is how often a page that a person named may have moved.
const maxRedirects = 10

// download asks for one page, wherever it moved to.
func download(ctx context.Context, url string, opt Options) (content, error) {
	req := fetch.Request{URL: url, Limits: fetch.Limits{Wire: opt.MaxBytes, Body: opt.MaxBytes}}
	for range maxRedirects + 1 {
		resp, err := opt.Client.Do(ctx, req)
		switch {
		case err != nil:
			return content{}, refused(url, err)
		case resp.Redirect() && resp.Location != "":
			req.URL = resp.Location
			continue
		case resp.Status != http.StatusOK:
			return content{}, &PageError{url, "http_status",
				fmt.Sprintf("the server answered %d %s", resp.Status, http.StatusText(resp.Status))}
		}
		body := io.NopCloser(bytes.NewReader(resp.Body))
		return content{body: body, media: resp.Type, size: int64(len(resp.Body))}, nil
	}
	return content{}, &PageError{url, "http_status",
		fmt.Sprintf("it redirects more than %d times", maxRedirects)}
}

// refused says why a page could not be had.
func refused(url string, err error) error {
	var e *fetch.Error
	switch {
	case !errors.As(err, &e):
		return &PageError{url, "unreachable", reasonOf(err)}
	case e.Code == fetch.Private:
		return &PageError{url, e.Code, e.Reason + " (allow with --allow-private)"}
	}
	return &PageError{url, e.Code, e.Reason}
}
