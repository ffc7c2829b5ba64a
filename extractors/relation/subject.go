package relation

import "vnlex/extractors/sentence"

// subject finds who acts in the active verb k, or what the passive verb k is
// done to (spec 3.2).
func (c *clause) subject(k int) {
	f := &c.verbs[k]
	switch {
	case f.joined >= 0:
		p := &c.verbs[f.joined]
		f.how, f.subj, f.thing, f.also = p.how, p.subj, p.thing, p.also
	case f.voice == "active":
		if !c.together(k) {
			c.actor(k)
		}
	case f.voice == "passive":
		f.how, f.subj = isLeft, c.left(f.at-1)
	case f.voice == "ground":
		f.how, f.thing = isThis, c.this
	}
}

// actor finds the one who acts: to the left the nearest document in whose
// title the verb stands, else this document.
func (c *clause) actor(k int) {
	f := &c.verbs[k]
	i := f.at - 1
	if c.punct(i, '(') && f.v.family() == "implements" && (c.own(f.at) || c.scope && c.marked(c.start) && c.thing(c.start) == c.this) {
		f.how, f.thing = isThis, c.this // (thực hiện điểm b khoản 2 Điều 29 «C») behind the words of the title
		return
	}
	if c.plural(i) || c.word(i) == "việc" && c.punct(i-1, ',') {
		f.how = isGoverned
		return
	}
	for i >= c.start && (c.is(i, adverb|glue) && !c.is(i, conj) || c.softMark(i)) {
		i--
	}
	if c.word(i) == "theo" && c.word(i-1) == "kéo" { // và kéo theo việc bãi bỏ
		i -= 2
	}
	switch {
	case i < c.start:
		f.how = isInitial
	case c.isDocument(i):
		if !c.punct(f.at-1, ',') || !c.continues(k, i) {
			f.how, f.subj, f.also = isLeft, i, c.twin(i)
		}
	case c.is(i, conj) || c.punct(i, ';'):
		switch {
		case c.coordinate(k):
		case c.own(f.at): // the document's own title goes on
			f.how = isInitial
		default:
			c.far(k, i)
		}
	case c.titleColon(i) >= 0:
		f.how, f.subj = isLeft, c.titleColon(i)
	case c.opens(i + 1):
		f.how = isInitial
	default:
		c.far(k, i)
	}
	c.settle(k)
}

// plural reports whether documents that are not named end at token i as the
// ones who act: "các nghị định quy định chi tiết …", "ba luật sửa đổi …",
// "văn bản hướng dẫn thi hành …", "pháp luật hướng dẫn …".
func (c *clause) plural(i int) bool {
	if lower(c.word(i-1)) == "pháp" && lower(c.word(i)) == "luật" {
		return true
	}
	for n := 1; n <= 3; n++ {
		j := i - n + 1
		if j < 1 {
			return false
		}
		if v, k := c.t.types.At(c.toks, j); v > 0 && k == n {
			switch lower(c.word(j - 1)) {
			case "các", "những", "hai", "ba", "bốn", "năm", "sáu", "nhiều", "số":
				return true
			}
			return c.toks[j-1].Kind == sentence.Digit || nouns[v-1].words == "văn bản" && !c.punct(j-1, ',') && c.word(j-1) != "là"
		}
	}
	return false
}

// softMark reports whether a mark may stand between a document and the verb of
// its title: a bracket, a comma, a quotation mark.
func (c *clause) softMark(i int) bool {
	if c.toks[i].Kind != sentence.Punct {
		return false
	}
	switch c.toks[i].ID {
	case '(', ',', '"', sentence.OpenQuote, '-':
		return true
	}
	return false
}

// coordinate gives verb k the subject of the verb before it of its family:
// Thông tư này thay thế «A» và bãi bỏ «B».
func (c *clause) coordinate(k int) bool {
	f := &c.verbs[k]
	for j := k - 1; j >= 0; j-- {
		p := &c.verbs[j]
		if p.v.family() != f.v.family() || p.voice != "active" && p.voice != "force" || c.outranks(p, f) {
			continue
		}
		f.how, f.subj, f.thing = p.how, p.subj, p.thing
		return true
	}
	return c.secondOfTitle(k)
}

// secondOfTitle gives verb k, behind "và", the actor of the verb that opens a title or an
// enacting sentence: "Quy định chi tiết «A» về kho muối và sửa đổi một số điều của «B»".
func (c *clause) secondOfTitle(k int) bool {
	f := &c.verbs[k]
	if k == 0 || !c.is(f.at-1, conj) {
		return false
	}
	p := &c.verbs[0]
	if p.voice != "active" || p.how != isInitial || p.v.family() == f.v.family() {
		return false
	}
	f.how, f.subj, f.thing = p.how, p.subj, p.thing
	return true
}

