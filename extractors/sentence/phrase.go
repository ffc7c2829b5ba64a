package sentence

import "strings"

// Phrases finds phrases in tokens: words one after the other, with the commas
// that the phrase has. Case and tone style do not count.
type Phrases struct {
	vocab *Vocab
	next  map[uint32]uint16 // state<<16 | word → state
	value []int             // of the phrase that ends in a state; 0: none does
}

// NewPhrases returns an empty set over the words of v.
func NewPhrases(v *Vocab) *Phrases {
	return &Phrases{vocab: v, next: make(map[uint32]uint16), value: make([]int, 1)}
}

// Add adds a phrase with a value above 0. The first value of a phrase stays.
func (p *Phrases) Add(phrase string, value int) {
	state := uint16(0)
	for _, w := range strings.Fields(strings.ReplaceAll(phrase, ",", " , ")) {
		state = p.step(state, p.vocab.mark(w))
	}
	if p.value[state] == 0 {
		p.value[state] = value
	}
}

func (p *Phrases) step(state, word uint16) uint16 {
	key := uint32(state)<<16 | uint32(word)
	if to, ok := p.next[key]; ok {
		return to
	}
	p.value = append(p.value, 0)
	to := uint16(len(p.value) - 1)
	p.next[key] = to
	return to
}

const punct = 0x8000 // set in the words of the automaton that are marks

func (v *Vocab) mark(w string) uint16 {
	if r, n := RuneAt(w, 0); n == len(w) && !IsLetter(r) && !IsDigit(r) {
		return punct | token(w, 0, v).ID
	}
	return v.Add(w)
}

// At returns the value of the longest phrase that begins at token i and how
// many tokens it has; 0, 0 when there is none.
func (p *Phrases) At(tokens []Token, i int) (value, n int) {
	state := uint16(0)
	for j := i; j < len(tokens); j++ {
		w := tokens[j].ID
		if w == 0 || tokens[j].Kind == Digit || tokens[j].Kind == Marked {
			break
		}
		if tokens[j].Kind == Punct {
			w |= punct
		}
		to, ok := p.next[uint32(state)<<16|uint32(w)]
		if !ok {
			break
		}
		if state = to; p.value[state] > 0 {
			value, n = p.value[state], j+1-i
		}
	}
	return value, n
}
