package page_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"vnlex/extractors/reading"
)

// Seeds are pages with the structure and the facts of five real ones; their 22 edges must
// be read: which document it is about, which it mentions, what carries which instrument,
// what implements what, and what the portal lists.
var seeds = []struct {
	part  string // of the address
	edges []string
}{
	{"-363989.html", []string{
		"page reports_on vn:quyet-dinh:bct:2024:1189", "page mentions vn:quyet-dinh:ttg:2022:726",
		"vn:quyet-dinh:bct:2024:1189 implements vn:quyet-dinh:ttg:2022:726",
		"vn:quyet-dinh:ttg:2022:726 approves chien-luoc",
		"vn:quyet-dinh:bct:2024:1189 promulgates ke-hoach"}},
	{"-359124.htm", []string{
		"page reports_on vn:quyet-dinh:bct:2025:3637", "page mentions vn:quyet-dinh:ttg:2025:1894",
		"vn:quyet-dinh:bct:2025:3637 implements vn:quyet-dinh:ttg:2025:1894",
		"vn:quyet-dinh:ttg:2025:1894 approves chuong-trinh",
		"vn:quyet-dinh:bct:2025:3637 promulgates ke-hoach"}},
	{"cong-van-4108", []string{
		"vn:cong-van:bct:2016:4108 implements vn:quyet-dinh:ttg:2009:1419",
		"vn:quyet-dinh:ttg:2009:1419 approves chien-luoc",
		"vn:cong-van:bct:2016:4108 related vn:cong-van:bgtvt:0000:6492",
		"vn:cong-van:bct:2016:4108 related vn:thong-tu-lien-tich:btc-bct:2012:221",
		"vn:cong-van:bct:2016:4108 related vn:cong-van:vpcp:2016:5451",
		"vn:cong-van:bct:2016:4108 related vn:cong-van:bct:2018:1819",
		"vn:cong-van:bct:2016:4108 related vn:quyet-dinh:ttg:2009:1419"}},
	{"thong-bao-keu-goi", []string{
		"page reports_on vn:cong-van:bct:2023:1469", "page mentions vn:quyet-dinh:ttg:2020:889",
		"vn:cong-van:bct:2023:1469 implements vn:quyet-dinh:ttg:2020:889",
		"vn:quyet-dinh:ttg:2020:889 approves chuong-trinh"}},
	{"-2729.html", []string{"page reports_on vn:chi-thi:bct:2021:4"}},
}

func TestSiteSeeds(t *testing.T) {
	all := sites(t)
	total := 0
	for _, s := range seeds {
		pages := slices.DeleteFunc(fixtures(t), func(f fixture) bool {
			return !strings.Contains(f.url, s.part)
		})
		if len(pages) != 1 {
			t.Fatalf("%d fixtures with %q in their address, want 1", len(pages), s.part)
		}
		src, _ := pages[0].read(t, siteOf(t, all, pages[0].url))
		have := edges(reading.Read(src))
		for _, e := range s.edges {
			total++
			if !have[e] {
				t.Errorf("%s does not give %q; it gives\n  %s", pages[0].url, e,
					strings.Join(slices.Sorted(maps.Keys(have)), "\n  "))
			}
		}
	}
	if total != 22 {
		t.Errorf("%d edges asked for, want 22", total)
	}
}

// edges are what a page says, an instrument by its kind.
func edges(r *reading.Reading) map[string]bool {
	have := map[string]bool{}
	for _, d := range r.Documents {
		switch {
		case r.Page.Kind != "news":
		case d.Key == r.Subject:
			have["page reports_on "+d.Key] = true
		default:
			have["page mentions "+d.Key] = true
		}
	}
	for _, i := range r.Instruments {
		have[i.Carrier+" "+i.Act+" "+i.Kind] = true
	}
	for _, x := range r.Relations {
		have[x.From+" "+x.Kind+" "+x.To] = true
	}
	for _, x := range r.Related {
		have[r.Subject+" related "+x.Key] = true
	}
	return have
}
