package reading

import (
	"slices"
	"strconv"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/number"
)

// dateOf finds the date of issue of document i (spec 2.2): metadata and
// place-date line of its own, the date behind a number, the date before the verb
// that issued it, the year in its number.
func (p *page) dateOf(i int) {
	d := &p.docs[i]
	best := Field{}
	take := func(f Field) {
		if f.Value != "" && d.agrees(f.Value) && better(f, best) {
			best = f
		}
	}
	if i == p.own {
		if e, ok := p.ownDate(); ok {
			if !d.agrees(e.Value.String()) {
				p.warn("year_mismatch", "the year in the number and the date of issue differ", e.Span)
			}
			take(field("issued", dayOf(e.Value.String()), e.Span, e.Rule, e.Trust))
		}
	}
	for _, c := range d.cites {
		cite := &p.cites[c].Value
		if cite.Date != "" && cite.DateAt.Len() > 0 {
			rule := "after-number"
			if len(cite.Date) == len("2006") {
				rule = "year-after"
			}
			if cite.DateAt.End <= cite.Symbol.Start {
				rule = "adverbial"
			}
			take(field("issued", dayOf(cite.Date), cite.DateAt, rule, 0.9))
		}
	}
	if d.num.Year > 0 && best.Value == "" {
		at := p.cites[d.cites[0]].Value.Symbol
		if at.Len() == 0 {
			at = p.cites[d.cites[0]].Span
		}
		best = field("issued", year4(d.num.Year), at, "number", 0.9)
		if slices.Contains(p.paged, d.cites[0]) {
			best.Rule, best.Confidence = "page-date", 0.6
		}
	}
	d.date, d.dateAt = best.Value, best
}

func dayOf(iso string) string { return iso[:min(len(iso), len("2006-01-02"))] }

func year4(y int) string {
	s := strconv.Itoa(y)
	return strings.Repeat("0", max(0, 4-len(s))) + s
}

// agrees reports whether a date can be that of the document: the year inside a
// number beats any date.
func (d *doc) agrees(iso string) bool {
	inside := d.num.Year > 0 && (d.num.Family == number.F1 || d.num.Family == number.F2 || d.num.Family == number.F10)
	return !inside || len(iso) >= 4 && iso[:4] == year4(d.num.Year)
}

// better reports whether date a is to be preferred to date b: stronger evidence,
// then more precision, then the earlier place.
func better(a, b Field) bool {
	if b.Value == "" {
		return true
	}
	if a.Rule == "page-date" || b.Rule == "page-date" {
		return b.Rule == "page-date"
	}
	if strings.HasPrefix(a.Value, b.Value) || strings.HasPrefix(b.Value, a.Value) && len(b.Value) > len(a.Value) {
		return len(a.Value) > len(b.Value) // a day fills the month of a line whose day is blank
	}
	if ra, rb := evidenceRank[a.Rule], evidenceRank[b.Rule]; ra != rb && min(len(a.Value), len(b.Value)) > len("2006") {
		return ra < rb
	}
	return len(a.Value) > len(b.Value)
}

var evidenceRank = map[string]int{"metadata": 1, "place-date": 2, "after-number": 3, "year-after": 4, "adverbial": 5, "number": 6}

func field(name, value string, at extractors.Span, rule string, trust float64) Field {
	return Field{Name: name, Value: value, Start: at.Start, End: at.End, Rule: rule, Confidence: trust}
}
