// Package citation extracts citations of documents (viện dẫn văn bản): a number with the
// words around it, or the name of a law.
package citation

import (
	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// A Citation is one mention of a document: its number, or a law's name, with what the words
// around say. Spans are in Text.Norm; an absent part has an empty span.
type Citation struct {
	number.Number // Type, Orgs, Year, Term and Place are filled from the words around

	Symbol     extractors.Span // of the number as printed
	Word       extractors.Span // of the type word
	WordType   string          // slug of the type word, or of the one that a list shares
	Date       string          // bound date, ISO 8601 cut to its precision
	DateAt     extractors.Span // of "ngày …" or "năm Y"
	Issuer     agency.Match    // named after "của"; its Agency.Code is empty when none is
	IssuerAt   extractors.Span
	Title      extractors.Span // behind "về việc", or from "quy định", "ban hành" … on
	Name       string          // of a law: "Luật Đất đai"
	ByName     bool            // no number is printed: Family is F12
	Draft      bool            // a law to come: "Luật An toàn thực phẩm (sửa đổi)"
	Low        bool            // a bare number (F11): it never creates a document
	Range      bool            // an end of "từ số … đến số …"
	List       int             // items of one list have one number, from 1; 0: no list
	Same       int             // index of the mention that names this document in full; -1: none
	Warn       []string        // year_mismatch, date_is_effective_date, term_mismatch, ocr_digits
	Candidates []string        // symbols, when a law's name fits several
}

// A Mention is a place in a text that cites a document.
type Mention = extractors.Mention[Citation]

// Key returns the page-local key of c; empty when the page does not tell enough: a bare
// number or name that no other citation of the page explains.
func (c Citation) Key() string {
	if c.Low && c.Same < 0 || c.Draft {
		return ""
	}
	return c.Number.Key()
}

// Extract returns the citations in t in order of their beginning. The span of a mention runs
// from the type word to the bound date.
func Extract(t extractors.Text) []Mention {
	p := newPage(t)
	p.read()
	return p.out
}

// Warn codes.
const (
	warnYear      = "year_mismatch"
	warnEffective = "date_is_effective_date"
	warnTerm      = "term_mismatch"
	warnOCR       = "ocr_digits"
	warnDate      = "date_conflict" // another day of the year in which the law was passed
)

func span(start, end int) extractors.Span { return extractors.Span{Start: start, End: end} }
