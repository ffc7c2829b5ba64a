package reading

import (
	"path"
	"strings"

	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
)

// addressYears takes the year of a number that has none from the address of the page, as
// portals write it: "quyet-dinh-1288-qd-ttg-nam-2014-phe-duyet-…",
// "Nghi-quyet-237-NQ-UBTVQH16-2026-…-702513.aspx" (spec 2.2 no. 7).
func (p *page) addressYears() {
	slug := normalize.Slug(path.Base(p.src.URL))
	if !strings.Contains(slug, "-19") && !strings.Contains(slug, "-20") {
		return
	}
	for i := range p.cites {
		c := &p.cites[i].Value
		if c.Year != 0 || c.ByName || c.Low || c.Symbol.Len() == 0 || c.Family == number.F9 {
			continue
		}
		if y := yearBehind("-"+slug, "-"+normalize.Slug(c.Printed)+"-"); y != 0 {
			c.Year = y
			p.paged = append(p.paged, i)
		}
	}
}

// yearBehind returns the year that stands in slug right behind a number; 0: none does.
func yearBehind(slug, number string) int {
	_, rest, ok := strings.Cut(slug, number)
	rest = strings.TrimPrefix(rest, "nam-")
	if !ok || len(rest) < 5 || rest[:2] != "19" && rest[:2] != "20" || rest[4] != '-' || strings.Trim(rest[:4], "0123456789") != "" {
		return 0
	}
	return yearOf(rest)
}
