package complete

import (
	"fmt"
	"regexp"
	"strings"
)

// walk goes through the lines once.
func (c *checker) walk() {
	c.article.at = -1
	for i := range c.lines {
		l := &c.lines[i]
		if l.quoted && !c.continues(l) {
			c.article.text = true
			continue
		}
		switch l.kind {
		case articleK:
			c.closeArticle(i)
			c.openArticle(i)
		case partK:
			c.closeArticle(i)
		case annexK:
			c.closeArticle(i)
			c.annex, c.scope = true, false
		case endK:
			c.closeArticle(i)
			c.scope = false
		case clauseK:
			c.clause(i)
		case pointK:
			c.point(i)
		default:
			c.amending(l.words)
			c.article.text = true
		}
		c.colon(i)
	}
	c.closeArticle(len(c.lines) - 1)
}

// continues reports whether a line in quotation marks is the next article of the text
// itself: a mark that was lost must not hide all that follows.
func (c *checker) continues(l *line) bool {
	return l.kind == articleK && c.last > 1 && l.number == c.last+1 && l.letter == ""
}

func (c *checker) openArticle(i int) {
	l := &c.lines[i]
	if c.annex || !c.follows(i) {
		return
	}
	c.heads = append(c.heads, head{at: i, number: l.number})
	c.last, c.scope = l.number, true
	c.article = article{at: i, number: l.number, text: saysSomething(l.rest),
		amends: changing.MatchString(l.rest)}
	c.amends = c.amends || c.article.amends
}

// follows reports whether an article belongs to the text at hand, and tells what is
// missing before it. In a text that amends others, their articles may stand without
// quotation marks; and a line of a table may be no more than the name of an article.
func (c *checker) follows(i int) bool {
	l := &c.lines[i]
	switch {
	case l.number == 1, l.number == c.last, l.number == c.last+1:
		return true
	case l.number < c.last, c.last == 0, l.letter != "", l.rest == "", c.amends:
		return false
	}
	if missing := c.missing("Điều ", c.last+1, l.number-1); missing != "" && !c.repealed(i) {
		c.gap(i, "Điều %s is missing before Điều %d", missing, l.number)
	}
	return true
}

// repealed reports whether what is missing before line i is said to be repealed, as in
// consolidated texts.
func (c *checker) repealed(i int) bool {
	for j := i - 1; j >= 0 && c.lines[j].kind != articleK; j-- {
		if strings.Contains(c.lines[j].words, "bãi bỏ)") {
			return true
		}
	}
	return false
}

// missing names the numbers that stand nowhere in the text.
func (c *checker) missing(before string, from, to int) string {
	for n := from; n <= to; n++ {
		if !c.stands(fmt.Sprintf("%s%d", before, n)) {
			if n == to {
				return fmt.Sprint(n)
			}
			return fmt.Sprintf("%d-%d", n, to)
		}
	}
	return ""
}

// stands reports whether an article has its heading anywhere, also within a line.
func (c *checker) stands(heading string) bool {
	text := c.text.Norm
	if !c.may(len(text)) {
		return true
	}
	for at := strings.Index(text, heading); at >= 0; {
		next := text[at+len(heading):]
		if next != "" && (next[0] == '.' || next[0] == ':' || next[0] == '\n' || next[0] == '[') {
			return true
		}
		n := strings.Index(next, heading)
		if n < 0 {
			return false
		}
		at += len(heading) + n
	}
	return false
}

// closeArticle looks whether the article that ends before line i has said anything. A run
// of headings is a table of contents, and looked at later.
func (c *checker) closeArticle(i int) {
	a := c.article
	c.article = article{at: -1}
	if a.at < 0 || a.text {
		return
	}
	if n := len(c.heads); n > 0 && c.heads[n-1].at == a.at {
		c.heads[n-1].empty = true
	}
}

// title is how long the title of an article may be.
const title = 160

// statement has words that make a sentence of the line of an article.
var statement = regexp.MustCompile(`(?i)\bnày\b|hiệu lực|chịu trách nhiệm|thi hành|ban hành|` +
	`phê duyệt|bãi bỏ|sửa đổi|bổ sung|thay thế|hết hiệu lực|được `)

// saysSomething reports whether what stands behind "Điều 5." is more than a title.
func saysSomething(rest string) bool {
	if rest == "" {
		return false
	}
	last := rest[len(rest)-1]
	return len(rest) > title || strings.ContainsRune(".;:,)!?\"]", rune(last)) ||
		strings.HasSuffix(rest, "”") || statement.MatchString(rest)
}
