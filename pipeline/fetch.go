package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// newClient returns a client that asks for one page and does not wait for ever. It
// refuses private addresses when it dials, so that neither a name that leads there
// nor a redirect gets round it.
func newClient(allowPrivate bool) *http.Client {
	d := &net.Dialer{Timeout: 10 * time.Second}
	if !allowPrivate {
		d.Control = refusePrivate
	}
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DialContext = d.DialContext
	t.Proxy = nil // a proxy would dial for us, and ask no one
	t.TLSHandshakeTimeout, t.ResponseHeaderTimeout = 10*time.Second, 30*time.Second
	return &http.Client{Transport: t, Timeout: 2 * time.Minute}
}

var errPrivate = errors.New("private address (allow with --allow-private)")

func refusePrivate(_, address string, _ syscall.RawConn) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := a.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || shared.Contains(ip) {
		return errPrivate
	}
	return nil
}

// shared is the address space between carriers and customers (RFC 6598).
var shared = netip.MustParsePrefix("100.64.0.0/10")

// remote is a page at a URL.
func remote(url string, opt Options) input {
	open := func(ctx context.Context) (content, error) { return fetch(ctx, url, opt) }
	return input{url: url, open: open}
}

func fetch(ctx context.Context, url string, opt Options) (content, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return content{}, &PageError{url, "bad_url", reasonOf(err)}
	}
	req.Header.Set("User-Agent", "vnlex"+cmp.Or(contact(opt.Contact), ""))
	req.Header.Set("Accept", "text/html, text/plain;q=0.9, */*;q=0.1")
	resp, err := opt.Client.Do(req)
	switch {
	case errors.Is(err, errPrivate):
		return content{}, &PageError{url, "private_address", errPrivate.Error()}
	case err != nil:
		return content{}, &PageError{url, "unreachable", reasonOf(err)}
	case resp.StatusCode != http.StatusOK:
		resp.Body.Close()
		return content{}, &PageError{url, "http_status",
			fmt.Sprintf("the server answered %s", resp.Status)}
	}
	media := resp.Header.Get("Content-Type")
	return content{body: resp.Body, media: media, size: resp.ContentLength}, nil
}

func contact(who string) string {
	if who == "" {
		return ""
	}
	return " (" + who + ")"
}
