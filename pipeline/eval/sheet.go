package eval

import (
	"cmp"

	"vnlex/pipeline"
)

// A Verdict says whether gold and a reading agree.
type Verdict string

const (
	Right  Verdict = "right"
	Wrong  Verdict = "wrong"  // given, and not so
	Missed Verdict = "missed" // asked, and not given
)

// A Decision is one thing that gold asks of a page, or that a reading says of it.
type Decision struct {
	Set        string  `json:"set"`
	Page       string  `json:"page"`
	Measure    string  `json:"measure"`
	Key        string  `json:"key,omitempty"`  // of a document; the place of a citation
	From       string  `json:"from,omitempty"` // of a relation
	Kind       string  `json:"kind,omitempty"`
	To         string  `json:"to,omitempty"`
	Verdict    Verdict `json:"verdict"`
	Got        string  `json:"got,omitempty"`  // of a field
	Want       string  `json:"want,omitempty"` //
	Confidence float64 `json:"confidence,omitempty"`
	Quote      string  `json:"quote,omitempty"` // the sentence, of the reading where it has one
}

// compare orders decisions by what they decide.
func compare(a, b Decision) int {
	return cmp.Or(
		cmp.Compare(a.Set, b.Set), cmp.Compare(a.Page, b.Page), cmp.Compare(a.Measure, b.Measure),
		cmp.Compare(a.Key, b.Key), cmp.Compare(a.From, b.From), cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(a.To, b.To),
	)
}

// asks is what a decision decides, whatever came of it.
func (d Decision) asks() Decision {
	return Decision{
		Set: d.Set, Page: d.Page, Measure: d.Measure,
		Key: d.Key, From: d.From, Kind: d.Kind, To: d.To,
	}
}

// A sheet takes down what is right, wrong and missed on one page.
type sheet struct {
	set, page string
	pages     int
	unread    []*pipeline.PageError
	tallies   map[mark]Tally
	decisions []Decision
	stated    []stated
}

func newSheet(set, page string) *sheet {
	return &sheet{set: set, page: page, tallies: map[mark]Tally{}}
}

// count adds to a measure; one that is asked for nothing stands with zeros.
func (s *sheet) count(name, of string, t Tally) {
	sum := s.tallies[mark{name, of}]
	sum.add(t)
	s.tallies[mark{name, of}] = sum
}

// decide takes down a decision.
func (s *sheet) decide(d Decision) {
	d.Set, d.Page = s.set, s.page
	s.decisions = append(s.decisions, d)
}

// one counts a decision, and takes it down.
func (s *sheet) one(d Decision) {
	s.count(d.Measure, "", tallyOf(d.Verdict))
	s.decide(d)
}

func tallyOf(v Verdict) Tally {
	switch v {
	case Right:
		return Tally{Right: 1}
	case Wrong:
		return Tally{Wrong: 1}
	}
	return Tally{Missed: 1}
}

// field compares the value of a field with that of the gold. One that is wrong counts as
// wrong and as missed.
func (s *sheet) field(name, want, got string, same bool, quote string) {
	d := Decision{Measure: name, Got: got, Want: want, Quote: quote}
	t := Tally{}
	switch {
	case same:
		d.Verdict, t.Right, d.Got = Right, 1, got
	case got == "":
		d.Verdict, t.Missed = Missed, 1
	case want == "":
		d.Verdict, t.Wrong, t.Beyond = Wrong, 1, 1
	default:
		d.Verdict, t.Wrong, t.Missed = Wrong, 1, 1
	}
	s.count(name, "", t)
	s.decide(d)
}
