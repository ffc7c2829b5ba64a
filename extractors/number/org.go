package number

import (
	"unicode"
	"unicode/utf8"

	"vnlex/extractors/agency"
)

// An org is a code of an issuer read from a symbol.
type org struct {
	agency.Issuer
	term int    // QH15
	unit string // NHNN7
}

// orgAt reads the issuer at i: the whole run of letters, or the longest known code where
// small letters are glued to it (CPngày), or a known code with a term or department behind.
func orgAt(s string, i int) (o org, end int, ok bool) {
	end = codeRun(s, i)
	if end-i < 2 {
		return o, i, false
	}
	run := s[i:end]
	if end < len(s) && s[end] == '-' && agency.Joined(run) {
		if o, stop, ok := joinedOrg(s, i, end); ok {
			return o, stop, true
		}
	}
	if o.Issuer = agency.IssuerOf(run); o.Known && !upperAt(s, end) {
		return o, end, true
	}
	if is, n := agency.Cut(run); n > 0 && n < len(run) {
		if o, stop, ok := cutOrg(s, i, n, is); ok {
			return o, stop, true
		}
	}
	return unknownOrg(s, i, end)
}

// joinedOrg reads a code with a hyphen inside, such as GD-ĐT, whose first half ends at end.
func joinedOrg(s string, i, end int) (o org, stop int, ok bool) {
	stop = codeRun(s, end+1)
	o.Issuer = agency.IssuerOf(s[i:stop])
	return o, stop, o.Known && !letterAt(s, stop)
}

// cutOrg judges what stands behind the known code s[i:i+n].
func cutOrg(s string, i, n int, is agency.Issuer) (o org, end int, ok bool) {
	end = i + n
	o.Issuer = is
	c := s[end]
	switch {
	case digit(c):
		return o.behind(s, end)
	case 'a' <= c && c <= 'z' || s[end] >= utf8.RuneSelf && unicode.IsLower(runeAt(s, end)):
		return o, end, true
	}
	return o, end, false
}

// behind reads the digits at i: a term, a department of the State Bank, or the mark of a
// footnote, which does not belong to the symbol.
func (o org) behind(s string, i int) (org, int, bool) {
	j := i
	for j < len(s) && digit(s[j]) {
		j++
	}
	if letterAt(s, j) && upperAt(s, j) {
		return o, i, false
	}
	switch o.Key {
	case "qh", "ubtvqh", "hdnn":
		n := termLen(s[i:j])
		if o.term = number(s[i : i+n]); o.term < 7 {
			o.term = 0 // cut short: QH1
		}
		return o, i + n, true
	case "nhnn":
		o.unit = s[i:j]
		return o, j, true
	}
	return o, i, true
}

// termLen returns how many of the digits are a term: two from 10 to 19, else one.
func termLen(s string) int {
	if len(s) > 1 && s[0] == '1' {
		return 2
	}
	return 1
}

func number(digits string) int {
	n := 0
	for i := 0; i < len(digits) && n < 1e8; i++ {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

func upperAt(s string, i int) bool {
	return i < len(s) && (s[i] < utf8.RuneSelf && 'A' <= s[i] && s[i] <= 'Z' ||
		s[i] >= utf8.RuneSelf && unicode.IsUpper(runeAt(s, i)))
}

// unknownOrg takes the capitals of a code that no table has; small letters behind them
// are glued text.
func unknownOrg(s string, i, end int) (o org, stop int, ok bool) {
	stop = i
	for stop < end && !lowerAt(s, stop) {
		stop += codeChar(s, stop)
	}
	if upperAt(s, stop) || stop-i < 2 {
		return o, i, false
	}
	if stop == end && letterAt(s, end) && upperAt(s, end) {
		return o, i, false
	}
	o.Issuer = agency.IssuerOf(s[i:stop])
	return o, stop, true
}

func lowerAt(s string, i int) bool {
	if s[i] < utf8.RuneSelf {
		return 'a' <= s[i] && s[i] <= 'z'
	}
	return unicode.IsLower(runeAt(s, i))
}
