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
			return c.This, c.rests(f) || f.at <= c.start && row.Kind == "based_on" && c.decides(f)
		}
		return c.This, f.at <= c.start && c.first
	}
	if c.quoted {
		return -1, false
	}
	return c.this, at < c.Opening || c.Preamble.Start <= at && at < c.Preamble.End || row.Family == "implements" &&
		(c.aim || f.v.rows[0].ID == "T012" && f.at <= c.start && c.first)
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
