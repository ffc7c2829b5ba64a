package page

import (
	"fmt"
	"net/url"
	"strings"

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

// NoLayout is the Seen.Layout of a page that no layout of its site fits.
const NoLayout = -1

// ReadSite reads the page at address as the site's file says. What is neither HTML nor a
// JSON answer, and a page that no layout fits, is read as Read does. A listing has no text:
// its Source is empty. An *Error with the code changed_layout says that a page lacks what
// its layout requires; Found then tells what was there.
func ReadSite(
	site *source.Site, address, contentType string, raw []byte,
) (reading.Source, Found, error) {
	u, err := url.Parse(address)
	n := NoLayout
	if err == nil {
		n = site.LayoutAt(u)
	}
	if n == NoLayout || len(raw) > MaxText {
		src, err := Read(address, contentType, raw)
		return src, Found{Seen: source.Seen{URL: address, Layout: NoLayout}}, err
	}
	p := &sitePage{site: site, layout: &site.Layouts[n], base: u, w: &writer{}}
	p.found.Seen = source.Seen{URL: address, Layout: n}
	p.found.Kind = p.layout.Kind
	p.src.URL = address
	if err := p.read(contentType, raw); err != nil {
		return reading.Source{URL: address}, p.found, err
	}
	return p.src, p.found, nil
}

// A sitePage is a page that is read by its layout.
type sitePage struct {
	site   *source.Site
	layout *source.Layout
	base   *url.URL // that links are relative to
	slots  []slot
	data   []any // the JSON answer, or the JSON-LD of the page
	w      *writer
	src    reading.Source
	found  Found
}

func (p *sitePage) read(contentType string, raw []byte) error {
	p.follow()
	if p.layout.Format == source.JSON {
		return p.readAnswer(raw)
	}
	if kindOf(p.src.URL, contentType, raw) != kindHTML || p.layout.Kind == source.File {
		src, err := Read(p.src.URL, contentType, raw)
		p.src = src
		p.src.Kind = p.forced()
		return err
	}
	text, err := decode(contentType, raw, true)
	if err != nil {
		return err
	}
	return p.readMarkup(text)
}

// forced is the kind of the reading: a file may hold either.
func (p *sitePage) forced() string {
	switch p.layout.Kind {
	case source.News, source.Legal:
		return string(p.layout.Kind)
	}
	return ""
}

// complete reports the first thing that the page must have and has not.
func (p *sitePage) complete() error {
	missing := p.layout.Missing(p.found.Seen)
	if len(missing) == 0 {
		return nil
	}
	c := missing[0]
	where := c.Name
	if c.Selector != "" {
		where = fmt.Sprintf("%s (%s)", c.Name, c.Selector)
	}
	return &Error{Code: "changed_layout",
		Detail: fmt.Sprintf("%s found nothing, which every page of %s has", where, p.site.Name)}
}

// count notes what a selector found.
func (p *sitePage) count(name, selector string, matches int, value string) {
	if r := []rune(value); len(r) > longestShown {
		value = string(r[:longestShown]) + "…"
	}
	p.found.Counts = append(p.found.Counts,
		source.Count{Name: name, Selector: selector, Matches: matches, Value: value})
}

// longestShown is how much of a value is shown to people, in characters.
const longestShown = 120

// finish takes the text that was written; a page must have one.
func (p *sitePage) finish() error {
	if err := p.complete(); err != nil || p.layout.Kind == source.Listing {
		return err
	}
	p.src.Kind = p.forced()
	p.src.Text = p.w.String()
	p.src.Labels = p.w.labels
	if !p.layout.HasAttributes() {
		p.src.Labels = p.w.allLabels()
	}
	if strings.TrimSpace(p.src.Text) == "" {
		return &Error{Code: "empty", Detail: "it has no text where its site has it"}
	}
	return nil
}
