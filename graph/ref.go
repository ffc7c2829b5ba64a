package graph

import (
	"cmp"
	"crypto/sha256"
	"strings"
)

// CompareNodes orders nodes as an export does: by label, then by identifier.
func CompareNodes(a, b NodeRef) int {
	return cmp.Or(strings.Compare(string(a.Label), string(b.Label)), strings.Compare(a.ID, b.ID))
}

// CompareEdges orders edges as an export does: by type, from, to, kind, where
// from and to are identifiers; labels only part what is equal otherwise.
func CompareEdges(a, b EdgeRef) int {
	return cmp.Or(
		strings.Compare(string(a.Type), string(b.Type)),
		strings.Compare(a.From.ID, b.From.ID),
		strings.Compare(a.To.ID, b.To.ID),
		strings.Compare(a.Kind, b.Kind),
		strings.Compare(string(a.From.Label), string(b.From.Label)),
		strings.Compare(string(a.To.Label), string(b.To.Label)),
	)
}

// Bucket returns the bucket that owns a node: the first byte of the SHA-256 of
// a document's number, of the number of an instrument's carrier, and of the
// identifier of everything else. Documents that may be one share a bucket.
func Bucket(n NodeRef) byte {
	return sha256.Sum256([]byte(owner(n)))[0]
}

// Bucket returns the bucket that owns an edge: that of its source.
func (e EdgeRef) Bucket() byte { return Bucket(e.From) }

func owner(n NodeRef) string {
	parts := strings.Split(n.ID, ":")
	switch {
	case n.Label == LabelDocument && len(parts) >= 5:
		return number(parts)
	case n.Label == LabelInstrument && len(parts) >= 6 && parts[1] != "":
		return number(parts)
	}
	return n.ID
}

// Number returns the number in a document's key.
func Number(document string) (string, bool) {
	parts := strings.Split(document, ":")
	if len(parts) < 5 || parts[0] != "vn" {
		return "", false
	}
	return number(parts), true
}

// number returns the number in the parts of a document's key or of the key of
// the instrument that it carries: the fifth, of a standard the fourth
// (vn:tc:qcvn:01:2019:bct).
func number(parts []string) string {
	if parts[1] == "tc" {
		return parts[3]
	}
	return parts[4]
}
