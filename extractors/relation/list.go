package relation

import "vnlex/extractors/sentence"

// lists gives the documents that stand in a list to the verb of its first item:
// thay thế «A», «B» và «C». Titles may stand between the items, and with them
// other verbs and their lists; a document goes to the innermost list that can
// take it.
func (c *clause) lists() {
	for i := range c.toks {
		if !c.isDocument(i) || c.owner[i] != none || c.subjectOf(i) && c.isSubjectOnly(i) {
			continue
		}
		sep := c.separator(i)
		if sep == 0 {
			continue
		}
		if k := c.listFor(i, sep); k >= 0 {
			f := &c.verbs[k]
			f.objs = append(f.objs, i)
			c.owner[i] = int16(k)
		}
	}
}

// isSubjectOnly reports whether token i begins the sentence as its subject.
func (c *clause) isSubjectOnly(i int) bool { return i <= c.start }

// subjectOf reports whether a verb stands in the title of document i.
func (c *clause) subjectOf(i int) bool {
	for k := range c.verbs {
		if c.verbs[k].subj == i && c.verbs[k].voice == "active" {
			return true
		}
	}
	return false
}

// separator returns the mark before document i, over the names of its parts:
// ',' for comma or và, ';', ':'; 0 when another word stands there.
func (c *clause) separator(i int) byte {
	for j := i - 1; j >= c.start; j-- {
		t := &c.toks[j]
		switch {
		case t.Kind == sentence.Punct && (t.ID == ',' || t.ID == '&'):
			if j > 0 && c.is(j-1, part) || j > 0 && c.toks[j-1].Kind == sentence.Digit && c.unitsBefore(j-1) {
				continue
			}
			return ','
		case t.Kind == sentence.Punct && (t.ID == ';' || t.ID == ':'):
			return byte(t.ID)
		case c.word(j) == "là":
			return ','
		case c.is(j, conj):
			if c.unitsBefore(j - 1) {
				continue
			}
			if c.punct(j-1, ';') { // «A»; và «B»
				return ';'
			}
			return ','
		case t.Kind == sentence.Punct && (t.ID == '-' || t.ID == ')' || t.ID == '+'):
			if c.itemMark(j) {
				return ';'
			}
			return 0
		case t.Kind == sentence.Digit, c.is(j, part), len(c.word(j)) <= 2 && t.Kind == sentence.Word:
		case c.word(j) == "với" && c.word(j-1) != "cùng" && c.word(j-1) != "đối":
			return 0 // bảo đảm đồng bộ, phù hợp, thống nhất với «C»: measured by it, no item
		case c.is(j, link) && (c.word(j) == "của" || c.word(j) == "tại" || c.word(j) == "các" || c.word(j) == "với" ||
			c.word(j) == "toàn" || c.word(j) == "bộ"):
		default:
			return 0
		}
	}
	return 0
}

// unitsBefore reports whether token i belongs to the name of a part: khoản 1 và
// khoản 2 Điều 5.
func (c *clause) unitsBefore(i int) bool {
	for j := i; j >= max(0, i-2); j-- {
		if c.marked(j) {
			return false
		}
		if c.is(j, part) {
			return true
		}
	}
	return false
}

// itemMark reports whether ")" at token j belongs to "a)".
func (c *clause) itemMark(j int) bool {
	return c.punct(j, ')') && j > 0 && c.toks[j-1].Kind != sentence.Punct && c.toks[j-1].End-c.toks[j-1].Start <= 2 &&
		(j < 2 || c.punct(j-2, ';') || c.punct(j-2, ':'))
}

