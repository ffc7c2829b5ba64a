package graph

import (
	"cmp"
	"slices"
)

// standing tells whether a document, or a provision of it, is in force on a
// day, as far as the graph knows: nil when nothing dates the document. It ends
// with the last day that the document itself names, or on the day from which a
// step replaces or repeals it (Law on Promulgation of Legal Documents 2025,
// Article 57.1); a later extension lifts its own last day.
func standing(d *Document, provision string, steps []step, day string) (*Standing, error) {
	since := cmp.Or(d.Effective, d.Issued)
	if since == "" {
		return nil, nil
	}
	s := &Standing{On: day, Since: since, AmendedBy: []string{}}
	s.InForce = compareDates(since, day) <= 0
	last := d.Expires
	for _, step := range steps {
		effect, err := step.effect(provision)
		if err != nil {
			return nil, err
		}
		effect.apply(s, &last, step.by.Key)
	}
	s.endWith(last)
	return s, nil
}

// An effect is what one step does to a document or a provision.
type effect struct {
	kind        string // replaces, repeals, suspends, extends; amends for all that changes text
	date, until string
}

func (s step) effect(provision string) (effect, error) {
	e := effect{kind: s.edge.Kind, date: s.date()}
	scopes, err := s.edge.scopes()
	if err != nil {
		return e, err
	}
	partly := len(s.edge.ScopesTo) > 0
	for _, sc := range scopes {
		e.until = max(e.until, sc.Until)
		if provision == "" || sc.To == "" || !within(provision, sc.To) {
			continue
		}
		partly = false
		e.date = cmp.Or(sc.Effective, e.date)
		if sc.Op == "repeal" {
			e.kind = "repeals"
		}
	}
	if partly {
		e.kind = "amends"
	}
	return e, nil
}

// apply lets a step that has taken effect by the day change the standing.
func (e effect) apply(s *Standing, last *string, by string) {
	if e.kind == "replaces" || e.kind == "repeals" {
		s.end(e.date)
		return
	}
	if e.date == "" || compareDates(e.date, s.On) > 0 {
		return
	}
	switch e.kind {
	case "suspends":
		s.suspend(e.until)
		return
	case "extends":
		*last = e.until
	}
	if !slices.Contains(s.AmendedBy, by) {
		s.AmendedBy = append(s.AmendedBy, by)
	}
}

// end notes a day from which the document is no longer in force.
func (s *Standing) end(date string) {
	if date == "" {
		return
	}
	if s.Until == "" || date < s.Until {
		s.Until = date
	}
	if compareDates(date, s.On) <= 0 {
		s.InForce = false
	}
}

// endWith notes the last day on which the document is in force.
func (s *Standing) endWith(date string) {
	if date == "" {
		return
	}
	if s.Until == "" || date < s.Until {
		s.Until = date
	}
	if compareDates(date, s.On) < 0 {
		s.InForce = false
	}
}

func (s *Standing) suspend(until string) {
	if until == "" || compareDates(s.On, until) <= 0 {
		s.InForce = false
	}
}
