package reading

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"vnlex/testdata"
)

// A signerVector is one news line of signer_tests.jsonl.
type signerVector struct {
	ID, Zone, Text string
	Expect         struct {
		Name, Title, Date, Principal, Contact, Author string
		Capacity, Docs                                []string
		Weak                                          bool
	}
}

func TestReadSignerVectors(t *testing.T) {
	f, err := os.Open(testdata.Shared(t, "spec", "signer_tests.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	passed := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var v signerVector
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		if v.Zone == "news" {
			v.check(t)
			passed++
		}
	}
	if passed < 12 {
		t.Errorf("vectors of news = %d, want 12", passed)
	}
}

func (v *signerVector) check(t *testing.T) {
	text := "Tin trong ngày\n\nNhà máy mở cửa trở lại.\n\n" + v.Text
	r := Read(Source{URL: v.ID, Text: text, Kind: kindNews})
	checkEvidence(t, r, text)
	if len(r.Documents) != len(v.Expect.Docs) && len(v.Expect.Docs) > 0 {
		t.Errorf("%s: documents = %d, want %q", v.ID, len(r.Documents), v.Expect.Docs)
	}
	for _, d := range r.Documents {
		got := Signer{}
		if d.Signer != nil {
			got = *d.Signer
		}
		want := Signer{v.Expect.Name, v.Expect.Title, v.Expect.Capacity, v.Expect.Principal}
		if v.Expect.Weak || v.Expect.Name == "" {
			want = Signer{}
		}
		if got.Name != want.Name || got.Title != want.Title || !slices.Equal(got.Capacity, want.Capacity) || got.Principal != want.Principal && want.Principal != "" {
			t.Errorf("%s: signer of %s = %+v, want %+v", v.ID, d.Symbol, got, want)
		}
		if v.Expect.Date != "" && d.Issued != v.Expect.Date {
			t.Errorf("%s: %s issued %s, want %s", v.ID, d.Symbol, d.Issued, v.Expect.Date)
		}
	}
	for role, name := range map[string]string{"contact": v.Expect.Contact, "author": v.Expect.Author} {
		if name != "" && !slices.ContainsFunc(r.Persons, func(p Person) bool { return p.Role == role && p.Name == name }) {
			t.Errorf("%s: persons = %+v, want %s %s", v.ID, r.Persons, role, name)
		}
	}
}
