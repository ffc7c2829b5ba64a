package page

import (
	"strings"

	"golang.org/x/net/html"
)

// A selector looks from an element to those around and beside it. On a page that is made
// for it, that takes time by the square of its size: such a page is not read.
const (
	plainDepth = 32    // up to which elements are always looked at
	mostDeep   = 1e8   // the squares of what is deeper, summed
	mostWide   = 4e8   // the squares of how many stand side by side, summed
	sideways   = ":~+" // what a selector that looks to the side is written with
)

// affordable refuses a page whose elements are too many at one level or nested too deeply
// for the selectors of its site.
func (p *sitePage) affordable(root *html.Node) error {
	deep, wide := 0, 0
	measure(root, 0, &deep, &wide)
	switch {
	case deep > mostDeep:
		return &Error{Code: "too_deep", Detail: "its elements are nested too deeply"}
	case wide > mostWide && p.looksSideways():
		return &Error{Code: "too_large", Detail: "too many elements stand side by side"}
	}
	return nil
}

func measure(n *html.Node, depth int, deep, wide *int) {
	if depth > plainDepth {
		*deep += (depth - plainDepth) * (depth - plainDepth)
	}
	children := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			children++
			measure(c, depth+1, deep, wide)
		}
	}
	*wide += children * children
}

func (p *sitePage) looksSideways() bool {
	for i := range p.slots {
		if strings.ContainsAny(p.slots[i].sel.String(), sideways) {
			return true
		}
	}
	return false
}
