package reading

import (
	"cmp"
	"slices"

	"vnlex/extractors"
	"vnlex/extractors/header"
	"vnlex/extractors/relation"
	"vnlex/extractors/sentence"
)

// A thing is a document or an instrument, as the relations number them:
// documents first.
type thing = relation.Thing

// A link is a relation between two things of the page.
type link struct {
	from, to   int
	family     string
	kind       string
	rule       string
	confidence float64
	derived    bool
	parts      []part
	sentence   extractors.Span
	at         extractors.Span
}

// A part is what a sentence says of one place.
type part struct {
	relation.Part
	sentence extractors.Span
}

// relate reads the relations that the page states.
func (p *page) relate() {
	for i := range p.docs {
		d := &p.docs[i]
		p.things = append(p.things, thing{Type: d.num.Type, Rank: d.rank, Date: d.date, Carrier: none})
	}
	for i := range p.tools {
		p.things = append(p.things, thing{Instrument: true, Type: p.tools[i].kind, Carrier: p.tools[i].carrier})
	}
	p.findBase()
	p.findEnd()
	rp := &relation.Page{Layout: p.layout, Things: p.things, Marks: p.marks(), This: p.subject, News: p.news, Base: p.base,
		Title: p.ownTitle(), Preamble: p.head.Preamble, Opening: p.opening(), End: p.end}
	statements, conflicts := relation.Find(rp)
	statements = append(statements, p.amendingLaws()...)
	statements = append(statements, p.consolidates(statements)...)
	p.links = p.merge(statements)
	p.derive()
	for _, c := range conflicts {
		if p.printable(c.From) && p.printable(c.To) {
			p.warnConflict(c)
		}
	}
}

// ownTitle returns the title under the letterhead, else that of the metadata.
func (p *page) ownTitle() extractors.Span {
	if p.head.Title.Len() > 0 {
		return p.head.Title
	}
	return p.label(header.Abstract)
}

// marks returns the citations and the heads of instruments, in order.
func (p *page) marks() []relation.Mark {
	var ms []relation.Mark
	for i, s := range p.docSpans {
		if s.Len() > 0 && s.Start < p.end && !p.inLists(s.Start) && !p.inDiagram(s.Start) && !p.inLabels(s) {
			ms = append(ms, relation.Mark{Span: s, Thing: p.docOf[i]})
		}
	}
	for i := range p.tools {
		for _, h := range p.tools[i].heads {
			if h.Start < p.end && !p.inLists(h.Start) {
				ms = append(ms, relation.Mark{Span: h, Thing: len(p.docs) + i})
			}
		}
	}
	slices.SortStableFunc(ms, func(a, b relation.Mark) int { return cmp.Compare(a.Start, b.Start) })
	return disjoint(ms)
}

// disjoint leaves out marks that begin inside the one before.
func disjoint(ms []relation.Mark) []relation.Mark {
	out := ms[:0]
	for _, m := range ms {
		if len(out) == 0 || m.Start >= out[len(out)-1].End {
			out = append(out, m)
		}
	}
	return out
}

func (p *page) inLabels(s extractors.Span) bool {
	for _, l := range p.labels {
		if l.Value.Overlaps(s) && l.Field != header.Abstract {
			return true
		}
	}
	return within(p.head.Number, s)
}

// opening returns where the first heading behind the title stands.
func (p *page) opening() int {
	if p.news {
		return 0
	}
	at := max(p.head.Title.End, p.head.Recipient.End, p.head.Preamble.End)
	if !p.head.Letterhead() && len(p.labels) == 0 {
		at = 0
	}
	if len(p.layout.Blocks) == 0 {
		return 0
	}
	for i := p.layout.At(at); i < len(p.layout.Blocks); i++ {
		switch b := p.layout.Blocks[i]; b.Item {
		case sentence.Article, sentence.Roman, sentence.Chapter, sentence.Number:
			if b.Start >= at {
				return b.Start
			}
		}
	}
	return len(p.text.Norm)
}

// findBase finds what a consolidated text consolidates: the first document named
// behind its title (spec 3.4, consolidates).
func (p *page) findBase() {
	if p.own == none || p.docs[p.own].num.Type != "vbhn" {
		return
	}
	for i, d := range p.docOf {
		if d != none && d != p.own && p.docSpans[i].Start >= p.head.Motto.End && !p.inLabels(p.docSpans[i]) {
			p.base = d
			return
		}
	}
}

