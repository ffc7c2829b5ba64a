package reading

import (
	"unicode/utf8"

	"vnlex/extractors"
)

// longQuote is the most runes of a quote.
const longQuote = 400

// evidence quotes the sentence s: at most 400 runes of it around the words that
// tell, at.
func (p *page) evidence(s, at extractors.Span) Evidence {
	raw := p.text.Raw(s)
	if n := utf8.RuneCountInString(p.src.Text[raw.Start:raw.End]); n > longQuote {
		raw = window(p.src.Text, raw, p.text.Raw(at))
	}
	return Evidence{Start: raw.Start, End: raw.End, Quote: p.src.Text[raw.Start:raw.End]}
}

// window returns longQuote runes of s around at: as much before as behind,
// more on one side where the other has less.
func window(text string, s, at extractors.Span) extractors.Span {
	at.Start = min(max(at.Start, s.Start), s.End)
	at.End = min(max(at.End, at.Start), s.End)
	left := longQuote - utf8.RuneCountInString(text[at.Start:at.End])
	if left <= 0 {
		return extractors.Span{Start: at.Start, End: forward(text, at.Start, s.End, longQuote)}
	}
	behind := min(utf8.RuneCountInString(text[at.End:s.End]), left/3)
	start := backward(text, at.Start, s.Start, left-behind)
	used := utf8.RuneCountInString(text[start:at.End])
	return extractors.Span{Start: start, End: forward(text, at.End, s.End, longQuote-used)}
}

// forward returns the byte n runes behind i, at most end.
func forward(s string, i, end, n int) int {
	for ; n > 0 && i < end; n-- {
		_, w := utf8.DecodeRuneInString(s[i:])
		i += w
	}
	return i
}

// backward returns the byte n runes before i, at least start.
func backward(s string, i, start, n int) int {
	for ; n > 0 && i > start; n-- {
		_, w := utf8.DecodeLastRuneInString(s[:i])
		i -= w
	}
	return i
}
