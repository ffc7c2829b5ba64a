package relation

import "vnlex/extractors/sentence"

// denied reports whether the verb is negated: chưa thay thế.
func (c *clause) denied(k int) bool {
	for i := c.verbs[k].at - 1; i >= max(0, c.verbs[k].at-2); i-- {
		if c.is(i, negator) {
			return true
		}
		if !c.is(i, passive|adverb) {
			return false
		}
	}
	return c.never[c.verbs[k].at]
}

// asked reports whether a question asks if the verb holds: «A» có bị thay thế bởi
// «B» không? What a question takes for granted, it states.
func (c *clause) asked(k int) bool {
	last := len(c.toks) - 1
	if !c.punct(last, '?') || c.word(last-1) != "không" && c.word(last-1) != "chưa" {
		return false
	}
	for i := c.verbs[k].at - 1; i >= c.start; i-- {
		if w := c.word(i); w == "có" || w == "đã" {
			return true
		}
		if !c.is(i, passive|adverb) {
			return false
		}
	}
	return false
}

// farDraft is how far back a word of planning takes the force of a verb away.
const farDraft = 14

// drafted reports whether the verb is only planned: dự thảo Nghị định sửa đổi
// «C». A document that stands in between, as the one that acts, speaks against.
func (c *clause) drafted(k int) bool {
	f := &c.verbs[k]
	if f.v.family() == "cites" {
		return false
	}
	for j := k - 1; j >= 0; j-- {
		p := &c.verbs[j]
		if p.v.rows[0].Voice != "draft" {
			if f.at-p.at > farDraft {
				return false
			}
			continue
		}
		if f.at-p.end > farDraft {
			return false
		}
		if c.word(p.at) == "sẽ" && c.isDocument(p.at-1) {
			return false // a document that has a number is no draft
		}
		for i := p.end; i < f.at; i++ {
			if c.marked(i) || c.punct(i, ';') || c.punct(i, '.') || c.punct(i, ':') {
				return false
			}
		}
		return true
	}
	return false
}

// draftedBefore reports whether verb k stands behind the object of a verb that is
// only planned: đang xây dựng Thông tư hướng dẫn «A» thay thế «B».
func (c *clause) draftedBefore(k int) bool {
	i := c.verbs[k].at - 1
	if k == 0 || !c.verbs[k-1].planned || !c.marked(i) {
		return false
	}
	for j := c.verbs[k-1].end; j < i; j++ {
		if c.toks[j].Kind != sentence.Word || c.is(j, conj) {
			return false
		}
	}
	return true
}

// inName reports whether the verb at token i stands in the name of a law that
// has its number behind it: bởi Luật sửa đổi, bổ sung một số điều Luật … số «C».
// Inside a passive that law acts, whatever its name says.
func (c *clause) inName(i int) bool {
	for n := 1; n <= 3 && i-n > c.start; n++ {
		if v, k := c.t.types.At(c.toks, i-n); v > 0 && k == n {
			return c.word(i-n-1) == "bởi"
		}
	}
	return false
}
