package sentence

import (
	"unicode/utf8"

	"vnlex/extractors"
)

// longSentence is how far a sentence is followed to each side, in bytes: a text
// without full stops is no reason to read all of it for each of its words.
const longSentence = 3000

// Sentence returns the sentence around at, inside block b: up to a full stop,
// an exclamation or question mark that ends one, not at the stops of
// abbreviations, numbers of articles and initials.
func (l *Layout) Sentence(b Block, at extractors.Span) extractors.Span {
	if l.near.Start <= at.Start && at.End <= l.near.End {
		return l.last
	}
	l.last = l.sentence(b, at)
	l.near = l.last
	if l.last.Len() > longSentence {
		l.near.Start, l.near.End = at.Start-longSentence/2, at.End+longSentence/2
		l.near.Start, l.near.End = max(l.near.Start, l.last.Start), min(l.near.End, l.last.End)
	}
	return l.last
}

func (l *Layout) sentence(b Block, at extractors.Span) extractors.Span {
	at.Start = min(max(at.Start, b.Start), b.End) // what stands in noise lies outside
	at.End = min(max(at.End, b.Start), b.End)
	start, end := max(b.Start, at.Start-longSentence), min(b.End, at.End+longSentence)
	for i := at.Start - 1; i > start; i-- {
		if l.ends(b, i) {
			start = i + 1
			break
		}
	}
	for i := at.End; i < end; i++ {
		if l.ends(b, i) {
			end = i + 1
			break
		}
	}
	for start < end && !utf8.RuneStart(l.Norm[start]) {
		start++
	}
	for end < b.End && !utf8.RuneStart(l.Norm[end]) {
		end++
	}
	for start < end && (l.Norm[start] == ' ' || l.Norm[start] == '\n' || l.Norm[start] == '*') {
		start++
	}
	return extractors.Span{Start: start, End: end}
}

// ends reports whether a sentence of block b ends with byte i.
func (l *Layout) ends(b Block, i int) bool {
	switch l.Norm[i] {
	case '.', '!', '?':
		return l.Stops(b, i)
	case 0xA6: // the last byte of …
		return i >= 2 && l.Norm[i-2:i+1] == "…" && l.Stops(b, i)
	}
	return false
}

// Stops reports whether the mark at byte i ends a sentence of block b.
func (l *Layout) Stops(b Block, i int) bool {
	j := i + 1
	for j < b.End && (l.Norm[j] == '*' || l.Norm[j] == '"' || l.Norm[j] == ')') {
		j++
	}
	if j < b.End && l.Norm[j] != ' ' && l.Norm[j] != '\n' {
		return false
	}
	for j < b.End && (l.Norm[j] == ' ' || l.Norm[j] == '\n' || l.Norm[j] == '*') {
		j++
	}
	if r, _ := RuneAt(l.Norm, j); j < b.End && IsLetter(r) && !IsUpper(r) {
		return false
	}
	return l.Norm[i] != '.' || !l.abbreviates(b, i)
}

// abbreviates reports whether the full stop at byte i belongs to the word before it.
func (l *Layout) abbreviates(b Block, i int) bool {
	start := i
	for start > b.Start && l.Norm[start-1] != ' ' && l.Norm[start-1] != '\n' && l.Norm[start-1] != '*' {
		start--
	}
	word := l.Norm[start:i]
	if word == "" || endsInInitial(word) {
		return true
	}
	if digits(word, 0, len(word)) == len(word) || lettered(word+")", 0, len(word)+1) && len(word) <= 2 {
		return start == b.Start || l.numbers(b, start)
	}
	r, n := RuneAt(word, 0)
	return n == len(word) && IsUpper(r)
}

// numbers reports whether the word before byte i counts: Điều 5. Mục 2.
func (l *Layout) numbers(b Block, i int) bool {
	s := l.Norm[b.Start:i]
	for _, w := range []string{"Điều ", "ĐIỀU ", "Mục ", "Chương ", "Phần "} {
		if len(s) >= len(w) && s[len(s)-len(w):] == w && len(s) == len(w) {
			return true
		}
	}
	return false
}
