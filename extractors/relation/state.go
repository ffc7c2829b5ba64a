package relation

import (
	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// state says what the verbs of the sentence state.
func (c *clause) state() {
	for k := range c.verbs {
		switch c.verbs[k].voice {
		case "active":
			c.active(k)
		case "passive":
			c.passive(k)
		case "ground":
			c.ground(k)
		case "force":
			c.force(k)
		}
	}
}

// lastOfGroup returns the verb of the group of verb k that has the object.
func (c *clause) lastOfGroup(k int) int {
	for k+1 < len(c.verbs) && c.verbs[k+1].joined == k {
		k++
	}
	return k
}

// active states verb k: its subject acts upon its objects.
func (c *clause) active(k int) {
	f := &c.verbs[k]
	holder := &c.verbs[c.lastOfGroup(k)]
	if len(holder.objs) == 0 || f.thing < 0 || !c.acts(k) {
		return
	}
	row := f.v.row("active", f.how.name())
	kind, p := c.effectOf(k, holder)
	if kind == "repeals" || kind == "replaces" || kind == "suspends" {
		p.Exception = c.exception(holder.objs[len(holder.objs)-1])
	}
	p.Until = (kind == "suspends" || kind == "extends") && c.until(holder.objs[0])
	if p.Op == "repeal" {
		if r := f.v.row("active", "part"); r != nil && r.Subject == "part" {
			row = r
		}
	}
	for n, i := range holder.objs {
		does, part := c.effectOn(f, holder, n, kind, p)
		c.say(row, does, f.thing, i, part)
		for _, x := range f.also {
			c.say(row, does, x, i, part)
		}
	}
	if f.how != isLeft && f.how != isPlan && f.v.family() == "amends" && !c.quoted {
		c.amend(holder)
	}
}

func (s subject) name() string {
	switch s {
	case isLeft:
		return "left"
	case isPlan:
		return "plan"
	case isOwnPlan:
		return "ownplan"
	}
	return "this"
}

// effectOn returns what verb f does to the n-th object of holder: an item of a list
// has parts of its own, or is named as a whole.
func (c *clause) effectOn(f, holder *found, n int, kind string, p Part) (string, Part) {
	i := holder.objs[n]
	if n == 0 {
		p.ScopeTo = Scopes(c.Layout.Norm[holder.scope.Start:max(holder.scope.Start, holder.scope.End)])
		return kind, p
	}
	p.ScopeTo = Scopes(c.unitsOf(i))
	switch {
	case c.whole(i):
		kind, p.Op = f.v.kind(), ""
	case len(p.ScopeTo) > 0 && opOf[kind] != "":
		p.Op, kind = opOf[kind], "amends"
	case kind != f.v.kind() && len(p.ScopeTo) == 0 && !c.plainList(holder):
		p.Op = ""
	}
	return kind, p
}

// opOf is what is done to a part of a document by what ends or replaces a whole one.
var opOf = map[string]string{"repeals": "repeal", "replaces": "substitute"}

// whole reports whether "toàn bộ" stands before document i: bãi bỏ Điều 5 «A» và
// toàn bộ «B».
func (c *clause) whole(i int) bool { return c.word(i-1) == "bộ" && c.word(i-2) == "toàn" }

// plainList reports whether the scope before the first object holds for all.
func (c *clause) plainList(f *found) bool { return f.scope.Len() == 0 }

// effectOf returns the kind that verb k states of its object: what is done to a
// part of a document amends it (spec 3.1, 3.5).
func (c *clause) effectOf(k int, holder *found) (kind string, p Part) {
	f := &c.verbs[k]
	kind = f.v.kind()
	p.Quoted = c.quoted
	if c.mixed(k) {
		return "amends", p
	}
	if !holder.partial && !c.attached(holder) {
		return kind, p
	}
	switch kind {
	case "repeals":
		return "amends", Part{Op: "repeal", Quoted: c.quoted}
	case "replaces":
		return "amends", Part{Op: "substitute", Quoted: c.quoted}
	}
	if f.v.rows[0].ID == "T034" {
		p.Op = "substitute"
	}
	return kind, p
}

// attached reports whether the object hangs on words that name a part of what
// it carries: "một phần Quy định … ban hành kèm theo «C»".
func (c *clause) attached(f *found) bool { return false }

// mixed reports whether the group of verb k amends as well as replaces or repeals.
func (c *clause) mixed(k int) bool {
	first := k
	for c.verbs[first].joined >= 0 {
		first = c.verbs[first].joined
	}
	if first == k && c.lastOfGroup(k) == k {
		return false
	}
	amends := false
	for j := first; j < len(c.verbs) && (j == first || c.verbs[j].joined >= 0 && j <= c.lastOfGroup(first)); j++ {
		switch c.verbs[j].v.kind() {
		case "amends", "supplements":
			amends = true
		case "suspends", "extends", "corrects":
			return false
		}
	}
	return amends
}

// acts reports whether the way the subject was found, and the place of the
// sentence, let verb k act.
func (c *clause) acts(k int) bool {
	f := &c.verbs[k]
	switch f.how {
	case isLeft, isPlan, isThis:
		return true
	case isOwnPlan:
		return c.News || c.own(f.at) || c.enacts(c.start) || int(c.toks[f.at].Start) < c.Opening
	case isInitial:
		if c.News {
			return f.v.family() != "implements"
		}
		if f.v.family() == "implements" {
			return c.own(f.at) || c.enacts(c.start) || c.firstArticle() || c.captioned()
		}
		return c.own(f.at) || c.operative()
	}
	return false
}

// operative reports whether the sentence enacts: it stands in an article, or in
// a text without headings.
func (c *clause) operative() bool { return c.inArticle || int(c.toks[0].Start) < c.Opening }

// firstArticle reports whether the sentence is the heading of Article 1.
func (c *clause) firstArticle() bool {
	return c.first && c.block.Item == sentence.Article && c.start > 1 && c.word(1) == "1"
}

// captioned reports whether a text without letterhead or headings is read: a
// title alone.
func (c *clause) captioned() bool { return c.Title.Len() == 0 && int(c.toks[0].Start) < c.Opening }

// unitsOf returns the words that name the parts of document i before it.
func (c *clause) unitsOf(i int) string {
	j := i
	for j > 0 {
		t := &c.toks[j-1]
		if t.Kind == sentence.Digit || c.is(j-1, part) || c.punct(j-1, ',') || c.is(j-1, conj) && c.unitsBefore(j-2) ||
			t.Kind == sentence.Word && len(c.word(j-1)) <= 2 || c.word(j-1) == "của" || c.word(j-1) == "tại" {
			j--
			continue
		}
		break
	}
	if j == i {
		return ""
	}
	return c.Layout.Norm[c.toks[j].Start:c.toks[i].Start]
}

// say states a relation from thing from to the thing of token i.
func (c *clause) say(row *Trigger, kind string, from, i int, p Part) {
	c.sayOf(row, kind, from, c.thing(i), i, p)
}

// sayOf states a relation; i is the token that tells it.
func (c *clause) sayOf(row *Trigger, kind string, from, to, i int, p Part) {
	if row == nil || from < 0 || to < 0 || from == to {
		return
	}
	ok, code := c.allows(kind, from, to)
	if !ok {
		if code != "" && !(kind == "refers_to" && c.Base >= 0) {
			c.conflicts = append(c.conflicts, Conflict{From: from, To: to, Kind: kind, Code: code, Sentence: c.span()})
		}
		return
	}
	s := Statement{From: from, To: to, Trigger: row, Kind: kind, Family: row.Family, Confidence: row.Confidence,
		Part: p, Sentence: c.span(), At: extractors.Span{Start: int(c.toks[i].Start), End: int(c.toks[i].End)}}
	if c.quoted {
		s.Part.Quoted = true
	}
	c.out = append(c.out, s)
	c.related[[2]int{from, to}] = true
}

// span returns the bytes of the sentence.
func (c *clause) span() extractors.Span {
	return extractors.Span{Start: int(c.toks[0].Start), End: int(c.toks[len(c.toks)-1].End)}
}

// amend remembers the document that the article at hand amends.
func (c *clause) amend(f *found) {
	if len(f.objs) == 0 {
		return
	}
	if x := c.thing(f.objs[0]); x >= 0 && !c.Things[x].Instrument {
		c.amending, c.article = x, c.reader.block
	}
}
