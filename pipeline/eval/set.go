package eval

import (
	"cmp"
	"maps"
	"slices"
)

// A set holds what gold or a reading says.
type set[T comparable] map[T]bool

func (s set[T]) and(o set[T]) set[T] {
	out := set[T]{}
	for v := range s {
		if o[v] {
			out[v] = true
		}
	}
	return out
}

func (s set[T]) without(others ...set[T]) set[T] {
	out := maps.Clone(s)
	for _, o := range others {
		for v := range o {
			delete(out, v)
		}
	}
	return out
}

// where returns those that ok holds of.
func (s set[T]) where(ok func(T) bool) set[T] {
	out := set[T]{}
	for v := range s {
		if ok(v) {
			out[v] = true
		}
	}
	return out
}

// mapped returns what f makes of the values.
func mapped[T, U comparable](s set[T], f func(T) U) set[U] {
	out := set[U]{}
	for v := range s {
		out[f(v)] = true
	}
	return out
}

func sortedKeys(s set[string]) []string { return slices.Sorted(maps.Keys(s)) }

// A triple is a relation: kind is its kind, or its family.
type triple struct{ from, to, kind string }

func sortedTriples(s set[triple]) []triple {
	return slices.SortedFunc(maps.Keys(s), func(a, b triple) int {
		return cmp.Or(
			cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.kind, b.kind),
		)
	})
}
