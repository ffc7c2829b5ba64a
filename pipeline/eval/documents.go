package eval

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vnlex/extractors/reading"
)

// named are the documents that a reading names with their identity; the entries of portal
// lists are measured apart.
func (p *pageScore) named() []reading.Document {
	return slices.DeleteFunc(slices.Clone(p.got.Documents), func(d reading.Document) bool {
		return d.Key == "" || d.Role == "related"
	})
}

// documents scores identities. A law that a reading resolves from its bare name is no
// mistake: gold asks for those names only that it lists.
func (p *pageScore) documents() {
	want := p.goldKeys(func(goldDocument) bool { return true })
	optional := p.goldKeys(func(d goldDocument) bool { return d.Optional })
	byName := p.goldKeys(func(d goldDocument) bool { return d.ByName })
	got, bare, here := set[string]{}, set[string]{}, set[string]{}
	for _, d := range p.named() {
		got[d.Key] = true
		if d.ByName {
			bare[d.Key] = true
		}
		if p.mentionedInside(d) {
			here[d.Key] = true
		}
	}
	right := got.and(want).without(optional)
	wrong, missed := here.without(want, bare), want.without(got, optional)
	p.count(mDocument, "", tallySets(right, wrong, missed))
	p.count(mNumbered, "", tallySets(right.without(byName), wrong, missed.without(byName)))
	p.decideDocuments(right, wrong, missed)
	p.numbers(want, optional, byName, got, bare, here)
}

func tallySets[T comparable](right, wrong, missed set[T]) Tally {
	return Tally{Right: len(right), Wrong: len(wrong), Missed: len(missed)}
}

// numbers scores documents as number and issuer: a wrong year is no wrong number.
func (p *pageScore) numbers(want, optional, byName, got, bare, here set[string]) {
	num := func(s set[string]) set[string] { return mapped(s, numberOf) }
	w, g := num(want.without(byName)), num(got.without(bare))
	p.count(mNumber, "", tallySets(
		w.and(g.without(num(optional))),
		num(here.without(bare)).without(w, num(byName)),
		w.without(g, num(optional)),
	))
}

// numberOf reduces a key to its number and the issuer without place.
func numberOf(key string) string {
	parts := strings.Split(key, ":")
	if len(parts) < 5 {
		return key
	}
	issuer, _, _ := strings.Cut(parts[2], "@")
	return parts[len(parts)-1] + ":" + issuer
}

func (p *pageScore) goldKeys(ok func(goldDocument) bool) set[string] {
	out := set[string]{}
	for _, d := range p.gold.Documents {
		if d.Key != "" && ok(d) {
			out[d.Key] = true
		}
	}
	return out
}

func (p *pageScore) mentionedInside(d reading.Document) bool {
	if len(d.Mentions) == 0 {
		return p.inside(0)
	}
	return slices.ContainsFunc(d.Mentions, func(m reading.Place) bool { return p.inside(m.Start) })
}

func (p *pageScore) decideDocuments(right, wrong, missed set[string]) {
	for _, part := range []struct {
		keys set[string]
		is   Verdict
	}{{right, Right}, {wrong, Wrong}, {missed, Missed}} {
		for _, key := range sortedKeys(part.keys) {
			d := Decision{Measure: mDocument, Key: key, Verdict: part.is}
			d.Quote = p.sentenceOf(key)
			p.decide(d)
		}
	}
}

// sentenceOf returns the sentence that names a document: of the reading, else of the gold.
func (p *pageScore) sentenceOf(key string) string {
	for _, d := range p.got.Documents {
		if d.Key != key {
			continue
		}
		for _, m := range d.Mentions {
			if p.inside(m.Start) {
				return sentence(p.got.Text, m.Start, m.End)
			}
		}
	}
	for _, d := range p.gold.Documents {
		if i := strings.Index(p.got.Text, d.Symbol); d.Key == key && d.Symbol != "" && i >= 0 {
			return sentence(p.got.Text, i, i+len(d.Symbol))
		}
	}
	for _, r := range p.gold.Relations {
		if r.From == key || r.To == key {
			return r.Quote
		}
	}
	return ""
}

// places counts the mentions whose words stand where the reading says.
func (p *pageScore) places() {
	for _, d := range p.named() {
		for _, m := range d.Mentions {
			if m.Text == "" || p.got.Text == "" {
				continue
			}
			if tight(p.got.Text[m.Start:m.End]) == tight(m.Text) {
				p.count(mPlace, "", Tally{Right: 1})
			} else {
				p.count(mPlace, "", Tally{Wrong: 1})
			}
		}
	}
}

// tight takes all blanks out of s.
func tight(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFC.String(s))
}
