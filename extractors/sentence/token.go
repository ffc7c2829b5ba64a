package sentence

import (
	"math"
	"unicode/utf8"

	"vnlex/extractors"
)

// A Kind is the kind of a token.
type Kind uint8

// The kinds of tokens.
const (
	Word  Kind = iota + 1
	Digit      // a word that begins with a digit
	Punct
	Marked // words that stand for a thing: see Mask
)

// A Token is a word, a number or a punctuation mark.
type Token struct {
	Start, End int32
	Kind       Kind
	Case       Case
	ID         uint16 // of a word: its number in the vocabulary; of a mark: the mark
	Line       bool   // a line break stands before it
	Ref        int32  // of a marked token: which thing
}

// Punctuation marks that are not ASCII, as token IDs.
const (
	OpenQuote  = 0x2C0 + iota // “
	CloseQuote                // ”
	Ellipsis                  // …
	OtherMark
)

// Tokens appends the tokens of span to buf. Marks of emphasis (* _ #) and noise
// are left out.
func (l *Layout) Tokens(buf []Token, v *Vocab, span extractors.Span) []Token {
	return l.First(buf, v, span, math.MaxInt)
}

// First is Tokens, of at most n tokens.
func (l *Layout) First(buf []Token, v *Vocab, span extractors.Span, n int) []Token {
	s, i := l.Norm, span.Start
	noise := l.noiseFrom(i)
	line := false
	for i < span.End && n > 0 {
		if len(noise) > 0 && i >= noise[0].Start {
			i, noise, line = max(i, noise[0].End), noise[1:], true
			continue
		}
		c := s[i]
		switch {
		case c == '\n':
			line = true
			i++
		case c == ' ' || c == '*' || c == '_' || c == '#' || c == '\t' || c == '\r':
			i++
		default:
			t := token(s, i, v)
			t.Line, line = line, false
			buf = append(buf, t)
			i = int(t.End)
			n--
		}
	}
	return buf
}

func token(s string, i int, v *Vocab) Token {
	if c := s[i]; c < utf8.RuneSelf && smalls[c] == 0 {
		return Token{Start: int32(i), End: int32(i + 1), Kind: Punct, ID: uint16(c)}
	}
	r, n := RuneAt(s, i)
	t := Token{Start: int32(i), End: int32(i + n), Kind: Punct}
	switch {
	case IsDigit(r):
		end, _, _ := hashWord(s, i)
		t.End, t.Kind = int32(end), Digit
	case IsLetter(r):
		end, h, c := hashWord(s, i)
		t.End, t.Kind, t.Case, t.ID = int32(end), Word, c, v.ID(h)
	case r == '“':
		t.ID = OpenQuote
	case r == '”':
		t.ID = CloseQuote
	case r == '…':
		t.ID = Ellipsis
	default:
		t.ID = OtherMark
	}
	return t
}

// noiseFrom returns the noise that ends after byte i.
func (l *Layout) noiseFrom(i int) []extractors.Span {
	lo, hi := 0, len(l.Noise)
	for lo < hi {
		m := (lo + hi) / 2
		if l.Noise[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return l.Noise[lo:]
}
