package page

import (
	"golang.org/x/net/html"

	"vnlex/pipeline/source"
)

// A slot is a selector of a layout with what it found.
type slot struct {
	name string
	sel  source.Selector
	hits []hit
}

// A hit is an element, with its place in the order of the page: what stands inside it has
// places up to end.
type hit struct {
	node    *html.Node
	at, end int
}

func (h hit) holds(o hit) bool { return h.at <= o.at && o.at < h.end }

// find walks the page once for all selectors.
func (p *sitePage) find(root *html.Node, wanted ...slot) error {
	for _, s := range wanted {
		if !s.sel.Empty() && s.sel.Path() == nil {
			p.slots = append(p.slots, s)
		}
	}
	if err := p.affordable(root); err != nil {
		return err
	}
	at := 0
	p.walk(root, &at)
	return nil
}

func (p *sitePage) walk(n *html.Node, at *int) {
	start := *at
	*at++
	var matched []*slot
	for i := range p.slots {
		if s := &p.slots[i]; s.sel.Match(n) {
			s.hits = append(s.hits, hit{node: n, at: start})
			matched = append(matched, s)
		}
	}
	own := make([]int, len(matched))
	for i, s := range matched {
		own[i] = len(s.hits) - 1
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			p.walk(c, at)
		}
	}
	for i, s := range matched {
		s.hits[own[i]].end = *at
	}
}

// hits returns what the selector called name found.
func (p *sitePage) hits(name string) []hit {
	for i := range p.slots {
		if p.slots[i].name == name {
			return p.slots[i].hits
		}
	}
	return nil
}

// value is what the selector says of an element: its text, or an attribute.
func (p *sitePage) value(s source.Selector, n *html.Node) string {
	if s.Attr() != "" {
		return oneLine(attr(n, s.Attr()))
	}
	return p.textIn(n)
}

// textIn returns the text in n on one line, without what is left out.
func (p *sitePage) textIn(n *html.Node) string {
	w := writer{skip: p.w.skip, inline: 1}
	w.children(n)
	return oneLine(w.String())
}

// values returns what a selector finds, empty ones left out.
func (p *sitePage) values(name string, s source.Selector) []string {
	var all []string
	if s.Path() != nil {
		for _, v := range p.lookUp(s) {
			if v = oneLine(v); v != "" {
				all = append(all, v)
			}
		}
		return all
	}
	for _, h := range outermost(p.hits(name)) {
		if v := p.value(s, h.node); v != "" {
			all = append(all, v)
		}
	}
	return all
}

// first counts what a selector finds and returns the first of it.
func (p *sitePage) first(name string, s source.Selector) string {
	if s.Empty() {
		return ""
	}
	all := p.values(name, s)
	v := ""
	if len(all) > 0 {
		v = all[0]
	}
	p.count(name, s.String(), len(all), v)
	return v
}