// listFor returns the verb whose list document i continues; -1.
func (c *clause) listFor(i int, sep byte) int {
	titled := c.subjectOf(i)
	best, bestLast := -1, -1
	for k := range c.verbs {
		f := &c.verbs[k]
		if len(f.objs) == 0 {
			continue
		}
		last := f.objs[len(f.objs)-1]
		if last >= i || last <= bestLast && best >= 0 && !c.prefer(k, best, titled) {
			continue
		}
		if !c.reaches(k, last, i, sep) || !c.takes(k, i) {
			continue
		}
		if best >= 0 && last < bestLast && !c.prefer(k, best, titled) {
			continue
		}
		if best >= 0 && last > bestLast && c.prefer(best, k, titled) {
			continue
		}
		best, bestLast = k, last
	}
	return best
}

// prefer reports whether the list of verb a suits a titled document better than
// the nearer list of verb b: items of one list are alike.
func (c *clause) prefer(a, b int, titled bool) bool {
	lastOf := func(k int) int { return c.verbs[k].objs[len(c.verbs[k].objs)-1] }
	return titled && c.subjectOf(lastOf(a)) && !c.subjectOf(lastOf(b))
}

// reaches reports whether the list of verb k goes on from token last to i: over
// a semicolon only the list of the verb that opens the sentence does, or one
// that a colon announced.
func (c *clause) reaches(k, last, i int, sep byte) bool {
	f := &c.verbs[k]
	semicolon := sep == ';'
	for j := last; j < i && !semicolon; j++ {
		semicolon = c.punct(j, ';')
	}
	if !semicolon {
		return c.betweenOK(last, i)
	}
	return sep == ';' && (f.opening || f.how == isThis || f.how == isInitial || c.announced(k) || c.ofItem(k))
}

// ofItem reports whether verb k stands in the title of the document that an item of a
// list names: "(7) «A» sửa đổi, bổ sung một số điều của «B» về kho; «C» về muối;" has
// the documents that A amends.
func (c *clause) ofItem(k int) bool {
	f := &c.verbs[k]
	return f.how == isLeft && f.v.family() == "amends" && c.first && f.subj == c.firstDocument() && c.leads(f.subj) &&
		(c.block.Item != sentence.Plain || c.punct(0, '('))
}

// betweenOK reports whether no other actor stands between two items.
func (c *clause) betweenOK(last, i int) bool {
	for j := last + 1; j < i; j++ {
		if c.is(j, body) && c.punct(j-1, ',') && c.toks[j].Case != sentence.LowerCase && c.actsBehind(j, i) {
			return false
		}
	}
	return true
}

// actsBehind reports whether the body at token j is followed by an act of its own.
func (c *clause) actsBehind(j, end int) bool {
	for ; j < end; j++ {
		switch c.word(j) {
		case "ban", "đề", "yêu", "giao", "quyết", "hướng":
			return true
		}
	}
	return false
}

// announced reports whether a colon stands between verb k and its first object.
func (c *clause) announced(k int) bool {
	f := &c.verbs[k]
	for j := f.end; j < f.objs[0]; j++ {
		if c.punct(j, ':') {
			return true
		}
	}
	return false
}

// takes reports whether document i can be an item of the list of verb k.
func (c *clause) takes(k, i int) bool {
	f := &c.verbs[k]
	x := c.thing(i)
	if x < 0 {
		return true
	}
	switch f.voice {
	case "passive":
		y := f.thing
		if f.subj >= 0 {
			y = c.thing(f.subj)
		}
		if y < 0 {
			return true
		}
		ok, _ := c.allows(f.v.kind(), x, y)
		return ok || x == y || c.undergone(f, x)
	case "active":
		if f.thing < 0 {
			return true
		}
		ok, _ := c.allows(f.v.kind(), f.thing, x)
		return ok || x == f.thing
	}
	return true
}

// undergone reports whether some document before passive verb f can be what x does it to.
func (c *clause) undergone(f *found, x int) bool {
	for i := f.subj; i >= 0; i = c.left(i - 1) {
		y := c.thing(i)
		if y >= 0 && y != x {
			if ok, _ := c.allows(f.v.kind(), x, y); ok {
				return true
			}
		}
	}
	return false
}
