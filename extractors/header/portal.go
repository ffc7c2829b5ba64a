package header

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// An Entry is a line of a list of related documents that a portal prints
// without saying how they are related.
type Entry struct {
	List, Index int
	Text        extractors.Span // from the type word on
}

// Lists returns the entries of the unlabelled lists of a portal: lines
// "- 1Công văn 6492/…", whose number is the place in the list and often glued
// to the type word. A new list begins at 1 (spec 4.8).
func Lists(l *sentence.Layout) []Entry {
	r := reader{Layout: l, w: vocabulary()}
	var all []Entry
	list, last, at := 0, 0, -2
	for i := range l.Blocks {
		n, text, glued := r.entry(i)
		if n == 0 || n != 1 && (n != last+1 || i != at+1) || !glued && n == 1 && !r.goesOn(i) {
			continue
		}
		if n == 1 {
			list++
		}
		last, at = n, i
		all = append(all, Entry{list, n, text})
	}
	return all
}

// entry reads block i as "- 3Thông tư …"; glued says that a dash stands before
// the number and nothing between it and the type word but at most a space.
func (r *reader) entry(i int) (n int, text extractors.Span, glued bool) {
	b := r.Blocks[i]
	s := r.Norm[b.Start:b.End]
	rest := strings.TrimLeft(s, "-+* ")
	k := 0
	for k < len(rest) && k < 3 && '0' <= rest[k] && rest[k] <= '9' {
		n = n*10 + int(rest[k]-'0')
		k++
	}
	if k == 0 || k == len(rest) || rest[k] >= '0' && rest[k] <= '9' {
		return 0, text, false
	}
	body := strings.TrimPrefix(rest[k:], " ")
	if first, _ := sentence.RuneAt(body, 0); !sentence.IsUpper(first) {
		return 0, text, false
	}
	text = extractors.Span{Start: b.End - len(body), End: b.End}
	t := r.Tokens(r.tokens[:0], r.w.vocab, text)
	r.tokens = t
	if v, _ := r.w.kinds.At(t, 0); v == 0 || t[0].Case == sentence.LowerCase {
		return 0, text, false
	}
	return n, text, len(rest) < len(s)
}

// goesOn reports whether entry 2 follows block i: a number without a dash is
// only then one of a list.
func (r *reader) goesOn(i int) bool {
	if i+1 >= len(r.Blocks) {
		return false
	}
	n, _, _ := r.entry(i + 1)
	return n == 2
}

// chrome is what portals print in one line with a title: that the text has no
// translation, where its files and its related documents are.
var chrome = []string{"Văn bản này ", "Văn bản liên quan", "Tải về", "Tải văn bản", "Xem chi tiết"}

// A Caption is a portal's title of a document, apart from its number:
// "… năm 2016 về ABSTRACT do ISSUER ban hành" (spec 4.9).
type Caption struct {
	Title  extractors.Span
	Issuer extractors.Span
}

// CaptionAt reads what follows a number at byte from, up to byte end.
func CaptionAt(norm string, from, end int) Caption {
	for _, w := range chrome {
		if i := strings.Index(norm[from:end], w); i > 0 {
			end = from + i
		}
	}
	for from < end && (norm[from] == ' ' || norm[from] == ',') {
		from++
	}
	for end > from && (strings.IndexByte(" \n.*", norm[end-1]) >= 0) {
		end--
	}
	c := Caption{Title: extractors.Span{Start: from, End: end}}
	body, ok := strings.CutSuffix(norm[from:end], " ban hành")
	if !ok {
		return c
	}
	if i := max(strings.LastIndex(body, " do "), strings.LastIndex(body, " của ")); i >= 0 {
		sep := strings.IndexByte(body[i+1:], ' ')
		c.Issuer = extractors.Span{Start: from + i + 2 + sep, End: from + len(body)}
		c.Title.End = from + i
	}
	return c
}
