package relation

// force states that documents are no longer in force, or not for a time, since
// this document is, or another named in the sentence: «A» hết hiệu lực kể từ
// ngày Nghị định này có hiệu lực.
func (c *clause) force(k int) {
	f := &c.verbs[k]
	from, row := c.ender(k)
	if from < 0 {
		return
	}
	targets := c.ended(k)
	if len(targets) == 0 {
		targets, row = c.listed(k), f.v.row("force", "list")
	}
	p := Part{Quoted: c.quoted, Exception: c.exception(f.end), Until: c.until(f.end)}
	for _, i := range targets {
		kind, q := f.v.kind(), p
		q.ScopeTo = Scopes(c.unitsOf(i))
		if kind == "repeals" && (len(q.ScopeTo) > 0 || c.governed(i)) {
			kind, q.Op = "amends", "repeal"
		}
		c.owner[i] = int16(k)
		c.say(row, kind, from, i, q)
		if kind == "repeals" {
			c.amendersEnd(k, from, i, p)
		}
	}
}

// amendersEnd says that with document i, ended by thing from, what others amended
// in it ends: of "Luật «A» đã được sửa đổi theo «B» và «C» hết hiệu lực" also the
// rules of B and C that amended A, which have nothing else to say (databases of
// laws list B and C as ended in part).
func (c *clause) amendersEnd(k, from, i int, p Part) {
	row := c.verbs[k].v.row("force", "amender")
	if row == nil || row.Subject != "amender" {
		return
	}
	p.Op = "repeal"
	for n := range c.verbs[:k] {
		f := &c.verbs[n]
		if f.voice != "passive" || f.target != i || f.v.kind() != "amends" && f.v.kind() != "supplements" {
			continue
		}
		for _, by := range f.objs {
			if c.thing(by) != from {
				c.say(row, row.Kind, from, by, p)
			}
		}
	}
}

// ender returns the document whose coming into force ends the others.
func (c *clause) ender(k int) (thing int, row *Trigger) {
	f := &c.verbs[k]
	row = f.v.row("force", "this")
	if c.word(f.end) == "do" || c.word(f.end) == "vì" {
		return -1, row // hết hiệu lực do bị «C» thay thế: the cause is stated for itself
	}
	for i := f.end; i < min(f.end+14, len(c.toks)); i++ {
		if c.isDocument(i) && (i < f.end+9 || c.word(i-1) == "ngày" && c.word(i+1) == "có") {
			return c.thing(i), row
		}
	}
	for i := 0; i < f.at; i++ {
		if c.is(i, since) && c.isDocument(c.next(i)) {
			return c.thing(c.next(i)), row
		}
	}
	opening := c.is(c.start, since) || c.is(c.start+1, since) // Kể từ ngày 01 tháng 01, «A» hết hiệu lực
	if !c.News && (c.sinceBehind(f.end) || opening || f.v.kind() == "suspends") && c.operative() && c.Base < 0 {
		return c.this, row
	}
	return -1, row
}

// next returns the marked token behind từ, khi over "ngày" and the like; i when
// another word comes first.
func (c *clause) next(i int) int {
	for j := i + 1; j < min(i+4, len(c.toks)); j++ {
		if c.marked(j) {
			return j
		}
	}
	return i
}

// ended returns the documents that verb k is said of: those before it in the
// same part of the sentence that are not in another's title.
func (c *clause) ended(k int) []int {
	var all []int
	for i := c.verbs[k].at - 1; i >= 0; i-- {
		if c.punct(i, ';') || c.punct(i, ':') {
			break
		}
		if c.isDocument(i) && c.toks[i].Ref >= 0 && c.owner[i] == none && !(i > 0 && (c.is(i-1, since) || c.is(i-2, since) && c.word(i-1) != ",")) {
			all = append(all, i)
		}
	}
	return all
}

// listed returns the documents behind the colon of "Các thông tư sau đây hết
// hiệu lực …:".
func (c *clause) listed(k int) []int {
	var all []int
	colon := false
	for i := c.verbs[k].end; i < len(c.toks); i++ {
		colon = colon || c.punct(i, ':')
		if colon && c.isDocument(i) && c.owner[i] == none && c.separator(i) != 0 {
			all = append(all, i)
		}
	}
	return all
}

// governed reports whether document i is only where the thing ended stands: a
// rule "tại «C»", "của «C»".
func (c *clause) governed(i int) bool {
	return i > 0 && (c.word(i-1) == "tại" || c.word(i-1) == "của" || c.word(i-1) == "theo")
}
