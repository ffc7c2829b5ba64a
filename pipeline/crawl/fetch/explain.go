package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"

	"vnlex/pipeline/crawl/address"
)

// explain makes an *Error of whatever ended a request.
func (w *watcher) explain(url string, err error) *Error {
	var known *Error
	if errors.As(err, &known) && w.Err() == nil {
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
		return TLS, err.Error()
	case errors.As(err, &body) && (errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)):
		return Cut, "the connection ended before the page did"
	}
	return network(err)
}

// network tells the errors of net/http apart that have no type.
func network(err error) (code, reason string) {
	var op *net.OpError
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
	case strings.Contains(text, "malformed"), strings.Contains(text, "http2: "),
		strings.Contains(text, "PROTOCOL_ERROR"), strings.Contains(text, "invalid"):
		return Protocol, text
	case errors.Is(err, io.EOF):
		return Unreachable, "the server closed the connection without an answer"
	}
	return Unreachable, text
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
