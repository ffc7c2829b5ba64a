package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// judged is how much of a text is looked at to judge its quality, in bytes.
const judged = 6_000

// Lossy reports whether the extraction of a PDF lost the glyphs outside of Latin-1, "TH TƯ
// NG CHÍNH PH": the letters of U+1EA0–1EF9, which stand in every other word of Vietnamese,
// are absent while ơ and ư are there. Nothing brings them back. (spec 5.7)
func Lossy(s string) bool {
	s = s[:min(len(s), judged)]
	words, deep, horned := 0, 0, 0
	inside := false
	for _, r := range s {
		was := inside
		inside = r < utf8.RuneSelf && uint8(r|0x20)-'a' < 26 ||
			r >= utf8.RuneSelf && (unicode.IsLetter(r) || r == '\ufffd')
		if inside && !was {
			words++
		}
		switch {
		case r >= 0x1ea0 && r <= 0x1ef9:
			deep++
		case r >= 0x1a0 && r <= 0x1b0 && strings.ContainsRune("ơưƠƯ", r):
			horned++
		}
	}
	return words >= 20 && deep*25 < words && horned*25 > words
}

// spun are compounds of which a machine replaced one half by a synonym: no one writes
// văn phiên bản for văn bản, phía dẫn thi hành for hướng dẫn thi hành.
var spun = []string{"văn phiên bản", "văn bạn dạng", "cơ phiên bản", "phía dẫn thi hành", "phía dẫn thực hiện", "phía dẫn áp dụng",
	"phía dẫn số", "được phía dẫn", "phiên bản thân", "văn phiên phiên bản"}

// Spun reports whether a machine has reworded the text, as content farms do: what it says
// of documents is not to be trusted. (spec 5.7)
func Spun(s string) bool {
	s = s[:min(len(s), judged)]
	if !mayBeSpun(s) {
		return false
	}
	s = strings.ToLower(s)
	n := 0
	for _, w := range spun {
		n += strings.Count(s, w)
	}
	return n >= 2
}

// mayBeSpun is the quick look: each of the compounds has phiên, phía or bạn, in whatever case.
func mayBeSpun(s string) bool {
	for i := 2; i+4 < len(s); i++ {
		switch c := s[i]; {
		case (c|0x20 == 'i') && s[i-1]|0x20 == 'h' && s[i-2]|0x20 == 'p' && s[i+1] == 0xC3:
			if d := s[i+2] | 0x20; d == 0xAA || d == 0xAD { // ê, í
				return true
			}
		case c == 0xE1 && s[i-1]|0x20 == 'b' && s[i+1] == 0xBA && s[i+2]|1 == 0xA1 && s[i+3]|0x20 == 'n':
			return true
		}
	}
	return false
}
