package reading_test

import (
	"slices"
	"strings"
	"testing"

	"vnlex/extractors"
	"vnlex/extractors/reading"
)

// listed makes a page of lists under labels: "label\n- item\n- item".
func listed(lists ...reading.List) reading.Source {
	var b strings.Builder
	put := func(s string) extractors.Span {
		start := b.Len()
		b.WriteString(s + "\n")
		return extractors.Span{Start: start, End: b.Len() - 1}
	}
	put("Nghị định 32/2024/NĐ-CP\n")
	for i := range lists {
		lists[i].Label = put("Danh sách " + lists[i].Kind)
		lists[i].Items = []extractors.Span{put(items[i])}
	}
	return reading.Source{URL: "a", Kind: "legal", Text: b.String(), Lists: lists}
}

var items = []string{
	"- Nghị định 32/2024/NĐ-CP về cụm công nghiệp", "- Nghị định 68/2017/NĐ-CP về cụm công nghiệp",
	"- Nghị định 139/2025/NĐ-CP sửa đổi", "- Nghị định 45/2012/NĐ-CP về khuyến công",
}

// What a list tells is what the site's file says of it, whatever its label is called.
func TestLists(t *testing.T) {
	r := reading.Read(listed(reading.List{Kind: reading.ListSelf},
		reading.List{Kind: "repeals", Acts: true}, reading.List{Kind: "repeals"},
		reading.List{Kind: reading.ListRelated}))
	const own = "vn:nghi-dinh:cp:2024:32"
	if r.Subject != own {
		t.Fatalf("subject %q, want %q", r.Subject, own)
	}
	var got []string
	for _, x := range r.Relations {
		got = append(got, x.From+" "+x.Kind+" "+x.To+" "+x.Rule)
		if x.Evidence.Quote == "" || x.Family != "amends" {
			t.Errorf("relation %+v has no evidence or another family", x)
		}
	}
	slices.Sort(got)
	want := []string{own + " repeals vn:nghi-dinh:cp:2017:68 D10",
		"vn:nghi-dinh:cp:2025:139 repeals " + own + " D11"}
	if !slices.Equal(got, want) {
		t.Errorf("relations %q, want %q", got, want)
	}
	if len(r.Related) != 1 || r.Related[0].Key != "vn:nghi-dinh:cp:2012:45" {
		t.Errorf("related %+v", r.Related)
	}
}

// A list whose documents are too old or too new for what it tells is dropped, never
// turned round.
func TestListsAgainstDates(t *testing.T) {
	r := reading.Read(listed(reading.List{Kind: reading.ListSelf}, reading.List{Kind: "repeals"}))
	if len(r.Relations) != 0 {
		t.Errorf("a decree of 2017 repeals one of 2024: %+v", r.Relations)
	}
	if !slices.ContainsFunc(r.Warnings, func(w reading.Warning) bool { return w.Code == "direction_conflict" }) {
		t.Errorf("no warning of the conflict: %+v", r.Warnings)
	}
}
