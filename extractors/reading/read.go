package reading

import (
	"slices"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/citation"
	"vnlex/extractors/date"
	"vnlex/extractors/header"
	"vnlex/extractors/normalize"
	"vnlex/extractors/sentence"
)

// Read says what a page says. It is a pure function: it knows no other page and
// no clock.
func Read(src Source) *Reading {
	p := &page{src: src, out: &Reading{Page: Page{URL: src.URL}}, own: none, subject: none, base: none}
	p.text = normalize.Text(src.Text)
	p.layout = sentence.New(p.text.Norm)
	if p.unreadable() {
		p.out.Page = Page{URL: src.URL, Kind: src.Kind, Title: src.Title, Published: src.Published, Author: src.Author}
		return p.out
	}
	p.dates = date.Extract(p.text)
	p.cites = p.outsideNoise(citation.Extract(p.text))
	p.heads()
	p.identify()
	p.findSubject()
	p.passed()
	p.signedOn()
	if !p.lossy() {
		p.instruments()
		p.relate()
		p.draw()
	}
	p.sign()
	p.inForce()
	p.print()
	return p.out
}

// none stands for a document, mark or instrument that there is not.
const none = -1

// A page is a page being read. Spans are in text.Norm until they are printed.
type page struct {
	src    Source
	out    *Reading
	text   extractors.Text
	layout *sentence.Layout
	dates  []extractors.Mention[date.Date]
	roles  []date.Role // of each date
	cites  []citation.Mention

	head    header.Header
	labels  []header.Label
	lists   []header.Entry
	diagram []header.Group // of the portal, apart from its related lists
	news    bool
	ownCite int // the citation in the number line or under Số hiệu

	docs     []doc
	docOf    []int // of each citation: its document, or none
	own      int   // the document that the page holds
	subject  int   // that, or the one that news report on
	base     int   // what a consolidated text consolidates
	end      int   // where the document ends and the page goes on
	annex    int   // where its annexes begin
	captions []caption
	docSpans []extractors.Span // of the citations, with their issuers
	things   []thing
	tools    []tool
	links    []link
	people   []Person
	paged    []int // citations that have their year from the page's date
	placed   *agency.Place
	listed   []extractors.Span // the blocks of lists, in order
	articles []int             // the blocks that begin an article
	leading  *lead
	walk     sentence.Walk // through a block, its memory used again
}

// outsideNoise drops the citations that stand in page headers and stamps, which say nothing
// of documents and are in no block.
func (p *page) outsideNoise(all []citation.Mention) []citation.Mention {
	noise := p.layout.Noise
	return slices.DeleteFunc(all, func(c citation.Mention) bool {
		for len(noise) > 0 && noise[0].End <= c.Span.Start {
			noise = noise[1:]
		}
		return len(noise) > 0 && noise[0].Start <= c.Span.Start
	})
}

// norm returns the words of a span.
func (p *page) norm(s extractors.Span) string { return p.text.Norm[s.Start:s.End] }

// warn adds a warning about a span.
func (p *page) warn(code, message string, s extractors.Span) {
	raw := p.text.Raw(s)
	p.out.Warnings = append(p.out.Warnings, Warning{Code: code, Message: message, Start: raw.Start, End: raw.End})
}
