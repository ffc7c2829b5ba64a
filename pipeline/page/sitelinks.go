package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vnlex/pipeline/source"
)

const (
	mostLinks   = 10_000 // of one page
	longestLink = 2048   // in bytes
)

// links reads where the page leads.
func (p *sitePage) links(root *html.Node) {
	l := p.layout
	p.base = baseOf(root, p.base)
	p.found.Canonical = p.canonical(root)
	p.found.Items = p.linked("items", l.Items)
	p.found.Files = p.linked("files", l.Files)
	if next := p.linked("next", l.Next); len(next) > 0 {
		p.found.Next = next[0]
	}
}

// baseOf returns what the links of a page are relative to.
func baseOf(root *html.Node, page *url.URL) *url.URL {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Base && attr(n, "href") != "" {
			if base, err := page.Parse(attr(n, "href")); err == nil {
				return base
			}
		}
		if n.DataAtom == atom.Body {
			break
		}
	}
	return page
}

// linked returns the addresses that a selector finds, absolute, each once.
func (p *sitePage) linked(name string, s source.Selector) []string {
	if s.Empty() {
		return nil
	}
	var all []string
	seen := map[string]bool{}
	for _, h := range outermost(p.hits(name)) {
		address := p.absolute(addressIn(h.node, s.Attr()))
		if address != "" && !seen[address] && len(all) < mostLinks {
			seen[address] = true
			all = append(all, address)
		}
	}
	first := ""
	if len(all) > 0 {
		first = all[0]
	}
	p.count(name, s.String(), len(all), first)
	return all
}

// addressIn returns the address in an element: its own, or that of the first link in it.
func addressIn(n *html.Node, name string) string {
	if name != "" {
		return attr(n, name)
	}
	if href := attr(n, "href"); href != "" {
		return href
	}
	for c := range n.Descendants() {
		if c.DataAtom == atom.A && attr(c, "href") != "" {
			return attr(c, "href")
		}
	}
	return ""
}

// absolute returns an address that can be fetched, "" for what is none.
func (p *sitePage) absolute(ref string) string {
	ref = strings.TrimSpace(ref)
	if ref == "" || ref[0] == '#' || len(ref) > longestLink {
		return ""
	}
	u, err := p.base.Parse(ref)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	return u.String()
}

// canonical returns the address that the page calls its own.
func (p *sitePage) canonical(root *html.Node) string {
	if s := p.layout.Canonical; !s.Empty() {
		for _, v := range p.values("canonical", s) {
			if a := p.absolute(v); a != "" {
				return a
			}
		}
		return ""
	}
	for n := range root.Descendants() {
		if n.DataAtom == atom.Link && strings.EqualFold(attr(n, "rel"), "canonical") {
			return p.absolute(attr(n, "href"))
		}
	}
	return ""
}

// follow makes the addresses of further answers about the same document.
func (p *sitePage) follow() {
	for _, f := range p.layout.Follow {
		if a, ok := f.Match.Expand(f.URL, source.Target(p.base)); ok && p.absolute(a) != "" {
			p.found.Follow = append(p.found.Follow, p.absolute(a))
		}
	}
}
