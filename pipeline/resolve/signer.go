package resolve

import (
	"cmp"
	"slices"
	"strings"

	"vnlex/extractors/normalize"
)

// sameName is what spellings of a person's name have in common: the key of the node.
func sameName(s string) string { return normalize.Slug(s) }

// signers returns who signed, in order: the list of the page with the best evidence,
// each with the post and the capacity that the best page tells.
func (w *writer) signers() []signature {
	lists := w.signerLists()
	if len(lists) == 0 {
		return nil
	}
	best := lists[0]
	w.source(fieldSigner, best[0].statement)
	w.disputeSigners(lists)
	out := make([]signature, len(best))
	for i, s := range best {
		out[i] = w.complete(s)
	}
	return out
}

// signerLists returns the lists of signers that pages print, the best first: by kind of
// evidence and page, then by the number of pages that agree, then by length.
func (w *writer) signerLists() [][]signature {
	var lists [][]signature
	for _, m := range w.ms {
		if l := distinct(m.signed); len(l) > 0 {
			lists = append(lists, l)
		}
	}
	agree := map[string]int{}
	for _, l := range lists {
		agree[namesOf(l)]++
	}
	slices.SortFunc(lists, func(a, b []signature) int {
		x, y := a[0].statement, b[0].statement
		return cmp.Or(cmp.Compare(x.rank, y.rank), first(x.official, y.official),
			first(x.carried, y.carried),
			cmp.Compare(agree[namesOf(b)], agree[namesOf(a)]),
			cmp.Compare(len(b), len(a)), compareStatements(x, y))
	})
	return lists
}

// namesOf returns what equal lists have in common.
func namesOf(list []signature) string {
	var names []string
	for _, s := range list {
		names = append(names, sameName(s.value))
	}
	return strings.Join(names, ",")
}

// distinct leaves each name once, in order.
func distinct(all []signature) []signature {
	var out []signature
	seen := map[string]bool{"": true}
	for _, s := range all {
		if k := sameName(s.value); !seen[k] {
			seen[k] = true
			out = append(out, s)
		}
	}
	return out
}

// complete fills in what other pages say of the same signer.
func (w *writer) complete(s signature) signature {
	var all []signature
	for _, m := range w.ms {
		for _, o := range m.signed {
			if sameName(o.value) == sameName(s.value) {
				all = append(all, o)
			}
		}
	}
	slices.SortFunc(all, func(a, b signature) int {
		return compareStatements(a.statement, b.statement)
	})
	for _, o := range all {
		if s.Title == "" {
			s.Title = o.Title
		}
		if len(s.Capacity) == 0 {
			s.Capacity = o.Capacity
		}
	}
	return s
}

// disputeSigners notes lists that name somebody whom the best one does not.
func (w *writer) disputeSigners(lists [][]signature) {
	var all []option
	for _, l := range lists {
		names := make([]string, len(l))
		for i, s := range l {
			names[i] = s.value
		}
		all = append(all, option{value: strings.Join(names, ", "), best: l[0].statement})
	}
	w.dispute(fieldSigner, unique(all), within)
}

// unique leaves each value once, under any spelling.
func unique(all []option) []option {
	var out []option
	seen := map[string]bool{}
	for _, o := range all {
		if k := sameName(o.value); !seen[k] {
			seen[k] = true
			out = append(out, o)
		}
	}
	return out
}

// within reports whether every name of list a stands in list b.
func within(a, b string) bool {
	have := map[string]bool{}
	for _, name := range strings.Split(b, ", ") {
		have[sameName(name)] = true
	}
	return !slices.ContainsFunc(strings.Split(a, ", "),
		func(n string) bool { return !have[sameName(n)] })
}
