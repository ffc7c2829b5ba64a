package eval

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// decided is a decision on a relation of one page.
func decided(page, to string, v Verdict) Decision {
	return Decision{Set: "gold", Page: page, Measure: mRelation, From: "a", Kind: "guides",
		To: to, Verdict: v}
}

// measured writes a result of the decisions, and reads it again.
func measured(t *testing.T, decisions ...Decision) (*Old, *Report, string) {
	t.Helper()
	var b bytes.Buffer
	w, set := NewWriter(&b), Set{Gold: "gold", sum: map[mark]Tally{}}
	s := newSheet("gold", "page")
	for _, d := range decisions {
		s.count(d.Measure, "", tallyOf(d.Verdict))
		if err := w.Decision(d); err != nil {
			t.Fatal(err)
		}
	}
	set.add(s)
	set.close()
	report := &Report{Sets: []Set{set}}
	if err := w.Close(report, nil); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	old, err := ReadOld(&b)
	if err != nil {
		t.Fatalf("ReadOld(%s): %v", text, err)
	}
	return old, report, text
}

func TestAgainst(t *testing.T) {
	old, _, _ := measured(t,
		decided("A", "stays right", Right), decided("A", "stays missed", Missed), decided("A",
			"stays wrong", Wrong),
		decided("A", "won", Missed), decided("A", "lost", Right), decided("A", "gone",
			Wrong), decided("A", "silent now", Wrong),
		decided("A", "worse", Right), decided("A", "mended", Wrong), decided("A",
			"no more asked", Missed),
	)
	now := []Decision{
		decided("A", "stays right", Right), decided("A", "stays missed", Missed), decided("A",
			"stays wrong", Wrong),
		decided("A", "won", Right), decided("A", "lost", Missed), decided("A", "silent now",
			Missed), decided("A", "worse", Wrong),
		decided("A", "mended", Right), decided("A", "new", Wrong), decided("A", "newly asked",
			Missed), decided("B", "new page", Wrong),
	}
	for _, d := range now {
		old.Decision(d)
	}
	_, report, _ := measured(t, now...)
	got := old.Close(report)
	want := &Comparison{
		Won:  []Decision{decided("A", "won", Right), decided("A", "mended", Right)},
		Lost: []Decision{decided("A", "lost", Missed), decided("A", "worse", Wrong)},
		New:  []Decision{decided("A", "new", Wrong)},
		Gone: []Decision{decided("A", "gone", Wrong), decided("A", "silent now", Wrong)},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Comparison{}, "Moved")); diff != "" {
		t.Errorf("comparison (-want +got):\n%s", diff)
	}
	if len(got.Moved) != 1 || got.Moved[0].Old.Tally != (Tally{Right: 3, Wrong: 4, Missed: 3}) ||
		got.Moved[0].New.Tally != (Tally{Right: 3, Wrong: 4, Missed: 4}) {
		t.Errorf("moved measures = %+v", got.Moved)
	}
}

// The same again wins and loses nothing.
func TestAgainstItself(t *testing.T) {
	all := []Decision{decided("A", "x", Right), decided("A", "y", Wrong), decided("B", "z", Missed)}
	old, report, _ := measured(t, all...)
	for _, d := range all {
		old.Decision(d)
	}
	if c := old.Close(report); len(c.Won)+len(c.Lost)+len(c.New)+len(c.Gone)+len(c.Moved) > 0 {
		t.Errorf("comparison with itself = %+v, want nothing", c)
	}
}

func TestResult(t *testing.T) {
	d := decided("A", "x", Right)
	d.Quote = "câu"
	_, _, text := measured(t, d, decided("A", "y", Wrong))
	want := `{"decisions":[
{"set":"gold","page":"A","measure":"relation","from":"a","kind":"guides","to":"x","verdict":"right"},
{"set":"gold","page":"A","measure":"relation","from":"a","kind":"guides","to":"y","verdict":"wrong"}
],
"sets":[{"gold":"gold","pages":0,"read":0,"measures":[{"name":"relation","right":1,"wrong":1,"missed":0,"precision":0.5,"recall":1,"f1":0.6667}]}],
"calibration":null}
`
	if diff := cmp.Diff(want, text); diff != "" {
		t.Errorf("result (-want +got):\n%s", diff)
	}
}

func TestReadOldRefuses(t *testing.T) {
	for _, in := range []string{
		"", "[]", "{}", "null", `{"decisions":[]}`, `{"sets":[]}`, `{"decisions":[{"set":1}],"sets":[]}`,
		`{"decisions":[`, `{"decisions":[{}],"sets":[]`, `{"decisions":{},"sets":[]}`, "vnlex",
	} {
		if _, err := ReadOld(strings.NewReader(in)); !errors.Is(err, errResult) {
			t.Errorf("ReadOld(%q) = %v, want that it is no result", in, err)
		}
	}
}

func TestBins(t *testing.T) {
	b := newBins()
	for _, s := range []stated{
		{0, false}, {0.3, true}, {0.35, false}, {0.5, true}, {0.9, true}, {0.9, true}, {0.94, false}, {1, true},
	} {
		b.add(s)
	}
	want := []Bin{
		{From: 0, To: 0.3, Count: 1, Right: 0, Said: 0, Share: 0, Low: 0, High: 0.7935},
		{From: 0.3, To: 0.5, Count: 2, Right: 1, Said: 0.325, Share: 0.5, Low: 0.0945,
			High: 0.9055},
		{From: 0.5, To: 0.6, Count: 1, Right: 1, Said: 0.5, Share: 1, Low: 0.2065, High: 1},
		{From: 0.9, To: 0.95, Count: 3, Right: 2, Said: 0.9133, Share: 0.6667, Low: 0.2077,
			High: 0.9385},
		{From: 0.95, To: 1, Count: 1, Right: 1, Said: 1, Share: 1, Low: 0.2065, High: 1},
	}
	if diff := cmp.Diff(want, b.filled(), cmpopts.IgnoreUnexported(Bin{})); diff != "" {
		t.Errorf("bins (-want +got):\n%s", diff)
	}
}

func TestTally(t *testing.T) {
	for _, tt := range []struct {
		in       Tally
		p, r, f1 float64
	}{
		{Tally{Right: 3, Wrong: 1, Missed: 3}, 0.75, 0.5, 0.6},
		{Tally{}, 1, 1, 1},
		{Tally{Wrong: 1, Missed: 1}, 0, 0, 0},
	} {
		if p, r, f := tt.in.Precision(), tt.in.Recall(), tt.in.F1(); p != tt.p || r != tt.r || f != tt.f1 {
			t.Errorf("%+v: precision %v, recall %v, F1 %v, want %v, %v, %v", tt.in, p, r, f,
				tt.p, tt.r, tt.f1)
		}
	}
}
