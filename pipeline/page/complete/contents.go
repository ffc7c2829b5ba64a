package complete

// A head is the heading of an article.
type head struct {
	at     int
	number int
	empty  bool // nothing stands under it
}

// fewest headings in a row, without a word between them, make a table of contents.
const fewest = 4

// tables looks at the articles that say nothing. Where several follow each other and
// stand again with their text, they are the table of contents; every article of it must
// be there.
func (c *checker) tables() {
	said := map[int]bool{}
	for _, h := range c.heads {
		if !h.empty {
			said[h.number] = true
		}
	}
	for from := 0; from < len(c.heads); {
		to := from
		for to < len(c.heads) && c.heads[to].empty {
			to++
		}
		if to > from {
			c.run(c.heads[from:to], said)
		}
		from = max(to, from+1)
	}
}

func (c *checker) run(heads []head, said map[int]bool) {
	contents := len(heads) >= fewest && said[heads[0].number]
	for _, h := range heads {
		switch {
		case said[h.number] && (contents || len(heads) >= fewest):
		case contents:
			c.gap(h.at, "Điều %d of the table of contents is missing", h.number)
		default:
			c.gap(h.at, "Điều %d has no text", h.number)
		}
	}
}
