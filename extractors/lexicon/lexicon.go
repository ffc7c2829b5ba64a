// Package lexicon finds known phrases in normalised text, whatever their letter case and
// tone style: names of types, agencies and laws.
package lexicon

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// A Lexicon is a set of phrases, each with a value of its own.
type Lexicon struct {
	nodes  []node          // the first is where every phrase begins
	edges  []edge          // a hash table; its size is a power of two
	filter [1 << 10]uint64 // of the beginnings of all phrases
	words  [1 << 10]uint64 // of their first words
	stubs  [256]uint64     // 1 for the first bytes of first words shorter than a key
	loose  bool
}

// A node is a place in a phrase, behind some of its words.
type node struct {
	value int32 // 1 + the value of a phrase that ends here
	open  bool  // a phrase goes on here
}

// An edge leads from a node to another by a folded word. It is free when to is 0.
type edge struct {
	hash     uint32 // of word and from
	from, to int32
	word     string
}

// New returns an empty lexicon whose words stand apart by spaces or line breaks.
func New() *Lexicon { return &Lexicon{nodes: make([]node, 1), edges: make([]edge, 64)} }

// NewLoose returns an empty lexicon in which a hyphen, a comma, an ampersand and the word
// "và" between two words count for nothing: "Văn hóa - Thể thao và Du lịch".
func NewLoose() *Lexicon {
	l := New()
	l.loose = true
	return l
}

// Add puts a phrase into l. The first value of a phrase stays.
func (l *Lexicon) Add(phrase string, value int) {
	at := int32(0)
	rest := phrase
	for first := true; ; first = false {
		word := l.firstWord(&rest)
		if word == "" {
			break
		}
		if first {
			l.mark(word)
		}
		at = l.child(at, l.fold(word))
	}
	if l.nodes[at].value == 0 {
		l.nodes[at].value = int32(value) + 1
	}
}

// child returns the node behind word at a node, making it if there is none.
func (l *Lexicon) child(from int32, word string) int32 {
	h := hash(word, from)
	if e := l.edge(h, from, word); e.to != 0 {
		return e.to
	}
	if 2*len(l.nodes) >= len(l.edges) {
		old := l.edges
		l.edges = make([]edge, 2*len(old))
		for _, e := range old {
			if e.to != 0 {
				*l.edge(e.hash, e.from, e.word) = e
			}
		}
	}
	l.nodes[from].open = true
	to := int32(len(l.nodes))
	l.nodes = append(l.nodes, node{})
	*l.edge(h, from, word) = edge{h, from, to, word}
	return to
}

// edge returns the edge by word, or the free one where it belongs.
func (l *Lexicon) edge(h uint32, from int32, word string) *edge {
	mask := uint32(len(l.edges) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		e := &l.edges[i]
		if e.to == 0 || e.hash == h && e.from == from && e.word == word {
			return e
		}
	}
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
		k = wordKey(w, 0)
		l.words[k>>6] |= 1 << (k & 63)
		if len(w) < keyLen {
			l.stubs[w[0]] = 1
		}
	}
}

func (l *Lexicon) fold(word string) string {
	var buf [maxWord]byte
	return string(foldInto(buf[:0], word))
}

// At returns the value of the longest phrase that begins at byte i of s, which is the
// beginning of a word, and where it ends.
func (l *Lexicon) At(s string, i int) (value, end int, ok bool) {
	if k := key(s, i); l.filter[k>>6]>>(k&63)&1 == 0 || !l.begins(s, i) {
		return 0, i, false
	}
	return l.longest(s, i)
}

func (l *Lexicon) longest(s string, i int) (value, end int, ok bool) {
	var buf [maxWord]byte
	at := int32(0)
	for start := i; l.nodes[at].open && start < len(s); {
		stop := wordEnd(s, start)
		if stop-start > maxWord {
			break
		}
		word := foldInto(buf[:0], s[start:stop])
		to := l.next(at, word)
		if to == 0 {
			break
		}
		at = to
		if v := l.nodes[at].value; v != 0 {
			value, end, ok = int(v-1), stop, true
		}
		if start = l.gap(s, stop, stop-start); start < 0 {
			break
		}
	}
	return value, end, ok
}

// next returns the node behind a folded word, 0 when there is none.
func (l *Lexicon) next(from int32, word []byte) int32 {
	h := hash(word, from)
	mask := uint32(len(l.edges) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		e := &l.edges[i]
		if e.to == 0 || e.hash == h && e.from == from && e.word == string(word) {
			return e.to
		}
	}
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
	for n := 0; n < 3 && i < len(s); n++ {
		if c := s[i]; c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			break
		}
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
		if !letter(s[i]) {
			if i = l.candidate(s, i); i == len(s) {
				break
			}
		}
		if v, end, ok := l.At(s, i); ok {
			return Hit{i, end, v}, true
		}
		i = wordEnd(s, i)
	}
	return Hit{}, false
}

// candidate returns the first word from byte i on, where none stands, that may begin a
// phrase. It looks for the ends of what is no word in eight bytes at a time.
func (l *Lexicon) candidate(s string, i int) int {
	from := i
	for ; i+16 <= len(s); i += 8 {
		for m := breaks(eightAt(s, i)); m != 0; m &= m - 1 {
			at := i + bits.TrailingZeros64(m)/8
			at += int(widths[s[at]])
			w := s[at : at+keyLen]
			k := (uint32(w[0]) | uint32(w[1])<<8 | uint32(w[2])<<16 | uint32(w[3])<<24 | 0x20202020) * mix >> 16
			if l.filter[k>>6]>>(k&63)&1 != 0 || l.stubs[w[0]]&(gaps[w[1]]|gaps[w[2]]|gaps[w[3]]) != 0 {
				if letter(w[0]) && l.begins(s, at) {
					return at
				}
			}
		}
	}
	if i > from {
		i = wordEnd(s, i) // it has been looked at
	}
	for i < len(s) && !letter(s[i]) {
		i += width(s[i])
	}
	return min(i, len(s))
}

// begins reports whether the first word of a phrase may stand at byte i.
func (l *Lexicon) begins(s string, i int) bool {
	k := wordKey(s, i)
	return l.words[k>>6]>>(k&63)&1 != 0
}
