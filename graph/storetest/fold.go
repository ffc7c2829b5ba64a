package storetest

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold takes a text to lower case without diacritics, as stores are given it.
func Fold(text string) string {
	text = strings.NewReplacer("đ", "d").Replace(strings.ToLower(text))
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFD.String(text))
}
