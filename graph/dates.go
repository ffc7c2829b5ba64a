package graph

import "strings"

// compareDates compares ISO dates at the coarser precision of the two: 2022 and
// 2022-06-16 are equal.
func compareDates(a, b string) int {
	n := min(len(a), len(b))
	return strings.Compare(a[:n], b[:n])
}

// between reports whether a date is known and not before since nor after until;
// an empty bound is none.
func between(date, since, until string) bool {
	return date != "" && compareDates(date, since) >= 0 && compareDates(date, until) <= 0
}
