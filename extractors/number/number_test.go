package number

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"vnlex/extractors/normalize"
	"vnlex/testdata"
)

type vector struct {
	ID     string
	Text   string
	Expect []struct {
		Number, Family, Unit, Standard string
		Org                            []string
		Year, Term                     int
	}
}

func TestDump(t *testing.T) {
	f, err := os.Open(testdata.Shared(t, "spec", "number_tests.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var v vector
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		got := Extract(normalize.Text(v.Text))
		bad := len(got) != len(v.Expect)
		for i := 0; !bad && i < len(got); i++ {
			g, e := got[i].Value, v.Expect[i]
			if e.Standard != "" {
				bad = g.Printed != e.Standard
				continue
			}
			bad = g.Num != e.Number || !slices.Equal(g.Orgs, e.Org) || g.Unit != e.Unit || g.Family.String() != e.Family
		}
		if bad {
			t.Logf("%s %q\n", v.ID, v.Text)
			for _, g := range got {
				t.Logf("      %+v", g.Value)
			}
			for _, g := range v.Expect {
				t.Logf("      want %+v", g)
			}
		}
	}
}
