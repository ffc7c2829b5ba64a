// Package webtest is a web of our own: one server on a loopback listener that plays
// any number of hosts, breaks as it is told, and counts all that it is asked.
//
// Names decide which host is meant, as on the real web: the Host header, and the
// server name of a TLS handshake. A client gets in through a Door, in this process
// or in another; a program that knows nothing of this package comes in when its
// HTTP_PROXY and HTTPS_PROXY name the listener.
package webtest

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// A Web plays hosts. Its methods and those of its hosts may be called while it serves.
type Web struct {
	listener  net.Listener
	authority *authority
	servers   []*http.Server
	stop      context.CancelFunc

	mu    sync.Mutex
	hosts map[string]*Host
	hits  []Hit
	now   func() time.Time
}

// New opens a web without hosts. It must be closed.
func New() (*Web, error) { return Listen("127.0.0.1:0") }

// Listen opens a web at an address.
func Listen(address string) (*Web, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("open the test web: %w", err)
	}
	authority, err := newAuthority()
	if err != nil {
		listener.Close()
		return nil, fmt.Errorf("open the test web: %w", err)
	}
	w := &Web{listener: listener, authority: authority, hosts: map[string]*Host{}, now: time.Now}
	w.serve()
	return w, nil
}

// serve answers plain and TLS connections, told apart by their first byte.
func (w *Web) serve() {
	ctx, stop := context.WithCancel(context.Background())
	w.stop = stop
	plain, secure := split(ctx, w.listener, w.certificate)
	for _, l := range []net.Listener{plain, secure} {
		s := &http.Server{
			Handler:           http.HandlerFunc(w.answer),
			BaseContext:       func(net.Listener) context.Context { return ctx },
			ReadHeaderTimeout: time.Minute,
			ErrorLog:          discard,
		}
		w.servers = append(w.servers, s)
		go s.Serve(l)
	}
}

// Close ends the web and all its connections, those that hang among them.
func (w *Web) Close() error {
	w.stop()
	for _, s := range w.servers {
		s.Close()
	}
	return w.listener.Close()
}

// Host returns the host of that name, which is made when first asked for.
func (w *Web) Host(name string) *Host {
	name = strings.ToLower(name)
	w.mu.Lock()
	defer w.mu.Unlock()
	h := w.hosts[name]
	if h == nil {
		h = newHost(w, name)
		w.hosts[name] = h
	}
	return h
}

// answer finds the host that is meant, and notes what it was asked and what it gave.
func (w *Web) answer(rw http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodConnect {
		w.tunnel(rw)
		return
	}
	name := hostOf(r)
	w.mu.Lock()
	h := w.hosts[name]
	at := w.now()
	w.mu.Unlock()
	m := &meter{ResponseWriter: rw}
	hit := w.begin(name, r, at)
	defer func() { w.end(hit, m) }()
	if h == nil {
		http.Error(m, "no host "+name+" here", http.StatusMisdirectedRequest)
		return
	}
	h.answer(m, r)
}

// hostOf is the name without a port, in lower case.
func hostOf(r *http.Request) string {
	name := r.Host
	if host, _, err := net.SplitHostPort(name); err == nil {
		name = host
	}
	return strings.ToLower(name)
}
