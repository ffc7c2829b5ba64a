package reading

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/normalize"
	"vnlex/extractors/sentence"
)

// findSubject decides which document the page is, or reports on.
func (p *page) findSubject() {
	if !p.news {
		p.subject = p.own
		p.pageTitle()
		return
	}
	p.pageTitle()
	p.subject = p.reported()
}

// A lead is what stands at the head of news.
type lead struct {
	title extractors.Span
	first []extractors.Span // the first two paragraphs
	third extractors.Span
}

// leads finds title and first paragraphs: the first line that is no chrome, and
// the first two that are as long as a sentence.
func (p *page) leads() lead {
	if p.leading == nil {
		l := p.findLeads()
		p.leading = &l
	}
	return *p.leading
}

func (p *page) findLeads() lead {
	var l lead
	untitled := false
	for i, b := range p.layout.Blocks {
		text := p.layout.Text(b)
		if l.title.Len() == 0 && !untitled {
			if p.isTitle(i, b, text) {
				l.title = b.Span()
				continue
			}
			if b.End-b.Start < 250 || b.Table {
				continue
			}
			untitled = true // a paragraph stands before any title
		}
		if (b.End-b.Start > 110 || l.title.Len() > 0 && len(l.first) == 0 && p.shortLead(b)) && !b.Table && !p.repeats(l.title, text) {
			if len(l.first) == 2 {
				l.third = b.Span()
				break
			}
			l.first = append(l.first, b.Span())
		}
	}
	for _, b := range p.layout.Blocks {
		if len(l.first) == 0 && b.Span() != l.title && (b.End-b.Start > 60 || len(p.layout.Blocks) == 1) {
			l.first = append(l.first, b.Span()) // a short notice
		}
	}
	return l
}

// shortLead reports whether a short paragraph is the lead: a sentence that cites a number.
func (p *page) shortLead(b sentence.Block) bool {
	if b.End-b.Start < 60 || !strings.HasSuffix(strings.TrimRight(p.layout.Text(b), " *"), ".") {
		return false
	}
	i := p.firstCite(b.Start)
	return i < len(p.cites) && p.cites[i].Span.End <= b.End && p.cites[i].Value.Symbol.Len() > 0
}

// isTitle reports whether block i can be the title: a line of some words, not a
// menu's, a date's or an app's.
func (p *page) isTitle(i int, b sentence.Block, text string) bool {
	if p.src.Title != "" && p.repeatsText(p.src.Title, text) {
		return true
	}
	if p.headed(b) {
		return vietnameseText(text)
	}
	words := strings.Count(strings.TrimSpace(text), " ") + 1
	if words < 5 || b.Table || b.End-b.Start > 420 || strings.HasPrefix(text, "(") || strings.HasSuffix(strings.TrimSpace(text), ";") ||
		strings.HasSuffix(strings.TrimRight(text, " *"), ":") {
		return false
	}
	if p.layout.Sentence(b, extractors.Span{Start: b.Start, End: b.Start + 1}).End < b.End-20 {
		return false // more than one sentence
	}
	return vietnameseText(text) && (b.End-b.Start < 300 || i == 0)
}

// headed reports whether block b is a heading of the first level in Markdown.
func (p *page) headed(b sentence.Block) bool {
	line := strings.LastIndexByte(p.text.Norm[:b.Start], '\n') + 1
	return strings.Trim(p.text.Norm[line:b.Start], " *") == "#" && b.End-b.Start < 420
}

func vietnameseText(s string) bool {
	for _, w := range strings.Fields(s) {
		if vietnamese(w) {
			return true
		}
	}
	return false
}

// repeats reports whether text says the title again.
func (p *page) repeats(title extractors.Span, text string) bool {
	return p.repeatsText(p.norm(title), text)
}

func (p *page) repeatsText(title, text string) bool {
	a, b := normalize.Key(oneLine(title)), normalize.Key(oneLine(text))
	a, b = strings.Trim(a, " ."), strings.Trim(b, " .")
	return a == b || len(b) > 0 && strings.HasPrefix(a, b) && len(b)*10 > len(a)*8
}

