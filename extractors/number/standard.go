package number

import "strings"

// heads are the codes that begin the number of a standard, the longer first.
var heads = []struct{ code, slug string }{
	{"TCXDVN", "tcn"}, {"TCXD", "tcn"}, {"TCVN", "tcvn"}, {"QCVN", "qcvn"}, {"QCĐP", "qcdp"},
	{"QCDP", "qcdp"}, {"TCCS", "tccs"}, {"TCN", "tcn"},
}

// standard reads the number of a standard (F9) around the mark at i, which is a colon or a
// hyphen before the year or a part: TCVN 7957:2008, QCVN 02-01:2009/BNNPTNT, 22TCN 211-06.
func (r *reader) standard(i int) (n Number, start, end int, ok bool) {
	s := r.s
	first := partsFrom(s, i)
	if first == i || first < 1 {
		return n, 0, 0, false
	}
	start, slug, ok := headBefore(s, first)
	if !ok || start < r.done {
		return n, 0, 0, false
	}
	n = Number{Family: F9, Type: slug}
	if end, ok = n.edition(s, first); !ok {
		return n, 0, 0, false
	}
	n.tail(s, &end)
	return n, start, end, true
}

// partsFrom returns where the digits, parts and dots that end at i begin.
func partsFrom(s string, i int) int {
	j := back(s, i) + 1
	if strings.HasSuffix(s[:j], "-MT") {
		j -= len("-MT")
	}
	for j > 0 && i-j < 16 && (digit(s[j-1]) || s[j-1] == '-' || s[j-1] == '.') {
		j--
	}
	return j
}

// headBefore reads the code, and "ISO" or "IEC" with it, that ends before byte i.
func headBefore(s string, i int) (start int, slug string, ok bool) {
	t := s[:back(s, i)+1]
	for _, body := range []string{" ISO/IEC", " ISO", " IEC"} {
		t = strings.TrimSuffix(t, body)
	}
	for _, h := range heads {
		rest, ok := strings.CutSuffix(t, h.code)
		if !ok || letterEnd(rest) {
			continue
		}
		return sector(rest, h.slug), h.slug, true
	}
	return 0, "", false
}

// sector returns where the standard begins whose code ends rest: the number of the sector
// stands before TCN (22TCN, 28 TCN).
func sector(rest, slug string) int {
	t := strings.TrimRight(rest, " ")
	j := digitsFrom(t, len(t))
	if slug != "tcn" || len(t)-j != 2 || len(rest)-len(t) > 1 {
		return len(rest)
	}
	return j
}

// edition reads the number and the year from byte i on.
func (n *Number) edition(s string, i int) (end int, ok bool) {
	j := i
	for j < len(s) && (digit(s[j]) || s[j] == '.' && j+1 < len(s) && digit(s[j+1])) {
		j++
	}
	for j+1 < len(s) && s[j] == '-' && digit(s[j+1]) && !yearAt(s, j+1) {
		k := j + 1
		for k < len(s) && digit(s[k]) {
			k++
		}
		if n.oldYear(s, j, k) {
			n.Num = s[i:j]
			return k, true
		}
		j = k
	}
	if j > i && strings.HasPrefix(s[j:], "-MT") { // môi trường: QCVN 61-MT:2016
		j += len("-MT")
	}
	if j == i || j-i > 14 {
		return 0, false
	}
	n.Num = s[i:j]
	at := sep(s, j, ":-")
	if at < 0 || !yearAt(s, at) {
		return 0, false
	}
	n.Year = number(s[at : at+4])
	return at + 4, true
}

// yearAt reports whether four digits of a year, and no fifth, stand at i.
func yearAt(s string, i int) bool {
	return len(s) >= i+4 && year(s[i:i+4]) && (len(s) == i+4 || !digit(s[i+4]))
}

// oldYear reads the two digits s[j+1:k] of a year before 2007: 22TCN 211-06, TCVN 4513-88.
func (n *Number) oldYear(s string, j, k int) bool {
	if k-j != 3 || k < len(s) && (s[k] == ':' || s[k] == '-') {
		return false
	}
	y := number(s[j+1 : k])
	switch {
	case y >= 60:
		n.Year = 1900 + y
	case y <= 12 && n.Type == "tcn":
		n.Year = 2000 + y
	default:
		return false
	}
	return true
}

// tail reads the body behind a slash: QCVN 01:2019/BCT.
func (n *Number) tail(s string, end *int) {
	if *end >= len(s) || s[*end] != '/' {
		return
	}
	at := skip(s, *end+1)
	o, stop, ok := orgAt(s, at)
	if !ok || at > *end+1 && !o.Known {
		return
	}
	n.Orgs = o.Codes()
	*end = stop
}
