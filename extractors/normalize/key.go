package normalize

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Chars returns s as it is matched, case and tone marks kept: repaired as in
// Text, without its splitting of glued words, and with ASCII quotes.
func Chars(s string) string { return strings.Map(plainQuote, Repair(s)) }

// Key returns the match key of s: lower case, one tone placement, ASCII quotes
// and dashes, one space between words and none around. (spec 5.5)
func Key(s string) string {
	t := table()
	s = strings.Map(func(r rune) rune {
		if r < latinEnd {
			return rune(t.lower[r])
		}
		return plainQuote(unicode.ToLower(r))
	}, Repair(s))
	return squeeze(ToneFold(s))
}

// Fold returns the key of s without any marks (không dấu). It must not compare
// codes of types or agencies: ĐA and DA are two. (spec 5.5)
func Fold(s string) string {
	t := table()
	other := false
	s = strings.Map(func(r rune) rune {
		if r >= latinEnd {
			other = true
			return r
		}
		if b := t.bare[r]; b != 0 {
			return rune(b)
		}
		return -1
	}, Key(s))
	if other {
		s = strings.Map(unmarked, norm.NFD.String(s))
	}
	return s
}

// Slug returns s as lower-case ASCII letters and digits, words joined by "-".
func Slug(s string) string {
	words := strings.FieldsFunc(Fold(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "-")
}

func unmarked(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

func plainQuote(r rune) rune {
	switch r {
	case '“', '”', '„', '«', '»', '″':
		return '"'
	case '‘', '’', '‚', '′':
		return '\''
	}
	return r
}

// squeeze puts one space for each run of white space and drops it at the ends.
func squeeze(s string) string {
	s = strings.TrimFunc(s, unicode.IsSpace)
	prev := 'x'
	return strings.Map(func(r rune) rune {
		before := prev
		prev = r
		switch {
		case !unicode.IsSpace(r):
			return r
		case unicode.IsSpace(before):
			return -1
		}
		return ' '
	}, s)
}

// latinEnd is the end of the Latin letters: tables serve up to there.
const latinEnd = 0x1f00

type letterTable struct {
	lower, bare [latinEnd]uint16
}

var table = sync.OnceValue(func() *letterTable {
	t := new(letterTable)
	for r := range rune(latinEnd) {
		t.lower[r] = uint16(plainQuote(unicode.ToLower(r)))
		base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
		if base == 'đ' {
			base = 'd'
		}
		if unicode.Is(unicode.Mn, base) {
			base = 0 // nothing is left of it
		}
		t.bare[r] = uint16(base)
	}
	return t
})
