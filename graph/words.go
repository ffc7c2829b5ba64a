package graph

// maxWord is the length at which a word is cut, in both the text and the
// question, so that every store's index can hold it.
const maxWord = 64

// Words returns the words of a folded text: its runs of the letters a to z and
// the digits, each cut to 64 bytes. Everything else parts words.
func Words(folded string) []string {
	var words []string
	for i := 0; i < len(folded); {
		end := i
		for end < len(folded) && isWord(folded[end]) {
			end++
		}
		if end > i {
			words = append(words, folded[i:min(end, i+maxWord)])
		}
		i = end + 1
	}
	return words
}

func isWord(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// Holds reports whether every word is one of the words of the folded text.
// It is what Reader.Holding promises of the nodes that it returns.
func Holds(folded string, words []string) bool {
	held := make(map[string]bool)
	for _, w := range Words(folded) {
		held[w] = true
	}
	for _, w := range words {
		if !held[w] {
			return false
		}
	}
	return len(words) > 0
}
