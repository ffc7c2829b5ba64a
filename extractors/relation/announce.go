package relation

import "vnlex/extractors/sentence"

// A carried verb is that of an announcement whose items follow in other blocks:
// "Các thông tư sau đây hết hiệu lực: a) …".
type carried struct {
	block int // the announcement; -1
	v     *verb
	voice string
	thing int // who acts
	at    int // of a passive: what it is done to
	ok    bool
}

// carryOn gives the documents of an item to the verb of its announcement.
func (c *clause) carryOn() {
	i := c.firstDocument()
	if i < 0 || c.owner[i] != none && !c.titleOnly(i) || c.News && c.block.Item == sentence.Plain && !c.punct(0, '(') {
		return
	}
	if !c.first || c.separator(i) != 0 && !c.punct(i-1, ':') || !c.leads(i) {
		return
	}
	h := c.announcement(c.reader.block)
	if !h.ok {
		return
	}
	for j := i; j < len(c.toks); j++ {
		if j == i || c.isDocument(j) && c.owner[j] == none && c.separator(j) != 0 {
			c.carry(h, j)
			c.owner[j] = 0
		}
	}
}

// titleOnly reports whether document i is taken only as the one in whose title a verb stands.
func (c *clause) titleOnly(i int) bool { return c.owner[i] == none }

func (c *clause) firstDocument() int {
	for i := range c.toks {
		if c.isDocument(i) {
			return i
		}
	}
	return -1
}

// leads reports whether nothing but the names of parts stands before document i.
func (c *clause) leads(i int) bool {
	for j := c.start; j < i; j++ {
		t := &c.toks[j]
		if t.Kind == sentence.Word && !c.is(j, part|link) && len(c.word(j)) > 2 {
			return false
		}
	}
	return true
}

// carry states the announced verb of document i.
func (c *clause) carry(h carried, i int) {
	p := Part{Quoted: c.quoted, ScopeTo: Scopes(c.unitsOf(i))}
	kind := h.v.kind()
	switch h.voice {
	case "passive":
		p.ScopeFrom, p.ScopeTo = p.ScopeTo, nil
		c.sayOf(h.v.row("passive", "left"), kind, c.thing(i), h.at, i, p)
		return
	case "ground":
		c.say(h.v.row("ground", "this"), kind, h.thing, i, p)
		return
	}
	if len(p.ScopeTo) > 0 && (kind == "repeals" || kind == "replaces") {
		p.Op = opOf[kind]
		kind = "amends"
	}
	row := h.v.row(h.voice, "list")
	if row == nil {
		row = h.v.rows[0]
	}
	c.say(row, kind, h.thing, i, p)
}

// farHeader is how many items an announcement may have.
const farHeader = 80

// announcement returns the verb that the items around block b belong to.
func (r *reader) announcement(b int) carried {
	item := r.Layout.Blocks[b].Item
	for i := b - 1; i >= max(0, b-farHeader); i-- {
		h := r.Layout.Blocks[i]
		if item != sentence.Plain && h.Item >= item || item == sentence.Plain && h.Item == item && !r.announces(h) && r.isItemText(h) {
			continue
		}
		if i != r.header.block {
			r.header = r.readHeader(i)
		}
		return r.header
	}
	return carried{block: -1}
}

// announces reports whether a block ends in a colon.
func (r *reader) announces(b sentence.Block) bool {
	text := r.Layout.Text(b)
	return text != "" && text[len(text)-1] == ':'
}

// isItemText reports whether a block without an item's mark can be one all the
// same: it ends in a semicolon.
func (r *reader) isItemText(b sentence.Block) bool {
	text := r.Layout.Text(b)
	return text != "" && text[len(text)-1] == ';'
}

// readHeader reads the announcement in block i.
func (r *reader) readHeader(i int) carried {
	b := r.Layout.Blocks[i]
	h := carried{block: i, thing: -1, at: -1}
	if b.End-b.Start > 1500 || !r.announces(b) && !r.isHeading(b) {
		return h
	}
	var marks []sentence.Mark
	for m := r.firstMark(b.Start); m < len(r.Marks) && r.Marks[m].Start < b.End; m++ {
		marks = append(marks, sentence.Mark{Span: r.Marks[m].Span, Ref: int32(m)})
	}
	toks := sentence.Mask(r.Layout.Tokens(nil, r.t.vocab, b.Span()), marks)
	if len(toks) == 0 {
		return h
	}
	sub := *r
	sub.out, sub.conflicts, sub.related, sub.block = nil, nil, map[[2]int]bool{}, i
	c := clause{reader: &sub, toks: toks, first: true, block: b}
	c.announceVerb(&h)
	return h
}

// isHeading reports whether a block is a heading, whose items need no colon.
func (r *reader) isHeading(b sentence.Block) bool {
	return b.Item == sentence.Article || b.Item == sentence.Chapter || b.Item == sentence.Roman || b.Gap && b.End-b.Start < 80
}

// announceVerb finds the verb without an object in an announcement.
func (c *clause) announceVerb(h *carried) {
	c.this, c.opened = c.This, -1
	if c.Base >= 0 {
		c.this = c.Base
	}
	c.readVerbs()
	for k := len(c.verbs) - 1; k >= 0; k-- {
		f := &c.verbs[k]
		if len(f.objs) > 0 || f.voice == "draft" || f.voice == "cue" {
			continue
		}
		h.v, h.voice, h.thing = f.v, f.voice, f.thing
		switch f.voice {
		case "passive":
			h.at = c.thing(max(f.subj, 0))
			h.ok = f.subj >= 0 && h.at >= 0
		case "force":
			h.thing, _ = c.ender(k)
			if h.thing < 0 && !c.News {
				h.thing = c.this
			}
			h.ok = h.thing >= 0
		case "ground":
			h.ok = c.this >= 0 && !c.News && f.v.kind() == "based_on"
		default:
			h.ok = f.thing >= 0 && c.acts(k) && !c.News && (f.v.family() == "amends" || c.announces(c.block))
		}
		return
	}
}

// firstMark returns the first mark at or behind byte i.
func (r *reader) firstMark(i int) int {
	lo, hi := 0, len(r.Marks)
	for lo < hi {
		if m := (lo + hi) / 2; r.Marks[m].Start < i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
