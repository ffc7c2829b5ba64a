package normalize

import "strings"

// IsSyllable reports whether w, in any case, can be a Vietnamese syllable: consonants that begin one,
// vowels, consonants that end one.
func IsSyllable(w string) bool {
	w = strings.ToLower(w)
	isVowel := func(r rune) bool { return strings.ContainsRune(nuclei, r) }
	i := strings.IndexFunc(w, isVowel)
	if i < 0 {
		return false
	}
	j := i + strings.IndexFunc(w[i:]+".", func(r rune) bool { return !isVowel(r) })
	return onsets[w[:i]] && codas[w[min(j, len(w)):]]
}

const nuclei = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"

var (
	onsets = set("", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r", "s",
		"t", "th", "tr", "v", "x")
	codas = set("", "c", "ch", "m", "n", "ng", "nh", "p", "t")
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
