package page

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// A head is what a page says of itself for machines.
type head struct {
	title, published, author string
}

func readHead(doc *goquery.Document) head {
	ld := linkedData(doc)
	return head{
		title: firstOf(oneLine(doc.Find("h1").First().Text()), meta(doc, "og:title"),
			oneLine(doc.Find("title").First().Text())),
		published: firstOf(moment(ld.published), moment(meta(doc, "article:published_time")),
			moment(meta(doc, "datePublished")), moment(meta(doc, "pubdate")),
			moment(doc.Find("time[datetime]").First().AttrOr("datetime", ""))),
		author: firstOf(ld.author, meta(doc, "author"), meta(doc, "article:author"),
			oneLine(doc.Find(`[rel="author"]`).First().Text())),
	}
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// meta returns the content of the meta element of a name, a property or an item.
func meta(doc *goquery.Document, name string) string {
	for _, kind := range []string{"property", "name", "itemprop"} {
		s := doc.Find(`meta[`+kind+`="`+name+`"]`).First().AttrOr("content", "")
		if s = oneLine(s); s != "" {
			return s
		}
	}
	return ""
}

func oneLine(s string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "\x00", ""), "")
}

// moment returns a time in ISO 8601; where no zone is given it is that of Vietnam.
// What cannot be read is "".
func moment(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05.999Z0700", "2006-01-02T15:04Z07:00",
		"2006-01-02 15:04:05Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02T15:04:05-07:00")
		}
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04",
		"2006-01-02 15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02T15:04:05+07:00")
		}
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Format(time.DateOnly)
	}
	return ""
}

// linkedData reads the JSON-LD of a page: the first thing in it with a date of
// publication.
func linkedData(doc *goquery.Document) head {
	var h head
	doc.Find(`script[type="application/ld+json"]`).EachWithBreak(func(_ int, s *goquery.Selection) bool {
		var v any
		if json.Unmarshal([]byte(strings.TrimSpace(s.Text())), &v) == nil {
			h = published(v, 0)
		}
		return h.published == ""
	})
	return h
}

const deepestData = 16

func published(v any, depth int) head {
	if depth > deepestData {
		return head{}
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if h := published(item, depth+1); h.published != "" {
				return h
			}
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok && moment(s) != "" {
			return head{published: s, author: authorOf(v["author"])}
		}
		return published(v["@graph"], depth+1)
	}
	return head{}
}

func authorOf(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(v)
	case []any:
		if len(v) > 0 {
			return authorOf(v[0])
		}
	case map[string]any:
		if s, ok := v["name"].(string); ok {
			return oneLine(s)
		}
	}
	return ""
}
