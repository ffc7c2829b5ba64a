// Package header reads what stands around the text of a document (thể thức văn
// bản): letterhead, number line, place and date, type and title, preamble, the
// metadata block and the lists of a legal portal, and the clauses that say from
// when a document is in force.
//
// It gives places in the text; whose number or date stands there is for the
// extractors of numbers and dates to say.
package header

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// A Header is the anatomy of the document that a page holds (NĐ 30/2020
// Annex I, NĐ 78/2025 Art. 71). Absent parts are empty.
type Header struct {
	Motto     extractors.Span   // quốc hiệu, or the name of the Party
	Agencies  []extractors.Span // lines of the issuing body, its parent first
	Number    extractors.Span   // what stands behind "Số:"
	Place     extractors.Span   // "Hà Nội"
	Date      extractors.Span   // "ngày 13 tháng 5 năm 2016"
	Type      extractors.Span   // "QUYẾT ĐỊNH"
	Title     extractors.Span   // trích yếu
	Recipient extractors.Span   // Kính gửi: …
	Preamble  extractors.Span   // from the first Căn cứ to the enacting words
	Adopted   extractors.Span   // of a law: the sentence that it was passed (thông qua)
	First     int               // the first block behind the letterhead
}

// Letterhead reports whether the page begins with the letterhead of a document.
func (h Header) Letterhead() bool { return h.Motto.Len() > 0 }

// Extract reads the header of the document in l.
func Extract(l *sentence.Layout) Header {
	r := reader{Layout: l, w: vocabulary()}
	motto := r.motto()
	if motto < 0 {
		motto = r.bareNumber()
	}
	if motto < 0 {
		motto = r.bareLaw()
	}
	if motto < 0 {
		return Header{}
	}
	r.h.Motto = l.Blocks[motto].Span()
	if r.h.Title.Len() == 0 {
		r.letterhead(motto)
		r.title(motto)
	}
	r.preamble()
	r.adopted()
	return r.h
}

// A reader walks through the blocks of a layout.
type reader struct {
	*sentence.Layout
	w      *words
	h      Header
	tokens []sentence.Token
}

// words returns the tokens of block i, of its first 64 kilobytes.
func (r *reader) words(i int) []sentence.Token { return r.firstWords(i, longBlock) }

// longBlock is more bytes, and tokens, than a letterhead on one line has; manyWords is more
// tokens than its phrases have with the numbers and marks before them.
const (
	longBlock = 64 << 10
	manyWords = 48
)

// firstWords returns at most n tokens of block i.
func (r *reader) firstWords(i, n int) []sentence.Token {
	s, l := r.Blocks[i].Span(), r.Layout
	if r.Blocks[i].Shouted {
		if n := noteMark(r.Norm[s.Start:s.End]); n > 0 {
			s.End -= n
			l = &sentence.Layout{Norm: r.Norm[:s.End]} // a token is a whole word
		}
	}
	s.End = min(s.End, s.Start+longBlock)
	r.tokens = l.First(r.tokens[:0], r.w.vocab, s, n)
	return r.tokens
}

// noteMark returns the length of the mark of a footnote that is glued to a short
// line: "THÔNG TƯ1", "NGHỊ ĐỊNH [1]" (spec 4.10).
func noteMark(line string) int {
	if len(line) > 60 {
		return 0
	}
	rest := strings.TrimRight(line, " ")
	bare := strings.TrimSuffix(rest, "]")
	number := strings.TrimRight(bare, "0123456789")
	if n := len(bare) - len(number); n == 0 || n > 2 {
		return 0
	}
	if bare != rest {
		open, ok := strings.CutSuffix(number, "[")
		if !ok {
			return 0
		}
		number = strings.TrimRight(open, " ")
	}
	if last, _ := sentence.RuneBefore(number, len(number)); !sentence.IsLetter(last) {
		return 0
	}
	return len(line) - len(number)
}

// begins gives the value of the phrase that begins block i, behind a bullet or number.
func (r *reader) begins(i int, p *sentence.Phrases) int {
	t := r.firstWords(i, manyWords)
	for len(t) > 0 && t[0].Kind != sentence.Word {
		t = t[1:]
	}
	if len(t) > 0 && t[0].Case == sentence.LowerCase {
		return 0
	}
	v, _ := p.At(t, 0)
	return v
}
