// Package signer extracts who signed a document (người ký): from its signature
// block (spec 4.4) and from what news say about it (spec 4.6).
package signer

import (
	"vnlex/extractors"
)

// A Signature says who signed, in which post and in whose place.
type Signature struct {
	Name      string   // "Phạm Thị Thanh Trà"; empty when the block has none
	Title     string   // "Phó Thủ tướng"
	Capacity  []string // TM, KT, TL, TUQ, Q in the order of the block
	Principal string   // whose post is signed for: "Thủ tướng"
	Rank      string   // "Đại tướng"
	Degree    string   // "PGS.TS."
	At        extractors.Span
	NameAt    extractors.Span
}

// Deputy reports whether a post is that of a deputy, who signs for a principal (ký thay).
func Deputy(title string) bool {
	return hasAny(title, "Phó ", "Thứ trưởng", "PHÓ ", "THỨ TRƯỞNG")
}
