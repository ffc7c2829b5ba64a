package relation

import (
	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// rest states that this document refers to what it only mentions. The title of
// another document is that document's business.
func (c *clause) rest() {
	from := c.this
	if c.News {
		c.refers()
		return
	}
	if from < 0 || c.quoted && c.amending < 0 {
		return
	}
	if c.Base >= 0 && int(c.toks[0].Start) < c.Preamble.Start {
		return
	}
	row := c.t.triggers["T066"]
	for i := range c.toks {
		if !c.cited(i) || !c.isDocument(i) || c.thing(i) < 0 || c.owned(i) || c.proposed(i) || c.carries(i) {
			continue
		}
		if row.Voice != "cue" || c.separator(i) != ',' { // theo quy định tại «A» và «B»
			row = c.cue(i)
		}
		if (c.opened < 0 || c.verbs[c.opened].v.kind() == "based_on") && c.inPreamble(i) {
			row = c.t.triggers["T004"] // what a preamble names beside its grounds
		}
		p := Part{ScopeTo: Scopes(c.unitsOf(i)), Quoted: c.quoted, Effect: c.effect(i)}
		c.say(row, row.Kind, from, i, p)
	}
}

// carries reports whether document i only tells where the instrument right before it
// stands: thực hiện Đề án “…” (Quyết định số …).
func (c *clause) carries(i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		if c.marked(j) {
			x := c.thing(j)
			return x >= 0 && c.Things[x].Instrument && c.Things[x].Carrier == c.thing(i) && c.owner[j] != none
		}
	}
	return false
}

// proposed reports whether document i stands in the title of a proposal that the
// preamble weighs: "Xét Tờ trình số … về việc đề nghị ban hành Nghị quyết sửa đổi
// … «C»". What a proposal speaks of is no basis.
func (c *clause) proposed(i int) bool {
	if c.opened < 0 || c.verbs[c.opened].v.rows[0].ID != "T004" || !c.inPreamble(i) {
		return false
	}
	for j := i - 1; j > c.verbs[c.opened].end; j-- {
		if c.word(j) == "về" && (c.word(j+1) == "việc" || c.isDocument(j-1) || c.agentBody(j-1)) {
			return true
		}
		if c.punct(j, ';') {
			return false
		}
	}
	return false
}

// agentBody reports whether the name of a body may end at token i: a word with a
// capital, or a level of the administration.
func (c *clause) agentBody(i int) bool {
	return i >= 0 && c.toks[i].Kind == sentence.Word && (c.toks[i].Case != sentence.LowerCase || c.is(i, body))
}

// inPreamble reports whether token i stands in the document's own preamble.
func (c *clause) inPreamble(i int) bool {
	at := int(c.toks[i].Start)
	return c.Preamble.Start <= at && at < c.Preamble.End && !c.quoted
}

// owned reports whether document i is the object of a verb of another document's
// title, or acts on its own in it.
func (c *clause) owned(i int) bool {
	if c.owner[i] == none {
		return c.self(i)
	}
	return true
}

// self reports whether the mention only says how the document is called: it
// stands in a bracket that names an alias, or repeats the head of an annex.
func (c *clause) self(i int) bool { return false }

// cue returns the row of the words before document i.
func (c *clause) cue(i int) *Trigger {
	for k := len(c.verbs) - 1; k >= 0; k-- {
		f := &c.verbs[k]
		if f.v.rows[0].Voice != "cue" || f.end > i || i-f.end > 14 {
			continue
		}
		clear := true
		for j := f.end; j < i; j++ {
			if c.marked(j) || c.punct(j, ';') {
				clear = false
			}
		}
		if clear {
			return f.v.rows[0]
		}
	}
	return c.t.triggers["T066"]
}

// effect says how a document that is referred to goes on: tiếp tục có hiệu lực,
// tiếp tục thực hiện theo.
func (c *clause) effect(i int) string {
	for j := i + 1; j+1 < len(c.toks); j++ {
		if c.word(j) == "tiếp" && c.word(j+1) == "tục" && c.word(j+2) == "có" && c.word(j+3) == "hiệu" {
			return "continues"
		}
	}
	for j := i - 1; j > max(0, i-14); j-- {
		if c.word(j) == "tục" && c.word(j-1) == "tiếp" && (c.word(j+1) == "thực" || c.word(j+1) == "áp") {
			return "transitional"
		}
	}
	return ""
}

// focus remembers what the sentence was about, for "Nghị định này" in news and
// for rows of a table.
func (c *clause) focus() {
	set := map[string]bool{}
	for i := range c.toks {
		if !c.isDocument(i) || c.thing(i) < 0 || c.toks[i].Ref < 0 {
			continue
		}
		x := c.thing(i)
		if slug := c.Things[x].Type; !set[slug] && (c.owner[i] == none || c.News) {
			c.lastOf[slug] = x
			set[slug] = true
		}
		if c.owner[i] == none {
			c.lastDoc, c.lastBlock = x, c.reader.block
		}
	}
}

// exception returns the words behind "trừ" after token i.
func (c *clause) exception(i int) extractors.Span {
	for j := i; j < len(c.toks); j++ {
		if c.word(j) == "trừ" && j+1 < len(c.toks) {
			end := len(c.toks) - 1
			for e := j + 1; e < len(c.toks); e++ {
				if c.punct(e, ':') && c.word(e-1) != "sau" && c.word(e-1) != "đây" || c.punct(e, ';') {
					end = e - 1
					break
				}
			}
			return extractors.Span{Start: int(c.toks[j+1].Start), End: int(c.toks[end].End)}
		}
	}
	return extractors.Span{}
}

// until reports whether a period is given: từ ngày … đến ngày.
func (c *clause) until(i int) bool {
	for j := i; j+1 < len(c.toks); j++ {
		if c.word(j) == "đến" && (c.word(j+1) == "ngày" || c.word(j+1) == "hết") {
			return true
		}
	}
	return false
}
