package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A choice is what of a page is written: the elements kept, in order, none inside
// another, and inside them those left out.
type choice struct {
	keep []int
	skip map[*html.Node]bool
	all  bool // no main block was found: the whole page is kept
}

// choose finds the main block of the page, its heading and its labelled blocks.
func (t *tree) choose(title string) choice {
	c := choice{skip: map[*html.Node]bool{}}
	main := t.mainBlock()
	c.all = main == 0
	if h := t.heading(main, title); h >= 0 && !t.within(h, main) {
		if around := t.common(h, main); t.holdsTogether(around, main) {
			main = around
		} else {
			c.keep = append(c.keep, h)
		}
	}
	c.keep = append(c.keep, main)
	for _, i := range t.labelled() {
		if !t.within(main, i) {
			c.keep = append(c.keep, i)
		}
	}
	c.keep = t.outermost(c.keep)
	for _, i := range c.keep {
		t.prune(i, &c)
	}
	return c
}

// littleProse is how much prose a page must have before its main block is sought.
const littleProse = 240

// mainBlock returns the smallest element that holds most of the prose, widened by
// what belongs to it; of a page without prose, all.
func (t *tree) mainBlock() int {
	if t.elems[0].prose < littleProse {
		return 0
	}
	main := 0
	for next := t.proseChild(main); next >= 0; next = t.proseChild(main) {
		main = next
	}
	for p := t.elems[main].parent; p > 0 && t.belongs(main, p); p = t.elems[main].parent {
		main = p
	}
	return main
}

// proseChild returns the child of element i that holds at least seven tenths of the
// page's prose and is not itself one paragraph, else -1.
func (t *tree) proseChild(i int) int {
	for c := i + 1; c < t.elems[i].end; c = t.elems[c].end {
		e := &t.elems[c]
		if e.prose*10 >= t.elems[0].prose*7 && e.prose != e.own {
			return c
		}
	}
	return -1
}

// belongs reports whether what element p holds around main is part of the same
// text: letterhead, heading and date before it, author and signature behind it.
// It is little, and not mostly links.
func (t *tree) belongs(main, p int) bool {
	var before, behind elem
	for c := p + 1; c < t.elems[p].end; c = t.elems[c].end {
		side := &before
		switch {
		case t.within(main, c):
			continue
		case c > main:
			side = &behind
		}
		side.text += t.elems[c].text
		side.link += t.elems[c].link
		side.links += t.elems[c].links
	}
	size := t.elems[main].text
	return before.text*10 <= size+5000 && before.link*2 <= before.text &&
		behind.text*10 <= size && behind.links < 3
}

// heading returns the h1 of the main block, else the one before it that says what
// the title of the page says, else -1.
func (t *tree) heading(main int, title string) int {
	var before []int
	var texts []string
	for i := range t.elems {
		switch {
		case t.elems[i].node.DataAtom != atom.H1 || t.elems[i].text == 0:
		case t.within(i, main):
			return i
		case i < main:
			before = append(before, i)
			texts = append(texts, textOf(t.elems[i].node))
		}
	}
	if best := bestHeading(texts, title); best >= 0 {
		return before[best]
	}
	return -1
}

// holdsTogether reports whether the element around heading and main block holds
// little but them.
func (t *tree) holdsTogether(around, main int) bool {
	if around == 0 || t.elems[around].node.DataAtom == atom.Body {
		return false
	}
	text := t.elems[around].text - t.elems[main].text
	link := t.elems[around].link - t.elems[main].link
	return text-link <= t.elems[main].text/2+1000 && link <= t.elems[main].text+2000
}

// labelled returns the tables and lists with at least two labels that documents have.
func (t *tree) labelled() []int {
	count := map[int]int{}
	for i := range t.elems {
		e := &t.elems[i]
		if e.own == 0 || e.own > 60 || !isKnownLabel(firstText(e.node)) {
			continue
		}
		if box := t.box(i); box >= 0 {
			count[box]++
		}
	}
	var out []int
	for i := range t.elems {
		if count[i] >= 2 {
			out = append(out, i)
		}
	}
	return out
}

// box returns the nearest table or list around element i, else -1.
func (t *tree) box(i int) int {
	for ; i >= 0; i = t.elems[i].parent {
		switch t.elems[i].node.DataAtom {
		case atom.Table, atom.Ul, atom.Ol, atom.Dl:
			return i
		}
	}
	return -1
}

// firstText returns the first words in n, up to a colon.
func firstText(n *html.Node) string {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s := c.Data
		if c.Type == html.ElementNode {
			s = firstText(c)
		}
		if c.Type != html.CommentNode && strings.TrimSpace(s) != "" {
			s, _, _ = strings.Cut(s, ":")
			return s
		}
	}
	return ""
}

// outermost sorts elements and drops those inside another.
func (t *tree) outermost(is []int) []int {
	slices.Sort(is)
	var out []int
	end := 0
	for _, i := range is {
		if i >= end {
			out = append(out, i)
			end = t.elems[i].end
		}
	}
	return out
}

// prune leaves out, inside a kept element, the lists of links to other pages, the
// inner ones first; not those of documents.
func (t *tree) prune(keep int, c *choice) {
	for i := t.elems[keep].end - 1; i > keep; i-- {
		e := t.elems[i]
		if !t.isLinkList(i) {
			continue
		}
		c.skip[e.node] = true
		for p := i; p >= keep; p = t.elems[p].parent {
			t.elems[p].text -= e.text
			t.elems[p].link -= e.link
			t.elems[p].links -= e.links
		}
	}
}

func (t *tree) isLinkList(i int) bool {
	e := &t.elems[i]
	switch e.node.DataAtom {
	case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Table, atom.P, atom.Center:
	default:
		return false
	}
	return e.links >= 3 && e.link*10 >= e.text*6 && e.text < 200*e.links &&
		e.symbols*3 < e.links
}

// numberless is what portals print for the number of a document without one.
const numberless = "Không số"

// countSymbols counts what looks like the number of a document: "12/2024/", "12/QĐ-".
// One with a year in it counts twice, and so does the word for none.
func countSymbols(s string) int {
	count := 2 * strings.Count(s, numberless)
	for {
		before, after, ok := strings.Cut(s, "/")
		if !ok {
			return count
		}
		if before != "" && isDigit(before[len(before)-1]) && opensSymbol(after) {
			count++
		}
		s = after
	}
}

func opensSymbol(s string) bool {
	if s != "" && s[0] >= 'A' && s[0] <= 'Z' || strings.HasPrefix(s, "Đ") {
		return true
	}
	return len(s) > 4 && isDigit(s[0]) && isDigit(s[3]) && s[4] == '/'
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
