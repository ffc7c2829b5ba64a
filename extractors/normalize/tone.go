package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ToneFold puts the tone mark where the older convention has it: hòa, khỏe, thủy
// for hoà, khoẻ, thuỷ; and where it is plainly misplaced: quý, giá for qúy, gía.
// s is NFC; its case is kept. (spec 5.4)
func ToneFold(s string) string {
	var b strings.Builder
	done := 0
	prev, before := rune(0), rune(0) // the letters before r
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		if x, y, ok := shift(before, prev, r, s[max(next, i+1):]); ok {
			b.WriteString(s[done : i-utf8.RuneLen(prev)])
			b.WriteRune(x)
			b.WriteRune(y)
			done = next
			r = y
		}
		before, prev = prev, r
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// shift returns what stands for the letters u, v, when the tone is on the wrong
// one of them; before stands before them, after behind.
func shift(before, u, v rune, after string) (x, y rune, ok bool) {
	onU, onV := toneOf(u), toneOf(v)
	switch {
	case onU.tone == 0 && onV.tone != 0 && open(u, onV.base) && !isQ(before) && !letterAt(after):
		return put(u, onV.tone), onV.base, true
	case onU.tone != 0 && onV.tone == 0 && onset(before, onU.base) && isVowel(v):
		return onU.base, put(v, onU.tone), true
	}
	return 0, 0, false
}

// open reports whether u, v end a syllable in oa, oe or uy.
func open(u, v rune) bool {
	u, v = unicode.ToLower(u), unicode.ToLower(v)
	return u == 'o' && (v == 'a' || v == 'e') || u == 'u' && v == 'y'
}

// onset reports whether u only helps to write the consonant before it: qu, gi.
func onset(before, u rune) bool {
	u = unicode.ToLower(u)
	return isQ(before) && u == 'u' || (before == 'g' || before == 'G') && u == 'i'
}

func isQ(r rune) bool { return r == 'q' || r == 'Q' }

func isVowel(r rune) bool { return strings.ContainsRune(vowels, r) }

func letterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

const vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"

// Each row: a vowel without tone, then huyền, hỏi, ngã, sắc, nặng.
var rows = [...]string{
	"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
	"oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
	"AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
	"OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
}

type toned struct {
	base rune
	tone int // 1 to 5; 0 is no tone
}

var tones, withTone = func() (split [latinEnd]toned, join map[toned]rune) {
	join = make(map[toned]rune, 6*len(rows))
	for _, row := range rows {
		letters := []rune(row)
		for tone, r := range letters {
			split[r] = toned{letters[0], tone}
			join[split[r]] = r
		}
	}
	return split, join
}()

func toneOf(r rune) toned {
	if r < latinEnd {
		return tones[r]
	}
	return toned{}
}

func put(base rune, tone int) rune { return withTone[toned{base, tone}] }
