package page

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"vnlex/pipeline/source"
)

// readMarkup reads an HTML page: one parse and one walk.
func (p *sitePage) readMarkup(text string) error {
	root, err := parse(text)
	if err != nil {
		return err
	}
	l := p.layout
	p.find(root, p.wanted()...)
	if l.HasPaths() {
		p.data = linkedObjects(root, l.DataType)
	}
	p.links(root)
	if l.Kind == source.Listing {
		return p.finish()
	}
	p.cut()
	p.src.Title = p.first("title", l.Title)
	p.first("summary", l.Summary)
	p.src.Published = p.published()
	p.src.Author = byline(p.first("author", l.Author))
	p.first("source", l.Source)
	if l.Plain() {
		return p.readPlain(root)
	}
	p.write()
	p.completeHead(root)
	return p.finish()
}

// readPlain reads a page of which the site's file does not say where the text stands.
func (p *sitePage) readPlain(root *html.Node) error {
	if err := p.complete(); err != nil {
		return err
	}
	src, err := readTree(root)
	if err == nil && strings.TrimSpace(src.Text) == "" {
		err = &Error{Code: "empty", Detail: "it has no text"}
	}
	src.URL, src.Kind = p.src.URL, p.forced()
	src.Title = firstOf(p.src.Title, src.Title)
	src.Published = firstOf(p.src.Published, src.Published)
	if !p.layout.Author.Empty() {
		src.Author = p.src.Author
	}
	p.src = src
	return err
}

// wanted are the selectors of the layout, by name.
func (p *sitePage) wanted() []slot {
	l := p.layout
	all := []slot{{name: "title", sel: l.Title}, {name: "summary", sel: l.Summary},
		{name: "date", sel: l.Date}, {name: "author", sel: l.Author},
		{name: "source", sel: l.Source}, {name: "body", sel: l.Body},
		{name: "drop", sel: l.Drop}, {name: "end", sel: l.End},
		{name: "items", sel: l.Items}, {name: "next", sel: l.Next},
		{name: "files", sel: l.Files}, {name: "canonical", sel: l.Canonical}}
	for _, f := range source.Fields {
		all = append(all, slot{name: string(f), sel: l.Fields[f]})
	}
	for i, a := range l.Attributes {
		all = append(all, slot{name: labelSlot("attributes", i), sel: a.Label},
			slot{name: valueSlot("attributes", i), sel: a.Value})
	}
	for i, r := range l.Relations {
		all = append(all, slot{name: labelSlot("relations", i), sel: r.Label},
			slot{name: valueSlot("relations", i), sel: r.Item})
	}
	return all
}

func labelSlot(group string, i int) string { return fmt.Sprintf("%s %d label", group, i) }
func valueSlot(group string, i int) string { return fmt.Sprintf("%s %d value", group, i) }

// cut leaves out what is no text of the page, and in the body all from its end on.
func (p *sitePage) cut() {
	p.w.skip = map[*html.Node]bool{}
	for _, h := range p.hits("drop") {
		p.w.skip[h.node] = true
	}
	for _, end := range p.hits("end") {
		for _, body := range p.hits("body") {
			if body.holds(end) && body.node != end.node {
				p.cutFrom(end.node, body.node)
				return
			}
		}
	}
}

// cutFrom leaves out n and all that follows it inside body.
func (p *sitePage) cutFrom(n, body *html.Node) {
	p.w.skip[n] = true
	for ; n != body; n = n.Parent {
		for c := n.NextSibling; c != nil; c = c.NextSibling {
			p.w.skip[c] = true
		}
	}
}

// completeHead takes from the head of the page what the site's file does not tell.
func (p *sitePage) completeHead(root *html.Node) {
	if p.src.Title != "" && p.src.Published != "" && p.src.Author != "" {
		return
	}
	h := readHead(goquery.NewDocumentFromNode(root))
	p.src.Title = firstOf(p.src.Title, h.title)
	p.src.Published = firstOf(p.src.Published, h.published)
	if p.layout.Author.Empty() {
		p.src.Author = firstOf(p.src.Author, h.author)
	}
}

// A section is a part of the text with its place on the page.
type section struct {
	at    int
	write func()
}

// write writes the parts of the text in the order of the page: what stands in JSON first.
func (p *sitePage) write() {
	var all []section
	body := outermost(p.hits("body"))
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
