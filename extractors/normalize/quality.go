package normalize

import (
	"strings"
	"unicode"
)

// judged is how much of a text is looked at to judge its quality, in bytes.
const judged = 6_000

// Lossy reports whether the extraction of a PDF lost the glyphs outside of Latin-1, "TH TƯ
// NG CHÍNH PH": the letters of U+1EA0–1EF9, which stand in every other word of Vietnamese,
// are absent while ơ and ư are there. Nothing brings them back. (spec 5.7)
func Lossy(s string) bool {
	s = s[:min(len(s), judged)]
	words, deep, horned := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\ufffd' }) {
		words++
		for _, r := range w {
			switch {
			case r >= 0x1ea0 && r <= 0x1ef9:
				deep++
			case strings.ContainsRune("ơưƠƯ", r):
				horned++
			}
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
	s = strings.ToLower(s[:min(len(s), judged)])
	n := 0
	for _, w := range spun {
		n += strings.Count(s, w)
	}
	return n >= 2
}
