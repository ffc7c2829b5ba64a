// Package header reads what stands around the text of a document (thể thức văn
// bản): letterhead, number line, place and date, type and title, preamble, the
// metadata block and the lists of a legal portal, and the clauses that say from
// when a document is in force.
//
// It gives places in the text; whose number or date stands there is for the
// extractors of numbers and dates to say.
package header

import (
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

// words returns the tokens of block i.
func (r *reader) words(i int) []sentence.Token {
	r.tokens = r.Tokens(r.tokens[:0], r.w.vocab, r.Blocks[i].Span())
	return r.tokens
}

// begins gives the value of the phrase that begins block i, behind a bullet or number.
func (r *reader) begins(i int, p *sentence.Phrases) int {
	t := r.words(i)
	for len(t) > 0 && t[0].Kind != sentence.Word {
		t = t[1:]
	}
	if len(t) > 0 && t[0].Case == sentence.LowerCase {
		return 0
	}
	v, _ := p.At(t, 0)
	return v
}
