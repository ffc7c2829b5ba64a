package extractors

import (
	"sort"
	"unicode/utf8"
)

// Plain returns the Text of a stored text that needs no repair.
func Plain(stored string) Text { return Text{Stored: stored, Norm: stored} }

// Repaired reports whether Norm differs from Stored in length anywhere, so that
// offsets of the one are not offsets of the other.
func (t Text) Repaired() bool { return len(t.steps) > 0 }

// Raw returns the place in Stored of a span of Norm. It begins and ends between
// runes of Stored, and a later place in Norm is never an earlier one in Stored.
func (t Text) Raw(s Span) Span {
	s = clip(s, len(t.Norm))
	if len(t.steps) > 0 {
		s = Span{t.rawStart(s.Start), t.rawEnd(s.Start, s.End)}
	}
	return widen(t.Stored, s)
}

// Quote returns the stored words of a span of Norm.
func (t Text) Quote(s Span) string {
	raw := t.Raw(s)
	return t.Stored[raw.Start:raw.End]
}

// Find returns the place in Norm of a span of Stored: the inverse of Raw, for
// what a page reader has found in the stored text.
func (t Text) Find(raw Span) Span {
	raw = clip(raw, len(t.Stored))
	if len(t.steps) > 0 {
		raw = Span{t.normStart(raw.Start), t.normEnd(raw.Start, raw.End)}
	}
	return widen(t.Norm, raw)
}

func (t Text) rawStart(at int) int {
	i := sort.Search(len(t.steps), func(i int) bool { return t.steps[i].norm > at }) - 1
	if i < 0 {
		return at
	}
	from, to := t.steps[i], t.after(i)
	if linear(from, to) {
		return from.stored + at - from.norm
	}
	if at == len(t.Norm) && at > from.norm {
		return to.stored
	}
	return from.stored
}

// rawEnd takes the byte before end as the last one meant, so that what was
// deleted behind a mention does not belong to it.
func (t Text) rawEnd(start, end int) int {
	if end <= start {
		return t.rawStart(start)
	}
	i := sort.Search(len(t.steps), func(i int) bool { return t.steps[i].norm >= end }) - 1
	if i < 0 {
		return end
	}
	from, to := t.steps[i], t.after(i)
	if linear(from, to) {
		return from.stored + end - from.norm
	}
	return to.stored
}

func (t Text) normStart(at int) int {
	i := sort.Search(len(t.steps), func(i int) bool { return t.steps[i].stored > at }) - 1
	if i < 0 {
		return at
	}
	from, to := t.steps[i], t.after(i)
	if linear(from, to) {
		return from.norm + at - from.stored
	}
	return from.norm
}

func (t Text) normEnd(start, end int) int {
	if end <= start {
		return t.normStart(start)
	}
	i := sort.Search(len(t.steps), func(i int) bool { return t.steps[i].stored >= end }) - 1
	if i < 0 {
		return end
	}
	from, to := t.steps[i], t.after(i)
	if linear(from, to) {
		return from.norm + end - from.stored
	}
	return to.norm
}

// after returns where step i ends.
func (t Text) after(i int) step {
	if i+1 < len(t.steps) {
		return t.steps[i+1]
	}
	return step{len(t.Norm), len(t.Stored)}
}

func linear(from, to step) bool { return to.norm-from.norm == to.stored-from.stored }

func clip(s Span, n int) Span {
	s.Start = min(max(s.Start, 0), n)
	s.End = min(max(s.End, s.Start), n)
	return s
}

// widen moves the bounds of s outwards to the nearest ones between runes.
func widen(text string, s Span) Span {
	for i := 0; i < utf8.UTFMax && s.Start > 0 && s.Start < len(text) &&
		!utf8.RuneStart(text[s.Start]); i++ {
		s.Start--
	}
	for i := 0; i < utf8.UTFMax && s.End < len(text) && !utf8.RuneStart(text[s.End]); i++ {
		s.End++
	}
	return s
}
