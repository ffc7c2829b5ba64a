package reading

import (
	"slices"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/header"
	"vnlex/extractors/number"
	"vnlex/extractors/relation"
)

// readDiagram finds the diagram of a portal's page. Lists that only say that
// documents have to do with each other go with the unlabelled ones.
func (p *page) readDiagram() {
	n := 0
	for _, e := range p.lists {
		n = max(n, e.List)
	}
	for _, g := range p.groups() {
		if !g.Related() {
			p.diagram = append(p.diagram, g)
			continue
		}
		n++
		for i, s := range g.Items {
			p.lists = append(p.lists, header.Entry{List: n, Index: i + 1, Text: s})
		}
	}
}

// groups returns the lists that the markup sets apart, else those of the text.
func (p *page) groups() []header.Group {
	var all []header.Group
	for _, l := range p.src.Lists {
		g, ok := header.GroupOf(l.Kind, l.Acts)
		if !ok || len(l.Items) == 0 {
			continue
		}
		g.Label = p.text.Find(l.Label)
		for _, s := range l.Items {
			g.Items = append(g.Items, p.text.Find(s))
		}
		all = append(all, g)
	}
	if len(all) > 0 {
		return all
	}
	return slices.DeleteFunc(header.Diagram(p.layout), func(g header.Group) bool {
		// inside a document such words are its own
		return p.head.Letterhead() && g.Label.Start > p.head.Motto.Start
	})
}

// current returns the citation that the diagram calls the page's own document.
func (p *page) current() int {
	for _, g := range p.diagram {
		if g.Current && len(g.Items) == 1 {
			return p.entryCite(g.Items[0])
		}
	}
	return p.authenticatedEntry()
}

// authenticatedEntry returns the consolidated text that the box of a portal names
// alone on a line, the day of its authentication on the next.
func (p *page) authenticatedEntry() int {
	for i, c := range p.cites {
		if c.Value.Family != number.F8 || p.head.Letterhead() {
			continue
		}
		b := p.layout.At(c.Span.Start)
		block := p.layout.Blocks[b]
		before := strings.Trim(p.text.Norm[block.Start:c.Value.Symbol.Start], "- ")
		if _, typed := number.TypeByWord(before); before != "" && !typed || c.Value.Symbol.End < block.End || b+1 == len(p.layout.Blocks) {
			continue
		}
		next := strings.TrimLeft(p.layout.Text(p.layout.Blocks[b+1]), "- ")
		if strings.HasPrefix(next, "Ngày ký xác thực:") || strings.HasPrefix(next, "Ngày xác thực:") {
			return i
		}
	}
	return none
}

// entryCite returns the citation that an entry of a diagram is: the one that it
// begins with; of "Hiến pháp Không số Hiến pháp năm 2013" the one with the year.
func (p *page) entryCite(s extractors.Span) int {
	first := p.firstCite(s.Start)
	for i := first; i < len(p.cites) && p.cites[i].Span.Start < s.End; i++ {
		c := p.cites[i]
		if i == first && oneLine(p.text.Norm[s.Start:c.Span.Start]) != "-" && c.Span.Start != s.Start {
			return none
		}
		if c.Value.Key() != "" {
			return i
		}
		if c.Value.Type != "hien-phap" {
			return none
		}
	}
	return none
}

// inDiagram reports whether byte at stands in an entry of the diagram.
func (p *page) inDiagram(at int) bool {
	for _, g := range p.diagram {
		if n := len(g.Items); g.Label.Start <= at && at < g.Items[n-1].End {
			return true
		}
	}
	return false
}

// draw adds the relations that the labels of the diagram tell. One whose actor is
// older than what it acts on is dropped, never turned round (spec 3.10).
func (p *page) draw() {
	if p.own == none || !p.printable(p.own) {
		return
	}
	for _, g := range p.diagram {
		for _, s := range g.Items {
			c := p.entryCite(s)
			if g.Kind == "" || c == none || p.docOf[c] == none || p.docOf[c] == p.own || !p.printable(p.docOf[c]) {
				continue
			}
			l := link{from: p.own, to: p.docOf[c], kind: g.Kind, family: g.Family, rule: g.ID,
				confidence: diagramTrust, sentence: s, at: p.cites[c].Span}
			if !g.Acts {
				l.from, l.to = l.to, l.from
			}
			p.addDrawn(l)
		}
	}
}

// diagramTrust is the confidence of what a label says.
const diagramTrust = 0.95

func (p *page) addDrawn(l link) {
	if relation.Older(p.docs[l.from].date, p.docs[l.to].date) {
		p.warnConflict(relation.Conflict{From: l.from, To: l.to, Kind: l.kind,
			Code: "direction_conflict", Sentence: l.sentence})
		return
	}
	for _, have := range p.links {
		if have.from == l.from && have.to == l.to && have.family == l.family {
			return
		}
	}
	p.links = append(p.links, l)
}
