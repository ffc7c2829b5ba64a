package header

import (
	"strings"

	"vnlex/extractors/sentence"
)

// A letterhead stands within the first blocks of a page; portals print their
// own lines before it.
const searched = 160

// motto returns the block that holds the national motto or the Party's name,
// -1 when there is none.
func (r *reader) motto() int {
	for i := range min(len(r.Blocks), searched) {
		b := r.Blocks[i]
		if b.End-b.Start > 400 {
			continue
		}
		if r.gluedMotto(i) {
			return i
		}
		if !b.Shouted && b.End-b.Start > 120 {
			continue
		}
		t := r.words(i)
		for j := range t {
			if t[j].Case != sentence.AllCaps {
				continue
			}
			if v, n := r.w.motto.At(t, j); v > 0 && t[j+n-1].Case == sentence.AllCaps && !r.inside(i, t, j, n) {
				return i
			}
		}
	}
	return -1
}

// gluedMotto reports whether block i is the motto with its second line behind it,
// and maybe the whole letterhead: "… VIỆT NAM Độc lập - Tự do - Hạnh phúc … Luật số: …".
func (r *reader) gluedMotto(i int) bool {
	text := r.Text(r.Blocks[i])
	at := strings.Index(text, "CỘNG H")
	if at < 0 || text[:at] != strings.ToUpper(text[:at]) && !numberedLine(text[:at]) {
		return false
	}
	s := squeeze(text[at:])
	if i+1 < len(r.Blocks) {
		s += squeeze(r.Text(r.Blocks[i+1])[:min(40, r.Blocks[i+1].End-r.Blocks[i+1].Start)])
	}
	for _, m := range []string{"CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM", "CỘNGHOÀXÃHỘICHỦNGHĨAVIỆTNAM"} {
		if rest, ok := strings.CutPrefix(s, m); ok {
			return strings.HasPrefix(rest, "Độclập") || strings.HasPrefix(rest, "ĐỘCLẬP")
		}
	}
	return false
}

// numberedLine reports whether a line in capitals ends in the number of the document:
// "BỘ CÔNG THƯƠNG Số: 7/2024/TT-BCT".
func numberedLine(line string) bool {
	body, number, ok := strings.Cut(line, "Số:")
	return ok && body == strings.ToUpper(body) && len(number) < 60 && strings.Contains(number, "/")
}

// bareNumber returns the number line that begins a page whose letterhead was
// lost: its type line or its grounds follow; -1 when there is none.
func (r *reader) bareNumber() int {
	for i := range min(len(r.Blocks), 8) {
		t := r.firstWords(i, manyWords)
		if v, n := r.w.number.At(t, 0); v == 0 || t[0].Case == sentence.LowerCase || n == len(t) || t[n].ID != ':' ||
			!strings.Contains(r.Text(r.Blocks[i]), "/") {
			continue
		}
		for j := i + 1; j < min(i+7, len(r.Blocks)); j++ {
			if r.Blocks[j].Shouted && r.begins(j, r.w.kinds) > 0 || strings.HasPrefix(r.Text(r.Blocks[j]), "Căn cứ ") {
				return i
			}
		}
	}
	return -1
}

// bareLaw returns the type line that begins a law whose letterhead was lost: title
// and grounds follow, "LUẬT / Về … / Căn cứ Hiến pháp …"; -1 when there is none.
func (r *reader) bareLaw() int {
	for i := range min(len(r.Blocks), 8) {
		t := r.firstWords(i, manyWords)
		if v, n := r.w.kinds.At(t, 0); !r.Blocks[i].Shouted || v == 0 || n != len(t) {
			continue
		}
		r.typed(i)
		if r.h.Title.Len() > 0 && r.h.First < len(r.Blocks) &&
			strings.HasPrefix(r.Text(r.Blocks[r.h.First]), "Căn cứ ") {
			return i
		}
		r.h = Header{}
	}
	return -1
}

// inside reports whether the motto is only a part of a line that says more
// than an agency's name: a stamp, a sentence, a slogan.
func (r *reader) inside(i int, t []sentence.Token, j, n int) bool {
	return !r.Blocks[i].Shouted || len(t)-j-n > 12
}
