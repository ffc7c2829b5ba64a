package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"vnlex/extractors/agency"
	"vnlex/extractors/normalize"
	"vnlex/graph"
)

// parties adds who issued and who signed the document.
func (w *writer) parties(r *Resolved) {
	codes := w.issuers()
	from := w.doc.Ref()
	for i, code := range codes {
		ref := graph.EdgeRef{Type: graph.IssuedBy, From: from, To: graph.NodeRef{Label: graph.LabelAgency, ID: code}}
		r.Edges = append(r.Edges, &graph.Edge{EdgeRef: ref, Order: i + 1})
		w.party(r, code, w.issuerNames(i, len(codes)))
	}
	signers := w.signers()
	for i, s := range signers {
		code := ""
		switch {
		case len(signers) == len(codes):
			code = codes[i]
		case len(codes) > 0:
			code = codes[0]
		}
		key := "P:" + normalize.Slug(s.value) + ":" + code
		ref := graph.EdgeRef{Type: graph.SignedBy, From: from, To: graph.NodeRef{Label: graph.LabelPerson, ID: key}}
		r.Edges = append(r.Edges, &graph.Edge{EdgeRef: ref, Order: i + 1, Title: s.Title, Capacity: s.Capacity})
		w.party(r, key, w.signerNames(s.value))
	}
}

func (w *writer) party(r *Resolved, node string, names map[string]int) {
	for _, name := range slices.Sorted(maps.Keys(names)) {
		r.Parties = append(r.Parties, Party{node, w.doc.Key, name, names[name]})
	}
}

// issuers returns the codes of the agencies that issued the document, told apart by
// its date. A local body without a known place is none.
func (w *writer) issuers() []string {
	if w.key.Place == "x" {
		return nil
	}
	k := w.key
	if len(k.Issuers) == 0 && k.Body != "" {
		k.Issuers = []string{k.Body}
	}
	var out []string
	for i := range k.Issuers {
		code := agency.At(issuerCode(k, i), w.doc.Issued)
		if a, ok := agency.ByKey(code); ok {
			code = a.Key
		}
		if !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out
}

// issuerNames counts how pages call the i-th issuer.
func (w *writer) issuerNames(i, n int) map[string]int {
	names := map[string]int{}
	for _, m := range w.ms {
		if len(m.doc.Issuers) == n {
			names[m.doc.Issuers[i]]++
		}
	}
	if len(names) == 0 {
		names[""] = 1
	}
	return names
}

// signerNames counts how pages spell the name of a signer.
func (w *writer) signerNames(name string) map[string]int {
	names := map[string]int{}
	for _, m := range w.ms {
		for _, s := range m.signed {
			if sameName(s.value) == sameName(name) {
				names[s.value]++
			}
		}
	}
	return names
}

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

// signerLists returns the lists of signers that pages print, the best first: by kind
// of evidence and page, then by length.
func (w *writer) signerLists() [][]signature {
	var lists [][]signature
	for _, m := range w.ms {
		if l := distinct(m.signed); len(l) > 0 {
			lists = append(lists, l)
		}
	}
	slices.SortFunc(lists, func(a, b []signature) int {
		x, y := a[0].statement, b[0].statement
		return cmp.Or(cmp.Compare(strength(x.rule), strength(y.rule)),
			first(x.page.official(), y.page.official()), first(x.carried, y.carried),
			cmp.Compare(len(b), len(a)), compareStatements(x, y))
	})
	return lists
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
	slices.SortFunc(all, func(a, b signature) int { return compareStatements(a.statement, b.statement) })
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
	return !slices.ContainsFunc(strings.Split(a, ", "), func(n string) bool { return !have[sameName(n)] })
}
