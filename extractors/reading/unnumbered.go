package reading

import (
	"path"
	"slices"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/citation"
	"vnlex/extractors/header"
	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
)

// numbered reads the number line, or what the metadata give as Số hiệu, where it is no
// citation elsewhere: "Số: 12/TTKN-HC" of an office that no table has.
func (p *page) numbered() int {
	for _, s := range []extractors.Span{p.head.Number, p.label(header.Symbol)} {
		if s.Len() == 0 {
			continue
		}
		m, ok := number.Own(p.text, s)
		if !ok {
			continue
		}
		i := p.headingCite(m.Span)
		c := &p.cites[i].Value
		c.Number, c.Symbol, c.Same = m.Value, m.Span, none
		return i
	}
	return none
}

// unnumbered finds the page's own document where neither letterhead nor metadata
// print a number: a constitution has none, and a law may have lost its letterhead.
func (p *page) unnumbered() int {
	slug, ok := p.headingType()
	if !ok {
		return none
	}
	switch slug {
	case "hien-phap":
		return p.ownConstitution()
	case "luat", "bo-luat", "phap-lenh":
		return p.ownLaw(slug)
	}
	return none
}

// ownConstitution takes the heading of a constitution, or the type that the
// metadata print, for its citation: it is told by the year (spec 2.4).
func (p *page) ownConstitution() int {
	d, ok := p.ownDate()
	if !ok {
		return none
	}
	i := p.headingCite(p.headingSpan())
	c := &p.cites[i].Value
	c.Number = number.Number{Type: "hien-phap", Num: "0", Year: d.Value.Year,
		Orgs: agency.IssuerOf("QH").Codes(), Family: number.F12}
	c.Word, c.WordType, c.ByName, c.Same = p.cites[i].Span, "hien-phap", true, none
	c.Name = "Hiến pháp năm " + year4(d.Value.Year)
	return i
}

// ownLaw takes the heading of a law without letterhead for its citation. Its
// number is that of the table of laws for name and day, or of the page's address.
func (p *page) ownLaw(slug string) int {
	d, ok := p.ownDate()
	if !ok || p.head.Title.Len() == 0 || p.head.Number.Len() > 0 {
		return none
	}
	name := oneLine(p.norm(p.head.Type)) + " " + oneLine(p.norm(p.head.Title))
	i := p.headingCite(p.head.Type)
	c := &p.cites[i].Value
	c.Number = number.Number{Type: slug, Orgs: agency.IssuerOf(assembly(slug)).Codes(), Year: d.Value.Year, Family: number.F12}
	if n, ok := p.lawNumber(slug, name, d); ok {
		c.Number = n
	}
	c.Word, c.WordType, c.ByName, c.Same = p.head.Type, slug, true, none
	c.Name = name
	return i
}

func assembly(slug string) string {
	if slug == "phap-lenh" {
		return "UBTVQH"
	}
	return "QH"
}

func (p *page) lawNumber(slug, name string, d evidence) (number.Number, bool) {
	if all := citation.LawByName(name, dayOf(d.Value.String())); len(all) == 1 && all[0].Type == slug {
		return all[0].Number, true
	}
	n, ok := addressNumber(p.src.URL)
	if !ok || n.Type != slug || n.Year != d.Value.Year {
		return n, false
	}
	return n, true
}

// addressNumber reads the number of a law from the last part of an address, as
// the gazette writes it: "luat-so-7-2019-qh14-1234" (spec 2.2 no. 7, 4.8).
func addressNumber(url string) (number.Number, bool) {
	base := strings.ToLower(path.Base(url))
	base = strings.TrimSuffix(base, path.Ext(base))
	for _, head := range []struct{ slug, word string }{{"bo-luat", "Bộ luật"}, {"luat", "Luật"}, {"phap-lenh", "Pháp lệnh"}} {
		rest, ok := strings.CutPrefix(base, head.slug+"-so-")
		parts := strings.Split(rest, "-")
		if !ok || len(parts) < 3 || !strings.Contains(parts[2], "qh") {
			continue
		}
		symbol := parts[0] + "/" + parts[1] + "/" + strings.ToUpper(parts[2])
		all := number.Extract(normalize.Text(head.word + " số " + symbol))
		if len(all) == 1 && all[0].Value.Year > 0 {
			n := all[0].Value
			n.Type = head.slug
			return n, true
		}
	}
	return number.Number{}, false
}

// headingSpan returns where the page names the type of its document.
func (p *page) headingSpan() extractors.Span {
	if p.head.Type.Len() > 0 {
		return p.head.Type
	}
	return p.label(header.TypeName)
}

// headingCite returns the citation that stands at s; one is made when none does.
func (p *page) headingCite(s extractors.Span) int {
	i := p.firstCite(s.Start)
	if i < len(p.cites) && p.cites[i].Span.Overlaps(s) {
		return i
	}
	p.cites = slices.Insert(p.cites, i, citation.Mention{Span: s})
	for j := range p.cites {
		if j != i && p.cites[j].Value.Same >= i {
			p.cites[j].Value.Same++
		}
	}
	return i
}
