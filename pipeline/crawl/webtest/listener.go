package webtest

import (
	"bufio"
	"context"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
)

var discard = log.New(io.Discard, "", 0)

// tlsHandshake is the first byte of every TLS connection (RFC 8446, section 5.1).
const tlsHandshake = 0x16

// A queue is a listener to which connections are handed.
type queue struct {
	net.Listener
	ctx   context.Context // ends with the web
	conns chan net.Conn
}

func (q queue) Accept() (net.Conn, error) {
	select {
	case c := <-q.conns:
		return c, nil
	case <-q.ctx.Done():
		return nil, net.ErrClosed
	}
}

func (q queue) hand(c net.Conn) {
	select {
	case q.conns <- c:
	case <-q.ctx.Done():
		c.Close()
	}
}

// Close leaves the listener behind to the web, which closes it.
func (q queue) Close() error { return nil }

// split parts the connections of l into those that begin with HTTP and those that
// begin with TLS.
func split(
	ctx context.Context, l net.Listener,
	certificate func(*tls.ClientHelloInfo) (*tls.Certificate, error),
) (plain, secure net.Listener) {
	p := queue{l, ctx, make(chan net.Conn)}
	s := queue{l, ctx, make(chan net.Conn)}
	config := &tls.Config{GetCertificate: certificate, NextProtos: []string{"h2", "http/1.1"}}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go sort(c, p, s, config)
		}
	}()
	return p, s
}

func sort(c net.Conn, plain, secure queue, config *tls.Config) {
	peeked := &peekedConn{c, bufio.NewReader(c)}
	first, err := peeked.r.Peek(1)
	switch {
	case err != nil:
		c.Close()
	case first[0] == tlsHandshake:
		secure.hand(tls.Server(peeked, config))
	default:
		plain.hand(peeked)
	}
}

// A peekedConn gives what was peeked at once more.
type peekedConn struct {
	net.Conn
	r *bufio.Reader
}

func (c *peekedConn) Read(p []byte) (int, error) { return c.r.Read(p) }

// tunnel answers CONNECT as a proxy does: whatever name is asked for, the bytes that
// follow come to this web.
func (w *Web) tunnel(rw http.ResponseWriter) {
	inner, err := net.Dial("tcp", w.listener.Addr().String())
	if err != nil {
		http.Error(rw, err.Error(), http.StatusBadGateway)
		return
	}
	outer, buffered, err := http.NewResponseController(rw).Hijack()
	if err != nil {
		inner.Close()
		return
	}
	io.WriteString(outer, "HTTP/1.1 200 Connection established\r\n\r\n")
	go func() {
		io.Copy(inner, buffered)
		inner.Close()
	}()
	io.Copy(outer, inner)
	outer.Close()
}
