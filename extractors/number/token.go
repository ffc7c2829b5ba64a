package number

import (
	"unicode"
	"unicode/utf8"
)

// codeRun returns the end of the letters and digits of a code that begins at i with a
// capital: ASCII, "&" and the Vietnamese letters without tone.
func codeRun(s string, i int) int {
	if i >= len(s) || !capital(s, i) {
		return i
	}
	for j := i; ; {
		n := codeChar(s, j)
		if n == 0 || j-i > maxRun {
			return j
		}
		j += n
	}
}

// maxRun is more than the bytes of any code.
const maxRun = 28

// capital reports whether a capital of a code stands at i.
func capital(s string, i int) bool {
	c := s[i]
	if c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	return codeChar(s, i) == 2 && unicode.IsUpper(runeAt(s, i))
}

func runeAt(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// codeChar returns the length of the character of a code at i; 0: none is there.
func codeChar(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	c := s[i]
	if asciiLetter(c) || digit(c) || c == '&' {
		return 1
	}
	if c < 0xC3 || c > 0xC6 {
		return 0
	}
	switch runeAt(s, i) {
	case 'Đ', 'đ', 'Ư', 'ư', 'Ơ', 'ơ', 'Ă', 'ă', 'Â', 'â', 'Ê', 'ê', 'Ô', 'ô':
		return 2
	}
	return 0
}

// letterAt reports whether a letter stands at i.
func letterAt(s string, i int) bool {
	return i < len(s) && (asciiLetter(s[i]) || s[i] >= 0xC3 && unicode.IsLetter(runeAt(s, i)))
}

// letterEnd reports whether s ends in a letter.
func letterEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

// unitAt reads a group behind an issuer: the drafting unit.
func unitAt(s string, i int) (unit string, end int, ok bool) {
	end = codeRun(s, i)
	if letterAt(s, end) { // a word, or a unit with a word glued to it
		cut := i
		for cut < end && !lowerAt(s, cut) {
			cut += codeChar(s, cut)
		}
		if end = cut; letterAt(s, end) && upperAt(s, end) {
			return "", i, false
		}
		if end-i < 3 { // "Bộ", "Viện"
			return "", i, false
		}
	}
	if end == i || end-i > 16 || titled(s[i:end]) {
		return "", i, false
	}
	return s[i:end], end, true
}

// titled reports whether s is a word with one capital, as prose has it: "Ban".
func titled(s string) bool {
	small, big := 0, 0
	for _, r := range s {
		if unicode.IsLower(r) {
			small++
		} else {
			big++
		}
	}
	return big == 1 && small > 1
}
