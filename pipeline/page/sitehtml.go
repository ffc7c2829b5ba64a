package page

import (
	"fmt"
	"strings"

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
	if err := p.find(root, p.wanted()...); err != nil {
		return err
	}
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
	ends := p.hits("end")
	for _, end := range ends[:min(len(ends), mostBodies)] {
		for _, body := range p.bodies() {
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
