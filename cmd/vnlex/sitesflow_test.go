package main

import (
	"encoding/csv"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vnlex/graph"
	"vnlex/pipeline"
	"vnlex/pipeline/crawl"
	"vnlex/pipeline/crawl/webtest"
	"vnlex/pipeline/source"
)

const siteFolder = "../../testdata/sites"

// seedEdges are what pages built as those of the five labelled ones say, by site.
var seedEdges = map[string][]string{
	"congthuong.vn": {
		"vn:quyet-dinh:bct:2024:1189 -IMPLEMENTS implements-> vn:quyet-dinh:ttg:2022:726",
		"vn:quyet-dinh:ttg:2022:726 -PROMULGATES approves-> I:quyet-dinh:ttg:2022:726:chien-luoc",
		"vn:quyet-dinh:bct:2024:1189 -PROMULGATES promulgates-> I:quyet-dinh:bct:2024:1189:ke-hoach",
		"PAGE -REPORTS_ON-> vn:quyet-dinh:bct:2024:1189",
		"PAGE -MENTIONS-> vn:quyet-dinh:ttg:2022:726",
	},
	"tapchicongthuong.vn": {
		"vn:quyet-dinh:bct:2025:3637 -IMPLEMENTS implements-> vn:quyet-dinh:ttg:2025:1894",
		"vn:quyet-dinh:ttg:2025:1894 -PROMULGATES approves-> I:quyet-dinh:ttg:2025:1894:chuong-trinh",
		"vn:quyet-dinh:bct:2025:3637 -PROMULGATES promulgates-> I:quyet-dinh:bct:2025:3637:ke-hoach",
		"PAGE -REPORTS_ON-> vn:quyet-dinh:bct:2025:3637",
		"PAGE -MENTIONS-> vn:quyet-dinh:ttg:2025:1894",
	},
	"hethongphapluat.vn": {
		"vn:cong-van:bct:2016:4108 -IMPLEMENTS implements-> vn:quyet-dinh:ttg:2009:1419",
		"vn:quyet-dinh:ttg:2009:1419 -PROMULGATES approves-> I:quyet-dinh:ttg:2009:1419:chien-luoc",
		"vn:cong-van:bct:2016:4108 -RELATED-> vn:cong-van:bgtvt:0000:6492",
		"vn:cong-van:bct:2016:4108 -RELATED-> vn:thong-tu-lien-tich:btc-bct:2012:221",
		"vn:cong-van:bct:2016:4108 -RELATED-> vn:cong-van:vpcp:2016:5451",
		"vn:cong-van:bct:2016:4108 -RELATED-> vn:cong-van:bct:2018:1819",
		"vn:cong-van:bct:2016:4108 -RELATED-> vn:quyet-dinh:ttg:2009:1419",
	},
	"vietnamcirculareconomy.vn": {
		"vn:cong-van:bct:2023:1469 -IMPLEMENTS implements-> vn:quyet-dinh:ttg:2020:889",
		"vn:quyet-dinh:ttg:2020:889 -PROMULGATES approves-> I:quyet-dinh:ttg:2020:889:chuong-trinh",
		"PAGE -REPORTS_ON-> vn:cong-van:bct:2023:1469",
		"PAGE -MENTIONS-> vn:quyet-dinh:ttg:2020:889",
	},
	"socongthuong.daklak.gov.vn": {
		"PAGE -REPORTS_ON-> vn:chi-thi:bct:2021:4",
	},
}

// A refresh of the sites from which the labelled pages came finds what their pages
// say, by the site files that ship.
func TestSeedsThroughRefresh(t *testing.T) {
	web := siteWeb(t)
	db := filepath.Join(t.TempDir(), "a.db")
	p, err := pipeline.Open(db, embedded(), pipeline.Options{Contact: "ban@example.vn"})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	door, clock := web.Door(), webtest.NewClock(demoStart)
	report, err := p.Refresh(t.Context(), pipeline.RefreshOptions{From: seedSites(t),
		Dial: door.DialContext, Roots: door.Roots(), Clock: crawl.Clock{Now: clock.Now, Sleep: clock.Sleep}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range report.Sites {
		if s.State == "changed" || s.New == 0 {
			t.Errorf("%s is %s (%s), with %d new pages: %v %v", s.Site, s.State, s.Reason, s.New,
				s.Failed, s.Breaches)
		}
	}
	edges := statedEdges(t, p, report.Run)
	found := 0
	for site, want := range seedEdges {
		for _, edge := range want {
			if slices.Contains(edges, edge) {
				found++
				continue
			}
			t.Errorf("%s: no edge %s", site, edge)
		}
	}
	if found != 22 {
		t.Errorf("edges = %d, want 22; there are\n%s", found, strings.Join(edges, "\n"))
	}
}

// siteWeb plays the sites whose pages stand in the folder, by its table of URLs.
func siteWeb(t *testing.T) *webtest.Web {
	t.Helper()
	web, err := webtest.New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { web.Close() })
	table, err := os.Open(filepath.Join(siteFolder, "pages.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	rows, err := csv.NewReader(table).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		u, err := url.Parse(row[1])
		if err != nil {
			t.Fatal(err)
		}
		body, err := os.ReadFile(filepath.Join(siteFolder, filepath.FromSlash(row[0])))
		if err != nil {
			t.Fatal(err)
		}
		web.Host(u.Host).Secure(webtest.Trusted).Put(u.RequestURI(),
			webtest.Page{Body: string(body), Type: webtest.TypeOf(row[0])})
	}
	return web
}

func seedSites(t *testing.T) (sites []*source.Site) {
	t.Helper()
	all, err := source.Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		if _, ok := seedEdges[s.Name]; ok {
			sites = append(sites, s)
		}
	}
	return sites
}

// statedEdges are the edges that a run added; whatever page they start from is PAGE.
func statedEdges(t *testing.T, p *pipeline.Pipeline, run int64) (edges []string) {
	t.Helper()
	runs, err := p.Changes(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runs {
		for _, c := range r.Changes {
			if r.ID != run || c.Edge.Type == "" {
				continue
			}
			from := c.Edge.From.ID
			if c.Edge.From.Label == graph.LabelPage {
				from = "PAGE"
			}
			edges = append(edges, arrow(from, c.Edge.Type, c.Edge.Kind, c.Edge.To.ID))
		}
	}
	return edges
}
