package discover

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// maxDepth is how deep the elements of a sitemap may lie; honest ones need five.
const maxDepth = 32

// maxText is how much of the text of one element is kept.
const maxText = 16 << 10

// A walk goes through the elements of a sitemap.
type walk struct {
	in    *limited
	d     *xml.Decoder
	take  func(Entry) error
	path  []string // names of the open elements
	entry Entry
	text  strings.Builder
}

func (w *walk) run() error {
	ended := false
	for {
		w.in.begin()
		t, err := w.d.Token()
		switch {
		case err == io.EOF && ended:
			return nil
		case err == io.EOF:
			return &Error{NotXML, "it holds no element"}
		case err != nil:
			return err
		}
		if err := w.token(t); err != nil {
			return err
		}
		_, end := t.(xml.EndElement)
		ended = ended || end && len(w.path) == 0
	}
}

func (w *walk) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.Directive:
		return directive(t)
	case xml.StartElement:
		w.text.Reset()
		return w.start(t.Name.Local)
	case xml.CharData:
		if w.text.Len()+len(t) <= maxText {
			w.text.Write(t)
		}
	case xml.EndElement:
		return w.end()
	}
	return nil
}

// directive refuses what no sitemap needs: entities are the way to make little text
// much, or to make a reader open files.
func directive(d xml.Directive) error {
	text := strings.ToLower(string(d[:min(len(d), 64)]))
	switch {
	case strings.Contains(strings.ToUpper(string(d)), "<!ENTITY"):
		return &Error{Hostile, "it defines entities"}
	case strings.HasPrefix(text, "doctype html"):
		return errHTML
	}
	return nil
}

var (
	errHTML = &Error{NotXML, "it is a page of HTML"}
	errDeep = &Error{Hostile, "its elements are nested too deeply"}
)

func (w *walk) start(name string) error {
	if len(w.path) == 0 {
		switch strings.ToLower(name) {
		case "urlset", "sitemapindex":
		case "html":
			return errHTML
		case "rss", "feed", "rdf":
			return &Error{NotKnown, "it is a feed"}
		default:
			return &Error{NotKnown, "its root element is neither urlset nor sitemapindex"}
		}
	}
	if len(w.path) == maxDepth {
		return errDeep
	}
	w.path = append(w.path, name)
	if len(w.path) == 2 {
		w.entry = Entry{Sitemap: strings.EqualFold(w.path[0], "sitemapindex")}
	}
	return nil
}

// end takes what an element says by where it stands: the loc of a picture in a page is
// no page.
func (w *walk) end() error {
	text := strings.TrimSpace(w.text.String())
	w.text.Reset()
	depth := len(w.path)
	if depth == 0 {
		return errors.New("an element ends that did not begin")
	}
	name := w.path[depth-1]
	w.path = w.path[:depth-1]
	switch {
	case depth == 3 && name == "loc":
		w.entry.URL = text
	case depth == 3 && name == "lastmod":
		w.entry.Modified = moment(text)
	case depth == 4 && name == "publication_date" && w.entry.Modified.IsZero():
		w.entry.Modified = moment(text)
	case depth == 4 && name == "title" && w.path[2] == "news":
		w.entry.Title = text
	case depth == 2 && w.entry.URL != "":
		return w.take(w.entry)
	}
	return nil
}
