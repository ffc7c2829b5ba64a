// Package number extracts document numbers (số, ký hiệu).
package number

import (
	"vnlex/extractors"
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
	Prefix  string // of a standard: "TCVN", "QCVN"
	OCR     bool   // the digits stood apart and were joined
}

// Extract returns the numbers in t, in order. Form codes, blanks, addresses, dates,
// court cases and licences are none.
func Extract(t extractors.Text) []extractors.Mention[Number] { return nil }

// Key returns the page-local key of n; its year is 0000 when n has none. It is empty
// when type or issuer are unknown.
func (n Number) Key() string { return "" }
