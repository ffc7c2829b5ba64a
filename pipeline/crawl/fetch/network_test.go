package fetch_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"vnlex/pipeline/crawl/fetch"
)

// An authority signs certificates for servers of tests.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T) authority {
	t.Helper()
	tmpl := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "authority of a test"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.CreateCertificate(rand.Reader, tmpl, tmpl, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return authority{cert, key}
}

// sign makes a certificate for a name that is valid until a time.
func (a authority) sign(t *testing.T, name string, until time.Time) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	tmpl := &x509.Certificate{SerialNumber: big.NewInt(2), DNSNames: []string{name},
		NotBefore: until.Add(-48 * time.Hour), NotAfter: until}
	der, err := x509.CreateCertificate(rand.Reader, tmpl, a.cert, key.Public(), a.key)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func TestTLS(t *testing.T) {
	ca, other := newAuthority(t), newAuthority(t)
	roots := x509.NewCertPool()
	roots.AddCert(ca.cert)
	resolver := serveDNS(t, map[string][][]string{"a.test.": {{"127.0.0.1"}}})
	in, before := time.Now().Add(time.Hour), time.Now().Add(-time.Hour)
	for _, tt := range []struct {
		name     string
		cert     tls.Certificate
		insecure bool
		code     string
	}{
		{"good", ca.sign(t, "a.test", in), false, ""},
		{"expired, allowed", ca.sign(t, "a.test", before), true, ""},
		{"another's, allowed", other.sign(t, "b.test", in), true, ""},

		{"wrong host", ca.sign(t, "b.test", in), false, fetch.TLS},
		{"expired", ca.sign(t, "a.test", before), false, fetch.TLS},
		{"unknown authority", other.sign(t, "a.test", in), false, fetch.TLS},
	} {
		s := httptest.NewUnstartedServer(http.HandlerFunc(ok))
		s.EnableHTTP2 = true
		s.TLS = &tls.Config{Certificates: []tls.Certificate{tt.cert}}
		s.Config.ErrorLog = quiet
		s.StartTLS()
		c := local(t, fetch.Options{Roots: roots, Resolver: resolver})
		_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
		r := fetch.Request{URL: "https://a.test:" + port + "/", Insecure: tt.insecure}
		resp, err := c.Do(t.Context(), r)
		if code(t, err) != tt.code || err == nil && resp.Proto != "HTTP/2.0" {
			t.Errorf("%s: %+v, %v, want code %q over HTTP/2", tt.name, resp, err, tt.code)
		}
		// What was allowed for one site is allowed for no other, on the same connections.
		if _, err = c.Do(t.Context(), fetch.Request{URL: r.URL}); tt.insecure && err == nil {
			t.Errorf("%s: taken without being allowed", tt.name)
		}
		s.Close()
	}
}

// raw is a server that says what it is told to whoever connects, and then either hangs up
// or waits.
func raw(t *testing.T, hangs bool, says string) string {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ln.Close() })
	go func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				conn.Read(make([]byte, 4096))
				fmt.Fprint(conn, says)
				if hangs {
					conn.Read(make([]byte, 4096))
				}
			}()
		}
	}()
	return "http://" + ln.Addr().String() + "/"
}

