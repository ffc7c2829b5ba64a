package citation

import (
	"strings"

	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// A shared is what the page says of one number in all its mentions.
type shared struct {
	years  map[int]bool
	places map[string]agency.Place
}

// share lets the mentions of one number lend each other what only one of them tells: the
// place of the issuer, then the year. Where the page tells two, none is lent.
func (p *page) share() {
	p.lend(func(c *Citation, s shared) {
		if len(s.places) == 1 && c.Place.Slug == "" {
			for _, place := range s.places {
				c.Place = place
			}
		}
	})
	p.lend(func(c *Citation, s shared) {
		if len(s.years) == 1 && c.Year == 0 {
			for y := range s.years {
				c.Year = y
			}
			c.terms()
		}
	})
}

// lend gives every numbered citation to fill with what the page says of its number.
func (p *page) lend(fill func(*Citation, shared)) {
	known := map[string]shared{}
	for _, m := range p.out {
		c := m.Value
		k := c.withoutYear()
		if k == "" {
			continue
		}
		s, ok := known[k]
		if !ok {
			s = shared{map[int]bool{}, map[string]agency.Place{}}
			known[k] = s
		}
		if c.Year != 0 {
			s.years[c.Year] = true
		}
		if c.Place.Slug != "" {
			s.places[c.Place.Slug] = c.Place
		}
	}
	for i := range p.out {
		c := &p.out[i].Value
		if s, ok := known[c.withoutYear()]; ok {
			fill(c, s)
		}
	}
}

// withoutYear names the number of c by type, issuer and what the symbol itself prints: its
// year belongs to it, a bound one does not. Bare numbers and laws by name have none.
func (c Citation) withoutYear() string {
	if c.Low || c.ByName || c.Family == number.F9 || c.Type == "" {
		return ""
	}
	year := ""
	if c.Year != 0 && strings.Contains(c.Printed, itoa4(c.Year)) {
		year = itoa4(c.Year)
	}
	return c.Type + " " + strings.Join(c.Orgs, "-") + " " + year + " " + trim0(c.Num)
}
