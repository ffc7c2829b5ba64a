package reading

import (
	"strings"

	"vnlex/extractors/agency"
	"vnlex/extractors/citation"
	"vnlex/extractors/sentence"
)

// places gives the documents of local bodies their place, where the words around
// the number do not name it: on a local body's own page its own; else the
// province named nearest before, in the row of a table, the sentence, the title.
func (p *page) places() {
	var own agency.Place
	if p.ownCite != none {
		own = p.cites[p.ownCite].Value.Place
	}
	for i := range p.cites {
		c := &p.cites[i].Value
		if strings.Contains(own.Slug, ".") && p.sameLevel(c) {
			c.Place = own
			continue
		}
		if c.Place.Slug != "" || c.ByName || len(c.Orgs) != 1 || !localIssuer(c.Orgs[0]) {
			continue
		}
		switch {
		case own.Slug != "":
			c.Place = own
		case p.news:
			pl, ok := p.respectively(i)
			if !ok {
				pl = p.placeNear(i)
			}
			c.Place = agency.Then(pl, c.Year)
		}
	}
}

// sameLevel reports whether the issuer of c is called by its level alone, "Ủy ban nhân
// dân huyện": on a district's page the district itself.
func (p *page) sameLevel(c *citation.Citation) bool {
	if c.IssuerAt.Len() == 0 || len(c.Orgs) != 1 || !localIssuer(c.Orgs[0]) || p.ownCite == none {
		return false
	}
	rest := strings.TrimLeft(p.text.Norm[c.IssuerAt.End:min(len(p.text.Norm), c.IssuerAt.End+24)], " \n")
	for _, w := range []string{"huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"} {
		behind, ok := strings.CutPrefix(rest, w)
		if r, _ := sentence.RuneAt(strings.TrimLeft(behind, " "), 0); ok && !letterAt(behind, 0) && !sentence.IsUpper(r) {
			return true
		}
	}
	return false
}

// nearPlace is how far from a number its province is looked for, in bytes.
const nearPlace = 800

// placeNear returns the province that a local number on a page of news belongs to. What
// is said to have issued another number, "«C» của UBND tỉnh A", tells it last.
func (p *page) placeNear(cite int) agency.Place {
	if pl, ok := p.placeBefore(cite, p.freePlace); ok {
		return pl
	}
	if pl := p.pagePlace(); pl.Slug != "" {
		return pl
	}
	pl, _ := p.placeBefore(cite, p.lastPlace)
	return pl
}

// placeBefore looks for the province with last: in the paragraph of a citation, then in
// those before it.
func (p *page) placeBefore(cite int, last func(from, to int) (agency.Place, bool)) (agency.Place, bool) {
	at := p.cites[cite].Span
	next := len(p.text.Norm) // what is named behind the next number belongs to that one
	if cite+1 < len(p.cites) {
		next = max(at.End, p.cites[cite+1].Span.Start)
	}
	i := p.layout.At(at.Start)
	for j := i; j >= 0 && j > i-6; j-- {
		b := p.layout.Blocks[j]
		to := min(b.End, at.Start)
		if pl, ok := last(max(b.Start, to-nearPlace), to); ok {
			return pl, true
		}
		if !b.Cell && !b.Table && j < i-1 {
			break
		}
		if !b.Table && j == i {
			if pl, ok := p.onlyPlace(to, min(b.End, to+nearPlace, next)); ok {
				return pl, true
			}
		}
	}
	return agency.Place{}, false
}

// freePlace returns the last province named between two bytes, but for those that
// numbers are said to be of.
func (p *page) freePlace(from, to int) (agency.Place, bool) {
	last, ok := agency.Place{}, false
	at := from
	for c := p.firstCite(from); c < len(p.cites) && p.cites[c].Span.Start < to; c++ {
		of := p.cites[c].Value.IssuerAt
		if of.Start < p.cites[c].Span.End || of.End > to || of.Start < at {
			continue
		}
		if pl, found := p.lastPlace(at, of.Start); found {
			last, ok = pl, true
		}
		at = of.End
	}
	if pl, found := p.lastPlace(at, to); found {
		last, ok = pl, true
	}
	return last, ok
}