func TestNetwork(t *testing.T) {
	plain := serve(t, ok)
	closed := httptest.NewServer(nil)
	closed.Close()
	long := strings.Repeat("X-A: "+strings.Repeat("a", 1000)+"\r\n", 100)
	short := fetch.Limits{Idle: 50 * time.Millisecond}
	const chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
	early := strings.Repeat("HTTP/1.1 103 Early\r\n"+long+"\r\n", 10)
	for _, tt := range []struct {
		name, url string
		limits    fetch.Limits
		code      string
	}{
		{"to the end", raw(t, false, "HTTP/1.0 200 OK\r\n\r\nabc"), fetch.Limits{}, ""},
		{"continues first", raw(t, false, "HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 200 OK\r\n\r\nabc"),
			fetch.Limits{}, ""},

		{"no connection", closed.URL, fetch.Limits{}, fetch.Unreachable},
		{"no name", "http://nowhere.test/", fetch.Limits{}, fetch.DNS},
		{"no answer", raw(t, false, ""), fetch.Limits{}, fetch.Unreachable},
		{"no HTTP", raw(t, false, "SSH-2.0-OpenSSH_9.2\r\n\r\n"), fetch.Limits{}, fetch.Protocol},
		{"bad status", raw(t, false, "HTTP/1.1 abc\r\n\r\n"), fetch.Limits{}, fetch.Protocol},
		{"bad header", raw(t, false, "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"), fetch.Limits{},
			fetch.Protocol},
		{"bad length", raw(t, false, "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"),
			fetch.Limits{}, fetch.Protocol},
		{"two lengths", raw(t, false,
			"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
			fetch.Limits{}, fetch.Protocol},
		{"long header", raw(t, false, "HTTP/1.1 200 OK\r\n"+long+"\r\n"), fetch.Limits{},
			fetch.Header},
		{"endless continuing", raw(t, false, early), fetch.Limits{}, fetch.Header},
		{"cut chunk", raw(t, false, chunked+"5\r\nab"), fetch.Limits{}, fetch.Cut},
		{"bad chunk", raw(t, false, chunked+"xyz\r\nab"), fetch.Limits{}, fetch.Cut},
		{"no TLS", strings.Replace(plain.URL, "http", "https", 1), fetch.Limits{}, fetch.TLS},
		{"hangs before the header", raw(t, true, ""), short, fetch.Timeout},
		{"hangs in the header", raw(t, true, "HTTP/1.1 200 OK\r\nX: "), short, fetch.Timeout},
		{"hangs in the body", raw(t, true, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"), short,
			fetch.Timeout},
		{"drips", drip(t), fetch.Limits{Total: 200 * time.Millisecond}, fetch.Timeout},
		{"announces too much", raw(t, true,
			"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\nab"), fetch.Limits{},
			fetch.TooLarge},
	} {
		c := local(t, fetch.Options{Resolver: serveDNS(t, nil)})
		resp, err := c.Do(t.Context(), fetch.Request{URL: tt.url, Limits: tt.limits})
		if code(t, err) != tt.code || err == nil && string(resp.Body) != "abc" {
			t.Errorf("%s: %+v, %v, want code %q", tt.name, resp, err, tt.code)
		}
	}
}

// drip is a server that never lets the client wait long, and never ends.
func drip(t *testing.T) string {
	return serve(t, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			fmt.Fprint(w, "a")
			w.(http.Flusher).Flush()
			time.Sleep(5 * time.Millisecond)
		}
	}).URL
}

// What hangs or floods over HTTP/1.1 does no more over HTTP/2, and leaves the connection
// to others.
func TestNetwork2(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/header":
			for range 8 {
				w.Header().Add("X-A", strings.Repeat("a", 10_000))
			}
		case "/before":
			<-r.Context().Done()
		case "/within":
			fmt.Fprint(w, "ab")
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		case "/much":
			io.Copy(w, io.LimitReader(neverEnding('a'), 50<<20))
		}
		fmt.Fprint(w, r.Proto)
	}))
	s.EnableHTTP2 = true
	s.Config.ErrorLog = quiet
	s.StartTLS()
	defer s.Close()
	c := local(t, fetch.Options{Limits: fetch.Limits{Body: 1 << 20}})
	for _, tt := range []struct {
		path string
		idle time.Duration
		code string
	}{
		{"/", 0, ""},
		{"/header", 0, fetch.Protocol}, // the connection ends before the header is read
		{"/before", 50 * time.Millisecond, fetch.Timeout},
		{"/within", 50 * time.Millisecond, fetch.Timeout},
		{"/much", 0, fetch.TooLarge},
		{"/again", 0, ""},
	} {
		r := fetch.Request{URL: s.URL + tt.path, Insecure: true}
		r.Limits.Idle = tt.idle
		resp, err := c.Do(t.Context(), r)
		if code(t, err) != tt.code || err == nil && string(resp.Body) != "HTTP/2.0" {
			t.Errorf("Do(%s) = %+v, %v, want code %q", tt.path, resp, err, tt.code)
		}
	}
}