// consolidates adds what a consolidated text consolidates: its base, and those
// that its head names as having amended it.
func (p *page) consolidates(all []relation.Statement) []relation.Statement {
	if p.base == none {
		return nil
	}
	var out []relation.Statement
	seen := make(map[int]bool)
	add := func(d int, s extractors.Span) {
		if seen[d] {
			return
		}
		seen[d] = true
		out = append(out, relation.Statement{From: p.own, To: d, Kind: "consolidates", Family: "cites",
			Trigger: relation.ByID("T059"), Confidence: 0.96, Sentence: p.sentenceOf(s), At: s})
	}
	for i, d := range p.docOf {
		if d == p.base && p.docSpans[i].Start >= p.head.Motto.End {
			add(d, p.docSpans[i])
			break
		}
	}
	for _, s := range all {
		if s.To == p.base && s.Family == "amends" && s.From != p.own && (p.head.Preamble.Len() == 0 || s.At.Start < p.head.Preamble.Start) {
			add(s.From, s.At)
		}
	}
	return out
}

// merge keeps one relation of each family for each pair, the strongest, and what
// the others say as its parts: the rules that the body refers to are parts of the
// ground. Other references count only where a pair has nothing else (spec reading.md).
func (p *page) merge(all []relation.Statement) []link {
	type pair struct {
		from, to int
		family   string
	}
	at := make(map[pair]int)
	any, cites := make(map[[2]int]bool), make(map[[2]int]bool)
	for _, s := range all {
		if s.Kind != "refers_to" {
			any[[2]int{s.From, s.To}] = true
			cites[[2]int{s.From, s.To}] = cites[[2]int{s.From, s.To}] || s.Family == "cites"
		}
	}
	var out []link
	for _, s := range all {
		if x := [2]int{s.From, s.To}; s.Kind == "refers_to" && any[x] && !cites[x] || !p.printable(s.From) || !p.printable(s.To) || p.outlived(s) {
			continue
		}
		k := pair{s.From, s.To, s.Family}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, link{from: s.From, to: s.To, family: s.Family, sentence: s.Sentence})
		}
		out[i].take(s)
	}
	return out
}

// printable reports whether thing i has a key.
func (p *page) printable(i int) bool {
	if i >= len(p.docs) {
		p.tools[i-len(p.docs)].used = true
		return true
	}
	return i >= 0 && p.docs[i].key != ""
}

// take adds a statement to a link.
func (l *link) take(s relation.Statement) {
	if l.kind == "" || relation.Stronger(s.Kind, l.kind) || s.Kind == l.kind && s.Confidence > l.confidence {
		l.kind, l.rule, l.confidence, l.sentence, l.at = s.Kind, s.Trigger.ID, s.Confidence, s.Sentence, s.At
	}
	q := s.Part
	if len(q.ScopeFrom)+len(q.ScopeTo) > 0 || q.Op != "" || q.Effect != "" || q.Quoted || q.Exception.Len() > 0 || q.Until ||
		s.Kind == "replaces" || s.Kind == "repeals" || s.Kind == "suspends" {
		l.parts = append(l.parts, part{q, s.Sentence})
	}
}

// derive adds what follows for documents from what is said of the instruments
// that they carry, where nothing of the family is stated between the two.
func (p *page) derive() {
	stated := make(map[[2]int]map[string]bool)
	for _, l := range p.links {
		k := [2]int{l.from, l.to}
		if stated[k] == nil {
			stated[k] = make(map[string]bool)
		}
		stated[k][l.family] = true
	}
	for _, l := range p.links {
		from, to := p.carrierThing(l.from), p.carrierThing(l.to)
		if from == none || to == none || from == to || from == l.from && to == l.to || p.docs[from].key == "" || p.docs[to].key == "" {
			continue
		}
		k := [2]int{from, to}
		if stated[k][l.family] || relation.Older(p.docs[from].date, p.docs[to].date) {
			continue
		}
		if stated[k] == nil {
			stated[k] = make(map[string]bool)
		}
		stated[k][l.family] = true
		d := l
		d.from, d.to, d.derived, d.parts = from, to, true, nil
		d.confidence = min(l.confidence, p.carryTrust(l.from), p.carryTrust(l.to))
		p.links = append(p.links, d)
	}
}

// carrierThing returns the document behind thing i: itself or what carries it.
func (p *page) carrierThing(i int) int {
	if i < len(p.docs) {
		return i
	}
	return p.tools[i-len(p.docs)].carrier
}

func (p *page) carryTrust(i int) float64 {
	if i < len(p.docs) {
		return 1
	}
	return p.tools[i-len(p.docs)].trust
}

// warnConflict tells of a statement that was dropped.
func (p *page) warnConflict(c relation.Conflict) {
	name := func(i int) string {
		if i < len(p.docs) {
			return p.docs[i].key + " (" + p.docs[i].date + ")"
		}
		return p.tools[i-len(p.docs)].key
	}
	p.warn(c.Code, name(c.From)+" cannot stand in relation "+c.Kind+" to "+name(c.To), c.Sentence)
}
