package fetch

import "fmt"

// Codes of an Error: why there is no answer.
const (
	BadURL      = "bad_url"         // it cannot be fetched at all
	Private     = "private_address" // the guard refuses where it leads
	DNS         = "dns"             // its host is not known, or the resolver does not answer
	Unreachable = "unreachable"     // no connection, or one that was closed
	TLS         = "tls"             // its certificate is not to be trusted, or no TLS
	Timeout     = "timeout"         // nothing came for too long, or it took too long
	Protocol    = "protocol"        // what came is no HTTP
	Header      = "header_too_large"
	TooLarge    = "too_large"    // of body: never kept in part
	Ratio       = "ratio"        // so much out of so little is a decompression bomb
	BadEncoding = "bad_encoding" // it cannot be decompressed
	Cut         = "cut"          // the connection ended before the body did
	Proxy       = "proxy"        // the proxy of the environment does not help
	Canceled    = "canceled"     // the caller gave up
)

// An Error says why there is no answer.
type Error struct {
	Code   string
	URL    string
	Reason string
	Err    error // what Reason was made from; may be nil
}

func (e *Error) Error() string { return fmt.Sprintf("fetch %s: %s: %s", e.URL, e.Code, e.Reason) }

func (e *Error) Unwrap() error { return e.Err }

// Temporary reports whether the same request may go well another time without anybody
// changing anything.
func (e *Error) Temporary() bool {
	switch e.Code {
	case DNS, Unreachable, Timeout, Cut, Proxy, Canceled, Protocol, BadEncoding:
		return true
	}
	return false
}
