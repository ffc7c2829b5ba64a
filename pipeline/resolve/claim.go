// Package resolve decides which documents are meant (hợp nhất): from the claims of
// pages it makes documents, instruments, agencies, persons and relations. Every
// function here is a pure function of a set of claims: neither their order nor
// the clock has a say, and what cannot be decided stays unresolved.
package resolve

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
)

// A Hash identifies a page (of its URL) or a claim.
type Hash [16]byte

// HashURL returns the hash by which the ledger knows a page.
func HashURL(url string) Hash {
	sum := sha256.Sum256([]byte(url))
	return Hash(sum[:16])
}

// Bucket returns the part of the work to which a number, a key or a URL belongs.
func Bucket(s string) byte { return sha256.Sum256([]byte(s))[0] }

// A Kind says what a claim speaks of.
type Kind string

// The letters stand in the ledger.
const (
	KindDocument   Kind = "d" // the page names a document
	KindField      Kind = "f" // a field of it
	KindSigner     Kind = "s" // who signed it
	KindInstrument Kind = "i" // the page names an instrument, perhaps with its carrier
	KindRelation   Kind = "r"
	KindRelated    Kind = "l" // an entry of an unlabelled list of a portal
)

// A Source is the page on which a claim stands.
type Source struct {
	URL       string
	Published string // ISO 8601, perhaps with time and zone
}

// official reports whether the page is one of the State's own: its prose beats
// that of aggregators (spec section 2.2).
func (s *Source) official() bool {
	_, rest, ok := strings.Cut(s.URL, "://")
	host, _, _ := strings.Cut(rest, "/")
	return ok && (strings.HasSuffix(host, ".gov.vn") || host == "gov.vn")
}

// A Claim is one statement of one page. Subject and Object are keys of the page
// (spec section 2.4), their year 0000 when the page does not tell; Value is JSON.
type Claim struct {
	ID         Hash
	Page       Hash
	Kind       Kind
	Subject    string
	Object     string
	Block      string // the unit that resolves the claim, if it is one of a block or of names
	Value      string
	Start, End int
	Quote      string
	Rule       string
	Confidence float64
}

// identify gives c its identity: no clock, counter or run is part of it.
func (c *Claim) identify() {
	h := sha256.New()
	h.Write(c.Page[:])
	for _, s := range []string{string(c.Kind), c.Subject, c.Object, c.Value, c.Rule} {
		var n [4]byte
		binary.BigEndian.PutUint32(n[:], uint32(len(s)))
		h.Write(n[:])
		h.Write([]byte(s))
	}
	var span [16]byte
	binary.BigEndian.PutUint64(span[:8], uint64(c.Start))
	binary.BigEndian.PutUint64(span[8:], uint64(c.End))
	h.Write(span[:])
	c.ID = Hash(h.Sum(nil)[:16])
}
