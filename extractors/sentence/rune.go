package sentence

import "unicode/utf8"

// Letters of Vietnamese as Unicode has them: Latin-1, Latin Extended-A and -B
// as far as ư, Latin Extended Additional. Go's unicode tables cost five times more.

// Lower gives the lower-case form of a Vietnamese letter and other runes as they are.
func Lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
	case r >= 0xC0 && r <= 0xDE && r != 0xD7:
		return r + 0x20
	case r >= 0x100 && r <= 0x17F, r >= 0x1EA0 && r <= 0x1EF9:
		return r | 1
	case r == 0x1A0:
		return 0x1A1
	case r == 0x1AF:
		return 0x1B0
	}
	return r
}

// IsUpper reports whether r is an upper-case Vietnamese letter.
func IsUpper(r rune) bool { return Lower(r) != r }

// IsLetter reports whether r is a letter of Vietnamese or of plain Latin.
func IsLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		r |= 0x20
		return 'a' <= r && r <= 'z'
	case r < 0x250:
		return r >= 0xC0 && r != 0xD7 && r != 0xF7
	}
	return r >= 0x1EA0 && r <= 0x1EF9 || r >= 0x300 && r <= 0x36F
}

// IsDigit reports whether r is an ASCII digit.
func IsDigit(r rune) bool { return '0' <= r && r <= '9' }

// RuneAt decodes the rune at byte i of s.
func RuneAt(s string, i int) (rune, int) {
	if i >= len(s) {
		return utf8.RuneError, 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// RuneBefore decodes the rune that ends at byte i of s.
func RuneBefore(s string, i int) (rune, int) {
	if i <= 0 {
		return utf8.RuneError, 0
	}
	if c := s[i-1]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeLastRuneInString(s[:i])
}
