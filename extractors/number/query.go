package number

import (
	"slices"
	"strings"

	"vnlex/extractors/agency"
)

// issuedBy takes the issuer from the words behind "của".
func (q *Query) issuedBy(body string) {
	m, ok := agency.ByName(strings.TrimSpace(body))
	if !ok {
		return
	}
	if len(q.Issuers) == 0 && m.Agency.Key != "qh" {
		q.Issuers = []string{m.Agency.Key}
	}
	q.Place = m.Place.Slug
}

// Matches reports whether k is meant by q.
func (q Query) Matches(k Key) bool {
	if q.Key != "" {
		return k.Base() == q.Key
	}
	return q.Num == k.Num && (q.Year == 0 || q.Year == k.Year) &&
		(q.Place == "" || q.Place == k.Place) && sameType(q.Type, k.Type) && q.sameIssuers(k)
}

// sameType reports whether a typed type may mean the other: people call a code a law.
func sameType(typed, is string) bool {
	return typed == "" || typed == is || typed == "luat" && is == "bo-luat" ||
		typed == "van-ban" || typed == "quyet-dinh" && is == "quy-dinh"
}

// sameIssuers compares issuers as bodies: "bkh" means "bkhdt", "qh" any term.
func (q Query) sameIssuers(k Key) bool {
	if len(q.Issuers) == 0 {
		return true
	}
	return slices.EqualFunc(q.Issuers, k.Issuers, func(a, b string) bool {
		return a == b || agency.At(a, "") == agency.At(b, "") &&
			(a == agency.Root(a) || b == agency.Root(b))
	})
}
