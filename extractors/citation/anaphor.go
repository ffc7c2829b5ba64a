package citation

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// A Pointing says how an anaphor points at its document.
type Pointing uint8

const (
	This Pointing = iota // này: the current document, or the subject of a news page
	That                 // nêu trên, nói trên, trên, đó: the nearest before
	Of                   // "Quyết định của Thủ tướng Chính phủ": the nearest of type and issuer
)

// An Anaphor is a type word that stands for a document named elsewhere on the page.
type Anaphor struct {
	Type     string // slug; van-ban stands for any
	Pointing Pointing
	Issuer   agency.Match // of Pointing Of
	Refers   int          // index of the citation that is meant; -1: the page does not tell
}

// Anaphors returns the anaphors of t; ms are its citations. What "này" means depends on what
// the page is: Refers is -1.
func Anaphors(t extractors.Text, ms []Mention) []extractors.Mention[Anaphor] {
	var out []extractors.Mention[Anaphor]
	named := antecedents{}
	s, k := t.Norm, 0
	for i := 0; ; {
		w, ok := number.NextWord(s, i)
		if !ok {
			return out
		}
		i = w.End
		for ; k < len(ms) && ms[k].Span.End <= w.Start; k++ {
			named.add(k, ms[k].Value)
		}
		if k < len(ms) && ms[k].Span.Start <= w.Start || !pointed[w.Type.Family] || w.Short {
			continue
		}
		if a, end, ok := anaphorAt(s, w); ok {
			a.Refers = named.nearest(a)
			out = append(out, extractors.Mention[Anaphor]{Span: span(w.Start, end), Value: a})
			i = end
		}
	}
}

// pointed are the families of types that anaphors name.
var pointed = map[string]bool{"qppl": true, "legacy": true, "admin": true, "generic": true,
	"party": true, "consolidated": true}

// anaphorAt reads the word that makes w an anaphor.
func anaphorAt(s string, w number.Word) (a Anaphor, end int, ok bool) {
	a = Anaphor{Type: w.Type.Slug, Refers: -1}
	at := afterBlank(s, w.End)
	if at == w.End {
		return a, 0, false
	}
	if end, ok := pointer(s, at, "này"); ok {
		return a, end, true
	}
	for _, p := range [...]string{"nêu trên", "nói trên", "kể trên", "nêu tại", "trên", "đó"} {
		if end, ok := pointer(s, at, p); ok && p != "nêu tại" && !(p == "trên" && goesOn(s, end)) {
			a.Pointing = That
			return a, end, true
		}
	}
	if !initial(s, w.Start) || !strings.HasPrefix(s[at:], "của ") {
		return a, 0, false
	}
	m, ok := agency.ByName(s[at+len("của "):])
	if !ok {
		return a, 0, false
	}
	a.Pointing, a.Issuer = Of, m
	return a, at + len("của ") + m.End, true
}

func pointer(s string, at int, word string) (int, bool) {
	end := at + len(word)
	return end, strings.HasPrefix(s[at:], word) && !letterAt(s, end)
}

// goesOn reports whether "trên" is a preposition: a noun follows ("kế hoạch trên địa bàn").
func goesOn(s string, i int) bool {
	word, _ := wordAt(s, i)
	return word != "" && !predicate[word]
}

// predicate are words that follow a whole noun phrase.
var predicate = words("đã được của có và là sẽ do quy nêu để thì cũng phải nhằm ban hay hoặc " +
	"như với không")

// antecedents holds the last citation that an anaphor can mean, by what it says of it.
type antecedents map[string]int

// anyType is the type of "văn bản này": every document.
const anyType = "van-ban"

// add makes citation i the nearest of its type, issuer and place.
func (n antecedents) add(i int, c Citation) {
	if c.Family == number.F9 || c.Key() == "" {
		return
	}
	issuer := agency.At(agency.IssuerOf(c.Orgs[0]).KeyCode(), "")
	types := []string{c.Type, anyType}
	if c.Type == "bo-luat" {
		types = append(types, "luat")
	}
	for _, t := range types {
		n[t] = i
		n[t+" "+issuer] = i
		n[t+" "+issuer+" "+c.Place.Slug] = i
	}
}

// nearest returns the last citation that a can mean; -1: none.
func (n antecedents) nearest(a Anaphor) int {
	switch a.Pointing {
	case This:
		return -1
	case That:
		return n.get(a.Type)
	}
	k := a.Type + " " + agency.At(a.Issuer.Agency.Key, "")
	if place := a.Issuer.Place.Slug; place != "" {
		return max(n.get(k+" "+place), n.get(k+" "))
	}
	return n.get(k)
}

func (n antecedents) get(k string) int {
	if i, ok := n[k]; ok {
		return i
	}
	return -1
}
