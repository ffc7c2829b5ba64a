package relation

import "vnlex/extractors/sentence"

// passive states verb k: its agents act upon its subject.
func (c *clause) passive(k int) {
	f := &c.verbs[k]
	holder := &c.verbs[c.lastOfGroup(k)]
	if len(holder.objs) == 0 {
		c.fronted(k)
		return
	}
	row := f.v.row("passive", "left")
	target, at := c.undergoer(k, c.thing(holder.objs[0]))
	f.target = at
	if target < 0 {
		return
	}
	if f.how == isGoverned {
		row = f.v.row("passive", "base")
	}
	kind := f.v.kind()
	if c.mixed(k) {
		kind = "amends"
	}
	for n, i := range holder.objs {
		p := Part{Quoted: c.quoted}
		if n == 0 {
			p.ScopeFrom = Scopes(c.Layout.Norm[holder.scope.Start:max(holder.scope.Start, holder.scope.End)])
		}
		if at >= 0 {
			p.ScopeTo = Scopes(c.attachedUnits(at))
		}
		if op := opOf[kind]; op != "" && (len(p.ScopeTo) > 0 || f.how == isGoverned && op == "repeal" || c.partUndergoes(k) || c.partOf(at)) {
			kind, p.Op = "amends", op
		}
		c.sayOf(row, kind, c.thing(i), target, i, p)
		for _, other := range c.listedBefore(at) {
			c.sayOf(row, kind, c.thing(i), c.thing(other), i, p)
		}
	}
}

// partUndergoes reports whether passive verb k is said of words or a rule, not of
// the document: «A» (có cụm từ bị thay thế bởi «B»).
func (c *clause) partUndergoes(k int) bool {
	i := c.verbs[k].at - 1
	for i > c.start && c.is(i, passive|adverb) {
		i--
	}
	return c.is(i, part) || c.is(i, this) && c.is(i-1, part)
}

// partOf reports whether the name of a part stands before document i: Nội dung tại
// điểm 5 «A».
func (c *clause) partOf(i int) bool {
	for j := i - 1; j >= c.start && c.toks[j].Kind != sentence.Marked && c.unitWord(j); j-- {
		if w := c.word(j); c.is(j, part) && w != "số" && w != "quy" && w != "định" {
			return true
		}
	}
	return false
}

// wordsBefore returns the words of the sentence before token i.
func (c *clause) wordsBefore(i int) string {
	return c.Layout.Norm[c.toks[0].Start:c.toks[i].Start]
}

// fronted states passive verb k without an agent when the document that acts stands in
// front, or comes into force then: Theo «A», «B» bị ngưng hiệu lực; «B» được bãi bỏ từ
// ngày ban hành Kế hoạch này. In an article that says how rules run from now on, the
// document itself acts: Các cụm từ “X” tại «B» được sửa thành “Y”.
func (c *clause) fronted(k int) {
	f := &c.verbs[k]
	from, i := c.frontAgent(k), f.subj
	if from < 0 || i < 0 || c.thing(i) < 0 || f.v.family() != "amends" {
		return
	}
	kind, p := f.v.kind(), Part{Quoted: c.quoted, Until: c.until(f.end), ScopeTo: Scopes(c.attachedUnits(i))}
	if op := opOf[kind]; op != "" && (len(p.ScopeTo) > 0 || c.partUndergoes(k) || c.partOf(i)) {
		kind, p.Op = "amends", op
	}
	c.sayOf(f.v.row("passive", "left"), kind, from, c.thing(i), i, p)
	c.owner[i] = int16(k)
}

// frontAgent returns the document that acts in passive verb k without an agent; -1.
func (c *clause) frontAgent(k int) int {
	f, i := &c.verbs[k], c.start+1
	switch c.word(c.start) {
	case "Theo", "Tại", "Bằng", "Với":
		if c.word(i) == "việc" { // Với việc «A» có hiệu lực
			i++
		}
		if c.isDocument(i) && i < f.subj {
			return c.thing(i)
		}
	case "Đồng", "Ngoài":
		if n := len(c.out); n > 0 && c.News && c.out[n-1].Family == "amends" && c.out[n-1].Sentence.Start >= c.block.Start {
			return c.out[n-1].From // who acted in the sentence before
		}
	}
	for j := f.end; j < min(f.end+7, len(c.toks)); j++ {
		if c.is(j, since) {
			for n := j + 1; n < min(j+5, len(c.toks)); n++ {
				if c.isDocument(n) {
					return c.thing(n)
				}
			}
		}
	}
	if !c.News && c.inArticle && !c.quoted && c.Base < 0 && c.word(f.at-1) == "được" && c.word(f.at-2) != "đã" && c.word(f.end-1) == "thành" {
		return c.this
	}
	return -1
}

