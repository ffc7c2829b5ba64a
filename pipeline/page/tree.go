package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A tree is a page as far as it is text: its elements in order, chrome left out.
type tree struct {
	elems []elem
}

// An elem is an element with what is known of the text in it. Sizes are in bytes
// of text without white space.
type elem struct {
	node    *html.Node
	parent  int // in elems; -1 for the root
	end     int // the element's descendants end before it in elems
	text    int // all of it
	link    int // of that in links
	links   int // how many links
	symbols int // what looks like numbers of documents
	prose   int // in paragraphs of Vietnamese
	own     int // in no block within
	marks   int // of that, letters that mark Vietnamese
	block   bool
}

func newTree(root *html.Node) *tree {
	t := &tree{elems: make([]elem, 0, elements(root))}
	t.add(root, -1, -1, false)
	for i := len(t.elems) - 1; i >= 0; i-- {
		t.sum(i)
	}
	return t
}

// elements returns how many elements n holds, itself among them.
func elements(n *html.Node) int {
	count := 1
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			count += elements(c)
		}
	}
	return count
}

// add takes n and what it holds into the tree; block is the nearest block around.
func (t *tree) add(n *html.Node, parent, block int, inLink bool) {
	i := len(t.elems)
	t.elems = append(t.elems, elem{node: n, parent: parent, block: isBlock(n)})
	if t.elems[i].block || parent < 0 {
		block = i
	}
	if isLink(n) {
		t.elems[i].links++
		inLink = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			t.addText(c.Data, i, block, inLink)
		case c.Type == html.ElementNode && !isChrome(c):
			t.add(c, i, block, inLink)
		}
	}
	t.elems[i].end = len(t.elems)
}

func (t *tree) addText(s string, i, block int, inLink bool) {
	size, marks := 0, 0
	for _, c := range []byte(s) {
		if c > ' ' {
			size++
		}
		if c == 0xe1 || c == 0xc4 || c == 0xc6 {
			marks++
		}
	}
	t.elems[i].text += size
	t.elems[i].symbols += countSymbols(s)
	if inLink {
		t.elems[i].link += size
	}
	t.elems[block].own += size
	t.elems[block].marks += marks
}

// sum adds what is known of element i, all within it being done, to its parent.
func (t *tree) sum(i int) {
	e := &t.elems[i]
	if e.block && e.own >= 60 && e.link*2 < e.text && e.marks*40 >= e.own {
		e.prose += e.own
	}
	if e.parent >= 0 {
		p := &t.elems[e.parent]
		p.text += e.text
		p.link += e.link
		p.links += e.links
		p.symbols += e.symbols
		p.prose += e.prose
	}
}

// common returns the smallest element around both.
func (t *tree) common(a, b int) int {
	for a != b {
		if a > b {
			a = t.elems[a].parent
		} else {
			b = t.elems[b].parent
		}
	}
	return a
}

func (t *tree) within(i, outer int) bool { return outer <= i && i < t.elems[outer].end }

// isLink reports whether n leads to another page.
func isLink(n *html.Node) bool {
	if n.DataAtom != atom.A {
		return false
	}
	href := attr(n, "href")
	return href != "" && href[0] != '#' && !strings.HasPrefix(href, "javascript:")
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// isBlock reports whether a browser begins a new line for n.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center,
		atom.Caption, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset,
		atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3,
		atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend,
		atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead,
		atom.Tr, atom.Ul:
		return true
	case atom.A, atom.Span, atom.Label, atom.B, atom.Strong, atom.Font:
		style := attr(n, "style")
		return strings.Contains(style, "display:block") || strings.Contains(style, "display: block")
	}
	return false
}

// isChrome reports whether n is no text of the page: code, controls, what cannot
// be seen, and what surrounds the text on every page of a site.
func isChrome(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe,
		atom.Object, atom.Embed, atom.Svg, atom.Math, atom.Canvas, atom.Audio, atom.Video,
		atom.Input, atom.Select, atom.Option, atom.Optgroup, atom.Datalist, atom.Textarea,
		atom.Button,
		atom.Progress, atom.Meter, atom.Map, atom.Nav, atom.Footer, atom.Aside, atom.Marquee,
		atom.Frameset, atom.Noframes, atom.Dialog:
		return true
	case atom.Header:
		return !insideMain(n)
	case atom.Body, atom.Html:
		return false
	}
	return isHidden(n) || hasChromeRole(n) || hasChromeName(n)
}

// insideMain reports whether n lies in an element that holds the text by its name.
func insideMain(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.Article || p.DataAtom == atom.Main {
			return true
		}
	}
	return false
}

func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return !strings.EqualFold(a.Val, "until-found")
		case "aria-hidden":
			if strings.EqualFold(a.Val, "true") {
				return true
			}
		case "style":
			if hidesByStyle(a.Val) {
				return true
			}
		}
	}
	return false
}

func hidesByStyle(style string) bool {
	if !strings.Contains(style, "isplay") && !strings.Contains(style, "isibility") &&
		!strings.Contains(style, "ISPLAY") && !strings.Contains(style, "ISIBILITY") {
		return false
	}
	for decl := range strings.SplitSeq(strings.ToLower(style), ";") {
		name, value, _ := strings.Cut(decl, ":")
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
		switch strings.TrimSpace(name) {
		case "display":
			if value == "none" {
				return true
			}
		case "visibility":
			if value == "hidden" || value == "collapse" {
				return true
			}
		}
	}
	return false
}

func hasChromeRole(n *html.Node) bool {
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu",
		"menubar", "alertdialog":
		return true
	}
	return false
}

// chromeNames are words that, as a whole id or class or a part of one set off by
// signs or capitals, name what surrounds the text.
var chromeNames = map[string]bool{
	"breadcrumb": true, "breadcrumbs": true, "menu": true, "navbar": true, "sidebar": true,
	"comment": true, "comments": true, "share": true, "social": true, "advert": true, "ads": true,
	"popup": true, "modal": true, "tooltip": true, "pagination": true, "pager": true,
	"footer": true, "copyright": true, "toolbar": true, "rating": true, "captcha": true,
	"cookie":     true,
	"newsletter": true, "subscribe": true,
}

// chromeEnds end such names where they are written in one: NoiDungChiaSe, imgloader.
var chromeEnds = []string{"chiase", "binhluan", "quangcao", "lienket", "loader"}

// hasChromeName looks at the last word of the id and of each class: an
// "article-share" is a share bar, a "share-article" need not be one.
func hasChromeName(n *html.Node) bool {
	if !isBlock(n) && n.DataAtom != atom.Span || n.DataAtom == atom.Td || n.DataAtom == atom.Form {
		return false
	}
	for _, a := range n.Attr {
		if a.Key != "id" && a.Key != "class" {
			continue
		}
		for name := range strings.FieldsSeq(a.Val) {
			if chromeNames[lastWord(name)] || endsAsChrome(name) {
				return true
			}
		}
	}
	return false
}

func endsAsChrome(name string) bool {
	for _, end := range chromeEnds {
		if n := len(name) - len(end); n >= 0 && strings.EqualFold(name[n:], end) {
			return true
		}
	}
	return false
}

func lastWord(name string) string {
	end := len(name)
	for end > 0 && !isLetter(name[end-1]) {
		end--
	}
	i := end
	for i > 0 && isLetter(name[i-1]) {
		i--
		if name[i] < 'a' && i+1 < end && name[i+1] >= 'a' {
			break // a capital before small letters begins a word
		}
	}
	return strings.ToLower(name[i:end])
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
