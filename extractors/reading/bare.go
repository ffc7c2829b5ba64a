package reading

import (
	"strconv"

	"vnlex/extractors/citation"
	"vnlex/extractors/normalize"
	"vnlex/extractors/relation"
)

// groundByName gives a law named bare, of whose name the page has several, to the
// one that the preamble names: a text means by "Luật Đất đai" the law that it rests
// on, and tells an older one by its year (spec 1.7, 2.3 step 4). In the title of a
// document older than that law the name means another.
func (p *page) groundByName() {
	if p.news || p.head.Preamble.Len() == 0 {
		return
	}
	grounds := p.grounds()
	moved := false
	for i := range p.cites {
		c := &p.cites[i].Value
		if !p.bareName(i) || p.docOf[i] == none || p.docs[p.docOf[i]].key != "" {
			continue
		}
		if d, ok := grounds[normalize.Key(c.Name)]; ok && d != none && !p.titledBefore(i, d) {
			p.docOf[i], moved = d, true
		}
	}
	if moved {
		p.regroup()
	}
}

// grounds returns the laws that the preamble names, by their names; none where it
// has two of one name.
func (p *page) grounds() map[string]int {
	grounds := make(map[string]int)
	for i := p.firstCite(p.head.Preamble.Start); i < len(p.cites) && p.cites[i].Span.Start < p.head.Preamble.End; i++ {
		name, d := normalize.Key(p.cites[i].Value.Name), p.docOf[i]
		if name == "" || d == none || p.docs[d].key == "" {
			continue
		}
		if x, ok := grounds[name]; ok && x != d {
			d = none
		}
		grounds[name] = d
	}
	return grounds
}

// bareName reports whether citation i is the name of a law alone.
func (p *page) bareName(i int) bool {
	c := &p.cites[i].Value
	return c.ByName && c.Date == "" && c.DateAt.Len() == 0
}

// farTitle is how far behind a document the words of its title reach.
const farTitle = 300

// titledBefore reports whether citation i stands right behind a document that is
// older than document d.
func (p *page) titledBefore(i, d int) bool {
	if i == 0 || p.docOf[i-1] == none || p.cites[i].Span.Start-p.cites[i-1].Span.End > farTitle {
		return false
	}
	x := &p.docs[p.docOf[i-1]]
	return x.num.Year > 0 && p.docs[d].num.Year > x.num.Year
}

// regroup lists the citations of each document anew.
func (p *page) regroup() {
	for d := range p.docs {
		p.docs[d].cites = p.docs[d].cites[:0]
	}
	for i, d := range p.docOf {
		if d != none {
			p.docs[d].cites = append(p.docs[d].cites, i)
		}
	}
}

// outlived reports whether a statement of another document names its target by
// the bare name of a law of which a younger one was there: "Nghị định 102/2024
// hướng dẫn Luật Đất đai" means no law of 2013, though the page names that one in
// full. What it means cannot be told from the page alone.
func (p *page) outlived(s relation.Statement) bool {
	if s.From >= len(p.docs) || s.To >= len(p.docs) || s.From == p.own || p.docs[s.From].date == "" {
		return false
	}
	i := p.firstCite(s.At.Start)
	if i >= len(p.cites) || p.docOf[i] != s.To || !p.bareName(i) {
		return false
	}
	for _, l := range citation.LawByName(p.cites[i].Value.Name, "") {
		if l.Year > p.docs[s.To].num.Year && strconv.Itoa(l.Year) <= p.docs[s.From].date[:4] {
			return true
		}
	}
	return false
}
