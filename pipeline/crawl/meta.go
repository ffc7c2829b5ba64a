package crawl

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"vnlex/pipeline/crawl/fetch"
)

// meta is what a page says to robots: whether they may keep it, and follow its links.
type meta struct{ index, follow bool }

// metaOf reads the header X-Robots-Tag and the element meta of a page's head.
func metaOf(resp *fetch.Response, agent string) meta {
	m := meta{true, true}
	for _, v := range resp.Header.Values("X-Robots-Tag") {
		if who, what, ok := strings.Cut(v, ":"); ok && !strings.Contains(who, ",") {
			if !strings.EqualFold(strings.TrimSpace(who), agent) {
				continue
			}
			v = what
		}
		m.obey(v)
	}
	if strings.Contains(resp.Type, "html") {
		m.head(resp.Body, agent)
	}
	return m
}

// headBytes is how much of a page is searched for the end of its head.
const headBytes = 64 << 10

func (m *meta) head(body []byte, agent string) {
	z := html.NewTokenizer(bytes.NewReader(body[:min(len(body), headBytes)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == "head" {
				return
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			switch {
			case string(name) == "body":
				return
			case string(name) == "meta" && more:
				m.tag(z, agent)
			}
		}
	}
}

func (m *meta) tag(z *html.Tokenizer, agent string) {
	var name, content string
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "name":
			name = strings.TrimSpace(string(value))
		case "content":
			content = string(value)
		}
	}
	if strings.EqualFold(name, "robots") || strings.EqualFold(name, agent) {
		m.obey(content)
	}
}

func (m *meta) obey(words string) {
	for _, w := range strings.Split(words, ",") {
		switch strings.ToLower(strings.TrimSpace(w)) {
		case "noindex":
			m.index = false
		case "nofollow":
			m.follow = false
		case "none":
			m.index, m.follow = false, false
		}
	}
}
