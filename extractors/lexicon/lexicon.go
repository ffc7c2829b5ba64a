// Package lexicon finds known phrases in normalised text, whatever their letter case and
// tone style: names of types, agencies and laws.
package lexicon

import (
	"strings"
	"unicode/utf8"
)

// A Lexicon is a set of phrases, each with a value of its own.
type Lexicon struct {
	root   node
	filter [1 << 10]uint64 // of the beginnings of all phrases
	loose  bool
}

type node struct {
	next  map[string]*node // by folded word
	value int32            // 1 + the value of a phrase that ends here
}

// New returns an empty lexicon whose words stand apart by spaces or line breaks.
func New() *Lexicon { return &Lexicon{} }

// NewLoose returns an empty lexicon in which a hyphen, a comma, an ampersand and the word
// "và" between two words count for nothing: "Văn hóa - Thể thao và Du lịch".
func NewLoose() *Lexicon { return &Lexicon{loose: true} }

// Add puts a phrase into l. The first value of a phrase stays.
func (l *Lexicon) Add(phrase string, value int) {
	at := &l.root
	rest := phrase
	for first := true; ; first = false {
		word := l.firstWord(&rest)
		if word == "" {
			break
		}
		if first {
			l.mark(word)
		}
		at = at.child(l.fold(word))
	}
	if at.value == 0 {
		at.value = int32(value) + 1
	}
}

func (n *node) child(word string) *node {
	if c := n.next[word]; c != nil {
		return c
	}
	if n.next == nil {
		n.next = map[string]*node{}
	}
	c := &node{}
	n.next[word] = c
	return c
}

// firstWord takes the first word that counts off *rest.
func (l *Lexicon) firstWord(rest *string) string {
	for {
		s := *rest
		i := 0
		for i < len(s) && !letter(s[i]) {
			i += width(s[i])
		}
		end := wordEnd(s, min(i, len(s)))
		word := s[min(i, len(s)):end]
		*rest = s[end:]
		if word == "" || !l.loose || !strings.EqualFold(word, "và") {
			return word
		}
	}
}

// mark lets a first word through the filter in every letter case of its beginning.
func (l *Lexicon) mark(word string) {
	small, big := strings.ToLower(word), strings.ToUpper(word)
	_, n := utf8.DecodeRuneInString(big)
	title := big[:n] + small[min(n, len(small)):]
	for _, w := range []string{word, small, big, title, laterTone(small), laterTone(title)} {
		k := key(w, 0)
		l.filter[k>>6] |= 1 << (k & 63)
	}
}

func (l *Lexicon) fold(word string) string {
	var buf [maxWord]byte
	return string(foldInto(buf[:0], word))
}

// At returns the value of the longest phrase that begins at byte i of s, which is the
// beginning of a word, and where it ends.
func (l *Lexicon) At(s string, i int) (value, end int, ok bool) {
	k := key(s, i)
	if l.filter[k>>6]&(1<<(k&63)) == 0 {
		return 0, i, false
	}
	return l.longest(s, i)
}

func (l *Lexicon) longest(s string, i int) (value, end int, ok bool) {
	var buf [maxWord]byte
	at := &l.root
	for start := i; at.next != nil && start < len(s); {
		stop := wordEnd(s, start)
		if stop-start > maxWord {
			break
		}
		next := at.next[string(foldInto(buf[:0], s[start:stop]))]
		if next == nil {
			break
		}
		at = next
		if at.value != 0 {
			value, end, ok = int(at.value-1), stop, true
		}
		if start = l.gap(s, stop, stop-start); start < 0 {
			break
		}
	}
	return value, end, ok
}

// gap returns where the word behind the one that ends at i (and is n bytes long) begins,
// when only what may stand between two words of a phrase stands between; else -1.
func (l *Lexicon) gap(s string, i, n int) int {
	j := blanks(s, i)
	if l.loose && j < len(s) && (strings.IndexByte("-,&", s[j]) >= 0 || s[j] == '.' && n < 3) {
		j = blanks(s, j+1)
	} else if j == i {
		return -1
	}
	if l.loose && strings.HasPrefix(s[j:], "và") && len(s) > j+3 && s[j+3] == ' ' {
		j += 4
	}
	if j >= len(s) || !letter(s[j]) {
		return -1
	}
	return j
}

// blanks skips at most three spaces and line breaks.
func blanks(s string, i int) int {
	for n := 0; n < 3 && i < len(s) && strings.IndexByte(" \n\r\t", s[i]) >= 0; n++ {
		i++
	}
	return i
}

// A Hit is a phrase found in a text.
type Hit struct {
	Start, End int
	Value      int
}

// Next returns the first longest phrase that begins at byte i of s or later. Byte i does
// not stand inside a word.
func (l *Lexicon) Next(s string, i int) (Hit, bool) {
	for i < len(s) {
		c := s[i]
		if !letter(c) {
			i += width(c)
			continue
		}
		if k := key(s, i); l.filter[k>>6]&(1<<(k&63)) != 0 {
			if v, end, ok := l.longest(s, i); ok {
				return Hit{i, end, v}, true
			}
		}
		i = wordEnd(s, i)
	}
	return Hit{}, false
}
