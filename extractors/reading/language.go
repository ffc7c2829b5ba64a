package reading

import (
	"strings"
	"unicode"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
	"vnlex/extractors/sentence"
)

// unreadable reports whether a text is not to be read: it is in another language, or a
// machine has reworded it (spec 5.7).
func (p *page) unreadable() bool {
	if normalize.Spun(p.text.Norm) {
		p.warn("spun_text", "a machine has reworded this text; it is not read", extractors.Span{})
		return true
	}
	return foreign(p.text.Norm)
}

// lossy reports whether letters were lost from a text: then its words are no words, and
// only numbers are read (spec 5.7).
func (p *page) lossy() bool {
	if !normalize.Lossy(p.text.Norm) {
		return false
	}
	p.warn("lossy_text", "letters were lost from this text; only numbers are read", extractors.Span{})
	return true
}

// sampled is how much of a text is looked at to know its language.
const sampled = 12_000

// foreign reports whether a text is in another language: it has enough words,
// next to none with a letter that only Vietnamese has (spec 5.6), and many of
// the small words of English, French and the like.
func foreign(s string) bool {
	s = s[:min(len(s), sampled)]
	if otherScript(s) {
		return true
	}
	words, viet, small := 0, 0, 0
	for i := 0; i < len(s); {
		if s[i] == ' ' || s[i] == '\n' {
			i++
			continue
		}
		w := s[i:wordEnd(s, i)]
		i += len(w)
		words++
		if vietnamese(w) {
			if viet++; viet*25 >= words+(len(s)-i)/2+1 {
				return false // however many words are left
			}
		} else if len(w) <= 4 && smallWords[strings.ToLower(strings.Trim(w, ".,;:()\""))] {
			small++
		}
	}
	return words >= 25 && viet*25 < words && small*12 > words
}

// otherScript reports whether most letters of s are of another script than Latin.
func otherScript(s string) bool {
	letters, latin := 0, 0
	for i, r := range s {
		if latin*2 >= letters+(len(s)-i)/2 {
			return false // whatever letters of two bytes and more are left
		}
		if r < 0x80 && r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0xc0 && r < 0x250 || r >= 0x1e00 && r <= 0x1eff {
			letters++
			latin++
		} else if r >= 0x370 && unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 20 && latin*2 < letters
}

// wordEnd returns the end of the word at byte i: the next space or line break.
func wordEnd(s string, i int) int {
	for i < len(s) && s[i] != ' ' && s[i] != '\n' {
		i++
	}
	return i
}

// vietnamese reports whether w has a letter that of all languages only
// Vietnamese writes.
func vietnamese(w string) bool {
	for _, r := range w {
		if r >= 0x1EA0 && r <= 0x1EF9 || r == 'đ' || r == 'Đ' || r == 'ơ' || r == 'ư' || r == 'Ơ' || r == 'Ư' || r == 'ă' {
			return true
		}
		if r > 0x1EF9 && !sentence.IsLetter(r) && r > 0x3000 {
			return false
		}
	}
	return false
}

var smallWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the of and to in is on for by with that this are be as at from or an was not
		le la les des du de et en un une dans que qui par sur pour est au aux ce
		el los las del y por con para una se su al lo
		der die das und ist von zu mit den dem ein eine auf für im des
		di il che per una non sono da o os um uma não com`) {
		m[w] = true
	}
	return m
}()
