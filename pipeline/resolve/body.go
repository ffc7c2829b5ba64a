package resolve

import (
	"strings"

	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// bodies tells apart the documents that share a key because two bodies bore one
// name: the People's Committees of a province before and after the mergers of 1 July
// 2025 (spec section 1.9). The later document's place gets a "~" and the year; it does
// so only where both documents are there. Pages that do not tell the day follow
// the title, else they mean the earlier one.
func bodies(ms []*mention) map[string][]*mention {
	whole := map[string][]*mention{ms[0].local: ms}
	if ms[0].key.Place == "" || strings.Contains(ms[0].key.Place, "~") {
		return whole
	}
	var early, late, rest []*mention
	suffix := ""
	for _, m := range ms {
		switch s := successor(m.key, m.issued()); {
		case len(m.issued()) < len("2025-07"):
			rest = append(rest, m)
		case s == "":
			early = append(early, m)
		default:
			late, suffix = append(late, m), s
		}
	}
	if len(early) == 0 || len(late) == 0 || anySimilar(titlesOf(early), titlesOf(late)) {
		return whole
	}
	for _, m := range rest {
		if anySimilar(m.titles(), titlesOf(late)) && !anySimilar(m.titles(), titlesOf(early)) {
			late = append(late, m)
		} else {
			early = append(early, m)
		}
	}
	k := ms[0].key
	k.Place += suffix
	return map[string][]*mention{ms[0].local: early, k.String(): late}
}

// successor returns what sets the later body's code apart from the plain one, if
// the later body issued a document on that day.
func successor(k number.Key, date string) string {
	plain := issuerCode(k, 0)
	if rest, ok := strings.CutPrefix(agency.At(plain, date), plain); ok &&
		strings.HasPrefix(rest, "~") {
		return rest
	}
	return ""
}

func titlesOf(ms []*mention) []title {
	var out []title
	for _, m := range ms {
		out = append(out, m.titles()...)
	}
	return out
}

// issuerCode returns the code of the i-th issuer in a key, its place included.
func issuerCode(k number.Key, i int) string {
	if k.Place == "" {
		return k.Issuers[i]
	}
	return k.Issuers[i] + "@" + k.Place
}
