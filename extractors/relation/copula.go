package relation

import "vnlex/extractors/sentence"

// copulas states what is said of a list behind "là": «A» có ba nghị định hướng dẫn
// thi hành là «B», «C» và «D» says that B, C and D guide A.
func (c *clause) copulas() {
	c.basis()
	for k := range c.verbs {
		f := &c.verbs[k]
		c.predicated(k)
		if f.voice != "active" || len(f.objs) > 0 || f.how != isGoverned {
			continue
		}
		is := c.copula(f.end)
		if is < 0 {
			continue
		}
		target := c.left(f.at - 1)
		if target < 0 {
			continue
		}
		row := f.v.row("active", "left")
		for i := is + 1; i < len(c.toks); i++ {
			if !c.isDocument(i) || i > is+1 && c.separator(i) == 0 {
				continue
			}
			c.sayOf(row, f.v.kind(), c.thing(i), c.thing(target), i, Part{Quoted: c.quoted})
			c.owner[i] = c.ownerOr(i, k)
		}
	}
}

// predicated reads "Quy định chi tiết một số điều của «A» là «B»": the document behind
// "là" is the one that acts.
func (c *clause) predicated(k int) {
	f := &c.verbs[k]
	if f.voice != "active" || f.how != isInitial || len(f.objs) == 0 || !c.News || f.v.family() != "implements" {
		return
	}
	for i := f.objs[0] + 1; i < len(c.toks) && c.toks[i].Kind == sentence.Word; i++ {
		if c.word(i) == "là" && c.isDocument(i+1) {
			c.sayOf(f.v.row("active", "left"), f.v.kind(), c.thing(i+1), c.thing(f.objs[0]), i+1, Part{})
			f.voice, f.objs = "draft", f.objs[:1]
			return
		}
	}
}

// basis reads "Cơ sở pháp lý của «A» là «B» và «C»": A rests on them.
func (c *clause) basis() {
	i := c.start
	if w := lower(c.word(i) + " " + c.word(i+1)); w != "cơ sở" && w != "căn cứ" || c.word(i+2) != "pháp" || c.word(i+4) != "của" {
		return
	}
	if !c.isDocument(i+5) || c.word(i+6) != "là" && c.word(i+6) != "gồm" && c.word(i+6) != "bao" {
		return
	}
	for j := i + 7; j < len(c.toks); j++ {
		if c.isDocument(j) && (j == i+7 || c.separator(j) != 0) && c.owner[j] == none {
			c.say(c.t.triggers["T101"], "based_on", c.thing(i+5), j, Part{})
			c.owner[j] = 0
		}
	}
}

// ownerOr leaves document i to the list that has it already.
func (c *clause) ownerOr(i, k int) int16 {
	if c.owner[i] != none {
		return c.owner[i]
	}
	return int16(k)
}

// copula returns the token of "là" or ":" right behind a verb without an object,
// over words that only repeat what is meant: nó, thi hành, gồm.
func (c *clause) copula(i int) int {
	for ; i < len(c.toks); i++ {
		switch w := c.word(i); {
		case w == "là" || w == ":":
			if c.isDocument(i + 1) {
				return i
			}
			return -1
		case w == "gồm" || w == "nó" || w == "luật" || w == "này" || w == "thi" || w == "hành" || w == "sau" || w == "đây" || w == "bộ":
		default:
			return -1
		}
	}
	return -1
}

// release frees the documents of verbs that turned out to state nothing.
func (c *clause) release() {
	for i, k := range c.owner {
		if k == none || int(k) >= len(c.verbs) {
			continue
		}
		f := &c.verbs[k]
		switch {
		case f.voice == "active" && (f.thing < 0 && f.how != isLeft && f.how != isPlan || !c.acts(int(k))):
			c.owner[i] = none
		case f.voice == "draft":
			c.owner[i] = none
		}
	}
}
