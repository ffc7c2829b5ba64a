package webtest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"sync"
	"time"
)

// A Certificate is what a host shows in a TLS handshake.
type Certificate string

const (
	Trusted    Certificate = ""            // of its own name, by the authority of the web
	SelfSigned Certificate = "self-signed" // by nobody whom a client knows
	WrongName  Certificate = "wrong name"  // of another host
	Expired    Certificate = "expired"     // since yesterday
)

// An authority signs the certificates of a web.
type authority struct {
	key  *ecdsa.PrivateKey
	cert *x509.Certificate
	pem  []byte

	mu    sync.Mutex
	given map[string]*tls.Certificate
}

func newAuthority() (*authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	t := unsigned("the authority of the test web")
	t.IsCA, t.BasicConstraintsValid, t.KeyUsage = true, true, x509.KeyUsageCertSign
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	cert, err := x509.ParseCertificate(der)
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	return &authority{key: key, cert: cert, pem: text, given: map[string]*tls.Certificate{}}, err
}

func unsigned(name string) *x509.Certificate {
	now := time.Now()
	return &x509.Certificate{
		SerialNumber: big.NewInt(now.UnixNano()),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    now.AddDate(0, 0, -7),
		NotAfter:     now.AddDate(1, 0, 0),
	}
}

// certificate returns what the host of a handshake shows.
func (w *Web) certificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	w.mu.Lock()
	kind := Trusted
	if h := w.hosts[hello.ServerName]; h != nil {
		kind = h.certificate
	}
	w.mu.Unlock()
	return w.authority.leaf(hello.ServerName, kind)
}

func (a *authority) leaf(name string, kind Certificate) (*tls.Certificate, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if c := a.given[name+" "+string(kind)]; c != nil {
		return c, nil
	}
	t := unsigned(name)
	t.DNSNames = []string{name}
	signer := a.cert
	switch kind {
	case SelfSigned:
		signer = t
	case WrongName:
		t.DNSNames = []string{"other." + name}
	case Expired:
		t.NotAfter = time.Now().AddDate(0, 0, -1)
	}
	der, err := x509.CreateCertificate(rand.Reader, t, signer, a.key.Public(), a.key)
	if err != nil {
		return nil, err
	}
	c := &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: a.key}
	a.given[name+" "+string(kind)] = c
	return c, nil
}
