package number

import (
	"strings"

	"vnlex/extractors/agency"
)

// withYear reads what follows "n/" when a digit stands there: n/Y/… (F2, F10, F1, F8).
func (r *reader) withYear(n *Number, left prefix, i int) (end int, ok bool) {
	s := r.s
	if len(s) < i+6 || !year(s[i:i+4]) {
		return 0, false
	}
	n.Year = number(s[i : i+4])
	dash := i+4 < len(s) && s[i+4] == '-'
	i = sep(s, i+4, "/-")
	if i < 0 || i >= len(s) {
		return 0, false
	}
	kind, end, ok := r.typeAt(i)
	switch {
	case ok:
		end, ok = r.typed(n, left, kind, i, end)
		return end, ok && (!dash || n.known()) // 255/2025-NĐ-CP
	case dash:
		return 0, false
	}
	if end, ok = r.assembly(n, i); ok {
		return end, true
	}
	return r.undashed(n, i)
}

// known reports whether the first issuer of n is in the table.
func (n *Number) known() bool { return agency.IssuerOf(n.Orgs[0]).Known }

// undashed reads a type and a known issuer without the hyphen between: 92/2017/NĐCP.
func (r *reader) undashed(n *Number, i int) (end int, ok bool) {
	end = codeRun(r.s, i)
	for _, t := range [...]struct{ code, slug string }{
		{"NĐ", "nghi-dinh"}, {"QĐ", "quyet-dinh"}, {"TT", "thong-tu"}, {"NQ", "nghi-quyet"}} {
		org, found := strings.CutPrefix(r.s[i:end], t.code)
		is := agency.IssuerOf(org)
		if found && is.Known && !letterAt(r.s, end) {
			n.Type, n.Family, n.Orgs = t.slug, F1, is.Codes()
			return end, true
		}
	}
	return 0, false
}

// year reports whether s is a year of the twentieth or twenty-first century.
func year(s string) bool {
	return (s[:2] == "19" || s[:2] == "20") && digit(s[2]) && digit(s[3])
}

// typeAt reads the type code of a symbol at i.
func (r *reader) typeAt(i int) (Type, int, bool) {
	end := codeRun(r.s, i)
	if end == i {
		return Type{}, i, false
	}
	k, ok := types().codes[r.s[i:end]]
	if !ok {
		return Type{}, i, false
	}
	return types().all[k], end, true
}

// assembly reads n/Y/QHk and n/Y/UBTVQHk (F2); the type stands before the number.
func (r *reader) assembly(n *Number, i int) (end int, ok bool) {
	o, end, ok := orgAt(r.s, i)
	if !ok || o.Key != "qh" && o.Key != "ubtvqh" {
		return 0, false
	}
	n.Family, n.Orgs, n.Term = F2, o.Codes(), o.term
	if n.Term == 0 {
		n.Term, end = r.termApart(end)
	}
	return end, true
}

// termApart reads a term that a space parts from the assembly: 13/2003/QH 11.
func (r *reader) termApart(i int) (term, end int) {
	j := skip(r.s, i)
	end = j
	for end < len(r.s) && digit(r.s[end]) {
		end++
	}
	if j != i+1 || end-j > 2 || end == j || letterAt(r.s, end) || end < len(r.s) && strings.IndexByte("/-.", r.s[end]) >= 0 {
		return 0, i
	}
	if term = number(r.s[j:end]); term < 8 || term > 20 {
		return 0, i
	}
	return term, end
}

// order makes n the number of a law of 1992–2001, which was cited by the President's
// order: its type is that of the word before it (spec 1.2, table of F7).
func (n *Number) order(slug string) {
	n.Family, n.Type, n.Orgs = F7, "", agency.IssuerOf("QH").Codes()
	if slug == "phap-lenh" {
		n.Type, n.Orgs = slug, agency.IssuerOf("UBTVQH").Codes()
	}
}

// typed reads the issuers behind a type code that ends at i (F10, F8, F1, F3).
func (r *reader) typed(n *Number, left prefix, kind Type, start, i int) (end int, ok bool) {
	n.Type = kind.Slug
	switch kind.Slug {
	case "thong-tu-lien-tich", "nghi-quyet-lien-tich":
		return r.joint(n, i)
	case "vbhn":
		n.Family = F8
	case "an-le":
		return r.precedent(n, i)
	case "giay-phep", "giay-chung-nhan":
		return 0, false
	default:
		n.Family = F3
		if n.Year != 0 {
			n.Family = F1
		}
	}
	at := sep(r.s, i, "-/")
	if at < 0 {
		return 0, false
	}
	return r.issued(n, left, kind, start, at)
}

// issued reads the issuer at i, behind a type code and a mark, and judges the whole.
func (r *reader) issued(n *Number, left prefix, kind Type, start, i int) (end int, ok bool) {
	o, end, ok := orgAt(r.s, i)
	if !ok || court[o.Code] || slashed(r.s, i) && !o.Known {
		return 0, false
	}
	n.Orgs, n.Term, n.Unit = o.Codes(), o.term, o.unit
	switch {
	case o.Key == "ctn" && n.Year == 0 && (kind.Slug == "luat" || kind.Slug == "phap-lenh"):
		n.order(kind.Slug) // 47/L-CTN
	case kind.Slug == "luat" && o.Key == "ctn":
		n.Type = "lenh" // L-CTN
	case kind.Slug == "phap-lenh" && o.Key != "ubtvqh" && o.Key != "hdnn":
		return 0, false // PL-BT: a form in an annex
	case n.Family == F1 && o.Key == "qh":
		n.Family = F2 // 34/2009/NQ-QH12
	case kind.Slug == "sac-lenh":
		n.Type = "ban-sao-luc" // a decree-law of 1945–1957 has no issuer behind SL
	case kind.Slug == "thong-cao" && n.Family == F3 && (!o.Known || o.Key == "tct"):
		return r.oldFinance(n, left, i)
	case o.Code == "LB" && kind.Slug == "thong-tu":
		n.Type, n.Family = "thong-tu-lien-tich", F7 // TT-LB
	}
	end = r.units(n, end)
	if n.Family == F3 && !r.admits(n, left, kind, o) {
		return 0, false
	}
	return end, true
}

// slashed reports whether the mark before i is a slash: QĐ/TTg.
func slashed(s string, i int) bool {
	for i--; blank(s[i]); i-- {
	}
	return s[i] == '/'
}

// court holds the second groups of the numbers of court cases: QĐ-PT.
var court = map[string]bool{"ST": true, "PT": true, "GĐT": true, "TT": true, "TA": true}

// units reads the groups behind the issuer; they tell the drafting unit.
func (r *reader) units(n *Number, i int) int {
	s := r.s
	start, end := 0, i
	for end < len(s) && s[end] == '-' {
		at := skip(s, end+1)
		_, stop, ok := unitAt(s, at)
		if !ok {
			break
		}
		if start == 0 {
			start = at
		}
		end = stop
	}
	if start > 0 {
		n.Unit = s[start:end]
	}
	return end
}

// precedent reads the number of a precedent, which names no issuer: 69/2023/AL.
func (r *reader) precedent(n *Number, i int) (end int, ok bool) {
	n.Family, n.Orgs = F1, agency.IssuerOf("HĐTP").Codes()
	return i, n.Year != 0 && !letterAt(r.s, i) && (i >= len(r.s) || r.s[i] != '-')
}
