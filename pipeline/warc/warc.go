// Package warc keeps pages in WARC files and takes them out again, so that other tools of
// web archives read ours and we read theirs. (ISO 28500, WARC 1.1)
package warc

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"time"
)

// pageHeader names the page where its identity is no URI, or not written as one: its
// value is that identity, percent-encoded.
const pageHeader = "Vnlex-Page"

// dates are written to the millisecond, as the ledger keeps them.
const dateLayout = "2006-01-02T15:04:05.000Z"

// target returns a page's identity as a URI, and the value of pageHeader, "" if the URI
// is the identity itself. A path becomes a URI of the scheme file, relative if it was.
func target(page string) (uri, header string) {
	lower := strings.ToLower(page)
	web := strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
	if web && strings.IndexFunc(page, isForeign) < 0 {
		return page, ""
	}
	header = url.QueryEscape(page)
	if web {
		return encode(page), header
	}
	return "file:" + encode(page), header
}

// isForeign reports whether a character must not stand in a URI. (RFC 3986 section 2)
func isForeign(r rune) bool {
	return r <= ' ' || r >= 0x7f || strings.ContainsRune("\"<>\\^`{|}", r)
}

func encode(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if isForeign(rune(c)) {
			b.WriteString("%" + strings.ToUpper(hex.EncodeToString([]byte{c})))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// identity returns the page that a record is of.
func identity(uri, header string) string {
	uri = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(uri), "<"), ">")
	if page, err := url.QueryUnescape(header); err == nil && page != "" {
		if u, _ := target(page); u == uri {
			return page
		}
	}
	return uri
}

// recordID is the same for the same record whenever it is written.
func recordID(kind, page string, at time.Time) string {
	sum := sha256.Sum256([]byte(kind + "\x00" + page + "\x00" + at.UTC().Format(dateLayout)))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // version 8, RFC 9562
	h := hex.EncodeToString(sum[:16])
	return "<urn:uuid:" + h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" +
		h[20:] + ">"
}

func digest(sum []byte) string { return "sha256:" + hex.EncodeToString(sum) }