// outranks reports whether the subject of verb p stands above the object of verb f, which
// f amends: only who issued a text amends it, who stands above repeals it (Luật 2025 Art. 8).
func (c *clause) outranks(p, f *found) bool {
	if f.v.kind() != "amends" && f.v.kind() != "supplements" || p.thing < 0 || p.how != isLeft {
		return false
	}
	for i := f.end; i < len(c.toks); i++ {
		if x := c.thing(i); c.cited(i) && x >= 0 {
			a, b := c.Things[p.thing].Rank, c.Things[x].Rank
			return a > 0 && b > 0 && a < b
		}
	}
	return false
}

// continues gives verb k, behind a comma, the subject of the verb whose object
// or list ends at document i: «A» quy định chi tiết «B», thay thế «C».
func (c *clause) continues(k, i int) bool {
	for c.owner[i] == none && c.separator(i) == ',' && c.isDocument(c.beforeComma(i)) {
		i = c.beforeComma(i)
	}
	if c.owner[i] == none {
		return false
	}
	f, p := &c.verbs[k], &c.verbs[c.owner[i]]
	if p.voice != "active" || p.how == isGoverned || p.how == isAgency {
		return false
	}
	f.how, f.subj, f.thing = p.how, p.subj, p.thing
	return true
}

// beforeComma returns the token before the comma or "và" that stands before document i.
func (c *clause) beforeComma(i int) int {
	for j := i - 1; j > c.start; j-- {
		if c.punct(j, ',') || c.is(j, conj) {
			return j - 1
		}
	}
	return -1
}

// farSubject is the most words that stand between a document and the verb of its title.
const farSubject = 45

// far looks over the words of a title for the document it belongs to.
func (c *clause) far(k, i int) {
	f := &c.verbs[k]
	f.how = isGoverned
	planned, plans := false, f.v.family() == "implements"
	if plans && c.spent(i) {
		return
	}
	for j := i; j >= c.start && f.at-j < farSubject; j-- {
		switch {
		case c.isDocument(j):
			c.farLeft(k, j, planned)
			return
		case c.marked(j): // an instrument: the plan that the verb belongs to
			planned = plans
		case c.punct(j, ';') || c.punct(j, ':') || c.punct(j, '|'):
			c.headless(k, j+1, i, planned)
			return
		case c.is(j, plan) && c.planAt(j):
			planned = plans
		case c.is(j, body) && c.agencyAt(j):
			f.how = isAgency
			if c.ownAct(j, f.at) {
				f.how = isInitial
			}
			if planned {
				f.how = isOwnPlan
			}
			if f.v.kind() == "guides" && !c.News && c.asFollows() {
				f.how, f.thing = isThis, c.this
			}
			c.within(k)
			return
		}
	}
	c.headless(k, c.start, i, planned)
}

// agencyAt reports whether a body begins at token i as the one who acts: at the
// beginning or behind a comma, with a capital letter.
func (c *clause) agencyAt(i int) bool {
	return c.toks[i].Case != sentence.LowerCase && (i <= c.start || c.punct(i-1, ',') || c.punct(i-1, ';') || c.is(i-1, conj) && c.toks[i].Case == sentence.AllCaps)
}

// planAt reports whether a plan or programme is named at token i.
func (c *clause) planAt(i int) bool {
	switch c.word(i) {
	case "Kế", "kế", "KẾ":
		return c.word(i+1) == "hoạch" || c.word(i+1) == "HOẠCH"
	case "Chương", "chương", "CHƯƠNG":
		return c.word(i+1) == "trình" || c.word(i+1) == "TRÌNH"
	case "Đề", "đề", "ĐỀ", "Phương", "phương", "PHƯƠNG":
		return c.word(i+1) == "án" || c.word(i+1) == "ÁN"
	}
	return false
}

// left returns the nearest document to the left of token i in the same part of
// the sentence; -1.
func (c *clause) left(i int) int {
	for ; i >= 0; i-- {
		if c.isDocument(i) {
			return i
		}
		if c.punct(i, ';') {
			return -1
		}
	}
	return -1
}

// settle turns the way a subject was found into the thing that acts.
func (c *clause) settle(k int) {
	f := &c.verbs[k]
	switch f.how {
	case isLeft, isPlan:
		if f.subj >= 0 {
			f.thing = c.thing(f.subj)
		}
		if f.subj >= 0 && c.toks[f.subj].Ref < 0 {
			f.how = isThis
		}
	case isInitial, isOwnPlan:
		f.thing = c.this
	}
	if f.v.kind() == "consolidates" && f.how == isThis {
		f.thing = c.This // not the text that it consolidates
	}
}
