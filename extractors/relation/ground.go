package relation

import "vnlex/extractors/sentence"

// ground states what a sentence that opens with a ground names: Căn cứ «C»;
// Thực hiện «C», … Only the preamble, and the opening of a text without one, say
// on what a document rests; elsewhere the same words refer.
func (c *clause) ground(k int) {
	f := &c.verbs[k]
	row := f.v.row("ground", "this")
	if row.Family == "implements" && (!f.opening || c.aim) {
		row = c.t.triggers["T011"]
	}
	if c.issued(k) || c.firstPerson() {
		return
	}
	from, ok := c.grounded(f, row)
	if !ok || from < 0 {
		return
	}
	for n, i := range f.objs {
		r, p := row, Part{Quoted: c.quoted}
		if n == 0 {
			p.ScopeTo = Scopes(c.Layout.Norm[f.scope.Start:max(f.scope.Start, f.scope.End)])
		} else {
			p.ScopeTo = Scopes(c.unitsOf(i))
			if item := f.v.row("ground", "item"); item != nil && item.Subject == "item" {
				r = item
			}
		}
		c.say(r, row.Kind, from, i, p)
	}
}

// firstPerson reports whether the sentence is the site's own: no document says "chúng tôi".
func (c *clause) firstPerson() bool {
	for i := range c.toks {
		if c.word(i) == "chúng" && c.word(i+1) == "tôi" {
			return true
		}
	}
	return false
}

// issued states the ground of another document: Thực hiện «A», Bộ Nội vụ đã có
// «B» says that B carries out A. It reports whether the sentence says so.
func (c *clause) issued(k int) bool {
	f := &c.verbs[k]
	row := f.v.row("ground", "this")
	early := row.Family == "cites" && !c.News && (int(c.toks[f.at].Start) < c.Opening || c.inPreamble(f.at))
	if len(f.objs) == 0 {
		return false
	}
	d := c.issuedHere(f)
	if d < 0 || c.thing(d) < 0 {
		return false
	}
	if early && (c.word(d-3) != "đã" || c.inPreamble(f.at)) {
		return false // what this document rests on
	}
	for _, i := range f.objs {
		c.say(row, row.Kind, c.thing(d), i, Part{})
	}
	return true
}

// issuedHere returns the document that the main clause behind the grounds of f
// issues: ", AGENCY đã ban hành «B»"; -1.
func (c *clause) issuedHere(f *found) int {
	acts := false
	for i := f.objs[len(f.objs)-1] + 1; i < len(c.toks); i++ {
		switch {
		case c.is(i, body) && (c.agencyAt(i) || c.toks[i].Case != sentence.LowerCase && c.toks[i-1].Kind == sentence.Digit):
			acts = true
		case c.cited(i) && c.isDocument(i) && c.owner[i] == none && c.word(i-1) == "có" && (c.word(i-2) == "hiện" || c.word(i-2) == "đã"):
			return i // hiện có «B»
		case acts && c.cited(i) && c.isDocument(i) && c.owner[i] == none && c.issuedWord(i-1):
			return i
		}
	}
	return -1
}

// issuedWord reports whether an act of issuing ends at token i.
func (c *clause) issuedWord(i int) bool {
	switch c.word(i) {
	case "có", "ký", "ra", "kèm":
		return true
	case "hành":
		return c.word(i-1) == "ban"
	}
	return false
}

// grounded returns whose ground it is, and whether one can stand here.
func (c *clause) grounded(f *found, row *Trigger) (from int, ok bool) {
	at := int(c.toks[f.at].Start)
	if c.grounds >= 0 {
		return c.grounds, true
	}
	if c.News {
		if row.Family == "cites" {
			return c.This, f.at <= c.start && row.Kind == "based_on" && c.decides(f)
		}
		return c.This, f.at <= c.start && c.first
	}
	if c.quoted {
		return -1, false
	}
	return c.this, at < c.Opening || c.Preamble.Start <= at && at < c.Preamble.End || row.Family == "implements" &&
		(c.aim || f.v.rows[0].ID == "T012" && f.at <= c.start && c.first && c.block.Item != sentence.Plain)
}

// decides reports whether a body acts in the main clause behind the grounds of f: "Căn cứ
// «A», Ủy ban nhân dân tỉnh quyết định phê duyệt dự án" tells on what the subject rests.
func (c *clause) decides(f *found) bool {
	if len(f.objs) == 0 {
		return false
	}
	acts := false
	for i := f.objs[len(f.objs)-1] + 1; i+1 < len(c.toks) && i < f.objs[len(f.objs)-1]+farSubject; i++ {
		acts = acts || c.punct(i, ',') && c.actorAt(i+1)
		if !acts {
			continue
		}
		switch c.word(i) + " " + c.word(i+1) {
		case "quyết định", "ban hành", "phê duyệt", "đã ký":
			return true
		}
	}
	return false
}

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
	c.pronouns()
	c.begin()
	c.findVerbs()
	c.owner = make([]int16, len(c.toks))
	for i := range c.owner {
		c.owner[i] = none
	}
	for k := range c.verbs {
		c.voice(k)
	}
	for k := range c.verbs {
		c.subject(k)
		c.object(k)
	}
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

// quotedGrounds notes that the preamble of another document is quoted: «A» có
// căn cứ ban hành như sau: “Căn cứ …”, in a footnote of a consolidated text.
func (c *clause) quotedGrounds() {
	if c.News {
		return
	}
	for i := range c.toks {
		if c.word(i) == "như" && c.word(i+1) == "sau" && c.word(i-1) == "hành" && c.word(i-3) == "cứ" {
			if d := c.firstDocument(); d >= 0 && d < i {
				c.groundsFrom(c.thing(d), int(c.toks[i].Start))
			}
		}
	}
}
