package page

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"vnlex/pipeline/source"
)

// A section is a part of the text with its place on the page.
type section struct {
	at    int
	write func()
}

// write writes the parts of the text in the order of the page: what stands in JSON first.
func (p *sitePage) write() {
	var all []section
	body := p.bodies()
	add := func(name string, s source.Selector) {
		all = append(all, p.lines(name, s, body)...)
	}
	add("title", p.layout.Title)
	add("summary", p.layout.Summary)
	all = append(all, p.fields())
	for i := range p.layout.Attributes {
		all = append(all, p.attributes(i))
	}
	for i := range p.layout.Relations {
		all = append(all, p.relations(i))
	}
	for _, h := range body {
		all = append(all, section{h.at, func() { p.writeBody(h.node) }})
	}
	p.countBody(body)
	add("author", p.layout.Author)
	add("source", p.layout.Source)
	slices.SortStableFunc(all, func(a, b section) int { return a.at - b.at })
	for _, s := range all {
		s.write()
	}
}

// writeBody writes the text. What looks like labels in its tables counts only where the
// site's file does not say where the attributes stand.
func (p *sitePage) writeBody(n *html.Node) {
	before := len(p.w.labels)
	p.w.block(n)
	if p.layout.HasAttributes() {
		p.w.labels = p.w.labels[:before]
	}
}

// mostBodies is of how many elements the text of a page is put together.
const mostBodies = 100

func (p *sitePage) bodies() []hit {
	all := outermost(p.hits("body"))
	return all[:min(len(all), mostBodies)]
}

func (p *sitePage) countBody(body []hit) {
	if p.layout.Body.Empty() || p.layout.Body.Path() != nil {
		return
	}
	full, first := 0, ""
	for _, h := range body {
		if v := p.begins(h.node); v != "" {
			full, first = full+1, firstOf(first, v)
		}
	}
	p.count("body", p.layout.Body.String(), full, first)
}

// begins returns the first words in n, "" when it has none.
func (p *sitePage) begins(n *html.Node) string {
	var b strings.Builder
	p.beginning(n, &b)
	return oneLine(b.String())
}

func (p *sitePage) beginning(n *html.Node, b *strings.Builder) {
	for c := n.FirstChild; c != nil && b.Len() < 4*longestShown; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			for word := range strings.FieldsSeq(cutText(c.Data)) {
				b.WriteString(word + " ")
			}
		case c.Type == html.ElementNode && !p.w.skip[c] && !isChrome(c):
			p.beginning(c, b)
		}
	}
}

// cutText returns as much of a text as is shown.
func cutText(s string) string {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	return s[:min(len(s), 8*longestShown)]
}

// lines are the sections of a selector that finds single lines: the first alone, and not
// what stands in the body.
func (p *sitePage) lines(name string, s source.Selector, body []hit) []section {
	if s.Path() != nil {
		if all := p.values(name, s); len(all) > 0 {
			return []section{{-1, func() { p.w.line(all[0]) }}}
		}
	}
	for _, h := range p.hits(name) {
		v := p.value(s, h.node)
		switch {
		case v == "":
			continue
		case slices.ContainsFunc(body, func(b hit) bool { return b.holds(h) }):
			return nil
		}
		return []section{{h.at, func() { p.w.line(v) }}}
	}
	return nil
}

func outermost(hits []hit) []hit {
	var out []hit
	end := 0
	for _, h := range hits {
		if h.at >= end {
			out = append(out, h)
			end = h.end
		}
	}
	return out
}

// line writes words as a paragraph of their own.
func (w *writer) line(words string) {
	w.newline(2)
	w.text(words)
	w.newline(2)
}
