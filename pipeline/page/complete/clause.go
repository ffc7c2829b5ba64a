package complete

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// clause follows the numbers of the clauses of an article.
func (c *checker) clause(i int) {
	l := &c.lines[i]
	a := &c.article
	a.text = true
	c.amending(l.rest)
	if !c.scope || a.at < 0 {
		return
	}
	expected := strconv.Itoa(a.clause + 1)
	switch {
	case l.number == a.clause+1 || l.number == a.clause && l.letter != "":
		a.clause, a.point = l.number, 0
	case l.number == 1:
		a.clause, a.point = 1, 0
	case len(l.digits) > len(expected) && strings.HasPrefix(l.digits, expected):
		a.clause, a.point = a.clause+1, 0 // with the mark of a note
	case l.number > a.clause+1 && l.number <= a.clause+farClause && a.clause > 0:
		if !a.amends && !c.within(a.at, i, a.clause+1) {
			c.gap(i, "khoản %d is missing before khoản %d of Điều %d",
				a.clause+1, l.number, a.number)
		}
		a.clause, a.point = l.number, 0
	}
}

// instruction begins or ends an instruction whose new text follows.
var instruction = regexp.MustCompile(`^(?:Sửa đổi|Bổ sung|Thay thế) |` +
	`(?:sửa đổi|bổ sung|thay thế)[^.;]* như sau ?:$`)

// amending notes that an article changes other texts: theirs may follow unmarked.
func (c *checker) amending(words string) {
	likely := strings.HasSuffix(words, ":") || strings.HasPrefix(words, "Sửa") ||
		strings.HasPrefix(words, "Bổ") || strings.HasPrefix(words, "Thay")
	if likely && !c.article.amends && instruction.MatchString(words) {
		c.article.amends, c.amends = true, true
	}
}

// farClause is how far numbers may part before they are taken for something else: the
// day of a date, a number in a table.
const farClause = 3

// within reports whether clause n begins within a line between two lines.
func (c *checker) within(from, to, n int) bool {
	text := c.text.Norm[c.lines[from].start+len("Điều 1") : c.lines[to].start]
	text = strings.TrimLeft(text, "0123456789")
	return !c.may(len(text)) || strings.Contains(text, fmt.Sprintf(" %d. ", n)) ||
		strings.Contains(text, fmt.Sprintf("\n%d.", n)) || strings.Contains(text,
		fmt.Sprintf(" %d.", n))
}

// order is that of the letters of points.
var order = []rune("abcdđeghiklmnopqrstuvxy")

// follows reports whether letter b comes next after a: in the order of points, or in that
// of the Latin alphabet, by which lists count that count by themselves.
func follows(a, b rune) bool {
	i := slices.Index(order, a)
	return b == a+1 || i >= 0 && i+1 < len(order) && order[i+1] == b
}

// point follows the letters of the points of a clause.
func (c *checker) point(i int) {
	l := &c.lines[i]
	a := &c.article
	a.text = true
	r := []rune(l.letter)[0]
	if !c.scope || a.at < 0 {
		return
	}
	switch {
	case r == 'a', l.number > 0, a.point == 0:
	case r == a.point, follows(a.point, r), a.point == 'd' && r == 'e':
	case skipped(a.point, r) != 0 && !a.amends:
		m := skipped(a.point, r)
		before := c.text.Norm[c.lines[a.at].start:c.lines[i].start]
		if c.may(len(before)) && !strings.Contains(before, " "+string(m)+") ") &&
			!strings.Contains(before, "\n"+string(m)+") ") {
			c.gap(i, "điểm %c is missing before điểm %c of Điều %d", m, r, a.number)
		}
	}
	a.point = r
}

// skipped returns the one letter between two, else 0.
func skipped(a, b rune) rune {
	i := slices.Index(order, a)
	if i < 0 || i+2 >= len(order) || order[i+2] != b {
		return 0
	}
	return order[i+1]
}

// changing has words of an instruction whose new text may stand without marks.
var changing = regexp.MustCompile(`(?i)sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính|như ` +
	`sau:$|công thức`)

// announcing has the words before a colon under which a list must stand; a form has
// others, to be filled in.
var announcing = regexp.MustCompile(`(?:sau|đây|gồm|gồm có|như|là|thì|trách nhiệm|quyền|nghĩa vụ|` +
	`nhiệm vụ|quyền hạn|điều kiện|trường hợp|yêu cầu|nguyên tắc|tiêu chí)\s*:$`)

// colon looks whether something stands under a line that announces it.
func (c *checker) colon(i int) {
	l := &c.lines[i]
	if !c.scope || c.article.at < 0 && l.kind != articleK ||
		!strings.HasSuffix(l.words, ":") || !announcing.MatchString(l.words) ||
		c.article.amends || changing.MatchString(l.words) {
		return
	}
	if i+1 == len(c.lines) {
		c.gap(i, "nothing stands under a line that ends in a colon")
		return
	}
	if next := &c.lines[i+1]; !next.quoted && sameOrAbove(l, next, c.article) {
		c.gap(i, "nothing stands under a line that ends in a colon")
	}
}

// sameOrAbove reports whether next is no part of what l announces.
func sameOrAbove(l, next *line, a article) bool {
	switch next.kind {
	case articleK:
		return next.number == a.number+1
	case partK:
		return l.kind != plain
	case clauseK:
		return l.kind == clauseK && next.number == l.number+1 ||
			l.kind == pointK && a.clause > 0 && next.number == a.clause+1
	case pointK:
		return l.kind == pointK && follows([]rune(l.letter)[0], []rune(next.letter)[0])
	}
	return false
}
