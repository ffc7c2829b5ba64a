package resolve

import (
	"strings"

	"vnlex/extractors/normalize"
)

// A title is the set of words by which titles are compared.
type title map[string]bool

// stopPhrases say nothing about which document is meant (spec section 2.3, step 3).
var stopPhrases = []string{"ve viec", "ban hanh", "phe duyet", "sua doi", "bo sung",
	"mot so dieu", "quy dinh"}

func newTitle(s string) title {
	text := " " + strings.Join(words(s), " ") + " "
	for _, p := range stopPhrases {
		text = strings.ReplaceAll(text, " "+p+" ", "  ")
	}
	t := title{}
	for _, w := range strings.Fields(text) {
		t[w] = true
	}
	return t
}

// similarTitle is from where on two titles are taken to name one document.
const similarTitle = 0.6

func (t title) similar(o title) bool { return jaccard(t, o) >= similarTitle }

// jaccard returns the share of common words; two empty sets share nothing.
func jaccard(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	if all := len(a) + len(b) - both; all > 0 {
		return float64(both) / float64(all)
	}
	return 0
}

// anySimilar reports whether a title of one list is similar to one of the other.
func anySimilar(a, b []title) bool {
	for _, t := range a {
		for _, o := range b {
			if t.similar(o) {
				return true
			}
		}
	}
	return false
}

// words returns the folded words of s, runs of letters and digits.
func words(s string) []string {
	return strings.FieldsFunc(normalize.Fold(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
}
