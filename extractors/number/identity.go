package number

import (
	"slices"
	"strconv"
	"strings"

	"vnlex/extractors/agency"
)

// Key returns the page-local key of n; its year is 0000 when n has none. It is empty when
// the type or the issuer is unknown.
func (n Number) Key() string {
	k, ok := n.Identity()
	if !ok {
		return ""
	}
	return k.Base()
}

// Identity returns the parts of the key of n, if type and issuer are known.
func (n Number) Identity() (Key, bool) {
	if n.Family == F9 {
		return n.standardKey(), true
	}
	if n.Type == "" || n.Num == "" || len(n.Orgs) == 0 {
		return Key{}, false
	}
	k := Key{Type: n.Type, Year: n.Year, Num: plainNum(n.Num)}
	for _, code := range n.Orgs {
		k.Issuers = append(k.Issuers, n.issuer(code))
	}
	if len(n.Orgs) == 1 {
		k.Place = n.place(k.Issuers[0])
	}
	return k, true
}

// plainNum takes the leading zeros off a number.
func plainNum(num string) string {
	s := strings.TrimLeft(strings.ToLower(num), "0")
	if s == "" || s[0] < '0' || s[0] > '9' {
		return "0" + s
	}
	return s
}

// place returns the place of a local issuer: "x" when it is not known. The body of another
// agency has one only when the words around name it.
func (n Number) place(issuer string) string {
	switch {
	case n.Place.Slug != "":
		return n.Place.Slug
	case agency.IssuerOf(n.Orgs[0]).Local:
		return "x"
	}
	return ""
}

// issuer returns the code in the key; the National Assembly and its Standing Committee
// have their term in it. Laws under the number of the President's order (1992–2001) or the
// State Council's (1981–1992) are the Assembly's (spec 2.4).
func (n Number) issuer(code string) string {
	is := agency.IssuerOf(code).KeyCode()
	if is == "hdnn" && (n.Type == "luat" || n.Type == "bo-luat") {
		is = "qh"
	}
	switch is {
	case "qh", "ubtvqh", "hdnn":
		term := n.Term
		if term == 0 {
			term = TermOf(n.Year)
		}
		if term != 0 && n.Type != "hien-phap" {
			return is + strconv.Itoa(term)
		}
	}
	return is
}

// A period is a term of the National Assembly.
type period struct{ term, from, to int }

// terms holds the first and the last year of each term of the National Assembly from the
// ninth on (spec 2.1); a year in which one ended and the next began belongs to both.
var terms = []period{
	{9, 1992, 1997}, {10, 1997, 2002}, {11, 2002, 2007}, {12, 2007, 2011}, {13, 2011, 2016},
	{14, 2016, 2021}, {15, 2021, 2026}, {16, 2026, 2031},
}

// TermOf returns the term of the National Assembly in which a year lies; 0 when two share
// it or none is known.
func TermOf(year int) int {
	found := 0
	for _, t := range terms {
		if t.from <= year && year <= t.to {
			if found != 0 {
				return 0
			}
			found = t.term
		}
	}
	return found
}

// begins holds the first days of the terms in which laws were numbered without one.
var begins = []struct {
	term int
	day  string
}{{9, "1992-09-19"}, {10, "1997-09-20"}, {11, "2002-07-19"}}

// TermOn is TermOf for a day, which also tells the term in a year that two share.
func TermOn(year int, day string) int {
	if term := TermOf(year); term != 0 || len(day) < len("2006-01-02") {
		return term
	}
	term := 0
	for _, b := range begins {
		if day >= b.day && year <= 2002 {
			term = b.term
		}
	}
	return term
}

// InTerm reports whether a document of the given year can be of the given term. What the
// table does not cover can.
func InTerm(term, year int) bool {
	i := slices.IndexFunc(terms, func(t period) bool { return t.term == term })
	return i < 0 || year == 0 || terms[i].from <= year && year <= terms[i].to
}

// standardKey returns the key of a standard; leading zeros of its number stay.
func (n Number) standardKey() Key {
	k := Key{Type: standardType, Prefix: n.Type, Num: strings.ToLower(n.Num), Year: n.Year}
	head := Canon(n.Printed)
	head, _, _ = strings.Cut(head, strings.ToUpper(n.Num))
	for _, word := range strings.Fields(strings.ReplaceAll(head, "/", " ")) {
		switch word {
		case "ISO", "IEC":
			k.Num = insert(k.Num, strings.ToLower(word))
		default:
			k.Prefix = agency.KeyOf(word)
		}
	}
	if len(n.Orgs) > 0 {
		k.Body = agency.IssuerOf(n.Orgs[0]).KeyCode()
	}
	return k
}

// insert puts a body's name before the number: "iso-9001", "iso-iec-17025".
func insert(num, word string) string {
	at := strings.IndexAny(num, "0123456789")
	return num[:at] + word + "-" + num[at:]
}
