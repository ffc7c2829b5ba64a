package reading

import (
	"slices"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/header"
)

// The kinds of pages.
const (
	kindNews  = "news"
	kindLegal = "legal"
)

// A caption is a portal's own title of the page's document.
type caption struct {
	block  extractors.Span
	title  extractors.Span
	issuer extractors.Span
}

// heads reads letterhead, metadata and lists, and decides what kind of page it is.
func (p *page) heads() {
	p.ownCite = none
	p.end, p.annex = len(p.text.Norm), len(p.text.Norm)
	if p.src.Kind != kindNews {
		p.head = header.Extract(p.layout)
		p.labels = p.metadata()
		p.lists = header.Lists(p.layout)
		p.readDiagram()
	}
	switch {
	case p.src.Kind != "":
		p.news = p.src.Kind == kindNews
	default:
		p.news = (!p.lettered() || p.asks()) && len(p.labels) == 0 && p.current() == none
	}
	p.out.Page.Kind = kindLegal
	if p.news {
		p.out.Page.Kind = kindNews
		p.head, p.labels, p.lists, p.diagram = header.Header{}, nil, nil, nil
		return
	}
	p.ownCite = p.findOwn()
}

// lettered reports whether the letterhead is that of the page: with a number, a
// date or a type, not a motto that an article quotes.
func (p *page) lettered() bool {
	h := p.head
	return h.Letterhead() && (h.Number.Len() > 0 || h.Date.Len() > 0 || h.Type.Len() > 0 || p.authentication() >= 0)
}

// asks reports whether the page begins with a heading that asks: an article that quotes a
// form or a decision with its letterhead.
func (p *page) asks() bool {
	if len(p.layout.Blocks) == 0 || p.layout.Blocks[0].Start >= p.head.Motto.Start {
		return false
	}
	b := p.layout.Blocks[0]
	return p.headed(b) && strings.HasSuffix(strings.TrimRight(p.layout.Text(b), " *"), "?")
}

// metadata returns the labels of the page's markup, else of its text.
func (p *page) metadata() []header.Label {
	var ls []header.Label
	for _, l := range p.src.Labels {
		if f := header.LabelField(l.Name); f != 0 && f != header.Other && !header.Withheld(l.Value) {
			ls = append(ls, header.Label{Field: f, Value: p.text.Find(extractors.Span{Start: l.Start, End: l.End})})
		}
	}
	if !hasSymbol(ls) {
		if all := header.Metadata(p.layout); len(all) > 0 {
			ls = all
		} else {
			ls = p.forceOnly(ls)
		}
	}
	return ls[:min(len(ls), manyLabels)]
}

// forceOnly returns what the markup of a document's page says of its force where
// it does not name the document again (the box beside the text on vbpl.vn).
func (p *page) forceOnly(ls []header.Label) []header.Label {
	entry := p.authenticatedEntry() != none
	if !p.lettered() && !entry {
		return nil
	}
	return slices.DeleteFunc(ls, func(l header.Label) bool {
		return l.Field != header.Effective && l.Field != header.Expires && l.Field != header.Status &&
			(l.Field != header.Issued || !entry)
	})
}

// manyLabels bounds the labels of a page: a metadata block has a dozen.
const manyLabels = 60

func hasSymbol(ls []header.Label) bool {
	for _, l := range ls {
		if l.Field == header.Symbol {
			return true
		}
	}
	return false
}

// label returns the value of a field of the metadata block; empty when there is none.
func (p *page) label(f header.Field) extractors.Span {
	for _, l := range p.labels {
		if l.Field == f {
			return l.Value
		}
	}
	return extractors.Span{}
}

// firstCite returns the first citation that ends behind byte at.
func (p *page) firstCite(at int) int {
	lo, hi := 0, len(p.cites)
	for lo < hi {
		if m := (lo + hi) / 2; p.cites[m].Span.End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// ownDate returns the date of issue of the page's own document, with its
// evidence: metadata, the day a law was passed, the place-date line (spec 2.2).
func (p *page) ownDate() (evidence, bool) {
	if d, ok := p.dateIn(p.label(header.Issued)); ok {
		return evidence{d.Value, d.Span, "metadata", 0.97}, true
	}
	if d, ok := p.dateIn(p.head.Adopted); ok {
		return evidence{d.Value, d.Span, "place-date", 0.96}, true
	}
	d, ok := p.dateIn(p.head.Date)
	if ok && d.Value.Precision >= date.Day {
		return evidence{d.Value, d.Span, "place-date", 0.95}, true
	}
	if p.head.Date.Len() > 0 { // marks of emphasis may stand inside it
		if d, _, ok := date.At(oneLine(p.norm(p.head.Date)), 0); ok && d.Precision >= date.Year {
			return evidence{d, p.head.Date, "place-date", 0.9}, true
		}
	}
	return evidence{d.Value, d.Span, "place-date", 0.8}, ok
}

// An evidence is a date with the place that tells it.
type evidence struct {
	Value date.Date
	Span  extractors.Span
	Rule  string
	Trust float64
}

// dateIn returns the first date that stands in s.
func (p *page) dateIn(s extractors.Span) (extractors.Mention[date.Date], bool) {
	if s.Len() == 0 {
		return extractors.Mention[date.Date]{}, false
	}
	for i := p.firstDate(s.Start); i < len(p.dates) && p.dates[i].Span.Start < s.End; i++ {
		if d := p.dates[i]; d.Value.Precision >= date.Year && d.Span.Start >= s.Start-8 {
			return d, true
		}
	}
	return extractors.Mention[date.Date]{}, false
}

// firstDate returns the first date that ends behind byte at.
func (p *page) firstDate(at int) int {
	lo, hi := 0, len(p.dates)
	for lo < hi {
		if m := (lo + hi) / 2; p.dates[m].Span.End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

func yearOf(iso string) int {
	if len(iso) < 4 {
		return 0
	}
	return int(iso[0]-'0')*1000 + int(iso[1]-'0')*100 + int(iso[2]-'0')*10 + int(iso[3]-'0')
}

// oneLine gives words on one line, without marks of emphasis and table bars.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n*_\t|#\r") && !strings.Contains(s, "  ") {
		return strings.Trim(s, " ")
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '\n' || r == '*' || r == '_' || r == '\t' || r == '|' || r == '#' || r == '\r'
	}), " ")
}
