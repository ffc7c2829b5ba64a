package source

import (
	"fmt"
	"reflect"
	"strings"

	"vnlex/extractors/normalize"
)

// unknownKey names the key that nobody knows and the one that was probably meant.
func unknownKey(key []string) string {
	path := strings.Join(key, ".")
	known := keysAt(reflect.TypeFor[Site](), key[:len(key)-1])
	best, least := "", 4
	for _, k := range known {
		if d := distance(k, normalize.Fold(key[len(key)-1])); d < least {
			best, least = k, d
		}
	}
	if best != "" {
		return fmt.Sprintf("unknown key %q: do you mean %q?", path, best)
	}
	return fmt.Sprintf("unknown key %q: known here are %s", path, strings.Join(known, ", "))
}

// keysAt returns the keys of the table at path in t.
func keysAt(t reflect.Type, path []string) []string {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Map || t.Kind() == reflect.Pointer {
		if t.Kind() == reflect.Map && len(path) > 0 {
			path = path[1:]
		}
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var names []string
	for i := range t.NumField() {
		name := t.Field(i).Tag.Get("toml")
		if name == "" || name == "-" {
			continue
		}
		if len(path) > 0 && path[0] == name {
			return keysAt(t.Field(i).Type, path[1:])
		}
		names = append(names, name)
	}
	return names
}

// distance counts the letters to change, add or drop between a and b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, last+1)
		}
	}
	return row[len(b)]
}
