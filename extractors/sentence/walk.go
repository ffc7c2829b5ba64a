package sentence

import (
	"unicode/utf8"

	"vnlex/extractors"
)

// stretch is how many bytes a Walk reads at once.
const stretch = 16 << 10

// A Walk gives the masked tokens of a span stretch by stretch: a block may be as long as a
// book, and its tokens take several times its bytes. A Walk may be started again, and keeps
// its memory.
type Walk struct {
	Tokens []Token

	layout *Layout
	vocab  *Vocab
	at     int // how far it has read
	end    int
	marks  []Mark
}

// Start begins to read a span of l, in which marks are masked: see Mask.
func (w *Walk) Start(l *Layout, v *Vocab, span extractors.Span, marks []Mark) {
	*w = Walk{Tokens: w.Tokens[:0], layout: l, vocab: v, at: span.Start, end: span.End, marks: marks}
}

// Done reports whether all has been read.
func (w *Walk) Done() bool { return w.at >= w.end }

// Next drops the first n tokens and appends those of the next stretch.
func (w *Walk) Next(n int) {
	w.Tokens = w.Tokens[:copy(w.Tokens, w.Tokens[n:])]
	for len(w.marks) > 0 && w.marks[0].End <= w.at {
		w.marks = w.marks[1:]
	}
	to, kept := w.cut(), len(w.Tokens)
	w.Tokens = w.layout.Tokens(w.Tokens, w.vocab, extractors.Span{Start: w.at, End: to})
	w.Tokens = w.Tokens[:kept+len(Mask(w.Tokens[kept:], w.marks))]
	w.at = to
}

// cut returns where the next stretch ends: the end, or between two tokens outside the
// marks, behind a byte that counts.
func (w *Walk) cut() int {
	i := min(w.at+stretch, w.end)
	for ; i < w.end; i++ {
		if !w.parts(i) {
			continue
		}
		at := i
		for m := 0; m < len(w.marks) && w.marks[m].Start < i; m++ {
			at = max(at, w.marks[m].End)
		}
		if at == i {
			return i
		}
		i = at - 1
	}
	return w.end
}

// parts reports whether a token or a space begins at byte i, and a token ends there.
func (w *Walk) parts(i int) bool {
	s := w.layout.Norm
	switch s[i-1] {
	case ' ', '\n', '*', '_', '#', '\t', '\r':
		return false
	}
	r, _ := RuneAt(s, i)
	return utf8.RuneStart(s[i]) && !IsLetter(r) && !IsDigit(r)
}