// undergoer returns what the passive verb k is done to by agent: the nearest
// document to the left that the agent can do it to.
func (c *clause) undergoer(k, agent int) (thing, at int) {
	f := &c.verbs[k]
	if x := c.coordinated(k); x >= 0 {
		return x, -1
	}
	found := false
	if x, i := c.rowHead(f); x >= 0 {
		return x, i
	}
	if x, i, ok := c.sameAgain(f); ok {
		return x, i
	}
	for i := f.subj; i >= 0; i = c.left(i - 1) {
		x := c.thing(i)
		if x == agent && x >= 0 {
			continue
		}
		found = true
		if x < 0 || agent < 0 {
			return x, i
		}
		if ok, _ := c.allows(f.v.kind(), agent, x); ok {
			return x, i
		}
	}
	switch {
	case found:
		return -1, -1
	case c.Base >= 0:
		f.how = isGoverned
		return c.Base, -1
	case c.amending >= 0 && c.inArticle && !c.quoted && len(Scopes(c.wordsBefore(f.at))) > 0:
		return c.amending, -1
	case c.first && f.at <= c.start+2 && c.lastDoc >= 0 && c.reader.block-c.lastBlock <= 4:
		return c.lastDoc, -1
	}
	return -1, -1
}

// sameAgain returns what the passive before was said of, when a comma joins the
// two: «A» được sửa đổi bởi «B», được bổ sung bởi «C» says both of A.
func (c *clause) sameAgain(f *found) (thing, at int, ok bool) {
	i := f.at - 1
	for i > 0 && c.is(i, passive|adverb) && !c.is(i, conj) {
		i--
	}
	if f.subj < 0 || i < 0 || !c.punct(i, ',') && !c.is(i, conj) || c.owner[f.subj] == none {
		return -1, -1, false
	}
	p := &c.verbs[c.owner[f.subj]]
	if p.voice != "passive" {
		return -1, -1, false
	}
	if p.target < 0 {
		return -1, -1, true // of something that is not named
	}
	return c.thing(p.target), p.target, true
}

// rowHead returns the document that begins the sentence, when the passive verb f
// has a capital: in a table it speaks of the document in the cell before, not of
// one in that document's title.
func (c *clause) rowHead(f *found) (thing, at int) {
	i := f.at - 1
	for i > 0 && c.is(i, passive|adverb) && c.toks[i].Case == sentence.LowerCase {
		i--
	}
	if i < 0 || !c.is(i, passive) || c.toks[i].Case == sentence.LowerCase {
		return -1, -1
	}
	for j := c.start; j < i; j++ {
		if c.isDocument(j) && c.owner[j] == none {
			return c.thing(j), j
		}
	}
	return -1, -1
}

// coordinated returns the subject of the verb before passive verb k, when "và
// được" joins the two: Quyết định này sửa đổi «A» và được thay thế bởi «B».
func (c *clause) coordinated(k int) int {
	f := &c.verbs[k]
	i := f.at - 1
	for i >= 0 && c.is(i, passive|adverb) && !c.is(i, conj) {
		i--
	}
	if i < 0 || !c.is(i, conj) {
		return -1
	}
	for j := k - 1; j >= 0; j-- {
		if p := &c.verbs[j]; p.voice == "active" && p.how == isThis {
			return p.thing
		}
	}
	return -1
}

// listedBefore returns the documents that stand in one list with document i,
// before it: «A» và «B» được thay thế bởi «C».
func (c *clause) listedBefore(i int) []int {
	var all []int
	for i > 1 && (c.is(i-1, conj) || c.punct(i-1, ',')) && c.isDocument(i-2) && c.thing(i-2) >= 0 && c.owner[i-2] == none {
		i -= 2
		all = append(all, i)
	}
	return all
}

// attachedUnits is unitsOf, also over "ban hành kèm theo": Phụ lục 1 ban hành kèm
// theo «C».
func (c *clause) attachedUnits(i int) string {
	if c.word(i-1) != "theo" {
		return c.unitsOf(i)
	}
	j := i - 1
	for j > 0 && c.is(j-1, link) && !c.is(j-1, part) {
		j--
	}
	return c.unitsOf(j)
}