// respectively returns the province of citation i where a sentence names provinces and
// then numbers in the same order: "hai tỉnh A và B …, lần lượt là «C» và «D»".
func (p *page) respectively(i int) (agency.Place, bool) {
	at := p.cites[i].Span
	from := max(p.sentenceOf(at).Start, at.Start-nearPlace)
	mark := strings.LastIndex(p.text.Norm[from:at.Start], "lần lượt")
	if mark < 0 {
		return agency.Place{}, false
	}
	mark += from
	var places []agency.Place
	p.provinces(from, mark, func(pl agency.Place) { places = append(places, pl) })
	first := p.firstCite(mark)
	last, end := first, p.sentenceOf(at).End
	for last < len(p.cites) && p.cites[last].Span.Start < end && last-first <= len(places) {
		last++
	}
	if len(places) < 2 || last-first != len(places) || i < first || i >= last {
		return agency.Place{}, false
	}
	return places[i-first], true
}

// pagePlace returns the province that the title begins with, else the only province that the first lines name, else the only
// one that the page names.
func (p *page) pagePlace() agency.Place {
	if p.placed == nil {
		pl, ok := p.titlePlace()
		if !ok {
			pl, ok = p.onlyPlace(0, min(len(p.text.Norm), p.titleEnd()))
		}
		if !ok {
			pl, _ = p.onlyPlace(0, len(p.text.Norm))
		}
		p.placed = &pl
	}
	return *p.placed
}

// titlePlace returns the province that a title of news begins with: "Sơn La: Kế hoạch mới".
func (p *page) titlePlace() (agency.Place, bool) {
	name, _, ok := strings.Cut(p.norm(p.leads().title), ":")
	if !ok {
		return agency.Place{}, false
	}
	return agency.Province(strings.Trim(name, "#* "))
}

// titleEnd returns where the first lines of a page end.
func (p *page) titleEnd() int {
	n := min(3, len(p.layout.Blocks))
	if n == 0 {
		return 0
	}
	return p.layout.Blocks[n-1].End
}

// lastPlace returns the last province named between two bytes.
func (p *page) lastPlace(from, to int) (agency.Place, bool) {
	var last agency.Place
	p.provinces(from, to, func(pl agency.Place) { last = pl })
	return last, last.Slug != ""
}

// onlyPlace returns the province named between two bytes, when it is the only one.
func (p *page) onlyPlace(from, to int) (agency.Place, bool) {
	var only agency.Place
	several := false
	p.provinces(from, to, func(pl agency.Place) {
		several = several || only.Slug != "" && only.Slug != pl.Slug
		only = pl
	})
	return only, only.Slug != "" && !several
}

// provinces calls see for each province named between two bytes.
func (p *page) provinces(from, to int, see func(agency.Place)) {
	s := p.text.Norm
	for i := from; i < to; {
		r, n := sentence.RuneAt(s, i)
		if !sentence.IsUpper(r) || i > 0 && letterBefore(s, i) {
			i += n
			continue
		}
		end, ok := p.provinceAt(i, to, see)
		if ok {
			i = end
			continue
		}
		for i < to && s[i] != ' ' && s[i] != '\n' {
			i++
		}
		i++
	}
}

// provinceAt tries the names of one to five words that begin at byte i.
func (p *page) provinceAt(i, to int, see func(agency.Place)) (end int, ok bool) {
	s := p.text.Norm
	var ends []int
	for j := i; j <= to && len(ends) < 5; j++ {
		if j == len(s) || j == to || s[j] == ' ' || s[j] == '\n' || s[j] == ',' || s[j] == '.' || s[j] == ':' || s[j] == ')' || s[j] == ';' || s[j] == '|' {
			ends = append(ends, j)
			if j < len(s) && s[j] != ' ' && s[j] != '\n' {
				break
			}
		}
	}
	for k := len(ends) - 1; k >= 0; k-- {
		if pl, ok := agency.Province(s[i:ends[k]]); ok {
			see(pl)
			return ends[k], true
		}
	}
	return 0, false
}
