package resolve

import (
	"fmt"
	"slices"
	"strings"

	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
	"vnlex/graph"
)

// describe adds the document of a key, its issuers and its signers to r.
func (b *block) describe(r *Resolved, key string) {
	ms := b.documents[key]
	slices.SortFunc(ms, compareMentions)
	k, err := number.ParseKey(key)
	if err != nil {
		panic("unreachable: " + err.Error())
	}
	w := &writer{ms: ms, key: k, doc: &graph.Document{Key: key, Year: k.Year,
		Provisional: k.Provisional(),
		Aliases:     b.aliases[key]}}
	w.fields()
	w.parties(r)
	r.Nodes = append(r.Nodes, w.doc)
	r.Facts = append(r.Facts, Fact{key, w.doc.Issued})
	for _, m := range ms {
		r.Assigned = append(r.Assigned, Assignment{m.hash, m.local, key, key})
	}
}

// A writer fills one document from the pages that mean it.
type writer struct {
	ms  []*mention
	key number.Key
	doc *graph.Document
}

func (w *writer) fields() {
	d := w.doc
	d.Symbol = w.symbol()
	d.Unit = w.plain(func(v *documentValue) string { return v.Unit })
	d.Place = w.plain(func(v *documentValue) string { return v.Place })
	d.Type = w.typeName()
	d.Term = term(w.key)
	d.Title = w.choose(fieldTitle, sameWords, similarTitles)
	w.issued()
	d.Effective = w.choose(fieldEffective, sameBytes, agree)
	d.Expires = w.choose(fieldExpires, sameBytes, agree)
	d.StatusPrinted = w.choose(fieldStatus, sameWords, sameStatus)
	d.Search = normalize.Fold(strings.Join([]string{d.Symbol, d.Type, d.Title}, " "))
}

// symbol returns the number and symbol as the best page spells it.
func (w *writer) symbol() string {
	all := options(gather(w.ms, fieldSymbol), sameBytes)
	if len(all) == 0 {
		return w.plain(func(v *documentValue) string { return v.Symbol })
	}
	w.source(fieldSymbol, all[0].best)
	return all[0].value
}

// plain returns what mentions say beside their fields: the document's own pages come
// first, then what most pages say.
func (w *writer) plain(of func(*documentValue) string) string {
	var all []statement
	for _, m := range w.ms {
		if v := of(&m.doc); v != "" {
			all = append(all, statement{page: m.page, official: m.page.official(), value: v,
				carried: m.doc.Carried})
		}
	}
	if len(all) == 0 {
		return ""
	}
	return options(all, sameBytes)[0].value
}

func (w *writer) typeName() string {
	if t, ok := number.TypeBySlug(w.key.Type); ok {
		return t.Name
	}
	return w.plain(func(v *documentValue) string { return v.Type })
}

// term returns the term of the National Assembly that stands inside its code: qh15.
func term(k number.Key) string {
	if len(k.Issuers) != 1 {
		return ""
	}
	for _, organ := range []string{"qh", "ubtvqh", "hdnn"} {
		if n, ok := strings.CutPrefix(k.Issuers[0], organ); ok {
			return n
		}
	}
	return ""
}

// choose takes the value with the best evidence, and notes where sources disagree.
func (w *writer) choose(
	field string, key func(string) string, agree func(a, b string) bool,
) string {
	all := options(gather(w.ms, field), key)
	if len(all) == 0 {
		return ""
	}
	w.source(field, all[0].best)
	w.dispute(field, all, agree)
	return all[0].value
}

func (w *writer) issued() {
	all := gather(w.ms, fieldIssued)
	date, best := issued(w.key.Year, all)
	w.doc.Issued, w.doc.IssuedPrecision = date, precision(date)
	if best != nil {
		w.source(fieldIssued, *best)
	}
	opts := options(all, sameBytes)
	at := slices.IndexFunc(opts, func(o option) bool { return o.value == date })
	if at < 0 {
		opts = append([]option{{value: date, best: w.byNumber(date)}}, opts...)
	} else {
		opts = append([]option{opts[at]}, slices.Delete(slices.Clone(opts), at, at+1)...)
	}
	w.dispute(fieldIssued, opts, agree)
}

// byNumber is the evidence of a year that the number itself shows.
func (w *writer) byNumber(date string) statement {
	return statement{page: w.ms[0].page, value: date, quote: w.doc.Symbol}
}

// issued returns the date of issue: the strongest evidence that agrees with the year
// of the key, made more precise by weaker evidence as long as it agrees (spec
// section 2.2: the year of a number beats any date).
func issued(keyYear int, all []statement) (string, *statement) {
	date := ""
	if keyYear != 0 {
		date = fmt.Sprintf("%04d", keyYear)
	}
	var best *statement
	opts := options(all, sameBytes)
	for {
		at := slices.IndexFunc(opts, func(o option) bool {
			if best == nil && o.value == date {
				return true
			}
			return agree(o.value, date) && len(o.value) > len(date)
		})
		if at < 0 {
			return date, best
		}
		date, best = opts[at].value, &opts[at].best
	}
}

// gather returns what the pages say of a field.
func gather(ms []*mention, field string) []statement {
	var out []statement
	for _, m := range ms {
		out = append(out, m.fields[field]...)
	}
	return out
}

func similarTitles(a, b string) bool { return newTitle(a).similar(newTitle(b)) }

func sameStatus(a, b string) bool { return sameWords(a) == sameWords(b) }
