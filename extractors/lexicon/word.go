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

// gaps is 1 for the bytes that are no letters.
var gaps = func() (t [256]uint64) {
	for c := range t {
		if !letters[c] {
			t[c] = 1
		}
	}
	return t
}()

// widths tells for every byte how long the rune is that it leads.
var widths = func() (t [256]uint8) {
	for c := range t {
		t[c] = uint8(width(byte(c)))
	}
	return t
}()

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

// keyLen is how many bytes of a word its key tells; mix makes 16 bits of them.
const (
	keyLen = 4
	mix    = 2654435761
)

// key folds the first four bytes of the word at i into 16 bits.
func key(s string, i int) uint32 {
	h := uint32(0)
	for n := 0; n < 8*keyLen; n += 8 {
		if i < len(s) && letters[s[i]] {
			h |= uint32(s[i]|0x20) << n
			i++
		}
	}
	return h * mix >> 16
}

// wordKey folds the first eight bytes of the word at i into 16 bits, whatever the case of
// its letters: the two cases of one differ in the bit 0x20 of a byte or in the bit 1. (Ơ and
// ư do not; a first word is marked in both cases.)
func wordKey(s string, i int) uint32 {
	x := uint64(0)
	if i+8 <= len(s) {
		x = eightAt(s, i)
	} else {
		for n := len(s) - 1; n >= i; n-- {
			x = x<<8 | uint64(s[n])
		}
	}
	m := breaks(x)
	return uint32((x | 0x21*ones) & (m&-m>>7 - 1) * 0x9E3779B97F4A7C15 >> 48)
}

// eightAt returns the eight bytes at i, the first in the lowest bits.
func eightAt(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// breaks marks the high bits of the bytes of x that lead no letter: ASCII but a-z and A-Z,
// and the leads of runes but C3 to C6, CC and E1.
func breaks(x uint64) uint64 {
	low := x&^highs | 0x20*ones
	word := (low + (0x80-'a')*ones) &^ (low + (0x80-'z'-1)*ones) &^ x
	leads := x & (x << 1)                                     // C0 and above
	latin := (x&^highs + 0x3d*ones) &^ (x&^highs + 0x39*ones) // C3 to C6
	return (^word&^x | leads&^latin&^equal(x, 0xCC)&^equal(x, 0xE1)) & highs
}

// equal marks the high bits of the bytes of x that are c.
func equal(x, c uint64) uint64 {
	x ^= c * ones
	return ^((x&^highs + 0x7f*ones) | x)
}

// hash mixes a word with the node that it leads on from.
func hash[T string | []byte](word T, from int32) uint32 {
	h := uint32(from)*mix ^ 2166136261
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h ^ h>>15
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
		if c == 0xE1 && i+2 < len(word) && (word[i+1]|1 == 0xBB) && word[i+2]&0xC0 == 0x80 {
			dst = append(dst, c, word[i+1], lowerTone(word[i+1], word[i+2]))
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		dst = utf8.AppendRune(dst, lower(r))
		i += n
	}
	return moveTone(dst)
}

// lowerTone returns the last byte of the small letter for U+1E80-1EFF, whose last bytes
// are given: from U+1EA0 to U+1EF9 capitals are even, and the small one follows.
func lowerTone(middle, last byte) byte {
	if middle == 0xBA && last < 0xA0 || middle == 0xBB && last > 0xB9 {
		return last
	}
	return last | 1
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
