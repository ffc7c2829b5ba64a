package relation

// delegated reads the title and the article on scope (Điều 1. Phạm vi điều chỉnh):
// what a decree says there that it regulates "theo quy định tại khoản 8 Điều 27 «C»"
// is what that rule leaves to it (Luật 2025 Art. 14: văn bản quy định chi tiết),
// so the decree details «C», though it says "quy định" alone. A document named
// without a rule of it is only referred to, save by a text that guides.
func (c *clause) delegated() {
	verb := c.scopeVerb()
	if verb < 0 || c.News || c.quoted || c.this < 0 {
		return
	}
	guides := c.word(verb) == "hướng" || c.word(verb) == "HƯỚNG"
	for k := range c.verbs {
		f := &c.verbs[k]
		row := f.v.row("scope", "this")
		if f.at < verb || row == nil || row.Voice != "scope" {
			continue
		}
		if guides {
			row = c.t.triggers["T113"]
		}
		i := c.ruleOf(f.end)
		if i < 0 || !guides && len(Scopes(c.unitsOf(i))) == 0 || !c.clearTo(verb, f.at) {
			return
		}
		for i >= 0 {
			c.say(row, row.Kind, c.this, i, Part{ScopeTo: Scopes(c.unitsOf(i))})
			i = c.nextListed(i)
		}
		return
	}
}

// scopeVerb returns the token where "quy định" or "hướng dẫn" begins as what the
// document does, in its title or in "Nghị định này quy định …" of Article 1; -1.
func (c *clause) scopeVerb() int {
	i := c.start
	switch {
	case i >= len(c.toks):
		return -1
	case c.own(i):
		for c.word(i) == "Về" || c.word(i) == "VỀ" || c.word(i) == "việc" || c.word(i) == "VIỆC" {
			i++
		}
	case c.scope && c.marked(i) && !c.cited(i) && c.thing(i) == c.this:
		i++
	default:
		return -1
	}
	switch lower(c.word(i) + " " + c.word(i+1)) {
	case "quy định", "hướng dẫn":
		return i
	}
	return -1
}

// clearTo reports whether no document and no other part of the sentence stands
// between tokens i and j.
func (c *clause) clearTo(i, j int) bool {
	for ; i < j; i++ {
		if c.cited(i) || c.punct(i, ';') || c.punct(i, ':') {
			return false
		}
	}
	return true
}

// ruleOf returns the document behind token i, over the names of its rules; -1.
func (c *clause) ruleOf(i int) int {
	for ; i < len(c.toks); i++ {
		switch {
		case c.marked(i):
			if c.cited(i) && c.isDocument(i) && c.owner[i] == none {
				return i
			}
			return -1
		case c.word(i) != "" && c.unitWord(i), c.punct(i, ','):
		default:
			return -1
		}
	}
	return -1
}

// unitWord reports whether token i can stand in the name of a rule: khoản, 8, đ, của.
func (c *clause) unitWord(i int) bool {
	return c.is(i, part|conj) || len(c.word(i)) <= 2 || c.word(i)[0] <= '9' || c.word(i) == "của" || c.word(i) == "các" || c.word(i) == "tại"
}

// nextListed returns the document that a list goes on with behind document i,
// over the words of its title; -1.
func (c *clause) nextListed(i int) int {
	for j := i + 1; j < len(c.toks); j++ {
		if c.punct(j, ';') || c.punct(j, ':') {
			return -1
		}
		if c.cited(j) && c.isDocument(j) {
			if c.owner[j] == none && c.separator(j) == ',' {
				return j
			}
			return -1
		}
	}
	return -1
}
