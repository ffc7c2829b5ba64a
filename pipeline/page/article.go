package page

import (
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// mostArticle is up to how many elements a page is looked at a second time.
const mostArticle = 5000

// article returns the element that holds the text of a news page in which no main block
// was found, nil where it should stay as it is: a page of labels, a statute, of which
// nothing may be lost, and one of which too little would be left.
func (t *tree) article(root *html.Node) *html.Node {
	if t.elems[0].prose < littleProse || len(t.elems) > mostArticle || len(t.labelled()) > 0 {
		return nil
	}
	text := textOf(t.elems[0].node)
	if statute(text) {
		return nil
	}
	found := mainContent(root)
	if found == nil || newTree(found).elems[0].prose*10 < t.elems[0].prose*8 {
		return nil
	}
	return found
}

// statute reports whether text may be that of a document: its motto or its articles.
func statute(text string) bool {
	return strings.Contains(text, "Độc lập - Tự do - Hạnh phúc") ||
		strings.Count(text, "Điều 1.")+strings.Count(text, "Điều 2.") > 1
}

// mainContent asks go-readability, which may stumble over a page that nobody wrote by hand.
func mainContent(root *html.Node) (found *html.Node) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	p := readability.NewParser()
	p.DisableJSONLD = true
	a, err := p.ParseDocument(root, &url.URL{Scheme: "https", Host: "invalid"})
	var text strings.Builder
	if err != nil || a.Node == nil || a.RenderHTML(&text) != nil {
		return nil
	}
	again, err := parse(text.String()) // the elements it makes are not marked as such
	if err != nil {
		return nil
	}
	return again
}
