package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors"
)

// letters puts Latin letters for the Greek and Cyrillic ones that stand among
// them by mistake, and Đ, đ for the Icelandic Ð, ð. (spec 5.3)
func letters(t extractors.Text) extractors.Text {
	s := t.Norm
	at := nextForeign(s, 0)
	if at == len(s) {
		return t
	}
	b := extractors.NewBuilder(t)
	vietnamese := isVietnamese(s) || hasEthSymbol(s)
	for at < len(s) {
		from, end := tokenAt(s, at)
		repairToken(b, s, from, end, vietnamese)
		at = nextForeign(s, end)
	}
	return b.Text()
}

// nextForeign returns the first place from i on that may be a letter of stands, else len(s).
func nextForeign(s string, i int) int {
	for ; i+9 <= len(s); i += 8 {
		if mask := strange(eightAt(s, i), eightAt(s, i+1)); mask != 0 {
			return i + first(mask)
		}
	}
	for ; i < len(s); i++ {
		if r, _ := utf8.DecodeRuneInString(s[i:]); stands[r] != "" {
			return i
		}
	}
	return len(s)
}

// repairToken repairs s[from:end], a run of letters, digits and the signs of symbols.
func repairToken(b *extractors.Builder, s string, from, end int, vietnamese bool) {
	token := s[from:end]
	if !strings.ContainsFunc(token, func(r rune) bool { return stands[r] != "" }) {
		return
	}
	glyphs := mixed(token)
	for i, r := range token {
		size := utf8.RuneLen(r)
		repl := stands[r]
		if repl == "" || marked(s[from+i+size:]) {
			continue
		}
		if isEth(r) && vietnamese || !isEth(r) && glyphs {
			b.Keep(from + i)
			b.Replace(from+i+size, repl)
		}
	}
}

// tokenAt returns the bounds of the token that the letter at byte i belongs to.
func tokenAt(s string, i int) (from, end int) {
	from = strings.LastIndexFunc(s[:i], notInToken)
	if from >= 0 {
		_, size := utf8.DecodeRuneInString(s[from:])
		from += size
	} else {
		from = 0
	}
	if n := strings.IndexFunc(s[i:], notInToken); n > 0 {
		return from, i + n
	} else if n == 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		return i, i + size
	}
	return from, len(s)
}

func notInToken(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) &&
		!strings.ContainsRune("-/&.", r)
}

// mixed reports whether every letter of the token that is Greek or Cyrillic looks
// like a Latin one and a Latin letter or a digit stands beside them. A Russian
// word or a formula is not touched.
func mixed(token string) bool {
	beside := false
	for _, r := range token {
		switch {
		case unicode.Is(unicode.Latin, r), r >= '0' && r <= '9':
			beside = true
		case unicode.IsLetter(r) && stands[r] == "":
			return false
		}
	}
	return beside
}

// marked reports whether s begins with a combining mark.
func marked(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Mn, r)
}

// isVietnamese reports whether s has a letter that, in practice, only Vietnamese has.
func isVietnamese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x1ea0 && r <= 0x1ef9 || strings.ContainsRune("ăĂđĐơƠưƯ", r)
	})
}

// hasEthSymbol reports whether s has a symbol like NÐ-CP, QÐ/TTg: then it is
// Vietnamese, however short.
func hasEthSymbol(s string) bool {
	for {
		before, after, ok := strings.Cut(s, "Ð")
		if !ok {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		if unicode.IsUpper(last) && after != "" && (after[0] == '-' || after[0] == '/') {
			return true
		}
		s = after
	}
}

func isEth(r rune) bool { return r == 'Ð' || r == 'ð' || r == 'Ɖ' }

// stands says which letter stands for one that only looks like it.
var stands = map[rune]string{
	'Ð': "Đ", 'ð': "đ", 'Ɖ': "Đ",

	'А': "A", 'В': "B", 'С': "C", 'Е': "E", 'Н': "H", 'І': "I", 'Ј': "J", 'К': "K", 'М': "M",
	'О': "O", 'Р': "P", 'Ѕ': "S", 'Т': "T", 'У': "Y", 'Х': "X", 'Ү': "Y", 'а': "a", 'с': "c",
	'е': "e", 'і': "i", 'ј': "j", 'о': "o", 'р': "p", 'ѕ': "s", 'у': "y", 'х': "x",

	'Α': "A", 'Β': "B", 'Ε': "E", 'Ζ': "Z", 'Η': "H", 'Ι': "I", 'Κ': "K", 'Μ': "M", 'Ν': "N",
	'Ο': "O", 'Ρ': "P", 'Τ': "T", 'Υ': "Y", 'Χ': "X", 'ο': "o",
}
