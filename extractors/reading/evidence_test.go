package reading

import (
	"testing"
	"unicode/utf8"
)

// checkEvidence checks what every reading promises: offsets in the text on the
// borders of runes, words that stand there, quotes of at most 400 runes, and
// relations between things that the reading lists.
func checkEvidence(t *testing.T, r *Reading, text string) {
	t.Helper()
	within := func(what string, start, end int) bool {
		ok := 0 <= start && start <= end && end <= len(text) && border(text, start) && border(text, end)
		if !ok {
			t.Errorf("%s %s at %d:%d of %d bytes", r.Page.URL, what, start, end, len(text))
		}
		return ok
	}
	place := func(what string, p Place) {
		if within(what, p.Start, p.End) && text[p.Start:p.End] != p.Text {
			t.Errorf("%s %s = %q, want the text %q", r.Page.URL, what, p.Text, text[p.Start:p.End])
		}
	}
	quote := func(what string, e Evidence) {
		place(what, Place{e.Start, e.End, e.Quote})
		if n := utf8.RuneCountInString(e.Quote); n == 0 || n > 400 {
			t.Errorf("%s %s quotes %d runes", r.Page.URL, what, n)
		}
	}
	known := map[string]bool{"": true}
	for _, d := range r.Documents {
		known[d.Key] = true
		for _, m := range d.Mentions {
			place("mention of "+d.Key, m)
		}
		for _, f := range d.Fields {
			within("field "+f.Name+" of "+d.Key, f.Start, f.End)
		}
	}
	for _, i := range r.Instruments {
		if !known[i.Carrier] {
			t.Errorf("%s instrument %s has the unknown carrier %s", r.Page.URL, i.Key, i.Carrier)
		}
		known[i.Key] = true
		quote("instrument "+i.Key, i.Evidence)
	}
	for _, x := range r.Relations {
		if x.From == "" || x.To == "" || !known[x.From] || !known[x.To] || x.From == x.To {
			t.Errorf("%s relation %q %s %q", r.Page.URL, x.From, x.Kind, x.To)
		}
		quote("relation "+x.From+" "+x.Kind+" "+x.To, x.Evidence)
		for _, p := range x.Parts {
			within("part of "+x.From+" "+x.Kind+" "+x.To, p.Start, p.End)
		}
	}
	for _, x := range r.Related {
		within("related "+x.Key, x.Start, x.End)
	}
	for _, a := range r.Agencies {
		for _, m := range a.Mentions {
			place("agency "+a.Name, m)
		}
	}
	for _, p := range r.Persons {
		for _, m := range p.Mentions {
			place("person "+p.Name, m)
		}
	}
	for _, d := range r.Dates {
		within("date "+d.Value, d.Start, d.End)
	}
	for _, w := range r.Warnings {
		within("warning "+w.Code, w.Start, w.End)
	}
}

func border(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
