package sentence

import "unicode/utf8"

// A Vocab numbers the words that an extractor looks for, whatever their case
// and whichever way the tone of oa, oe, uy is placed (spec 5.4). Unknown words
// have number 0.
type Vocab struct {
	slots []slot // a hash table; its size is a power of two
	n     uint16
}

// A slot holds the hash of a word and its number.
type slot struct {
	hash uint64
	id   uint16
}

// NewVocab returns an empty vocabulary.
func NewVocab() *Vocab { return &Vocab{slots: make([]slot, 1024)} }

// Add returns the number of word, giving it one if it has none.
func (v *Vocab) Add(word string) uint16 {
	h := Hash(word)
	if id := v.ID(h); id != 0 {
		return id
	}
	v.n++
	v.put(h, v.n)
	if other := moveTone(word); other != word {
		v.put(Hash(other), v.n)
	}
	return v.n
}

func (v *Vocab) put(h uint64, id uint16) {
	if 4*int(v.n) >= len(v.slots) {
		old := v.slots
		v.slots = make([]slot, 2*len(old))
		for _, s := range old {
			if s.id != 0 {
				*v.find(s.hash) = s
			}
		}
	}
	*v.find(h) = slot{h, id}
}

// find returns the slot of h, or the empty one where it belongs.
func (v *Vocab) find(h uint64) *slot {
	mask := uint64(len(v.slots) - 1)
	for i := (h ^ h>>29) & mask; ; i = (i + 1) & mask {
		if s := &v.slots[i]; s.id == 0 || s.hash == h {
			return s
		}
	}
}

// ID returns the number of a word by its hash.
func (v *Vocab) ID(h uint64) uint16 { return v.find(h).id }

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// Hash returns the hash of a word in lower case.
func Hash(word string) uint64 {
	_, h, _ := hashWord(word, 0)
	return h
}

// A Case says how a word is written.
type Case uint8

// The cases of words.
const (
	LowerCase Case = iota
	Capital        // first letter upper-case
	AllCaps        // two or more letters, all upper-case
)

// hashWord reads the letters and digits from byte i on, up to a capital behind a
// small letter: there a space was lost (spec 5.8: củaLuật).
func hashWord(s string, i int) (end int, h uint64, c Case) {
	h = fnvOffset
	letters, uppers, first, small := 0, 0, false, false
	for i < len(s) {
		r, n := rune(s[i]), 1
		l := rune(smalls[s[i]])
		if l == 0 {
			if r, n = letterAt(s, i); n == 0 || !IsLetter(r) {
				break
			}
			l = Lower(r)
		}
		if l != r && small {
			break
		}
		small = l == r && r > '9'
		if l != r {
			uppers++
			first = first || letters == 0
		}
		letters++
		h = (h ^ uint64(l)) * fnvPrime
		i += n
	}
	switch {
	case uppers == letters && letters > 1:
		c = AllCaps
	case first:
		c = Capital
	}
	return i, h, c
}

// smalls gives the small letter of an ASCII letter, a digit as it is, and 0 for other bytes.
var smalls = func() (t [256]byte) {
	for c := range byte(26) {
		t['a'+c], t['A'+c] = 'a'+c, 'a'+c
	}
	for c := range byte(10) {
		t['0'+c] = '0' + c
	}
	return t
}()

// letterAt decodes the rune at byte i, which may be a letter beyond ASCII; n is 0 where an
// ASCII character stands.
func letterAt(s string, i int) (r rune, n int) {
	c := s[i]
	if c < utf8.RuneSelf {
		return 0, 0
	}
	if i+2 < len(s) {
		d, e := s[i+1], s[i+2]
		switch {
		case c == 0xE1 && (d == 0xBA || d == 0xBB) && e&0xC0 == 0x80: // U+1E80 to U+1EFF
			return 0x1000 | rune(d&0x3F)<<6 | rune(e&0x3F), 3
		case c >= 0xC3 && c <= 0xC6 && d&0xC0 == 0x80:
			return rune(c&0x1F)<<6 | rune(d&0x3F), 2
		}
	}
	return utf8.DecodeRuneInString(s[i:])
}

// moveTone gives the other spelling of a syllable that ends in oa, oe or uy:
// hòa for hoà, ủy for uỷ; and any other word as it is.
func moveTone(word string) string {
	for _, p := range toneShifts {
		if cut := len(word) - len(p[0]); cut >= 0 && word[cut:] == p[0] && !qBefore(word, cut, p[0]) {
			return word[:cut] + p[1]
		}
	}
	return word
}

func qBefore(word string, i int, ending string) bool {
	r, _ := utf8.DecodeRuneInString(ending)
	return (r == 'u' || r == 'ù' || r == 'ú' || r == 'ủ' || r == 'ũ' || r == 'ụ') && i > 0 && word[i-1] == 'q'
}

var toneShifts = shifts(
	"oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa",
	"oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe",
	"uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy")

func shifts(pairs ...string) [][2]string {
	var all [][2]string
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, [2]string{pairs[i], pairs[i+1]}, [2]string{pairs[i+1], pairs[i]})
	}
	return all
}
