package number

import (
	"strings"

	"vnlex/extractors/agency"
)

// gluedType reads a number whose type is glued to it: 1CĐ/BCT-ATMT; 12 TC/ĐTTC is an old
// symbol of the Ministry of Finance.
func (r *reader) gluedType(n *Number, left prefix, i int) (end int, ok bool) {
	switch left.glued {
	case "TC":
		return r.oldFinance(n, left, i)
	case "CĐ":
		return r.letter(n, left, i, "cong-dien")
	}
	return r.letter(n, left, i, "cong-van")
}

// oldFinance reads the unit at i of an old symbol of the Ministry of Finance: n-TC/TCT,
// n/TC-TCT, n TC/UNIT (to about 1998). The type stands before the number.
func (r *reader) oldFinance(n *Number, left prefix, i int) (end int, ok bool) {
	unit, end, ok := unitAt(r.s, i)
	if !ok || !r.cued(left, F7) {
		return 0, false
	}
	n.Type, n.Family, n.Orgs, n.Unit = "", F7, agency.IssuerOf("BTC").Codes(), unit
	return r.units(n, end), true
}

// legacySlash reads the old forms behind "n/" whose type stands before the number:
// 74/CP, 619/TTg, 66/HĐBT, 21/SL (F5 in shape, F7 in age).
func (r *reader) legacySlash(n *Number, left prefix, i int) (end int, ok bool) {
	end, ok = r.oldOrg(n, i)
	if !ok || !r.cued(left, F7) {
		return 0, false
	}
	n.Family = F5
	if n.Type == "sac-lenh" {
		n.Family = F7
	}
	return end, true
}

// oldOrg reads one of the issuers of 1945–1997 at i, with nothing but blanks, punctuation
// or small letters behind.
func (r *reader) oldOrg(n *Number, i int) (end int, ok bool) {
	s := r.s
	end = codeRun(s, i)
	for _, o := range oldOrgs {
		if !strings.HasPrefix(s[i:], o.code) {
			continue
		}
		stop := i + len(o.code)
		if stop < end && !lowerAt(s, stop) || goesOn(s, stop) {
			continue
		}
		n.Orgs, n.Type = agency.IssuerOf(o.org).Codes(), o.kind
		return stop, true
	}
	return 0, false
}

// goesOn reports whether a mark at i leads to another group.
func goesOn(s string, i int) bool {
	if i >= len(s) || s[i] == '-' && (i+1 >= len(s) || blank(s[i+1])) {
		return false
	}
	return s[i] == '-' || s[i] == '/'
}

// oldOrgs are the codes of spec section 1.2 (table of F7); the longer stand first.
var oldOrgs = []struct{ code, org, kind string }{
	{"HĐBT", "HĐBT", ""}, {"HDBT", "HĐBT", ""}, {"TTg", "TTg", ""}, {"TTG", "TTg", ""},
	{"SLu", "CTN", "sac-luat"}, {"SL", "CTN", "sac-lenh"}, {"CP", "CP", ""},
}

// dashed reads what follows "n-": F7 of the combined groups, F6, the rest of F7.
func (r *reader) dashed(n *Number, left prefix, i int) (end int, ok bool) {
	s := r.s
	end = codeRun(s, i)
	if end == i {
		return 0, false
	}
	if at := sep(s, end, "/"); at >= 0 {
		if stop, ok := r.combined(n, left, s[i:end], at); ok {
			return stop, true
		}
		return r.party(n, left, i, end, at)
	}
	if end, ok = r.oldOrg(n, i); ok && r.cued(left, F7) {
		n.Family = F7
		return end, true
	}
	return r.councilDirective(n, left, i)
}

// combined reads n-L/CTN, n-PL/CTN, n-LCT/HĐNN7, n-TC/TCT, n-TT/LB.
func (r *reader) combined(n *Number, left prefix, first string, i int) (end int, ok bool) {
	s := r.s
	o, end, ok := orgAt(s, i)
	if !ok && !strings.HasPrefix(s[i:], "LB") {
		return 0, false
	}
	n.Family = F7
	switch {
	case (first == "L" || first == "PL") && o.Key == "ctn":
		n.Orgs = agency.IssuerOf("QH").Codes()
		if first == "PL" {
			n.Orgs, n.Type = agency.IssuerOf("UBTVQH").Codes(), "phap-lenh"
		}
	case first == "LCT" && o.Key == "hdnn":
		n.Orgs, n.Term = o.Codes(), o.term
	case first == "TC":
		return r.oldFinance(n, left, i)
	case first == "TT" && strings.HasPrefix(s[i:], "LB") && !letterAt(s, i+2):
		n.Orgs, n.Type = lienBo.Codes(), "thong-tu-lien-tich"
		end = i + len("LB")
	default:
		*n = Number{Num: n.Num}
		return 0, false
	}
	return end, true
}

// party reads n-TYPE/ORG of the Party (F6); the type code stands at s[i:stop].
func (r *reader) party(n *Number, left prefix, i, stop, at int) (end int, ok bool) {
	kind, ok := partyTypes[r.s[i:stop]]
	if !ok {
		return 0, false
	}
	o, end, ok := orgAt(r.s, at)
	if !ok {
		return 0, false
	}
	n.Type, n.Family, n.Orgs = kind, F6, o.Codes()
	if !o.Known && !r.named(left) || r.formed(left) {
		return 0, false
	}
	return end, true
}

// partyTypes are the type codes in Party symbols; some mean another type than the State's.
var partyTypes = map[string]string{
	"NQ": "nghi-quyet", "CTr": "chuong-trinh", "CTR": "chuong-trinh", "CT": "chi-thi",
	"KL": "ket-luan", "QyĐ": "quy-dinh", "QYĐ": "quy-dinh", "QĐi": "quy-dinh", "QĐ": "quyet-dinh",
	"QD": "quyet-dinh", "QC": "quy-che", "HD": "huong-dan", "TB": "thong-bao", "CV": "cong-van",
	"TTr": "to-trinh", "TTR": "to-trinh", "TT": "thong-tri", "KH": "ke-hoach", "BC": "bao-cao",
	"ĐA": "de-an", "BB": "bien-ban", "GM": "giay-moi", "BS": "ban-sao-y", "CĐ": "cong-dien",
}

// councilDirective reads the rest of F7: n-CT of the Chairman of the Council of Ministers
// and n-NĐ of a ministry; only directly behind a type word.
func (r *reader) councilDirective(n *Number, left prefix, i int) (end int, ok bool) {
	s := r.s
	end = codeRun(s, i)
	code := s[i:end]
	if code != "CT" || letterAt(s, end) || end < len(s) && (s[end] == '-' || s[end] == '/') {
		return 0, false
	}
	c := r.cue(left.start)
	if !c.is("quyet-dinh") && !c.is("chi-thi") || !c.adjacent {
		return 0, false
	}
	n.Family, n.Orgs = F7, []string{"CT"}
	return end, true
}
