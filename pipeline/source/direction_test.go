package source

import (
	"strings"
	"testing"

	"vnlex/extractors/header"
)

// A label names the role of the listed documents: a passive one says that the page's own
// acts on them. "Văn bản hết hiệu lực" heads those that this one repeals, "Văn bản quy
// định hết hiệu lực" those that repeal this one.
func TestDirections(t *testing.T) {
	want := map[string]Edge{
		"Văn bản hết hiệu lực":                 {Kind: "repeals", From: This},
		"Văn bản quy định hết hiệu lực":        {Kind: "repeals", From: Other},
		"Văn bản bị hết hiệu lực 1 phần":       {Kind: "amends", From: This},
		"Văn bản quy định hết hiệu lực 1 phần": {Kind: "amends", From: Other},
		"Văn bản được HD, QĐ chi tiết":         {Kind: "details", From: This},
		"Văn bản HD, QĐ chi tiết":              {Kind: "details", From: Other},
		"Văn bản được hướng dẫn":               {Kind: "guides", From: This},
		"Văn bản hướng dẫn":                    {Kind: "guides", From: Other},
		"Văn bản được sửa đổi":                 {Kind: "amends", From: This},
		"Văn bản bị sửa đổi bổ sung":           {Kind: "amends", From: This},
		"Văn bản bị sửa đổi, bổ sung":          {Kind: "amends", From: This},
		"Văn bản sửa đổi":                      {Kind: "amends", From: Other},
		"Văn bản sửa đổi, bổ sung":             {Kind: "amends", From: Other},
		"Văn bản được bổ sung":                 {Kind: "supplements", From: This},
		"Văn bản bổ sung":                      {Kind: "supplements", From: Other},
		"Văn bản bị thay thế":                  {Kind: "replaces", From: This},
		"Văn bản được thay thế":                {Kind: "replaces", From: This},
		"Văn bản thay thế":                     {Kind: "replaces", From: Other},
		"Văn bản bị đình chỉ":                  {Kind: "suspends", From: This},
		"Văn bản đình chỉ":                     {Kind: "suspends", From: Other},
		"Văn bản được hợp nhất":                {Kind: "consolidates", From: This},
		"Văn bản hợp nhất":                     {Kind: "consolidates", From: Other},
		"Văn bản bị đính chính":                {Kind: "corrects", From: This},
		"Văn bản đính chính":                   {Kind: "corrects", From: Other},
		"Văn bản căn cứ":                       {Kind: "based_on", From: This},
		"Văn bản được căn cứ":                  {Kind: "based_on", From: This},
		"Văn bản dẫn chiếu":                    {Kind: "refers_to", From: This},
		"Văn bản được dẫn chiếu":               {Kind: "refers_to", From: This},
		"Văn bản liên quan khác":               {Kind: "related"},
		"Văn bản bị quy định hết hiệu lực":     {Kind: "related"}, // the words do not tell who acts
	}
	told := map[string]bool{}
	for label, edge := range shippedLabels(t) {
		w, known := want[label]
		edge.Title = ""
		if known && edge != w {
			t.Errorf("%q tells %v, want %v", label, edge, w)
		}
		told[label] = true
	}
	for label := range want {
		if !told[label] {
			t.Errorf("no site knows the label %q", label)
		}
	}
}

// No site contradicts another, nor the rule that a passive label means that this one acts.
func TestDirectionsAgree(t *testing.T) {
	for label, e := range shippedLabels(t) {
		passive := strings.HasPrefix(label, "Văn bản được ") || strings.HasPrefix(label, "Văn bản bị ")
		if passive && e.From == Other {
			t.Errorf("%q is passive, but from is %q", label, e.From)
		}
		if _, ok := header.GroupOf(e.Kind, e.From == This); !ok {
			t.Errorf("%q: %v is no relation of a diagram", label, e)
		}
	}
}

func shippedLabels(t *testing.T) map[string]Edge {
	t.Helper()
	sites, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]Edge{}
	for _, s := range sites {
		for _, l := range s.Layouts {
			for _, r := range l.Relations {
				for label, e := range r.Names {
					if have, ok := all[label]; ok && (have.Kind != e.Kind || have.From != e.From) {
						t.Errorf("%s: %q tells %v, another site says %v", s.Name, label, e, have)
					}
					all[label] = e
				}
			}
		}
	}
	return all
}
