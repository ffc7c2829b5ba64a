package eval

import (
	"io"
	"slices"
)

// A Comparison is what a change won and lost on the gold that was measured before and is
// measured now.
type Comparison struct {
	Won   []Decision `json:"won"`         // right now
	Lost  []Decision `json:"lost"`        // right before; as it stands now
	New   []Decision `json:"new_errors"`  // wrong now, and not said before
	Gone  []Decision `json:"gone_errors"` // wrong before, and not said any more
	Moved []Move     `json:"measures"`    // whose figures are others
}

// A Move is a measure before and now.
type Move struct {
	Gold string  `json:"gold"`
	Name string  `json:"name"`
	Of   string  `json:"of,omitempty"`
	Old  Measure `json:"old"`
	New  Measure `json:"new"`
}

// An Old is a measurement of before.
type Old struct {
	sets []Set
	said map[Decision]Decision // by what it asks
	page set[page]
	out  Comparison
}

type page struct{ set, page string }

// ReadOld reads the result of an earlier `vnlex eval --json`.
func ReadOld(r io.Reader) (*Old, error) {
	o := &Old{said: map[Decision]Decision{}, page: set[page]{}}
	sets, err := readResult(r, func(d Decision) {
		o.said[d.asks()] = d
		o.page[page{d.Set, d.Page}] = true
	})
	o.sets = sets
	return o, err
}

// Decision compares a decision with that of before. What the gold of before did not have,
// or had without asking for it, is neither won nor lost.
func (o *Old) Decision(d Decision) {
	old, asked := o.said[d.asks()]
	delete(o.said, d.asks())
	switch {
	case !o.page[page{d.Set, d.Page}]:
	case d.Verdict == Right && asked && old.Verdict != Right:
		o.out.Won = append(o.out.Won, d)
	case d.Verdict != Right && asked && old.Verdict == Right:
		o.out.Lost = append(o.out.Lost, d)
	case d.Verdict == Wrong && old.Verdict != Wrong:
		o.out.New = append(o.out.New, d)
	case d.Verdict == Missed && old.Verdict == Wrong:
		o.out.Gone = append(o.out.Gone, old)
	}
}

// Close returns the comparison. Errors that nobody makes any more are those of pages that
// were measured now too.
func (o *Old) Close(r *Report) *Comparison {
	measured := set[string]{}
	for _, s := range r.Sets {
		measured[s.Gold] = true
	}
	var gone []Decision
	for _, d := range o.said {
		if d.Verdict == Wrong && measured[d.Set] {
			gone = append(gone, d)
		}
	}
	o.out.Gone = append(o.out.Gone, gone...)
	slices.SortFunc(o.out.Gone, compare)
	o.moved(r)
	return &o.out
}

// moved lists the measures that are others than before.
func (o *Old) moved(r *Report) {
	for _, s := range r.Sets {
		i := slices.IndexFunc(o.sets, func(old Set) bool { return old.Gold == s.Gold })
		if i < 0 {
			continue
		}
		for _, m := range s.Measures {
			old := o.sets[i].measure(m.Name, m.Of)
			if old.Tally != m.Tally {
				o.out.Moved = append(o.out.Moved, Move{s.Gold, m.Name, m.Of, old, m})
			}
		}
	}
}

// measure returns one measure; what is not measured is as if nothing were asked.
func (s Set) measure(name, of string) Measure {
	for _, m := range s.Measures {
		if m.Name == name && m.Of == of {
			return m
		}
	}
	return newMeasure(mark{name, of}, Tally{})
}
