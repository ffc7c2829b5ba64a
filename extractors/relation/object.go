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
	wants := f.v.rows[0].Object
	if r := f.v.row(f.voice, ""); r != nil {
		wants = r.Object
	}
	far := false
	for i := f.end; i < len(c.toks) && i-f.end < farObject; i++ {
		t := &c.toks[i]
		switch {
		case t.Kind == sentence.Marked:
			if c.fits(k, i, far, wants) {
				f.objs = append(f.objs, i)
				c.owner[i] = int8(k)
				f.scope = extractors.Span{Start: int(c.toks[f.end-1].End), End: int(t.Start)}
				return
			}
			if c.passes(i, wants) {
				f.partial = true
				continue
			}
			return
		case t.Kind == sentence.Punct:
			next, ok := c.skip(i, far)
			if !ok {
				return
			}
			if next > i && (t.ID == sentence.OpenQuote || t.ID == '"') {
				f.partial = true
			}
			i = next
		case t.Kind == sentence.Digit:
		case c.is(i, part):
			f.partial = f.partial || !c.ofWhole(i)
		case c.verbAt(i, k) && !far:
			if !c.takesOver(k, i) {
				return
			}
		case c.is(i, link):
		default:
			far = true
		}
	}
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
func (c *clause) fits(k, i int, far bool, wants string) bool {
	if !c.isDocument(i) && (wants == "document" || wants == "far") {
		return false
	}
	if !c.isDocument(i) && c.carriedBehind(i) && wants == "part" {
		return false
	}
	if !far {
		return wants != "far" || c.hangs(i)
	}
	if !c.isDocument(i) {
		return false
	}
	if wants != "part" && wants != "far" && wants != "document" {
		return false
	}
	if c.verbs[k].voice == "ground" {
		return c.hangs(i) && i-c.verbs[k].end < 25
	}
	return c.hangs(i) && c.verbs[k].v.family() == "amends"
}

// passes reports whether the search goes on behind marked token i: an
// instrument whose document follows, "Điều lệ … ban hành kèm theo «C»".
func (c *clause) passes(i int, wants string) bool {
	return !c.isDocument(i) && wants != "document" && c.carriedBehind(i)
}

// carriedBehind reports whether "(ban hành) kèm theo «C»" follows token i.
func (c *clause) carriedBehind(i int) bool {
	for j := i + 1; j < min(i+6, len(c.toks)); j++ {
		if c.isDocument(j) {
			return c.is(j-1, agent)
		}
		if !c.is(j, link|agent|passive|adverb) {
			return false
		}
	}
	return false
}

// hangs reports whether a preposition, over the names of parts, stands before token i.
func (c *clause) hangs(i int) bool {
	for j := i - 1; j >= 0; j-- {
		t := &c.toks[j]
		switch {
		case t.Kind == sentence.Word && c.is(j, agent|link) && prepositions[c.word(j)]:
			return true
		case t.Kind == sentence.Digit, c.is(j, part), c.punct(j, ','), len(c.word(j)) <= 2:
		case t.Kind == sentence.Word && t.Case == sentence.AllCaps && prepositions[lower(c.word(j))]:
			return true
		default:
			return false
		}
	}
	return false
}

var prepositions = map[string]bool{"theo": true, "tại": true, "của": true, "trong": true, "với": true}

func lower(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		out = append(out, sentence.Lower(r))
	}
	return string(out)
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
	case ';', '.', '!', '?', '|', sentence.Ellipsis:
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
		c.owner[a] = int8(k)
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
				c.owner[i] = int8(k)
				f.scope = extractors.Span{Start: int(c.toks[by].End), End: int(t.Start)}
			}
			return
		case by < 0 && c.is(i, agent):
			by = i
		case t.Kind == sentence.Punct && (t.ID == ':' && by >= 0 || t.ID == ','), t.Kind == sentence.Digit:
		case c.is(i, part|link|agent), c.toks[i].Kind == sentence.Word && c.word(i) == "năm", len(c.word(i)) <= 2 && t.Kind == sentence.Word:
		default:
			return
		}
	}
}
