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
	doc := goquery.NewDocumentFromNode(root)
	body := doc.Find("body").Get(0)
	if body == nil {
		return reading.Source{}, &Error{"empty", "it has no body"}
	}
	t := newTree(body)
	c := t.choose()
	w := writer{skip: c.skip}
	for _, i := range c.keep {
		w.block(t.elems[i].node)
	}
	src := reading.Source{Text: w.String()}
	src.Labels = w.allLabels()
	head := readHead(doc)
	src.Title, src.Published, src.Author = head.title, head.published, head.author
	return src, nil
}

// parse parses a page; a piece of one that begins with table rows is given its table.
func parse(text string) (*html.Node, error) {
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), 64)]))
	if strings.HasPrefix(start, "<tr") || strings.HasPrefix(start, "<td") {
		text = "<table>" + text
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, &Error{"too_deep", "its elements are nested too deeply"}
	}
	return root, nil
}
