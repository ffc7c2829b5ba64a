// Package fetch asks a server for one URL and gives back the whole answer, or an error
// that says why there is none. It believes nothing that a server says of sizes, follows
// no redirect by itself and connects to no address that its guard refuses.
package fetch

import (
	"context"
	"crypto/x509"
	"net"
	"net/http"
	"net/url"
	"time"

	"vnlex/pipeline/crawl/address"
)

// Options say how a Client asks. The zero value is ready for use, and strict.
type Options struct {
	Agent    string           // User-Agent: product token, version and contact
	Guard    address.Guard    // what may be connected to
	Limits   Limits           // zero fields: DefaultLimits
	Resolver *net.Resolver    // nil: the system's
	Roots    *x509.CertPool   // nil: the system's
	Now      func() time.Time // nil: time.Now; for Retry-After with a date
	// Proxy says which proxy is asked for a request; nil: as the environment says.
	Proxy func(*http.Request) (*url.URL, error)
	// Dial connects in place of the resolver and the network. It is given the host and
	// port of the URL; the guard still sees addresses that stand in URLs.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

// Limits bound one answer.
type Limits struct {
	Wire   int64         // bytes of the body as it comes over the wire
	Body   int64         // bytes of the body decoded
	Ratio  int64         // decoded bytes to one on the wire, once MinRatio are decoded
	Header int64         // bytes of the header; of a Client only
	Idle   time.Duration // in which nothing comes
	Total  time.Duration
}

// DefaultLimits take every page of an office and no bomb.
var DefaultLimits = Limits{
	Wire: 32 << 20, Body: 64 << 20, Ratio: 100, Header: 64 << 10,
	Idle: 30 * time.Second, Total: 2 * time.Minute,
}

// MinRatio is how many bytes are decoded before their ratio says anything.
const MinRatio = 1 << 20

// A Request is one URL to ask for.
type Request struct {
	URL      string
	Accept   string // media types; empty: pages before files
	ETag     string // of the answer that is known: If-None-Match
	Modified string // its Last-Modified: If-Modified-Since
	Insecure bool   // take any certificate: only if the file of the site says so
	Limits   Limits // zero fields: those of the client
	Head     bool   // keep the first Limits.Body bytes of a longer body: robots.txt
}

// A Response is a whole answer, of any status.
type Response struct {
	URL        string // as it was asked for
	Status     int
	Proto      string // HTTP/1.1, HTTP/2.0
	Header     http.Header
	Body       []byte // decoded, and whole unless Cut
	Cut        bool   // it is a head: one was asked for, or the status is no success
	Wire       int64  // bytes of the body on the wire
	Remote     string // address that answered
	Type       string // Content-Type
	ETag       string
	Modified   string        // Last-Modified
	Location   string        // of a redirect: absolute, in normal form; empty: none to follow
	RetryAfter time.Duration // how long the server wants to be left alone; 0: not said
}

// NotModified reports whether what the request knew is still so.
func (r *Response) NotModified() bool { return r.Status == http.StatusNotModified }

// Redirect reports whether the answer stands elsewhere.
func (r *Response) Redirect() bool {
	switch r.Status {
	case 301, 302, 303, 307, 308:
		return true
	}
	return false
}
