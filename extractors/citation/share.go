package citation

import (
	"strings"

	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// A shared is what the page says of one number in all its mentions: the first place and
// year, and whether it says others too.
type shared struct {
	place  agency.Place
	year   int
	places bool // more than one
	years  bool
}

// add takes what one mention says.
func (s *shared) add(c *Citation) {
	if c.Place.Slug != "" {
		s.places = s.places || s.place.Slug != "" && s.place.Slug != c.Place.Slug
		s.place = c.Place
	}
	if c.Year != 0 {
		s.years = s.years || s.year != 0 && s.year != c.Year
		s.year = c.Year
	}
}

// share lets the mentions of one number lend each other what only one of them tells: the
// place of the issuer, then the year. Where the page tells two, none is lent.
func (p *page) share() {
	known, of := p.known()
	for i := range of {
		if of[i] < 0 {
			continue
		}
		c, s := &p.out[i].Value, &known[of[i]]
		if s.place.Slug != "" && !s.places && c.Place.Slug == "" {
			c.Place = s.place
		}
		if s.year != 0 && !s.years && c.Year == 0 {
			c.Year = s.year
			c.terms()
		}
	}
}

// known returns what the page says of each number, and which of them each mention has, -1
// where it has none.
func (p *page) known() (all []shared, of []int32) {
	if len(p.out) < 2 {
		return nil, nil
	}
	names, ends := p.withoutYears()
	all, of = make([]shared, 0, len(p.out)), make([]int32, len(p.out))
	at := make(map[string]int32, len(p.out))
	for i, from := 0, 0; i < len(ends); i++ {
		name := names[from:ends[i]]
		if from = ends[i]; name == "" {
			of[i] = -1
			continue
		}
		n, ok := at[name]
		if !ok {
			n = int32(len(all))
			at[name] = n
			all = append(all, shared{})
		}
		of[i] = n
		all[n].add(&p.out[i].Value)
	}
	return all, of
}

// withoutYears returns the names of all numbers behind each other, and where each ends.
func (p *page) withoutYears() (names string, ends []int) {
	buf, ends := make([]byte, 0, 24*len(p.out)), make([]int, len(p.out))
	for i := range p.out {
		buf = p.out[i].Value.withoutYear(buf)
		ends[i] = len(buf)
	}
	return string(buf), ends
}

// withoutYear appends a name for the number of c by type, issuer and what the symbol itself
// prints: its year belongs to it, a bound one does not. Bare numbers and laws by name have none.
func (c *Citation) withoutYear(buf []byte) []byte {
	if c.Low || c.ByName || c.Family == number.F9 || c.Type == "" {
		return buf
	}
	buf = append(buf, c.Type...)
	for _, o := range c.Orgs {
		buf = append(append(buf, '-'), o...)
	}
	buf = append(buf, ' ')
	if c.Year != 0 {
		if y := itoa4(c.Year); strings.Contains(c.Printed, y) {
			buf = append(buf, y...)
		}
	}
	return append(append(buf, ' '), trim0(c.Num)...)
}
