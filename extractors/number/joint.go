package number

import "vnlex/extractors/agency"

// joint reads the issuers of a joint document behind its type code that ends at i (F10).
func (r *reader) joint(n *Number, i int) (end int, ok bool) {
	s := r.s
	n.Family = F10
	at := sep(s, i, "-/")
	if at < 0 {
		n.Orgs, n.Family = lienBo.Codes(), F7 // TTLB alone: the text names the ministries
		return i, n.Year == 0 && s[max(0, i-2):i] == "LB" && !letterAt(s, i)
	}
	end = i
	for at >= 0 {
		o, stop, ok := orgAt(s, at)
		if !ok || !o.Known && len(n.Orgs) > 0 && (blank(s[end]) || s[at-1] == ' ') {
			break
		}
		n.add(o)
		end = stop
		if at = sep(s, end, "-/"); at < 0 && len(n.Orgs) == 1 {
			at = r.comma(end)
		}
	}
	return end, len(n.Orgs) > 0
}

// add appends one more issuer of a joint document.
func (n *Number) add(o org) {
	if n.Orgs == nil {
		n.Orgs = make([]string, 0, 4)
	}
	n.Orgs = append(n.Orgs, o.Code)
	if o.term != 0 {
		n.Term = o.term
	}
}

// comma returns where a known issuer stands behind a comma (TTLT-BNN, BTC); -1: nowhere.
func (r *reader) comma(i int) int {
	at := sep(r.s, i, ",")
	if at < 0 {
		return -1
	}
	if o, end, ok := orgAt(r.s, at); !ok || !o.Known || letterAt(r.s, end) {
		return -1
	}
	return at
}

var lienBo = agency.Issuer{Code: "LB", Key: "lb"}