// pageTitle takes title, author and date of the page.
func (p *page) pageTitle() {
	pg := &p.out.Page
	pg.Title, pg.Published, pg.Author = p.src.Title, p.src.Published, p.src.Author
	if pg.Title == "" && p.news {
		if l := p.leads(); l.title.Len() > 0 {
			pg.Title = oneLine(p.text.Quote(p.headline(l.title)))
		}
	}
	if pg.Title == "" && !p.news && len(p.captions) > 0 {
		pg.Title = oneLine(p.text.Quote(p.captions[0].block))
	}
	if pg.Published == "" && p.news {
		if d, ok := p.publishedDate(); ok {
			pg.Published = d.Value.String()
		}
	}
}

// pageDate returns the date of the page: of its document, or of publication.
func (p *page) pageDate() date.Date {
	if !p.news {
		if e, ok := p.ownDate(); ok {
			return e.Value
		}
		return date.Date{}
	}
	if d, ok := p.publishedDate(); ok {
		return d.Value
	}
	return date.Date{Year: yearOf(p.src.Published), Precision: date.Year}
}

// Weights of what speaks for a document as the subject of news (spec 3.2 rule 3).
const (
	inTitle    = 5.0
	inLead     = 2.0
	isIssued   = 3.0
	isLatest   = 2.5
	isLeading  = 0.8 // the first of the page
	alike      = 3.0 // times the likeness of its title and the page's
	oftenNamed = 0.4 // for each further mention, up to five
	isCited    = -3.0
	isOutdated = -4.0 // something that is only cited is younger
	enough     = 4.5
	clearly    = 0.9 // what the best must be ahead by
)

// reported returns the document that news report on: the one issued in title or
// first paragraph, the latest, the most like the title; none when nothing
// speaks for one of them.
func (p *page) reported() int {
	l := p.leads()
	if p.counts(l.title) || p.answers(l.title) {
		return none
	}
	best, second, at := 0.0, 0.0, none
	latest, bases := p.latest(l), p.bases(l)
	for i := range p.docs {
		s := p.weigh(i, l)
		if i == latest {
			s += isLatest
		}
		if p.outdated(i, bases) {
			s += isOutdated
		}
		switch {
		case s > best:
			best, second, at = s, best, i
		case s > second:
			second = s
		}
	}
	if best < enough || best-second < clearly || p.surpassed(at, l) {
		return none
	}
	return at
}

// weigh sums up what speaks for document i.
func (p *page) weigh(i int, l lead) float64 {
	d := &p.docs[i]
	if d.key == "" {
		return 0
	}
	s, issued, cited, led, titled := 0.0, false, false, false, false
	for n, c := range d.cites {
		at := p.cites[c].Span
		switch {
		case within(l.title, at):
			if n == 0 || !led {
				s += inTitle
			}
			led, titled = true, true
			issued = issued || p.isIssued(c)
			cited = cited || p.isBase(c)
		case inAny(l.first, at):
			if !led {
				s += inLead
			}
			led = true
			cited = cited || p.isBase(c) && !issued // what is issued is what the next words come back to
			issued = issued || p.isIssued(c)
		default:
			issued = issued || p.isIssued(c) && at.Start < p.bodyHalf()
		}
	}
	if !titled && !issued && (cited || d.byName) {
		return 0 // only mentioned
	}
	if issued && !cited {
		s += isIssued
	}
	if cited {
		s += isCited
	}
	s += oftenNamed * float64(min(len(d.cites)-1, 5))
	if d.title.Len() > 0 {
		s += alike * likeness(p.norm(d.title), p.out.Page.Title)
	}
	if len(d.cites) > 0 && d.cites[0] == 0 && led && !cited {
		s += isLeading
	}
	return s
}

func (p *page) bodyHalf() int { return len(p.text.Norm)/2 + 600 }

func within(a, b extractors.Span) bool { return a.Len() > 0 && a.Start <= b.Start && b.End <= a.End }

func inAny(spans []extractors.Span, s extractors.Span) bool {
	for _, a := range spans {
		if within(a, s) {
			return true
		}
	}
	return false
}

// latest returns the document of title and lead with the latest date; none when
// there are fewer than two with a date.
func (p *page) latest(l lead) int {
	best, at, n := "", none, 0
	for i := range p.docs {
		d := &p.docs[i]
		if d.key == "" || d.date == "" || !p.named(d, l) {
			continue
		}
		n++
		switch {
		case d.date > best:
			best, at = d.date, i
		case d.date == best:
			at = none
		}
	}
	if n < 2 {
		return none
	}
	return at
}
