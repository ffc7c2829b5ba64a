package browser

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
)

// A proxy is the only way of the browser into the network. It asks none but allowed
// hosts, by a dialer that knows which addresses are to be refused, and counts what comes.
type proxy struct {
	dial   func(ctx context.Context, network, address string) (net.Conn, error)
	allow  func(host string) bool
	l      net.Listener
	server *http.Server
	way    *http.Transport

	open atomic.Int64 // requests under way
	left atomic.Int64 // bytes that may still come for the page at hand

	mu   sync.Mutex
	cuts map[net.Conn]bool
	why  map[string]string // hosts that were refused
}

func listen(
	dial func(ctx context.Context, network, address string) (net.Conn, error),
	allow func(host string) bool,
) (*proxy, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &proxy{dial: dial, allow: allow, l: l, cuts: map[net.Conn]bool{}, why: map[string]string{},
		way: &http.Transport{DialContext: dial, DisableCompression: true}}
	p.server = &http.Server{Handler: p}
	go p.server.Serve(l)
	return p, nil
}

func (p *proxy) address() string { return p.l.Addr().String() }

func (p *proxy) close() {
	p.server.Close()
	p.way.CloseIdleConnections()
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.cuts {
		c.Close()
	}
}

// begin begins a page.
func (p *proxy) begin(most int64) {
	p.left.Store(most)
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.why)
}

func (p *proxy) idle() bool { return p.open.Load() == 0 }

func (p *proxy) spent() bool { return p.left.Load() < 0 }

// refusal says why the host of an address was refused, "" if it was not.
func (p *proxy) refusal(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.why[strings.ToLower(u.Hostname())]
}

func (p *proxy) refuse(w http.ResponseWriter, host, why string) {
	p.mu.Lock()
	p.why[strings.ToLower(host)] = why
	p.mu.Unlock()
	http.Error(w, why, http.StatusForbidden)
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Hostname()
	switch {
	case host == "" || !p.allow(host):
		p.refuse(w, host, fmt.Sprintf("%q is no host of the site", host))
	case r.Method == http.MethodConnect:
		p.tunnel(w, r)
	case r.URL.Scheme == "http":
		p.forward(w, r)
	default:
		p.refuse(w, host, "neither http nor https")
	}
}

// hop are fields that are between two parties, not for the next one. (RFC 9110 7.6.1)
var hop = []string{"Connection", "Proxy-Connection", "Keep-Alive", "Te", "Trailer",
	"Transfer-Encoding", "Upgrade", "Proxy-Authorization"}

func (p *proxy) forward(w http.ResponseWriter, r *http.Request) {
	p.open.Add(1)
	defer p.open.Add(-1)
	out := r.Clone(r.Context())
	out.RequestURI = ""
	for _, name := range hop {
		out.Header.Del(name)
	}
	resp, err := p.way.RoundTrip(out)
	if err != nil {
		p.refuse(w, r.URL.Hostname(), err.Error())
		return
	}
	defer resp.Body.Close()
	for _, name := range hop {
		resp.Header.Del(name)
	}
	for name, values := range resp.Header {
		w.Header()[name] = values
	}
	w.WriteHeader(resp.StatusCode)
	if _, err := io.Copy(w, p.counted(resp.Body)); err != nil {
		panic(http.ErrAbortHandler) // so that the browser does not take it for whole
	}
}

func (p *proxy) tunnel(w http.ResponseWriter, r *http.Request) {
	there, err := p.dial(r.Context(), "tcp", r.Host)
	if err != nil {
		p.refuse(w, r.URL.Hostname(), err.Error())
		return
	}
	defer there.Close()
	here, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer here.Close()
	p.keep(here, true)
	defer p.keep(here, false)
	if _, err := io.WriteString(here, "HTTP/1.1 200 Connection established\r\n\r\n"); err != nil {
		return
	}
	go func() {
		io.Copy(there, buffered)
		there.Close()
	}()
	io.Copy(here, p.counted(there))
}

func (p *proxy) keep(c net.Conn, open bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if open {
		p.cuts[c] = true
	} else {
		delete(p.cuts, c)
	}
}

func (p *proxy) counted(r io.Reader) io.Reader { return &counted{r, p} }

// counted takes what is read from what may still come.
type counted struct {
	in io.Reader
	p  *proxy
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	if c.p.left.Add(-int64(n)) < 0 {
		return 0, fmt.Errorf("the page loads more than it may")
	}
	return n, err
}
