package eval

import "slices"

// The families of relations.
const (
	implements = "implements"
	amends     = "amends"
	cites      = "cites"
)

// kinds are those of relations between documents, by family, the strongest first: a
// reading names one kind of each family for a pair (spec reading.md).
var kinds = []struct{ kind, family string }{
	{"details", implements}, {"guides", implements}, {"implements", implements},
	{"repeals", amends}, {"replaces", amends}, {"suspends", amends}, {"extends", amends},
	{"corrects", amends}, {"amends", amends}, {"supplements", amends},
	{"consolidates", cites}, {"based_on", cites}, {"refers_to", cites},
}

var families = []string{implements, amends, cites}

// rank is the place of a kind or family in the order of strength; what is no kind comes first.
func rank(kind string) int {
	for i, k := range kinds {
		if k.kind == kind {
			return i
		}
	}
	if i := slices.Index(families, kind); i >= 0 {
		return len(kinds) + i
	}
	return -1
}

// familyOf returns the family of a kind, "" when it joins no documents.
func familyOf(kind string) string {
	for _, k := range kinds {
		if k.kind == kind {
			return k.family
		}
	}
	return ""
}

func byFamily(t triple) triple { return triple{t.from, t.to, familyOf(t.kind)} }
