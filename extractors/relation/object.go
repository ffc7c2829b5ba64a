package relation

import (
	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// farObject is the most words that stand between a verb and its object.
const farObject = 90

// object finds what the active verb k acts upon, or who acts in the passive verb k.
func (c *clause) object(k int) {
	f := &c.verbs[k]
	switch f.voice {
	case "active", "ground":
		if k+1 < len(c.verbs) && c.verbs[k+1].joined == k {
			return // the last verb of the group has the object
		}
		c.direct(k)
	case "passive":
		c.agents(k)
	}
}

// direct looks to the right of verb k for its first object.
func (c *clause) direct(k int) {
	f := &c.verbs[k]
	wants := f.v.rows[0]
	if r := f.v.row(f.voice, ""); r != nil {
		wants = r
	}
	far, noun := false, false
	for i := f.end; i < len(c.toks) && i-f.end < farObject; i++ {
		t := &c.toks[i]
		switch {
		case t.Kind == sentence.Marked:
			if c.fits(k, i, far, wants) {
				f.objs = append(f.objs, i)
				c.owner[i] = int16(k)
				f.scope = extractors.Span{Start: int(c.toks[f.end-1].End), End: int(t.Start)}
				c.carriedIn(k, i)
				return
			}
			switch {
			case c.isDocument(i) && !(far && c.inTitle(i)):
				return
			case c.carrierBehind(k, i):
				f.objs = append(f.objs, i+2)
				c.owner[i+2] = int16(k)
				return
			case c.carriedBehind(i):
				f.partial = f.partial || f.v.kind() != "repeals" && f.v.kind() != "replaces"
			default:
				far = true
			}
		case t.Kind == sentence.Punct:
			next, ok := c.skip(i, far && !noun)
			if t.ID == ';' && (far && c.inTitle(i) || !far && c.ruleOf(i+1) >= 0) {
				ok = true // Bãi bỏ các Điều 5, 6 và 7; điểm a khoản 2 Điều 9 của «C»
			}
			if !ok {
				return
			}
			if t.ID == ':' {
				far = false
			}
			if next > i && (t.ID == sentence.OpenQuote || t.ID == '"') {
				f.partial = true
			}
			i = next
		case t.Kind == sentence.Digit, t.Kind == sentence.Word && t.End-t.Start <= 2: // a number, the letter of a point
		case c.word(i) == "theo" && c.word(i-1) != "kèm" && c.word(i-1) != "hành":
			return // thực hiện theo quy định tại «C» refers
		case c.decided(i):
			noun = true
			i++
		case c.is(i, part):
			f.partial = f.partial || !c.ofWhole(i)
		case c.verbAt(i, k) && (!far || c.guidesWhom(k, i)):
			if !c.takesOver(k, i) {
				return
			}
			far = false
		case c.is(i, link):
			noun = noun || c.typeAt(i)
		default:
			far = true
		}
	}
}

// typeAt reports whether a word for documents begins at token i.
func (c *clause) typeAt(i int) bool {
	v, _ := c.t.types.At(c.toks, i)
	return v > 0 && nouns[v-1].slugs != "" || c.word(i) == "văn"
}

// decided reports whether "Nghị định" or "Quyết định" stands at token i, whose
// second syllable names no part: Bãi bỏ các Nghị định sau đây; or "quy phạm".
func (c *clause) decided(i int) bool {
	if c.word(i) == "quy" && c.word(i+1) == "phạm" {
		return true
	}
	v, n := c.t.types.At(c.toks, i)
	return v > 0 && n == 2 && (nouns[v-1].words == "nghị định" || nouns[v-1].words == "quyết định")
}

// inTitle reports whether token i, a semicolon or a document without a
// preposition, is part of the long title of an attached text, whose document
// still comes: "… ; cơ quan, đơn vị … ban hành kèm theo «C»".
func (c *clause) inTitle(i int) bool {
	if c.isDocument(i) || i+1 < len(c.toks) && (c.toks[i+1].Kind != sentence.Word || c.toks[i+1].Case != sentence.LowerCase || c.verbStarts(i+1)) {
		return false
	}
	for j := i + 1; j < min(i+40, len(c.toks)); j++ {
		if c.isDocument(j) {
			return c.word(j-1) == "theo" && (c.word(j-2) == "kèm" || c.word(j-2) == "hành")
		}
		if c.punct(j, ';') {
			return false
		}
	}
	return false
}

// verbStarts reports whether a verb of the table begins at token i.
func (c *clause) verbStarts(i int) bool {
	for k := range c.verbs {
		if c.verbs[k].at == i {
			return true
		}
	}
	return false
}

// ofWhole reports whether the part word at token i speaks of whole documents:
// một số Quyết định, quy định (as a verb).
func (c *clause) ofWhole(i int) bool {
	switch c.word(i) {
	case "một", "số":
		j := i + 1
		if c.word(i) == "một" && c.word(j) == "phần" {
			return false
		}
		for c.is(j, part) && (c.word(j) == "số" || c.word(j) == "một") {
			j++
		}
		v, _ := c.t.types.At(c.toks, j)
		return v > 0 && c.toks[j].Case != sentence.LowerCase || c.word(j) == "văn" || c.marked(j)
	}
	return false
}

// fits reports whether marked token i is the object of verb k. Over the words
// of a title only a document that these words hang on is: "ban hành kèm theo
// «C»", "tại «C»", "của «C»".
func (c *clause) fits(k, i int, far bool, wants *Trigger) bool {
	if !c.isDocument(i) {
		return !far && wants.wants("instrument") && !c.carriedBehind(i)
	}
	if !far {
		return !wants.wants("far") || c.hangs(i) || i == c.verbs[k].end && c.verbs[k].how == isLeft
	}
	if c.verbs[k].voice == "ground" {
		return c.hangs(i) && i-c.verbs[k].end < 40
	}
	return c.hangs(i) && (c.verbs[k].v.family() == "amends" || c.ruled(k, i) || c.setOut(k, i)) || c.countedAs(k, i)
}

// skip goes over a mark between verb and object: brackets and quotations with
// what they hold. ok is false where the search ends.
func (c *clause) skip(i int, far bool) (next int, ok bool) {
	switch c.toks[i].ID {
	case '(':
		return c.closing(i, ')'), true
	case sentence.OpenQuote:
		return c.closing(i, sentence.CloseQuote), true
	case '"':
		return c.closing(i, '"'), true
	case ':':
		return i, !far
	case '.':
		next := c.toks[i].End // II.8, 1.2
		return i, int(next) < len(c.Layout.Norm) && sentence.IsDigit(rune(c.Layout.Norm[next]))
	case ';', '!', '?', '|', sentence.Ellipsis:
		return i, false
	}
	return i, true
}

// closing returns the token that closes the bracket or quotation at token i, or
// i when it is not closed soon.
func (c *clause) closing(i int, id uint16) int {
	for j := i + 1; j < min(i+60, len(c.toks)); j++ {
		if c.punct(j, id) {
			return j
		}
	}
	return i
}

// verbAt reports whether another verb of the table begins at token i.
func (c *clause) verbAt(i, k int) bool {
	for j := k + 1; j < len(c.verbs) && c.verbs[j].at <= i; j++ {
		if c.verbs[j].at == i && c.verbs[j].voice != "cue" {
			return true
		}
	}
	return false
}

// takesOver lets "hướng dẫn … thực hiện «C»" and "quy định chi tiết … hướng dẫn
// thi hành «C»" have one object: that of the later verb is the earlier's.
func (c *clause) takesOver(k, i int) bool {
	if c.verbs[k].v.family() != "implements" || c.verbs[k].voice == "ground" {
		return false
	}
	for j := k + 1; j < len(c.verbs) && c.verbs[j].at <= i; j++ {
		if c.verbs[j].at == i && c.verbs[j].v.family() == "implements" {
			c.verbs[j].voice = "draft"
			return true
		}
	}
	return false
}

// agents finds who acts in the passive verb k: behind bởi, theo, tại.
func (c *clause) agents(k int) {
	f := &c.verbs[k]
	if a := c.doAgent(k); a >= 0 {
		f.objs = []int{a}
		c.owner[a] = int16(k)
		f.subj = c.left(a - 1)
		return
	}
	by := -1
	for i := f.end; i < len(c.toks) && i-f.end < 40; i++ {
		t := &c.toks[i]
		switch {
		case t.Kind == sentence.Marked:
			if by >= 0 && c.isDocument(i) {
				f.objs = append(f.objs, i)
				c.owner[i] = int16(k)
				f.scope = extractors.Span{Start: int(c.toks[by].End), End: int(t.Start)}
			}
			return
		case by < 0 && c.is(i, agent):
			by = i
		case by >= 0 && c.verbStarts(i) && c.inName(i), by >= 0 && i > by+1 && c.inName(by+2) && t.Kind == sentence.Word:
		case t.Kind == sentence.Punct && (t.ID == ':' && by >= 0 || t.ID == ','), t.Kind == sentence.Digit:
		case by < 0 && (c.word(i) == "lần" || countWord(c.word(i)) > 0): // được sửa đổi hai lần, bằng «A» và «B»
		case c.is(i, part|link|agent), c.toks[i].Kind == sentence.Word && c.word(i) == "năm", len(c.word(i)) <= 2 && t.Kind == sentence.Word:
		default:
			return
		}
	}
}
