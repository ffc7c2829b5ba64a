// Package sentence splits a text into blocks (đoạn), sentences (câu) and words:
// what the extractors of headers, signers, instruments and relations look at.
//
// A block is what a person sees as one paragraph, list item, heading or table
// cell. Gazette texts break lines inside it and put page headers and digital
// signature stamps in the middle of it (spec 4.10); those stand in Noise and
// are skipped by the word scanner.
package sentence

import "vnlex/extractors"

// A Layout is the division of one text. It remembers the sentence that was found
// last, so one goroutine at a time may use it.
type Layout struct {
	Norm   string
	Blocks []Block
	Noise  []extractors.Span // page headers, stamps, lone page numbers; in order
	Width  int               // usual length of a wrapped line in bytes; 0 when lines are not wrapped

	last extractors.Span // the sentence that was found last
	near extractors.Span // the bytes whose sentence it is
}

// A Block is one paragraph, item, heading or cell.
type Block struct {
	Start, End int
	Item       Item
	Gap        bool // blank lines or a rule stand before it
	Table      bool // it stands in a table
	Cell       bool // it is not the first cell of its row
	Shouted    bool // it has letters, and no lower-case one
}

// Span returns the bytes of b.
func (b Block) Span() extractors.Span { return extractors.Span{Start: b.Start, End: b.End} }

// An Item says how a block begins.
type Item uint8

// The beginnings of blocks, from the outer to the inner.
const (
	Plain   Item = iota
	Chapter      // Phần, Chương, Mục
	Article      // Điều 5.
	Roman        // II.
	Number       // 1. or 1.2.
	Letter       // a)
	Dash         // - or +
	Note         // [3] or a footnote numeral
)

// At returns the index of the block that holds byte i, or the nearest before it.
func (l *Layout) At(i int) int {
	lo, hi := 0, len(l.Blocks)
	for lo < hi {
		m := (lo + hi) / 2
		if l.Blocks[m].Start <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return max(lo-1, 0)
}

// Text returns the words of b as they stand in the text.
func (l *Layout) Text(b Block) string { return l.Norm[b.Start:b.End] }
