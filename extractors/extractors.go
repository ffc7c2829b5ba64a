// Package extractors holds what every extractor takes and gives: a Text, and
// Mentions in it. An extractor says what the text says; it does no I/O, keeps
// no state and knows nothing of other pages.
package extractors

// A Span is a half-open range of bytes.
type Span struct {
	Start, End int
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// A Mention is one place in a Text that names a thing.
type Mention[T any] struct {
	Span  Span // in Text.Norm
	Value T
}

// A Text is a page's text made ready for reading. Extractors look only at Norm
// and give spans in it; Raw translates such a span to the text as it is stored.
//
// Norm is the stored text after the repairs of spec section 5: Unicode for the encodings
// before it, NFC, Vietnamese letters for their homoglyphs, no invisible characters, one
// kind of dash and slash, one space between words, also where one was lost around digits
// and symbols (which then has no stored byte), "\n" for every line break. Line breaks,
// letter case and typographic quotes are kept.
type Text struct {
	Stored string // byte for byte what the ledger keeps
	Norm   string
	steps  []step // where Norm and Stored part; empty when they are equal
}

// A step says that from byte norm of Norm on, the stored text runs at byte
// stored, up to the next step. Inside a step whose two lengths differ, every
// offset maps to the step's bounds.
type step struct {
	norm, stored int
}
