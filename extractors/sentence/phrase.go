package sentence

import "strings"

// Phrases finds phrases in tokens: words one after the other, with the commas
// that the phrase has. Case and tone style do not count.
type Phrases struct {
	vocab *Vocab
	next  map[uint32]uint16 // state<<16 | word → state
	value []int             // of the phrase that ends in a state; 0: none does

	first []uint16              // the state behind a first word; short where the words end
	marks [OtherMark + 1]uint16 // the state behind a first mark
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
	if state == 0 {
		p.begin(word, to)
	}
	return to
}

// begin notes the state behind the first word of a phrase, which At looks up for every token.
func (p *Phrases) begin(word, to uint16) {
	if word&punct != 0 {
		p.marks[word&^punct] = to
		return
	}
	for int(word) >= len(p.first) {
		p.first = append(p.first, 0)
	}
	p.first[word] = to
}

// opening returns the state behind t as the first token of a phrase; 0: it begins none.
func (p *Phrases) opening(t *Token) uint16 {
	switch {
	case t.Kind == Word && int(t.ID) < len(p.first):
		return p.first[t.ID]
	case t.Kind == Punct:
		return p.marks[t.ID]
	}
	return 0
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
	if i >= len(tokens) {
		return 0, 0
	}
	state := p.opening(&tokens[i])
	if state == 0 {
		return 0, 0
	}
	if p.value[state] > 0 {
		value, n = p.value[state], 1
	}
	for j := i + 1; j < len(tokens); j++ {
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
