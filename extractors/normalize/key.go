package normalize

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Chars returns s as it is matched, case and tone marks kept: repaired as in
// Text, without its splitting of glued words, and with ASCII quotes.
func Chars(s string) string {
	return quotes.Replace(Repair(s))
}

var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "″", `"`,
	"‘", "'", "’", "'", "‚", "'", "′", "'")

// Key returns the match key of s: lower case, one tone placement, ASCII quotes
// and dashes, one space between words and none around. (spec 5.5)
func Key(s string) string {
	s = strings.ToLower(Chars(s))
	return strings.Join(strings.Fields(norm.NFC.String(ToneFold(s))), " ")
}

// Fold returns the key of s without any marks (không dấu). It must not compare
// codes of types or agencies: ĐA and DA are two. (spec 5.5)
func Fold(s string) string {
	return strings.Map(bare, norm.NFD.String(Key(s)))
}

func bare(r rune) rune {
	switch {
	case r == 'đ':
		return 'd'
	case unicode.Is(unicode.Mn, r):
		return -1
	}
	return r
}

// Slug returns s as lower-case ASCII letters and digits, words joined by "-".
func Slug(s string) string {
	words := strings.FieldsFunc(Fold(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "-")
}
