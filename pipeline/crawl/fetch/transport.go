package fetch

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

// A way is how connections are made. Those of different ways are never shared.
type way struct{ proxied, insecure bool }

// transport returns the transport for a request, after making sure that a proxy, which
// would connect for us and ask nobody, is not sent to where we may not go.
func (c *Client) transport(req *http.Request, insecure bool) (*http.Transport, error) {
	var proxy *url.URL
	if c.opt.Proxy != nil {
		var err error
		if proxy, err = c.opt.Proxy(req); err != nil {
			return nil, &Error{Proxy, req.URL.String(), "the proxy set in the environment: " +
				err.Error(), err}
		}
	}
	if proxy != nil {
		if err := c.judge(req.Context(), req.URL.Hostname()); err != nil {
			return nil, err
		}
	}
	w := way{proxy != nil, insecure}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ways[w] == nil {
		c.ways[w] = c.make(w)
	}
	return c.ways[w], nil
}

func (c *Client) make(w way) *http.Transport {
	t := &http.Transport{
		DialContext:            c.Dial,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true,
		TLSHandshakeTimeout:    15 * time.Second,
		IdleConnTimeout:        90 * time.Second,
		MaxIdleConns:           128,
		MaxIdleConnsPerHost:    4,
		MaxResponseHeaderBytes: c.opt.Limits.Header,
		TLSClientConfig:        &tls.Config{RootCAs: c.opt.Roots, MinVersion: tls.VersionTLS12},
	}
	if w.insecure {
		t.TLSClientConfig.InsecureSkipVerify = true
		t.TLSClientConfig.MinVersion = tls.VersionTLS10
	}
	if w.proxied {
		t.Proxy = c.opt.Proxy
		t.DialContext = (&net.Dialer{Timeout: connectTime}).DialContext
		t.OnProxyConnectResponse = tunnelled
	}
	return t
}

// tunnelled tells a proxy that opens no tunnel from a server that does not answer.
func tunnelled(_ context.Context, _ *url.URL, req *http.Request, resp *http.Response) error {
	if resp.StatusCode == http.StatusOK {
		return nil
	}
	return &Error{Proxy, req.Host, "the proxy opens no tunnel: " + resp.Status, nil}
}

const connectTime = 10 * time.Second

// Dial connects to where the guard allows it, for what speaks to servers by itself.
func (c *Client) Dial(ctx context.Context, network, addr string) (net.Conn, error) {
	if c.opt.Dial == nil {
		d := net.Dialer{Timeout: connectTime, Resolver: c.opt.Resolver,
			ControlContext: c.opt.Guard.Control}
		return d.DialContext(ctx, network, addr)
	}
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	if a, err := netip.ParseAddr(host); err == nil {
		if err := c.opt.Guard.Check(a); err != nil {
			return nil, err
		}
	}
	return c.opt.Dial(ctx, network, addr)
}

// judge looks up a host and refuses it if any of its addresses is refused. A name that
// only the proxy knows may well be one inside its network.
func (c *Client) judge(ctx context.Context, host string) error {
	if c.opt.Guard.Private {
		return nil
	}
	if a, err := netip.ParseAddr(host); err == nil {
		return c.opt.Guard.Check(a)
	}
	resolver := c.opt.Resolver
	if resolver == nil {
		resolver = net.DefaultResolver
	}
	all, err := resolver.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return err
	}
	for _, a := range all {
		if err := c.opt.Guard.Check(a); err != nil {
			return err
		}
	}
	return nil
}
