package eval

import (
	"strings"

	"vnlex/extractors/reading"
)

// relations scores the relations between documents, by kind and by family.
func (p *pageScore) relations() {
	required, all := set[triple]{}, set[triple]{}
	for _, r := range p.gold.Relations {
		if t := r.triple(); joinsDocuments(t) {
			all[t] = true
			required[t] = required[t] || r.required()
		}
	}
	required = required.where(func(t triple) bool { return required[t] })
	got, here := set[triple]{}, set[triple]{}
	for _, r := range p.got.Relations {
		if t := tripleOf(r); joinsDocuments(t) {
			got[t] = true
			if p.inside(r.Evidence.Start) {
				here[t] = true
			}
		}
	}
	p.byKind(required, all, got, here)
	p.byFamily(required, all, got, here)
	p.directions(all, mapped(got, byFamily))
}

func tripleOf(r reading.Relation) triple { return triple{r.From, r.To, r.Kind} }

// joinsDocuments reports whether t is a relation between two documents.
func joinsDocuments(t triple) bool {
	instrument := strings.HasPrefix(t.from, "I:") || strings.HasPrefix(t.to, "I:")
	return familyOf(t.kind) != "" && !instrument
}

func (p *pageScore) byKind(required, all, got, here set[triple]) {
	right, wrong := got.and(required), here.without(all)
	missed := required.without(got).where(func(t triple) bool { return !outdone(t, got.and(all)) })
	p.count(mRelation, "", tallySets(right, wrong, missed))
	for _, k := range kinds {
		of := func(t triple) bool { return t.kind == k.kind }
		p.countAny(mRelation, k.kind, tallySets(right.where(of), wrong.where(of), missed.where(of)))
	}
	p.decideRelations(right, Right)
	p.decideRelations(wrong, Wrong)
	p.decideRelations(missed, Missed)
	p.state(right, wrong)
}

// outdone reports whether a stronger kind of t's family, which gold allows, stands in its
// place: a reading names the strongest only.
func outdone(t triple, allowed set[triple]) bool {
	for _, k := range kinds[:rank(t.kind)] {
		if k.family == familyOf(t.kind) && allowed[triple{t.from, t.to, k.kind}] {
			return true
		}
	}
	return false
}

// countAny counts what is not all zero.
func (s *sheet) countAny(name, of string, t Tally) {
	if t != (Tally{}) {
		s.count(name, of, t)
	}
}

func (p *pageScore) byFamily(required, all, got, here set[triple]) {
	r, a := mapped(required, byFamily), mapped(all, byFamily)
	g, h := mapped(got, byFamily), mapped(here, byFamily)
	right, wrong, missed := g.and(r), h.without(a), r.without(g)
	p.count(mFamily, "", tallySets(right, wrong, missed))
	for _, f := range families {
		of := func(t triple) bool { return t.kind == f }
		p.countAny(mFamily, f, tallySets(right.where(of), wrong.where(of), missed.where(of)))
	}
}

// directions scores which way the relations go that join two documents as gold does.
func (p *pageScore) directions(all, got set[triple]) {
	others := all.where(func(t triple) bool { return t.from != t.to })
	pairs := mapped(others, func(t triple) triple { return triple{from: t.from, to: t.to} })
	want := mapped(all, byFamily)
	for _, t := range sortedTriples(got) {
		there, back := pairs[triple{from: t.from, to: t.to}], pairs[triple{from: t.to, to: t.from}]
		if !there && !back {
			continue
		}
		if want[t] || there && !want[triple{t.to, t.from, t.kind}] {
			p.count(mDirection, "", Tally{Right: 1})
			continue
		}
		p.one(Decision{
			Measure: mDirection, From: t.from, Kind: t.kind, To: t.to, Verdict: Wrong,
			Quote: p.says(t),
		})
	}
}

func (p *pageScore) decideRelations(all set[triple], v Verdict) {
	for _, t := range sortedTriples(all) {
		d := Decision{Measure: mRelation, From: t.from, Kind: t.kind, To: t.to, Verdict: v}
		if v == Missed {
			d.Quote = p.asks(t)
		} else {
			d.Quote, d.Confidence = p.says(t), p.sure(t)
		}
		p.decide(d)
	}
}

// says returns the sentence in which the reading finds a relation of a kind or family.
func (p *pageScore) says(t triple) string {
	for _, r := range p.got.Relations {
		if r.From == t.from && r.To == t.to && (r.Kind == t.kind || familyOf(r.Kind) == t.kind) {
			return oneLine(r.Evidence.Quote)
		}
	}
	return ""
}

// asks returns the sentence in which gold has a relation.
func (p *pageScore) asks(t triple) string {
	for _, r := range p.gold.Relations {
		if r.triple() == t {
			return oneLine(r.Quote)
		}
	}
	return ""
}

// sure is the confidence with which the reading states a relation.
func (p *pageScore) sure(t triple) float64 {
	sure := 0.0
	for _, r := range p.got.Relations {
		if tripleOf(r) == t {
			sure = max(sure, r.Confidence)
		}
	}
	return sure
}

// state takes down with which confidence relations are stated, and rightly.
func (p *pageScore) state(right, wrong set[triple]) {
	for _, part := range []struct {
		all set[triple]
		ok  bool
	}{{right, true}, {wrong, false}} {
		for _, t := range sortedTriples(part.all) {
			p.stated = append(p.stated, stated{p.sure(t), part.ok})
		}
	}
}
