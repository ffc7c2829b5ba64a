// Package complete checks whether the text of a legal document is all there: whether
// provisions are numbered without gaps (điều, khoản, điểm), every article says something,
// and what ends in a colon has something under it.
//
// Portals and readers lose parts of statutes without a word; a check that cries over
// texts that are whole would be switched off, so it stays silent where a text may be read
// as whole.
package complete

import (
	"fmt"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
)

// A Gap is a place where something is missing.
type Gap struct {
	Start, End int // of the line at which it shows, in the stored text
	Message    string
}

// Most is how many gaps are told of one text.
const Most = 20

// Check returns the gaps in a text, in its order.
func Check(stored string) []Gap {
	text := normalize.Text(stored)
	c := &checker{text: text, lines: split(text.Norm)}
	c.walk()
	c.tables()
	return c.gaps
}

// A checker goes through the lines of a text.
type checker struct {
	text  extractors.Text
	lines []line
	gaps  []Gap

	article article // the one at hand
	last    int     // the number of the last one; 0: none yet
	scope   bool    // within a provision, not behind a signature
	annex   bool    // behind the text itself: forms and tables
	amends  bool    // an article so far amends other texts
	heads   []head  // all articles, for the table of contents
	looked  int     // bytes searched for what may stand elsewhere
}

// An article is what has been seen of one.
type article struct {
	at     int // its line, -1: none
	number int
	text   bool // it says something
	amends bool // it amends other texts
	clause int  // the last one
	point  rune // the last one, 0: none
}

func (c *checker) gap(at int, format string, args ...any) {
	if len(c.gaps) >= Most {
		return
	}
	l := c.lines[at]
	raw := c.text.Raw(extractors.Span{Start: l.start, End: l.end})
	c.gaps = append(c.gaps, Gap{raw.Start, raw.End, fmt.Sprintf(format, args...)})
}

// patience is how many times over a text is searched for what seems to be missing.
const patience = 64

// may reports whether n more bytes may be searched: a text that is made to have us search
// for ever is taken as whole.
func (c *checker) may(n int) bool {
	c.looked += n
	return c.looked <= patience*len(c.text.Norm)
}
