package page

import (
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vnlex/extractors/normalize"
)

// A head is what a page says of itself.
type head struct {
	title, published, author string
}

// headParts are the elements that may say it, found in one pass.
const headParts = `meta, title, h1, time[datetime], [rel="author"], ` +
	`script[type="application/ld+json"]`

func readHead(doc *goquery.Document) head {
	var p parts
	doc.Find(headParts).Each(func(_ int, s *goquery.Selection) { p.add(s) })
	return head{
		title: p.bestTitle(),
		published: firstOf(p.linked.published, moment(p.meta["article:published_time"]),
			moment(p.meta["datepublished"]), moment(p.meta["pubdate"]), p.time),
		author: firstOf(p.linked.author, p.meta["author"], p.meta["article:author"], p.author),
	}
}

// parts are the first of each kind.
type parts struct {
	meta                map[string]string
	title, time, author string
	headings            []string
	linked              head
}

func (p *parts) add(s *goquery.Selection) {
	n := s.Get(0)
	switch n.DataAtom {
	case atom.Meta:
		p.addMeta(n)
	case atom.Title:
		p.title = firstOf(p.title, textOf(n))
	case atom.H1:
		p.headings = append(p.headings, textOf(n))
	case atom.Time:
		p.time = firstOf(p.time, moment(attr(n, "datetime")))
	case atom.Script:
		if p.linked.published == "" {
			p.linked = linkedData(s.Text())
		}
	default:
		p.author = firstOf(p.author, textOf(n))
	}
}

func (p *parts) addMeta(n *html.Node) {
	if p.meta == nil {
		p.meta = map[string]string{}
	}
	name := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
	p.meta[name] = firstOf(p.meta[name], oneLine(attr(n, "content")))
}

// bestTitle returns the heading that says what the page's title says, else the
// title for other sites, else the page's title.
func (p *parts) bestTitle() string {
	graph := p.meta["og:title"]
	best := bestHeading(p.headings, firstOf(graph, p.title))
	if best < 0 {
		return firstOf(graph, p.title)
	}
	return p.headings[best]
}

// bestHeading returns the heading with most words of the title of its page, -1 if
// none has two thirds of its own words there: the title often has the name of the
// site too, and so may a heading. Without a title it is the first that says anything.
func bestHeading(headings []string, title string) int {
	in := map[string]bool{}
	for w := range strings.FieldsSeq(normalize.Fold(title)) {
		in[w] = true
	}
	best, most := -1, 0
	for i, h := range headings {
		words, found := 0, 0
		for w := range strings.FieldsSeq(normalize.Fold(h)) {
			words++
			if in[w] || title == "" {
				found++
			}
		}
		if found*3 >= words*2 && (found > most && title != "" || best < 0 && found > 0) {
			best, most = i, found
		}
	}
	return best
}

// textOf returns the text in n on one line, a space where a browser begins a new one.
func textOf(n *html.Node) string {
	var b strings.Builder
	writeText(&b, n)
	return oneLine(b.String())
}

func writeText(b *strings.Builder, n *html.Node) {
	breaks := n.DataAtom == atom.Br || isBlock(n)
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	if breaks {
		b.WriteByte(' ')
	}
	for c := range n.ChildNodes() {
		writeText(b, c)
	}
	if breaks {
		b.WriteByte(' ')
	}
}

func oneLine(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "")
	return strings.Join(strings.Fields(s), " ")
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// zoned and local are the forms in which pages give a time; a local one is in
// the zone of Vietnam.
var (
	zoned = []string{time.RFC3339, "2006-01-02T15:04:05.999Z0700", "2006-01-02T15:04Z07:00",
		"2006-01-02 15:04:05Z07:00"}
	local = []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04",
		"2006-01-02 15:04"}
)

// moment returns a time in ISO 8601; what cannot be read is "".
func moment(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return ""
	}
	for _, layout := range zoned {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02T15:04:05-07:00")
		}
	}
	for _, layout := range local {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02T15:04:05+07:00")
		}
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Format(time.DateOnly)
	}
	return ""
}
