package relation

import (
	"strings"

	"vnlex/extractors/sentence"
)

// relayed is how many blocks of the words of a document news give behind a colon.
const relayed = 40

// relay notes that news give in the blocks to come what their subject says: "Quyết
// định 3650/QĐ-UBND … với những nội dung sau:". A heading, or a paragraph that
// speaks of the subject anew, ends it.
func (r *reader) relay(b sentence.Block, m, n int) {
	if !r.News || r.This < 0 {
		return
	}
	names, others := false, false
	for i := m; i < n; i++ {
		names = names || r.Marks[i].Thing == r.This
		others = others || r.Marks[i].Thing != r.This
	}
	if names {
		r.spoken = r.block
	}
	switch {
	case r.announces(b) && names && (!others || strings.HasSuffix(r.Layout.Text(b), "sau:")):
		r.relaying = r.block + relayed
	case r.announces(b) && others && b.Item == sentence.Plain, names && b.Item == sentence.Plain, r.titled(b):
		r.relaying = -1
	}
}

// goesOn notes that block i, which names nothing, announces the words of the subject
// that the block before names: "Cụ thể, Ủy ban quyết định những nội dung sau:".
func (r *reader) goesOn(i int) {
	text := r.Layout.Text(r.Layout.Blocks[i])
	switch {
	case r.spoken >= 0 && i-r.spoken <= 2 && strings.HasPrefix(text, "Cụ thể") && strings.HasSuffix(text, "sau:"):
		r.relaying = i + relayed
	case r.relaying >= 0 && r.titled(r.Layout.Blocks[i]):
		r.relaying = -1
	}
}

// titled reports whether block b is a heading of Markdown.
func (r *reader) titled(b sentence.Block) bool {
	return strings.HasSuffix(strings.TrimRight(r.Layout.Norm[max(0, b.Start-6):b.Start], " *_"), "#")
}

// refers states what the relayed words of the subject refer to: "giữ nguyên theo các
// Quyết định số «A», số «B»".
func (c *clause) refers() {
	if c.This < 0 || c.reader.block > c.relaying || c.announces(c.block) {
		return // what a colon introduces is another's text
	}
	var row *Trigger
	for i := range c.toks {
		switch {
		case !c.cited(i) || !c.isDocument(i) || c.thing(i) < 0 || c.carries(i):
			continue
		case row != nil && c.separator(i) == ',':
		default:
			if row = c.cue(i); row.Voice != "cue" {
				row = nil
			}
		}
		if row != nil && c.owner[i] == none && c.thing(i) != c.This {
			c.say(row, row.Kind, c.This, i, Part{ScopeTo: Scopes(c.unitsOf(i)), Effect: c.effect(i)})
		}
	}
}
