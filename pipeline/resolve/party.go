package resolve

import (
	"maps"
	"slices"

	"vnlex/extractors/agency"
	"vnlex/extractors/normalize"
	"vnlex/graph"
)

// parties adds who issued and who signed the document.
func (w *writer) parties(r *Resolved) {
	codes := w.issuers()
	from := w.doc.Ref()
	for i, code := range codes {
		ref := graph.EdgeRef{Type: graph.IssuedBy, From: from,
			To: graph.NodeRef{Label: graph.LabelAgency, ID: code}}
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
		ref := graph.EdgeRef{Type: graph.SignedBy, From: from,
			To: graph.NodeRef{Label: graph.LabelPerson, ID: key}}
		r.Edges = append(r.Edges, &graph.Edge{EdgeRef: ref, Order: i + 1, Title: s.Title,
			Capacity: s.Capacity})
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
