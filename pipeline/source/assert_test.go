package source

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const asserting = `name = "a.vn"
hosts = ["a.vn"]
[[layout]]
kind = "news"
title = "h1"
body = "div.body"
author = "p.author"
[layout.assert]
require = ["title"]
fill = { author = 0.5 }
max = { body = 1 }
[[layout]]
name = "document"
kind = "legal"
path = ['^/vb/']
[[layout.attributes]]
label = "td.label"
[layout.assert]
min = { attributes = 3 }
unknown_labels = 0.2
`

func seen(n, title, author, body int) Seen {
	return Seen{URL: fmt.Sprintf("https://a.vn/%d", n), Counts: []Count{{Name: "title", Matches: title},
		{Name: "author", Matches: author}, {Name: "body", Matches: body}}}
}

func document(n, attributes, labels int, unknown ...string) Seen {
	return Seen{URL: fmt.Sprintf("https://a.vn/vb/%d", n), Layout: 1, Labels: labels, Unknown: unknown,
		Counts: []Count{{Name: "attributes", Matches: attributes}}}
}

func many(n, author int) []Seen {
	var all []Seen
	for i := range n {
		all = append(all, seen(i+1, 1, author, 1))
	}
	return all
}

func TestTally(t *testing.T) {
	good := []Seen{seen(1, 1, 1, 1), seen(2, 1, 0, 1), seen(3, 1, 1, 1), seen(4, 1, 1, 0),
		seen(5, 1, 1, 1), document(1, 5, 5, "Lạ")}
	for _, tt := range []struct {
		name  string
		pages []Seen
		want  []Breach
	}{
		{"all is well", good, nil},
		{"too few pages and labels to judge a share", append(many(9, 0),
			document(1, 3, 10, "Lạ", "X", "Y"), document(2, 3, 9, "Z")), nil},

		{"nothing found", append(good[:0:0], append(good, seen(9, 0, 1, 1), seen(8, 0, 1, 1))...),
			[]Breach{{Rule: "require", Layout: "news", Name: "title", Selector: "h1",
				Page: "https://a.vn/8", Want: "≥ 1", Got: "0 (2/7)"}}},
		{"twice where once is right", append(good[:0:0], append(good, seen(9, 1, 1, 2))...),
			[]Breach{{Rule: "max", Layout: "news", Name: "body", Selector: "div.body",
				Page: "https://a.vn/9", Want: "≤ 1", Got: "2 (1/6)"}}},
		{"rarely there", append(many(9, 0), seen(10, 1, 1, 1)),
			[]Breach{{Rule: "fill", Layout: "news", Name: "author", Selector: "p.author",
				Page: "https://a.vn/1", Want: "≥ 50 %", Got: "1/10"}}},
		{"few attributes, strange labels", append(good[:0:0], append(good, document(2, 1, 15, "B", "A", "C", "D"))...),
			[]Breach{{Rule: "min", Layout: "document", Name: "attributes", Selector: "td.label",
				Page: "https://a.vn/vb/2", Want: "≥ 3", Got: "1 (1/2)"},
				{Rule: "unknown_labels", Layout: "document", Name: "labels", Page: "https://a.vn/vb/2",
					Want: "≤ 20 %", Got: "5/20: A, B, C, D, Lạ"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			site := parse(t, asserting)
			forth, back := NewTally(site), NewTally(site)
			for i := range tt.pages {
				forth.Add(tt.pages[i])
				back.Add(tt.pages[len(tt.pages)-1-i])
			}
			if diff := cmp.Diff(tt.want, forth.Breaches()); diff != "" {
				t.Errorf("Breaches, -want +got:\n%s", diff)
			}
			if diff := cmp.Diff(forth.Breaches(), back.Breaches()); diff != "" {
				t.Errorf("another order of pages gives other breaches:\n%s", diff)
			}
		})
	}
}

// What a page lacks is told with the selector that should find it.
func TestMissing(t *testing.T) {
	site := parse(t, asserting)
	got := site.Layouts[0].Missing(seen(1, 0, 1, 1))
	if diff := cmp.Diff([]Count{{Name: "title", Selector: "h1"}}, got); diff != "" {
		t.Errorf("Missing, -want +got:\n%s", diff)
	}
	if got := site.Layouts[0].Missing(seen(1, 2, 0, 0)); got != nil {
		t.Errorf("Missing = %v, want none", got)
	}
}
