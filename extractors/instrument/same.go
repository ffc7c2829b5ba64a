package instrument

import (
	"strings"

	"vnlex/extractors/normalize"
)

// Words returns the words of a name by which names are compared: folded, tone
// styles alike, without "ngành" and marks (spec 1.7).
func Words(name string) []string {
	key := normalize.Key(name)
	var out []string
	for _, w := range strings.FieldsFunc(key, func(r rune) bool {
		return r == ' ' || r == ',' || r == '"' || r == '(' || r == ')' || r == '-' || r == '.' || r == ':' || r == '\''
	}) {
		if w != "ngành" {
			out = append(out, w)
		}
	}
	return out
}

// Contains reports whether all words of short stand in long, each as often.
func Contains(long, short []string) bool {
	left := make(map[string]int, len(long))
	for _, w := range long {
		left[w]++
	}
	for _, w := range short {
		if left[w]--; left[w] < 0 {
			return false
		}
	}
	return true
}

// Alike reports whether two names name one instrument when no carrier tells:
// their words are nearly the same and their numbers are.
func Alike(a, b []string) bool {
	seen := make(map[string]bool, len(a))
	for _, w := range a {
		seen[w] = true
	}
	both, all := 0, len(seen)
	counted := make(map[string]bool, len(b))
	for _, w := range b {
		if counted[w] {
			continue
		}
		counted[w] = true
		if seen[w] {
			both++
		} else {
			all++
			if strings.ContainsAny(w, "0123456789") {
				return false
			}
		}
	}
	for w := range seen {
		if strings.ContainsAny(w, "0123456789") && !counted[w] {
			return false
		}
	}
	return all > 0 && float64(both) >= 0.85*float64(all)
}

// Contradict reports whether two years are both known and differ.
func Contradict(a, b string) bool { return a != "" && b != "" && a != b }
