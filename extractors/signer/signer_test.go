package signer

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/extractors/sentence"
	"vnlex/testdata"
)

// vector is a line of signer_tests.jsonl as far as blocks go.
type vector struct {
	ID, Zone, Text string
	Expect         struct {
		Name      *string
		Title     string
		Rank      string
		Degree    string
		Capacity  *[]string
		Principal string
		Author    string
		Unit      string
		Contact   string
	}
}

func vectors(t *testing.T) []vector {
	f, err := os.Open(testdata.Shared(t, "spec", "signer_tests.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []vector
	for in := bufio.NewScanner(f); in.Scan(); {
		var v vector
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

func TestBlockVectors(t *testing.T) {
	for _, v := range vectors(t) {
		if v.Zone != "doc" || strings.HasPrefix(v.Text, "- Người ký") {
			continue
		}
		var got Signature
		if all := Blocks(sentence.New(v.Text), 0, len(v.Text)); len(all) > 0 {
			got = all[0]
		}
		want := v.Expect
		name := ""
		if want.Name != nil {
			name = *want.Name
		}
		if got.Name != name || want.Title != "" && got.Title != want.Title ||
			want.Principal != "" && got.Principal != want.Principal || got.Rank != want.Rank || got.Degree != want.Degree {
			t.Errorf("%s: Blocks(%q) = %+v, want %+v", v.ID, v.Text, got, want)
		}
		if want.Capacity != nil && len(got.Capacity)+len(*want.Capacity) > 0 && !cmp.Equal(got.Capacity, *want.Capacity) {
			t.Errorf("%s: Blocks(%q) has capacity %q, want %q", v.ID, v.Text, got.Capacity, *want.Capacity)
		}
	}
}

func TestPersonVectors(t *testing.T) {
	for _, v := range vectors(t) {
		l := sentence.New(v.Text)
		if len(l.Blocks) == 0 {
			continue // a digital signature stamp
		}
		if p, _ := Contact(l, l.Blocks[0]); v.Zone == "news" && p.Name != v.Expect.Contact {
			t.Errorf("%s: Contact(%q) = %q, want %q", v.ID, v.Text, p.Name, v.Expect.Contact)
		}
		p, _ := Author(l, l.Blocks[0], v.Expect.Author != "")
		if v.Zone == "news" && (p.Name != v.Expect.Author || p.Unit != v.Expect.Unit) {
			t.Errorf("%s: Author(%q) = %q of %q, want %q of %q", v.ID, v.Text, p.Name, p.Unit, v.Expect.Author, v.Expect.Unit)
		}
	}
}
