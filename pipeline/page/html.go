package page

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"vnlex/extractors/reading"
)

// readHTML reads a page by its tags and by where its text stands; it knows no site.
func readHTML(text string) (reading.Source, error) {
	root, err := parse(text)
	if err != nil {
		return reading.Source{}, err
	}
	return readTree(root)
}

func readTree(root *html.Node) (reading.Source, error) {
	doc := goquery.NewDocumentFromNode(root)
	bodies := doc.Find("body")
	if bodies.Length() == 0 {
		return reading.Source{}, &Error{Code: "empty", Detail: "it has no body"}
	}
	body := bodies.Get(0)
	head := readHead(doc)
	w := writeChosen(root, body, head.title)
	return reading.Source{
		Title: head.title, Published: head.published, Author: head.author,
		Text: w.String(), Labels: w.allLabels(),
	}, nil
}

// writeChosen writes what of the page is its text; of a page of links, the links.
func writeChosen(root, body *html.Node, title string) *writer {
	t := newTree(body)
	c := t.choose(title)
	w := &writer{skip: c.skip}
	if c.all {
		if n := t.article(root); n != nil {
			if h := t.heading(0, title); h >= 0 && !strings.Contains(textOf(n), textOf(t.elems[h].node)) {
				w.block(t.elems[h].node)
			}
			w.block(n)
			return w
		}
	}
	for _, i := range c.keep {
		w.block(t.elems[i].node)
	}
	if len(w.buf) == 0 {
		w = new(writer)
		w.block(body)
	}
	return w
}

// parse parses a page; a piece of one that begins with table rows is given its table.
func parse(text string) (*html.Node, error) {
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), 64)]))
	if strings.HasPrefix(start, "<tr") || strings.HasPrefix(start, "<td") {
		text = "<table>" + text
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, &Error{Code: "too_deep", Detail: "its elements are nested too deeply"}
	}
	return root, nil
}
