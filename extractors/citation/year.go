package citation

import (
	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// council tells the Council of Government of 1960–1981 from today's Government: both signed
// n-CP (spec 1.2, table of F7).
func (c *Citation) council() {
	if len(c.Orgs) != 1 || c.Orgs[0] != "CP" || c.Family != number.F5 && c.Family != number.F7 {
		return
	}
	if c.Issuer.Agency.Code == "HĐCP" || 1960 <= c.Year && c.Year <= 1981 {
		c.Orgs = agency.IssuerOf("HĐCP").Codes()
	}
}

// year fills the year from the bound date and compares the two (spec 2.2).
func (c *Citation) year() {
	if c.Date == "" {
		c.terms()
		return
	}
	y := atoi(c.Date[:4])
	switch {
	case c.Year == 0:
		c.Year = y
	case c.Year == y:
	case c.Family == number.F2 && y > c.Year:
		c.Date = "" // an assembly passes a law in the year of its number
		c.Warn = append(c.Warn, warnEffective)
	default:
		c.Warn = append(c.Warn, warnYear)
	}
	c.terms()
}

// terms fills the term of a law under the President's order, and checks the others.
func (c *Citation) terms() {
	switch {
	case c.Term != 0 && !number.InTerm(c.Term, c.Year):
		c.Warn = append(c.Warn, warnTerm)
	case c.Term == 0 && len(c.Orgs) == 1 && (c.Orgs[0] == "QH" || c.Orgs[0] == "UBTVQH"):
		c.Term = number.TermOn(c.Year, c.Date)
	}
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}
