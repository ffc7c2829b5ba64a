package normalize

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"vnlex/extractors"
)

// references reads the character references of HTML that a text still holds,
// "Ng&#432;&#7901;i", behind the offset map (spec 5.6). Only letters, blanks and marks
// beyond ASCII are read, and "&amp;" where it begins no other reference: what is read
// never becomes a reference itself.
func references(t extractors.Text) extractors.Text {
	s := t.Norm
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return t
	}
	b := extractors.NewBuilder(t)
	for {
		end := i + 1
		if letter, n := reference(s[i:]); n > 0 {
			end = i + n
			b.Keep(i)
			b.Replace(end, letter)
		}
		next := strings.IndexByte(s[end:], '&')
		if next < 0 {
			return b.Text()
		}
		i = end + next
	}
}

// longReference is the most bytes of a reference: &#x1EF9; &Otilde; &#0007871;
const longReference = 12

// reference returns what the reference that begins s stands for, and its length; 0 when
// none does.
func reference(s string) (letter string, n int) {
	end := strings.IndexByte(s[:min(len(s), longReference)], ';')
	if end < 3 {
		return "", 0
	}
	name := s[1:end]
	if name[0] != '#' {
		if name == "amp" && !opensReference(s[end+1:]) {
			return "&", end + 1
		}
		if letter, ok := namedReferences[name]; ok {
			return letter, end + 1
		}
		return "", 0
	}
	digits, base := name[1:], 10
	if digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	r := rune(code)
	if err != nil || code < 0xa0 || code > 0xffff || !utf8.ValidRune(r) || kindOf(r) == invisible || r >= 0xe000 && r <= 0xf8ff {
		return "", 0
	}
	return string(r), end + 1
}

// opensReference reports whether s goes on a reference behind "&".
func opensReference(s string) bool {
	end := strings.IndexByte(s[:min(len(s), longReference)], ';')
	return end > 0 && strings.Trim(s[:end], "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// namedReferences are those that Vietnamese texts hold.
var namedReferences = func() map[string]string {
	m := map[string]string{"nbsp": "\u00a0", "ndash": "–", "mdash": "—", "hellip": "…", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
		"rsquo": "’", "laquo": "«", "raquo": "»", "times": "×", "deg": "°", "yacute": "ý", "Yacute": "Ý"}
	rows := map[string]string{"grave": "àèìòùÀÈÌÒÙ", "acute": "áéíóúÁÉÍÓÚ"}
	for accent, letters := range rows {
		for i, r := range []rune(letters) {
			m["aeiouAEIOU"[i:i+1]+accent] = string(r)
		}
	}
	for name, letter := range map[string]string{"acirc": "â", "ecirc": "ê", "ocirc": "ô", "Acirc": "Â", "Ecirc": "Ê", "Ocirc": "Ô",
		"atilde": "ã", "otilde": "õ", "Atilde": "Ã", "Otilde": "Õ"} {
		m[name] = letter
	}
	return m
}()
