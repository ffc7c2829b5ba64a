package resolve

import (
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors/agency"
)

// features are what two names of instruments are compared by.
type features struct {
	words map[string]bool // folded, without "ngành"
	named map[string]bool // places, agencies, numbers
}

func featuresOf(name string) features {
	f := features{words: map[string]bool{}, named: map[string]bool{}}
	for _, w := range words(name) {
		if w != "nganh" {
			f.words[w] = true
		}
		if strings.ContainsAny(w, "0123456789") {
			f.named[w] = true
		}
	}
	f.bodies(name)
	return f
}

// bodies adds the agencies and provinces that stand in name.
func (f *features) bodies(name string) {
	start := true
	for i := 0; i < len(name); {
		end := 0
		if start {
			end = f.bodyAt(name[i:])
		}
		if end > 0 {
			i += end
			start = false
			continue
		}
		r, n := utf8.DecodeRuneInString(name[i:])
		start = !unicode.IsLetter(r) && !unicode.IsDigit(r)
		i += n
	}
}

// bodyAt adds the agency or the province that s begins with, and returns its length.
func (f *features) bodyAt(s string) int {
	if m, ok := agency.ByName(s); ok && m.End > 0 {
		f.named[m.Agency.Key+"@"+m.Place.Slug] = true
		return m.End
	}
	for n := maxPlaceWords; n > 0; n-- {
		if end := wordsEnd(s, n); end > 0 {
			if p, ok := agency.Province(strings.TrimRight(s[:end], `,.;:)”"`)); ok {
				f.named["@"+p.Slug] = true
				return end
			}
		}
	}
	return 0
}

// maxPlaceWords has room for "Bà Rịa - Vũng Tàu" and "Thành phố Hồ Chí Minh".
const maxPlaceWords = 6

// wordsEnd returns where the n-th word of s ends, 0 when there are fewer.
func wordsEnd(s string, n int) int {
	at := 0
	for ; n > 0; n-- {
		rest := strings.TrimLeft(s[at:], " ")
		at = len(s) - len(rest)
		word := strings.IndexByte(rest, ' ')
		switch {
		case rest == "":
			return 0
		case word < 0:
			word = len(rest)
		}
		at += word
	}
	return at
}

// same reports whether two names may name one instrument.
func (f features) same(o features) bool {
	return jaccard(f.words, o.words) >= similarName && maps.Equal(f.named, o.named)
}
