package sentence

import "vnlex/extractors"

// A Mark covers words that stand for one thing: a citation, an instrument.
type Mark struct {
	extractors.Span
	Ref int32 // which thing
}

// Mask replaces the tokens under each mark by one of kind Marked. Marks are in
// order and do not overlap.
// It works in place.
func Mask(tokens []Token, marks []Mark) []Token {
	out := tokens[:0]
	m := 0
	for i := 0; i < len(tokens); {
		t := tokens[i]
		for m < len(marks) && marks[m].End <= int(t.Start) {
			m++
		}
		if m == len(marks) || marks[m].Start >= int(t.End) {
			out = append(out, t)
			i++
			continue
		}
		start := min(t.Start, int32(marks[m].Start))
		t = Token{Start: start, End: int32(marks[m].End), Kind: Marked, Ref: marks[m].Ref, Line: t.Line, Case: t.Case}
		for i++; i < len(tokens) && int(tokens[i].Start) < marks[m].End; i++ {
			t.End = max(t.End, tokens[i].End)
		}
		out = append(out, t)
		m++
	}
	return out
}
