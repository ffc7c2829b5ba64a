package number

import "strings"

// withoutYear reads what follows "n/" when a letter stands there (F10, F8, F7, F3, F4, F5).
func (r *reader) withoutYear(n *Number, left prefix, i int) (end int, ok bool) {
	s := r.s
	kind, stop, ok := r.typeAt(i)
	if ok && !(kind.Code == "BTT" && stop < len(s) && s[stop] == '-') { // BTT-… is a ministry
		if end, ok = r.typed(n, left, kind, i, stop); ok {
			return end, true
		}
		*n = Number{Num: n.Num, OCR: n.OCR}
		if kind.Slug != "chi-thi" {
			return r.legacySlash(n, left, i)
		}
	}
	if end, ok = r.legacySlash(n, left, i); ok {
		return end, true
	}
	return r.letter(n, left, i, "cong-van")
}

// letter reads n/ORG-UNIT and n/ORG (F4, F5) of official letters.
func (r *reader) letter(n *Number, left prefix, i int, kind string) (end int, ok bool) {
	s := r.s
	o, end, ok := orgAt(s, i)
	if !ok || !o.Known && !r.own && !r.dated(left, i) {
		return 0, false
	}
	n.Orgs, n.Term, n.Unit, n.Type, n.Family = o.Codes(), o.term, o.unit, kind, F4
	stop := r.units(n, end)
	if stop == end {
		n.Family = F5
		if end < len(s) && (s[end] == '-' || s[end] == '/') {
			return 0, false
		}
	}
	if !r.cued(left, n.Family) {
		return 0, false
	}
	return stop, true
}

// dated reports whether a number whose issuer no table has is one all the same: its type
// word and "số" stand before it, and its date behind: "Quyết định số 3069/TCCB-LĐ ngày …".
func (r *reader) dated(left prefix, i int) bool {
	end := i
	for end < len(r.s) && (digit(r.s[end]) || codeRun(r.s, end) > end || r.s[end] == '-') {
		end = max(end+1, codeRun(r.s, end))
	}
	if rest := r.s[skip(r.s, end):]; !strings.HasPrefix(rest, "ngày ") || !strings.Contains(r.s[i:end], "-") {
		return false
	}
	c := r.cue(left.start)
	return c.so && c.adjacent && !c.form && !c.word.Short
}
