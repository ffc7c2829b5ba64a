package eval

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"vnlex/extractors/reading"
)

// A goldPair is a pair of documents with what the text of the one is known to do to the
// other. The list is not exhaustive: only what is missed counts.
type goldPair struct {
	Source string         `json:"source"` // number or name
	Target string         `json:"target"`
	Rels   map[string]int `json:"rels"` // label → how often
	Dates  map[string]int `json:"eff"`  // 01/07/2024 → how often
	Texts  []string       `json:"source_texts"`
}

// pairFamilies are the families of the labels, which are those of the target: a provision
// of it is amended, repealed, replaced, guided by the source. A reading names the
// strongest kind of a family for a pair, so that any of the family says it.
var pairFamilies = map[string]string{
	"AMENDED_BY":       amends,
	"REPEALED_BY":      amends,
	"REPEALED_PART_BY": amends,
	"REPLACED_BY":      amends,
	"REPLACED_PART_BY": amends,
	"SUSPENDED_BY":     amends,
	"CORRECTED_BY":     amends,
	"GUIDED_BY":        implements,
	"DETAILED_BY":      implements,
	"IMPLEMENTED_BY":   implements,
}

func parsePair(v value) ([]task, error) {
	g := &goldPair{}
	if err := decode(v, g); err != nil {
		return nil, err
	}
	if len(g.Texts) == 0 {
		return nil, lacking("source_texts")
	}
	for _, label := range slices.Sorted(maps.Keys(g.Rels)) {
		if pairFamilies[label] == "" {
			return nil, errors.New("label " + label + " is not known")
		}
	}
	return []task{{g.Source, func(ctx context.Context, r *reader, s *sheet) error {
		s.pages++
		return g.score(ctx, r, s, v)
	}}}, nil
}

// families are those of the labels, in order.
func (g *goldPair) families() []string {
	out := set[string]{}
	for label := range g.Rels {
		out[pairFamilies[label]] = true
	}
	return sortedKeys(out)
}

func (g *goldPair) score(ctx context.Context, r *reader, s *sheet, v value) error {
	var texts []*reading.Reading
	for _, name := range g.Texts {
		got, err := r.again(ctx, s, v, v.beside(name))
		if err != nil {
			return err
		}
		if got != nil {
			texts = append(texts, got)
		}
	}
	from, to := nameOf(g.Source), nameOf(g.Target)
	for _, family := range g.families() {
		g.family(s, family, texts, from, to)
	}
	return nil
}

// family scores the relation of a family.
func (g *goldPair) family(s *sheet, family string, texts []*reading.Reading, from, to named) {
	d := Decision{Measure: mStated, From: g.Source, Kind: family, To: g.Target, Verdict: Missed}
	for _, text := range texts {
		for _, r := range text.Relations {
			if r.Family == family && from(r.From) && to(r.To) && d.Verdict == Missed {
				d.Verdict, d.Confidence, d.Quote = Right, r.Confidence, oneLine(r.Evidence.Quote)
				g.effective(s, text, r)
			}
		}
		if d.Quote == "" {
			d.Quote = mentionOf(text, to)
		}
	}
	s.count(mStated, family, tallyOf(d.Verdict))
	s.one(d)
}

// effective scores since when a found relation has effect.
func (g *goldPair) effective(s *sheet, text *reading.Reading, r reading.Relation) {
	if len(g.Dates) == 0 {
		return
	}
	var want []string
	for date := range g.Dates {
		want = append(want, isoDate(date))
	}
	slices.Sort(want)
	got := own(text).Effective
	for _, p := range r.Parts {
		if p.Effective != "" && !slices.Contains(want, got) {
			got = p.Effective
		}
	}
	s.field(mEffective, strings.Join(want, " "), got, slices.Contains(want, got), "")
	last := &s.decisions[len(s.decisions)-1]
	last.From, last.To, last.Kind = g.Source, g.Target, r.Family
}

// isoDate turns 1/7/2024 round; what is no such date stays.
func isoDate(s string) string {
	t, err := time.Parse("2/1/2006", s)
	if err != nil {
		return s
	}
	return t.Format(time.DateOnly)
}
