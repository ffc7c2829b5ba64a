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
