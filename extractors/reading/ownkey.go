package reading

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/citation"
	"vnlex/extractors/header"
	"vnlex/extractors/number"
)

// completeOwn gives the page's own citation what only its letterhead and
// metadata tell: the type of its heading, place and year.
func (p *page) completeOwn() {
	c := &p.cites[p.ownCite].Value
	p.completeType(c)
	p.completePlace(c)
	if c.Year == 0 {
		if d, ok := p.ownDate(); ok {
			c.Year = d.Value.Year
		} else if c.Date != "" {
			c.Year = yearOf(c.Date)
		}
	}
}

// completeType takes the type of the heading. Where the symbol tells another one, a clerk
// mistyped the symbol, or a Party symbol has two readings (QĐ: Quyết định, Quy định): the
// heading is trusted (spec 1.4, 1.8). A consolidated text has the heading of its base.
func (p *page) completeType(c *citation.Citation) {
	t, ok := p.headingType()
	switch {
	case !ok || c.Type == t || c.Type == "vbhn" || c.Family == number.F2 && c.Type != "":
	case c.Type == "" || c.Type == "van-ban":
		c.Type = t
	case p.ownLine():
		c.Type = t
		if c.Family != number.F6 && c.Family != number.F4 {
			p.warn("type_mismatch", "the type in the symbol and that of the heading differ", p.head.Type)
		}
	}
}

// ownLine reports whether the type of the heading has its line for itself.
func (p *page) ownLine() bool {
	if p.head.Type.Len() == 0 {
		return false
	}
	b := p.layout.Blocks[p.layout.At(p.head.Type.Start)]
	return b.Shouted && b.Start == p.head.Type.Start
}

// completePlace takes the place of a local body from the lines that name it, whatever
// other places the page names; that of a district or commune gets the province that the
// page tells.
func (p *page) completePlace(c *citation.Citation) {
	if !p.wantsPlace(c.Number) {
		if pl, ok := p.branch(c.Number); ok && c.Place.Slug == "" {
			c.Place = pl
		}
		return
	}
	pl, ok := p.namedPlace()
	if district, open := strings.CutSuffix(pl.Slug, ".x"); ok && open && c.Place.Slug != "" && !strings.Contains(c.Place.Slug, ".") {
		pl = agency.Place{Name: pl.Name + ", " + c.Place.Name, Slug: district + "." + c.Place.Slug}
	}
	if !ok && c.Place.Slug == "" {
		pl, ok = p.letterheadPlace()
	}
	if ok {
		c.Place = pl
	}
}

// namedPlace returns the place that the lines of the issuing body name.
func (p *page) namedPlace() (agency.Place, bool) {
	var lines []string
	for _, a := range p.head.Agencies {
		lines = append(lines, oneLine(p.norm(a)))
	}
	for i := range lines {
		for _, s := range []string{lines[i], strings.Join(lines[i:], " ")} {
			if m, ok := agency.ByName(s); ok && m.Place.Slug != "" {
				return m.Place, true
			}
		}
		if pl, ok := agency.Province(lines[i]); ok {
			return pl, true
		}
	}
	return agency.Place{}, false
}

// headingType returns the type that heading or metadata name.
func (p *page) headingType() (slug string, ok bool) {
	for _, s := range []extractors.Span{p.head.Type, p.label(header.TypeName)} {
		if s.Len() == 0 {
			continue
		}
		if t, ok := number.TypeByWord(oneLine(p.norm(s))); ok {
			return t.Slug, true
		}
	}
	return "", false
}

// wantsPlace reports whether n is of a local body, whose place belongs to its key.
func (p *page) wantsPlace(n number.Number) bool {
	return len(n.Orgs) == 1 && localIssuer(n.Orgs[0])
}

// branch returns the province where the letterhead names the issuer of n as the
// branch of a central body there: "CỤC THUẾ TP HÀ NỘI" numbers its own documents.
func (p *page) branch(n number.Number) (agency.Place, bool) {
	for _, a := range p.head.Agencies {
		for line := range strings.SplitSeq(p.norm(a), "\n") {
			m, ok := agency.ByName(oneLine(line))
			if ok && m.Place.Slug != "" && len(n.Orgs) == 1 && m.Agency.Code == n.Orgs[0] {
				return m.Place, true
			}
		}
	}
	return agency.Place{}, false
}

func localIssuer(code string) bool { return agency.IssuerOf(code).Local }

// letterheadPlace returns the province of the page's own document where the name of
// the issuing body has none: from the metadata, from the date line's town.
func (p *page) letterheadPlace() (agency.Place, bool) {
	if v := p.label(header.Issuer); v.Len() > 0 {
		if m, ok := agency.ByName(p.norm(v)); ok && m.Place.Slug != "" {
			return m.Place, true
		}
		if pl, ok := agency.Province(oneLine(p.norm(v))); ok {
			return pl, true
		}
	}
	if p.head.Place.Len() > 0 {
		return agency.Seat(oneLine(p.norm(p.head.Place)))
	}
	return agency.Place{}, false
}
