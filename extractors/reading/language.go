package reading

import (
	"strings"

	"vnlex/extractors/sentence"
)

// sampled is how much of a text is looked at to know its language.
const sampled = 12_000

// foreign reports whether a text is in another language: it has enough words,
// next to none with a letter that only Vietnamese has (spec 5.6), and many of
// the small words of English, French and the like.
func foreign(s string) bool {
	s = s[:min(len(s), sampled)]
	words, viet, small := 0, 0, 0
	for w := range strings.FieldsSeq(s) {
		words++
		if vietnamese(w) {
			viet++
		} else if len(w) <= 4 && smallWords[strings.ToLower(strings.Trim(w, ".,;:()\""))] {
			small++
		}
	}
	return words >= 25 && viet*25 < words && small*12 > words
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
