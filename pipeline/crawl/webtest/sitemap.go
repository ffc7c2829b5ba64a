package webtest

import (
	"encoding/xml"
	"fmt"
	"time"
)

type urlset struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URL     []place  `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Sitemap []place  `xml:"sitemap"`
}

type place struct {
	Loc     string `xml:"loc"`
	Lastmod string `xml:"lastmod,omitempty"`
}

// Sitemap puts a sitemap of all links at /sitemap.xml, size of them a file; more of
// them are gzipped files under an index, as the protocol asks for.
func (h *Host) Sitemap(size int) {
	h.Live("/sitemap.xml", func() Page { return h.sitemap(size) })
}

func (h *Host) sitemap(size int) Page {
	links := h.Links()
	if len(links) <= size {
		return xmlPage(urlset{URL: places(links)})
	}
	var index sitemapIndex
	for n := 1; len(links) > 0; n++ {
		path := fmt.Sprintf("/sitemap-%d.xml.gz", n)
		part := links[:min(size, len(links))]
		links = links[len(part):]
		file := xmlPage(urlset{URL: places(part)})
		file.Type, file.Body = "application/gzip", string(pack("gzip", []byte(file.Body)))
		h.Put(path, file)
		index.Sitemap = append(index.Sitemap, place{h.URL(path), w3c(latest(part))})
	}
	return xmlPage(index)
}

func places(links []Link) (all []place) {
	for _, l := range links {
		all = append(all, place{l.URL, w3c(l.Modified)})
	}
	return all
}

func latest(links []Link) (t time.Time) {
	for _, l := range links {
		if l.Modified.After(t) {
			t = l.Modified
		}
	}
	return t
}

func w3c(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func xmlPage(v any) Page {
	body, err := xml.Marshal(v)
	if err != nil {
		panic("unreachable: " + err.Error())
	}
	return Page{Type: "application/xml; charset=utf-8", Body: xml.Header + string(body)}
}

type rss struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Title   string   `xml:"channel>title"`
	Link    string   `xml:"channel>link"`
	Item    []item   `xml:"channel>item"`
}

type item struct {
	Title string `xml:"title"`
	Link  string `xml:"link"`
	Date  string `xml:"pubDate,omitempty"`
}

// Feed puts an RSS feed of the last links at a path.
func (h *Host) Feed(path string, last int) {
	h.Live(path, func() Page {
		feed := rss{Version: "2.0", Title: h.name, Link: h.URL("/")}
		links := h.Links()
		for i := len(links) - 1; i >= 0 && len(feed.Item) < last; i-- {
			feed.Item = append(feed.Item, item{links[i].Title, links[i].URL, rfc1123(links[i].Modified)})
		}
		p := xmlPage(feed)
		p.Type = "application/rss+xml; charset=utf-8"
		return p
	})
}

func rfc1123(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC1123Z)
}

type atom struct {
	XMLName xml.Name      `xml:"http://www.w3.org/2005/Atom feed"`
	Title   string        `xml:"title"`
	ID      string        `xml:"id"`
	Entry   []entryOfAtom `xml:"entry"`
}

type entryOfAtom struct {
	Title   string `xml:"title"`
	ID      string `xml:"id"`
	Link    href   `xml:"link"`
	Updated string `xml:"updated,omitempty"`
}

type href struct {
	Href string `xml:"href,attr"`
}

// Atom puts an Atom feed (RFC 4287) of all links at a path.
func (h *Host) Atom(path string) {
	h.Live(path, func() Page {
		feed := atom{Title: h.name, ID: h.URL("/")}
		for _, l := range h.Links() {
			feed.Entry = append(feed.Entry,
				entryOfAtom{l.Title, l.URL, href{l.URL}, w3c(l.Modified)})
		}
		p := xmlPage(feed)
		p.Type = "application/atom+xml; charset=utf-8"
		return p
	})
}
