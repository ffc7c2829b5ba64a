package canon

import (
	"errors"
	"net/netip"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"vnlex/pipeline/crawl/address"
	"vnlex/pipeline/crawl/percent"
)

// names maps a host as browsers do (UTS 46), underscores allowed.
var names = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.Transitional(false),
	idna.StrictDomainName(false), idna.VerifyDNSLength(true))

// maxHost is the length of a host that can still be a name of 253 letters (RFC 1035):
// mapping a longer one takes the square of its length.
const maxHost = 4 * 253

// hostPort brings an authority into its normal form. One with a user name is refused:
// it is either a secret, or meant to look like another host.
func hostPort(authority, scheme string) (host, port string, err error) {
	if strings.Contains(authority, "@") {
		return "", "", errors.New("it holds a user name")
	}
	host, port = authority, ""
	if i := strings.LastIndexByte(authority, ':'); i > strings.LastIndexByte(authority, ']') {
		host, port = authority[:i], authority[i+1:]
	}
	if port, err = portOf(port, scheme); err != nil {
		return "", "", err
	}
	host, err = hostOf(host)
	return host, port, err
}

func portOf(port, scheme string) (string, error) {
	if port == "" {
		return "", nil
	}
	n, err := strconv.ParseUint(port, 10, 16)
	switch {
	case err != nil || n == 0 || port[0] == '+':
		return "", errors.New("its port is no number from 1 to 65535")
	case scheme == "http" && n == 80, scheme == "https" && n == 443:
		return "", nil
	}
	return strconv.FormatUint(n, 10), nil
}

func hostOf(host string) (string, error) {
	if strings.HasPrefix(host, "[") {
		return host6(host)
	}
	host, err := unescape(host)
	if err != nil {
		return "", err
	}
	if simple(host) {
		return host, nil
	}
	if len(host) > maxHost || !utf8.ValidString(host) {
		return "", errNoName
	}
	host, err = names.ToASCII(strings.TrimSuffix(foldDots(host), "."))
	if err != nil || host == "" || host[len(host)-1] == '.' {
		return "", errNoName
	}
	if a, err := netip.ParseAddr(host); err == nil && a.Is4() {
		return host, nil
	}
	if address.Numeric(host) {
		return "", errors.New("its host ends in a number; an address is written 192.0.2.1")
	}
	if i := strings.IndexFunc(host, notInName); i >= 0 {
		return "", errNoName
	}
	return host, nil
}

func host6(host string) (string, error) {
	inner, ok := strings.CutSuffix(host[1:], "]")
	a, err := netip.ParseAddr(inner)
	if !ok || err != nil || !a.Is6() || a.Zone() != "" {
		return "", errors.New("its host is no IPv6 address")
	}
	return "[" + a.String() + "]", nil
}

// simple reports whether a host is one as most are: letters, digits and hyphens, in
// labels that begin and end with a letter.
func simple(host string) bool {
	length := 0
	for i := range len(host) {
		switch c := host[i]; {
		case 'a' <= c && c <= 'z':
		case c == '.' && length > 0 && isLetter(host[i-1]):
			length = -1
		case length > 0 && ('0' <= c && c <= '9' || c == '-' && length != 2 && length != 3):
		default:
			return false
		}
		if length++; length > 63 {
			return false
		}
	}
	return length > 0 && len(host) <= 253 && isLetter(host[len(host)-1])
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }

// foldDots writes the other full stops of UTS 46 as one.
func foldDots(host string) string {
	return strings.NewReplacer("。", ".", "．", ".", "｡", ".").Replace(host)
}

var errNoName = errors.New("its host is no domain name")

func notInName(c rune) bool {
	return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.' && c != '_'
}

// unescape decodes a host that is percent-encoded.
func unescape(host string) (string, error) {
	if !strings.Contains(host, "%") {
		return host, nil
	}
	var b strings.Builder
	for i := 0; i < len(host); {
		c, encoded, next := percent.Next(host, i)
		if c == '%' && !encoded {
			return "", errNoName
		}
		b.WriteByte(c)
		i = next
	}
	return b.String(), nil
}

// Host returns the host of a URL in normal form, without its port; empty: it has none.
func Host(url string) string {
	p := split(url)
	host, _, err := hostPort(p.host, p.scheme)
	if err != nil {
		return ""
	}
	return host
}

// Key returns the key of the queue in which a canonical URL waits: the domain that its
// owner registered, so that the many hosts of one office share one clock; the host
// itself where there is none above it. An address is its own key.
func Key(url string) string {
	host := Host(url)
	if strings.HasPrefix(host, "[") || address.Numeric(host) {
		return host
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return domain
}
