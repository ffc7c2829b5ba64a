package lexicon

import (
	"strings"
	"unicode/utf8"
)

// maxWord is more than the bytes of any Vietnamese syllable or code.
const maxWord = 48

// letters marks the bytes that begin or continue a letter: ASCII letters, the leads of
// Latin letters with marks, and continuation bytes.
var letters = func() (t [256]bool) {
	for c := 0; c < 26; c++ {
		t['a'+c], t['A'+c] = true, true
	}
	for c := 0x80; c < 0xC0; c++ {
		t[c] = true
	}
	for _, c := range []byte{0xC3, 0xC4, 0xC5, 0xC6, 0xCC, 0xE1} {
		t[c] = true
	}
	return t
}()

func letter(c byte) bool { return letters[c] }

// width returns the length of the rune that c leads.
func width(c byte) int {
	switch {
	case c < 0xC0:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// wordEnd returns the end of the letters that stand at byte i.
func wordEnd(s string, i int) int {
	for i < len(s) && letters[s[i]] {
		i++
	}
	return i
}

// key folds the first four bytes of the word at i into 16 bits.
func key(s string, i int) uint32 {
	h := uint32(0)
	for n := 0; n < 4; n++ {
		h <<= 8
		if i < len(s) && letters[s[i]] {
			h |= uint32(s[i] | 0x20)
			i++
		}
	}
	return h * 2654435761 >> 16
}

// foldInto appends word in lower case and the older tone style ("hóa", "thủy").
func foldInto(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		dst = utf8.AppendRune(dst, lower(r))
		i += n
	}
	return moveTone(dst)
}

// lower returns the small letter of a Vietnamese capital.
func lower(r rune) rune {
	switch {
	case 0xC0 <= r && r <= 0xDE && r != 0xD7:
		return r + 0x20
	case 0x1EA0 <= r && r <= 0x1EF9, 0x100 <= r && r <= 0x17F && r != 0x131:
		return r | 1
	case r == 'Ơ':
		return 'ơ'
	case r == 'Ư':
		return 'ư'
	}
	return r
}

// tones lists, for the second vowel of a pair, the same tone on the first.
var tones = map[rune]struct{ first, second rune }{
	'à': {'ò', 'a'}, 'á': {'ó', 'a'}, 'ả': {'ỏ', 'a'}, 'ã': {'õ', 'a'}, 'ạ': {'ọ', 'a'},
	'è': {'ò', 'e'}, 'é': {'ó', 'e'}, 'ẻ': {'ỏ', 'e'}, 'ẽ': {'õ', 'e'}, 'ẹ': {'ọ', 'e'},
	'ỳ': {'ù', 'y'}, 'ý': {'ú', 'y'}, 'ỷ': {'ủ', 'y'}, 'ỹ': {'ũ', 'y'}, 'ỵ': {'ụ', 'y'},
}

// moveTone writes the tone of an open oa, oe, uy on its first vowel; "quý" stays.
func moveTone(w []byte) []byte {
	r, n := utf8.DecodeLastRune(w)
	at := len(w) - n - 1
	if at < 0 || r < utf8.RuneSelf || w[at] != 'o' && w[at] != 'u' {
		return w
	}
	t, ok := tones[r]
	if !ok || (t.second == 'y') != (w[at] == 'u') || at > 0 && w[at-1] == 'q' {
		return w
	}
	w = utf8.AppendRune(w[:at], t.first)
	return append(w, byte(t.second))
}

// laterTone undoes moveTone: "ủy" becomes "uỷ".
func laterTone(word string) string {
	for toned, t := range tones {
		head, ok := strings.CutSuffix(word, string(t.first)+string(t.second))
		if !ok {
			head, ok = strings.CutSuffix(word, strings.ToUpper(string(t.first))+string(t.second))
		}
		if !ok {
			continue
		}
		if t.second == 'y' {
			return head + "u" + string(toned)
		}
		return head + "o" + string(toned)
	}
	return word
}
