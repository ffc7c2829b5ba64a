package resolve

import (
	"cmp"
	"maps"
	"slices"
)

// merge gives every mention without a year to the document that it means, or to
// the provisional one of its key. Two mentions under one such key may part: a bare
// 01/CT-TTg recurs every year. A provisional document that nobody means any more
// lives on as an alias of the one that most of them went to, then of the smallest
// key. (spec section 2.3, steps 3 and 6)
func (b *block) merge(dated map[string][]*candidate, open []*mention) {
	went := map[string]map[string]int{}
	for _, m := range open {
		key := meant(m, dated[undated(m.key)])
		b.documents[key] = append(b.documents[key], m)
		if went[m.local] == nil {
			went[m.local] = map[string]int{}
		}
		went[m.local][key]++
	}
	for _, local := range slices.Sorted(maps.Keys(went)) {
		if went[local][local] == 0 {
			key := mostFrequent(went[local])
			b.aliases[key] = append(b.aliases[key], local)
		}
	}
}

// enough is the score from which on a candidate is meant.
const enough = 3

// meant returns the key of the only candidate with a score that is enough, else the
// mention's own.
func meant(m *mention, all []*candidate) string {
	key, n := m.local, 0
	all = slices.DeleteFunc(slices.Clone(all), func(c *candidate) bool {
		return later(c, m.doc.Own)
	})
	nearest := nearestYear(m, all)
	for _, c := range all {
		if score(m, c, nearest) >= enough {
			key, n = c.key, n+1
		}
	}
	if n != 1 {
		return m.local
	}
	return key
}

// nearestYear returns the latest year of a candidate that is not after the page.
func nearestYear(m *mention, all []*candidate) int {
	nearest := 0
	for _, c := range all {
		if c.year <= year(m.doc.Own) {
			nearest = max(nearest, c.year)
		}
	}
	return nearest
}

// later reports whether c was issued after a page of that date, so that the page
// cannot mean it.
func later(c *candidate, own string) bool {
	return own != "" && older(nextDay(own), c.issued)
}

// score weighs what speaks for m meaning c.
func score(m *mention, c *candidate, nearest int) int {
	sum := 0
	if sameDate(m, c) {
		sum += 5
	}
	if anySimilar(m.titles(), c.titles()) {
		sum += 3
	}
	if slices.ContainsFunc(c.mentions, func(o *mention) bool { return o.hash == m.hash }) {
		sum += 2
	}
	if c.year == nearest {
		sum++
	}
	return sum
}

// sameDate reports whether the page gives m the day on which c was issued.
func sameDate(m *mention, c *candidate) bool {
	return slices.ContainsFunc(m.fields[fieldIssued], func(s statement) bool {
		return precision(s.value) == "day" && s.value == c.issued
	})
}

// compareMentions orders by page and key.
func compareMentions(a, b *mention) int {
	return cmp.Or(cmp.Compare(a.page.URL, b.page.URL), cmp.Compare(a.local, b.local))
}
