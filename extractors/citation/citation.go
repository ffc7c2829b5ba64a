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
	number.Number // Type, Year, Term and Place are filled from the words around

	Symbol     extractors.Span // of the symbol itself
	Word       extractors.Span // of the type word
	WordType   string          // slug of the type word, when there is one
	Date       string          // bound date, ISO 8601 cut to its precision
	DateAt     extractors.Span // of the date or "năm Y"
	Issuer     agency.Match    // named after "của"; Agency.Code is empty when none
	IssuerAt   extractors.Span
	Title      extractors.Span // "về …", "quy định …", up to its end
	Name       string          // of a law cited by name: "Luật Đất đai"
	ByName     bool            // no number is printed
	Low        bool            // never creates a document (bare number)
	Range      bool            // an end of "từ số … đến số …"
	List       int             // items of one list share a number from 1; 0: none
	Same       int             // index of the citation that this one repeats; -1: none
	Warn       []string        // year_mismatch, date_is_effective_date, ocr_digits …
	Candidates []string        // symbols, when a law's name fits several
}

// Extract returns the citations in t in order of their numbers; the span of a mention
// runs from the type word to the bound date.
func Extract(t extractors.Text) []extractors.Mention[Citation] { return nil }
