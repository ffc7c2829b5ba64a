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
	s, k := t.Norm, 0
	for i := 0; ; {
		w, ok := number.NextWord(s, i)
		if !ok {
			return out
		}
		i = w.End
		for k < len(ms) && ms[k].Span.End <= w.Start {
			k++
		}
		if k < len(ms) && ms[k].Span.Start <= w.Start || !pointed[w.Type.Family] || w.Short {
			continue
		}
		if a, end, ok := anaphorAt(s, w); ok {
			a.Refers = a.nearest(ms[:k])
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
	return i < len(s) && s[i] == ' ' && letterAt(s, i+1) && !verbal(s[i+1:])
}

// verbal reports whether s begins with a word that follows a whole noun phrase.
func verbal(s string) bool {
	for _, w := range [...]string{"đã ", "được ", "của ", "có ", "và ", "là ", "sẽ ", "do ", "quy ", "nêu ", "để ",
		"thì ", "cũng ", "phải ", "nhằm ", "ban "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// nearest returns the last of the citations that a can mean.
func (a Anaphor) nearest(ms []Mention) int {
	if a.Pointing == This {
		return -1
	}
	for i := len(ms) - 1; i >= 0; i-- {
		if c := ms[i].Value; c.Key() != "" && c.Family != number.F9 && a.means(c) {
			return i
		}
	}
	return -1
}

func (a Anaphor) means(c Citation) bool {
	if a.Type != c.Type && a.Type != "van-ban" && !(a.Type == "luat" && c.Type == "bo-luat") {
		return false
	}
	if a.Pointing != Of {
		return true
	}
	is := agency.IssuerOf(c.Orgs[0]).KeyCode()
	return agency.At(is, "") == agency.At(a.Issuer.Agency.Key, "") &&
		(a.Issuer.Place.Slug == "" || c.Place.Slug == "" || a.Issuer.Place.Slug == c.Place.Slug)
}
