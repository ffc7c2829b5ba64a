package date

import (
	"math/bits"
	"strings"

	"vnlex/extractors"
)

// Extract returns the dates of t in order. Periods, horizons, quarters, days that
// no calendar has and the time stamps of digital signatures are none. Dates
// without a full year are among them: give all to Resolve. (spec 2.5)
//
// Every date has a digit: the text is searched for digits, and what stands
// around them decides.
func Extract(t extractors.Text) []extractors.Mention[Date] {
	var out []extractors.Mention[Date]
	s := t.Norm
	done := 0
	for i := nextDigit(s, 0); i < len(s); {
		j := digitsEnd(s, i)
		start := anchor(s, i, j, done)
		if start < 0 {
			i = nextDigit(s, j)
			continue
		}
		d, end, ok := phrase(s, start)
		if !ok {
			i = nextDigit(s, j)
			continue
		}
		if d.Precision == Day {
			start, end, d = onClock(s, start, end, done, d)
		}
		if d.Precision != None && !isStamp(s, start, end) {
			span := extractors.Span{Start: start, End: end}
			out = append(out, extractors.Mention[Date]{Span: span, Value: d})
		}
		done = end
		i = nextDigit(s, max(end, j))
	}
	return out
}

// anchor returns where the date begins that the digits s[i:j] belong to, if there
// is one; -1 where that cannot be.
func anchor(s string, i, j, done int) int {
	switch {
	case j-i <= 2:
		return smallAnchor(s, i, j, done)
	case j-i == 4 && (s[i] == '1' && s[i+1] == '9' || s[i] == '2' && s[i+1] == '0'):
		return yearAnchor(s, i, j, done)
	}
	return -1
}

func smallAnchor(s string, i, j, done int) int {
	e := backBlank(s, i, done)
	if at := backWord(s, e, done, mong); at >= 0 {
		if at2 := backWord(s, backBlank(s, at, done), done, ngay); at2 >= 0 {
			return at2
		}
		return at
	}
	if at := backWord(s, e, done, ngay); at >= 0 {
		return at
	}
	if at := backWord(s, e, done, thang); at >= 0 {
		if at2 := backWord(s, backDots(s, at, done), done, ngay); at2 >= 0 {
			return at2
		}
		return at
	}
	if thang.at(s, skipBlank(s, j)) >= 0 && bareLeft(s, i) {
		return i
	}
	ranged := i > 0 && i-1 == done && s[i-1] == '-' // behind another date
	if j < len(s) && (s[j] == '/' || s[j] == '-' || s[j] == '.') && (ranged || bareLeft(s, i)) {
		return i
	}
	return -1
}

func yearAnchor(s string, i, j, done int) int {
	if j < len(s) && s[j] == '-' && bareLeft(s, i) {
		return i
	}
	if i > done && s[i-1] == '/' {
		return blankSlashes(s, i, done)
	}
	nam := backWord(s, backBlank(s, i, done), done, nam)
	if nam < 0 {
		return -1
	}
	if at := backMonth(s, nam, done); at >= 0 {
		return at
	}
	e := backWord(s, backDots(s, nam, done), done, thang)
	if e < 0 {
		return nam
	}
	if at := backWord(s, backDots(s, e, done), done, ngay); at >= 0 {
		return at
	}
	return nam
}

// blankSlashes finds "ngày …/…/" before a year.
func blankSlashes(s string, i, done int) int {
	e := backDots(s, i-1, done)
	if e <= done || s[e-1] != '/' {
		return -1
	}
	return backWord(s, backDots(s, e-1, done), done, ngay)
}

// bareLeft reports whether a date in digits only may begin at i.
func bareLeft(s string, i int) bool {
	if i == 0 {
		return true
	}
	switch c := s[i-1]; {
	case c == '/', c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= 0x80:
		return strings.HasSuffix(s[:i], "“") || strings.HasSuffix(s[:i], "…")
	case c == '-', c == '.', c == ',', c == ':':
		return i < 2 || s[i-2] == ' ' || s[i-2] == '\n'
	}
	return true
}

// nextDigit returns the first place from i on with an ASCII digit, else len(s).
// It looks at eight bytes at a time.
func nextDigit(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		w := s[i : i+8]
		x := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
		x ^= 0x3030303030303030
		if x = (x - 0x0a0a0a0a0a0a0a0a) &^ x & 0x8080808080808080; x != 0 {
			return i + bits.TrailingZeros64(x)/8
		}
	}
	for ; i < len(s); i++ {
		if isDigit(s[i]) {
			return i
		}
	}
	return len(s)
}

func digitsEnd(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return c-'0' <= 9 }
