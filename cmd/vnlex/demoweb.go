package main

import (
	"embed"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"vnlex/pipeline/crawl/webtest"
	"vnlex/pipeline/source"
	"vnlex/testdata"
)

//go:embed democrawl/*.toml
var demoFiles embed.FS

// demoSites are the sites that the demo's web plays.
func demoSites() ([]*source.Site, error) {
	var sites []*source.Site
	files, err := fs.Glob(demoFiles, "democrawl/*.toml")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		raw, err := demoFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		site, err := source.Parse(path.Base(name), raw)
		if err != nil {
			return nil, err
		}
		sites = append(sites, site)
	}
	return sites, nil
}

// demoWeb puts the pages inside the program on two hosts: news, and all else.
func demoWeb() (*webtest.Web, error) {
	w, err := webtest.New()
	if err != nil {
		return nil, err
	}
	portal, paper := w.Host("congbao.test"), w.Host("tin.test")
	portal.Robots("User-agent: *\nDisallow: /noi-bo/\nSitemap: http://congbao.test/sitemap.xml\n")
	portal.Sitemap(1000)
	err = fs.WalkDir(testdata.Pages(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == demoUnreadable {
			return err
		}
		body, err := fs.ReadFile(testdata.Pages(), name)
		host := portal
		if strings.HasPrefix(name, "tin/") {
			host = paper
		}
		host.Put("/"+name, webtest.Page{Title: path.Base(name), Body: string(body),
			Type: demoType(name), Modified: demoStart.AddDate(0, 0, -7)})
		return err
	})
	paper.Feed("/moi.rss", 5)
	paper.List("/tin", webtest.Listing{Title: "Tin mới", Size: 4})
	return w, err
}

func demoType(name string) string {
	switch path.Ext(name) {
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".md":
		return "text/markdown; charset=utf-8"
	}
	return "text/html; charset=utf-8"
}

// What becomes of the web while the demo looks on.
const (
	demoChanged  = "/chien-luoc/9143-kh-ubnd-lam-dong.txt"
	demoVanished = "/chien-luoc/6218-qd-bxd.md"
)

// demoUnreadable is there for the other demo.
const demoUnreadable = "tin/anh-chup-cong-van.txt"

// traffic is how often a web was asked for something, robots.txt apart, and how many
// bodies it sent for that.
func traffic(w *webtest.Web) (requests, bodies int) {
	for _, h := range w.Hits() {
		if strings.HasSuffix(h.URL, "/robots.txt") {
			continue
		}
		requests++
		if h.Status == http.StatusOK && h.Bytes > 0 {
			bodies++
		}
	}
	return requests, bodies
}

// demoChange adds a sentence to one page and takes another away.
func demoChange(w *webtest.Web, at time.Time) error {
	portal := w.Host("congbao.test")
	body, err := fs.ReadFile(testdata.Pages(), demoChanged[1:])
	if err != nil {
		return err
	}
	const before = "III. TỔ CHỨC THỰC HIỆN\n"
	const added = "Kế hoạch này thay thế Kế hoạch số 8120/KH-UBND ngày 06 tháng 5 năm 2021 của " +
		"Ủy ban nhân dân tỉnh Lâm Đồng.\n"
	text := strings.Replace(string(body), before, before+added, 1)
	portal.Put(demoChanged, webtest.Page{Title: path.Base(demoChanged), Body: text,
		Type: demoType(demoChanged), Modified: at})
	portal.Remove(demoVanished)
	return nil
}

// demoStart is when the demo's days begin.
var demoStart = time.Date(2026, 3, 2, 1, 0, 0, 0, vietnam)
