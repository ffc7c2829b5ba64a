package webtest

import (
	"context"
	"crypto/x509"
	"net"
	"os"
	"strings"
)

// A Door is how a client gets into a web: whatever name it dials, it comes to the
// web's listener. Names under .invalid do not exist (RFC 2606, section 2).
type Door struct {
	Addr string // of the listener
	CA   []byte // the authority of the hosts' certificates, PEM
}

// Door returns the way into this web.
func (w *Web) Door() Door {
	return Door{Addr: w.listener.Addr().String(), CA: w.authority.pem}
}

// DialContext dials the web in place of the address.
func (d Door) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(host, ".invalid") {
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	var dialer net.Dialer
	return dialer.DialContext(ctx, network, d.Addr)
}

// Roots are the authorities that a client must trust.
func (d Door) Roots() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(d.CA)
	return pool
}

// The variables that hand a Door to a child process.
const (
	addrEnv = "VNLEX_TEST_WEB"
	caEnv   = "VNLEX_TEST_WEB_CA"
)

// Env are the variables with which FromEnv finds the Door in a child process.
func (d Door) Env() []string {
	return []string{addrEnv + "=" + d.Addr, caEnv + "=" + string(d.CA)}
}

// FromEnv returns the Door that the parent process handed over, if it did.
func FromEnv() (d Door, ok bool) {
	addr, ok := os.LookupEnv(addrEnv)
	return Door{Addr: addr, CA: []byte(os.Getenv(caEnv))}, ok
}

// Proxy are the variables that lead any program into the web: as through a proxy,
// with the authority in the file of that name.
func (d Door) Proxy(caFile string) []string {
	at := "http://" + d.Addr
	return []string{"HTTP_PROXY=" + at, "HTTPS_PROXY=" + at, "NO_PROXY=", "SSL_CERT_FILE=" + caFile}
}
