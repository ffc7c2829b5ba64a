package date_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/normalize"
	"vnlex/testdata"
)

type vector struct {
	ID       string  `json:"id"`
	Text     string  `json:"text"`
	PageDate *string `json:"page_date"`
	Expect   *string `json:"expect"`
	Role     *string `json:"role"`
	SameAs   string  `json:"same_as"`
	Why      string  `json:"why"`
}

// TestVectors runs the date vectors of the specification.
func TestVectors(t *testing.T) {
	raw, err := os.ReadFile(testdata.Shared(t, "spec", "date_tests.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		var v vector
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		t.Run(v.ID, func(t *testing.T) { check(t, v) })
	}
}

func check(t *testing.T, v vector) {
	text := normalize.Text(v.Text)
	var page date.Date
	if v.PageDate != nil {
		page, _, _ = date.At(*v.PageDate, 0)
	}
	var got []string
	found := date.Resolve(date.Extract(text), page)
	for _, m := range found {
		got = append(got, m.Value.String())
	}
	var want []string
	if v.Expect != nil {
		want = []string{*v.Expect}
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("Extract(%q) = %q, want %q (%s)", v.Text, got, want, v.Why)
	}
	if v.Role != nil {
		checkRole(t, text, found, v)
	}
}

func checkRole(t *testing.T, text extractors.Text, found []extractors.Mention[date.Date],
	v vector) {
	want := date.Role(*v.Role)
	if v.SameAs == "issue" {
		got := date.FromSigning(text)
		if len(got) != 1 || got[0].Value != (date.Relative{Role: want}) {
			t.Errorf("FromSigning(%q) = %v, want one of role %q", v.Text, got, want)
		}
		return
	}
	for _, m := range found {
		if got := date.RoleOf(text, m); got != want {
			t.Errorf("RoleOf(%q) = %q, want %q (%s)", v.Text, got, want, v.Why)
		}
	}
}
