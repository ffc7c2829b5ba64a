// Package number extracts document numbers (số, ký hiệu).
package number

import (
	"strconv"

	"vnlex/extractors/agency"
)

// A Number is the number and symbol of a document, as far as they tell who issued what.
type Number struct {
	Printed string       // the symbol as the text prints it: "04/CT-BCT"
	Num     string       // "04", "66.16", "30a": zeros kept, letters lower
	Type    string       // slug of the type; empty when only a word before could tell
	Orgs    []string     // codes of the issuers, aliases replaced; not to be changed
	Year    int          // inside the number; 0 = none
	Term    int          // of QH, UBTVQH, HĐNN; 0 = none
	Unit    string       // drafting unit: "KHCN"
	Place   agency.Place // of a local issuer; set by who reads the words around
	Family  Family
	OCR     bool // its digits stood apart and were joined
}

// A Family is a shape of numbers (spec section 1.2).
type Family uint8

// The families. F13, named Party resolutions, has no number.
const (
	F1  Family = iota + 1 // 30/2020/NĐ-CP
	F2                    // 64/2025/QH15
	F3                    // 726/QĐ-TTg
	F4                    // 4108/BCT-KHCN
	F5                    // 663/SCT
	F6                    // 57-NQ/TW
	F7                    // 388-HĐBT, 23-L/CTN
	F8                    // 08/VBHN-VPQH
	F9                    // TCVN 7957:2008
	F10                   // 221/2012/TTLT-BTC-BCT
	F11                   // Quyết định 842
	F12                   // Luật Đất đai 2024
)

// String returns the name of the family in the specification.
func (f Family) String() string { return "F" + strconv.Itoa(int(f)) }
