package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"

	"vnlex/pipeline/crawl/address"
)

// explain makes an *Error of whatever ended a request.
func (w *watcher) explain(url string, err error) *Error {
	var known *Error
	if errors.As(err, &known) && w.Err() == nil {
		known.URL = url
		return known
	}
	code, reason := w.code(err)
	return &Error{code, url, reason, err}
}

func (w *watcher) code(err error) (code, reason string) {
	var refused *address.Error
	var dns *net.DNSError
	var body *bodyError
	cause := context.Cause(w)
	switch {
	case w.parent.Err() != nil:
		return Canceled, context.Cause(w.parent).Error()
	case cause == errIdle:
		return Timeout, "nothing came for " + w.limits.Idle.String()
	case cause == errTotal:
		return Timeout, "it took longer than " + w.limits.Total.String()
	case errors.As(err, &refused):
		return Private, refused.Error()
	case errors.As(err, &dns):
		return DNS, dns.Error()
	case isTLS(err):
		return TLS, err.Error() + trust(err)
	case errors.As(err, &body):
		return Cut, "it did not come whole: " + body.Error()
	}
	return network(err)
}

// trust says what can be done about a certificate.
func trust(err error) string {
	var unknown x509.UnknownAuthorityError
	if errors.As(err, &unknown) {
		return " (the server may keep back an intermediate certificate; its site's file can" +
			" set insecure_tls)"
	}
	return ""
}

// network tells the errors of net/http apart, most of which have no type: what the
// system or the other side did to the connection, and what came over it.
func network(err error) (code, reason string) {
	var op *net.OpError
	var number syscall.Errno
	var timeout net.Error
	text := err.Error()
	switch {
	case errors.As(err, &op) && op.Op == "proxyconnect":
		return Proxy, text
	case strings.Contains(text, "response headers exceeded"),
		strings.Contains(text, "header list larger than"):
		return Header, text
	case errors.As(err, &timeout) && timeout.Timeout():
		return Timeout, text
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return Unreachable, "the server closed the connection without an answer"
	case errors.As(err, &op), errors.As(err, &number), strings.Contains(text, "closed"),
		strings.Contains(text, "lost"):
		return Unreachable, text
	}
	return Protocol, text
}

func isTLS(err error) bool {
	var verify *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	return errors.As(err, &verify) || errors.As(err, &record) || errors.As(err, &alert) ||
		errors.As(err, &unknown) || errors.As(err, &host) || errors.As(err, &invalid) ||
		strings.Contains(err.Error(), "tls: ")
}
