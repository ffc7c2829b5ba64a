package reading

import (
	"testing"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/citation"
	"vnlex/extractors/date"
	"vnlex/extractors/number"
	"vnlex/testdata"
)

// TestAllocations: beyond its result, an extractor makes at most one allocation for a
// mention, what it needs for a text shared among them. The result are the dates, warnings
// and candidates that citations hold.
func TestAllocations(t *testing.T) {
	texts := testdata.Gazette(t)
	for _, x := range []struct {
		name    string
		extract func(extractors.Text) (mentions, result int)
	}{
		{"number", func(t extractors.Text) (int, int) { return len(number.Extract(t)), 0 }},
		{"date", func(t extractors.Text) (int, int) { return len(date.Extract(t)), 0 }},
		{"agency", func(t extractors.Text) (int, int) { return len(agency.Extract(t)), 0 }},
		{"citation", func(t extractors.Text) (int, int) {
			all := citation.Extract(t)
			return len(all), resultOf(all)
		}},
	} {
		mentions, result := 0, 0
		allocs := testing.AllocsPerRun(1, func() {
			mentions, result = 0, 0
			for _, s := range texts {
				m, r := x.extract(extractors.Plain(s))
				mentions, result = mentions+m, result+r
			}
		})
		each := (allocs - float64(result)) / float64(mentions)
		t.Logf("%s: %.2f allocations for each of %d mentions beyond %d of the result",
			x.name, each, mentions, result)
		if each > 1 {
			t.Errorf("%s makes %.2f allocations for a mention, want at most 1", x.name, each)
		}
	}
}

// resultOf counts the allocations that citations hold.
func resultOf(all []citation.Mention) int {
	n := 1 // the list
	for i := range all {
		c := &all[i].Value
		for _, held := range []bool{c.Date != "", len(c.Warn) > 0, len(c.Candidates) > 0} {
			if held {
				n++
			}
		}
	}
	return n
}
