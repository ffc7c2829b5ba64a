package webtest

import (
	"embed"
	"fmt"
	"html/template"
	"math/rand/v2"
	"time"
)

// A Corpus is a web of invented pages that belong together: strategies of the Prime
// Minister, the plans of ministries and provinces that carry them out, decisions that
// amend them, and news. The same corpus is always the same pages.
type Corpus struct {
	Pages int
	Hosts int
	Seed  uint64
}

// An Edge is what a page of a corpus says of two documents.
type Edge struct{ From, Kind, To string }

// Name returns the name of the i-th host.
func (c Corpus) Name(i int) string { return fmt.Sprintf("cong-%d.test", i) }

// Fill puts the pages on their hosts, each with a robots.txt, a sitemap, a feed and a
// listing, and returns what the pages say.
func (c Corpus) Fill(w *Web) []Edge {
	for i := range c.Hosts {
		h := w.Host(c.Name(i))
		h.Robots("User-agent: *\nDisallow: /quan-tri/\n\nSitemap: " + h.URL("/sitemap.xml") + "\n")
		h.Sitemap(200)
	}
	var edges []Edge
	for i := range c.Pages {
		p, said := c.Page(i)
		edges = append(edges, said...)
		w.Host(c.Name(i%c.Hosts)).Put(c.Path(i), p)
	}
	for i := range c.Hosts {
		h := w.Host(c.Name(i))
		h.Feed("/moi.rss", 20)
		h.List("/van-ban", Listing{Title: "Văn bản", Size: 50})
	}
	return edges
}

// SiteFile is the site file (TOML) of the i-th host, which asks it no faster than so.
func (c Corpus) SiteFile(i int, delay time.Duration) string {
	return fmt.Sprintf(siteFile, c.Name(i), c.Name(i), c.Name(i), delay)
}

const siteFile = `name = "%s"
hosts = ["%s"]

[[start]]
kind = "sitemap"
url = "http://%s/sitemap.xml"

[politeness]
delay = "%s"

[[layout]]
kind = "legal"
path = ['^/van-ban/\d+\.html$']
body = "main.vb"

[[layout]]
kind = "news"
path = ['^/tin/']
title = "h1"
date = "p.date"
body = "article"
author = "p.author"

[[layout]]
kind = "listing"
path = ['^/van-ban(\?.*)?$']
items = "h3.title a"
next = "a.next"
`

// Path is where the i-th page stands on its host.
func (c Corpus) Path(i int) string {
	if c.kind(i) == news {
		return fmt.Sprintf("/tin/ban-tin-%d.html", i)
	}
	return fmt.Sprintf("/van-ban/%d.html", i)
}

// Page makes the i-th page, and says what stands in it.
func (c Corpus) Page(i int) (Page, []Edge) {
	s := c.sheet(i)
	name := "decision.html"
	if c.kind(i) == news {
		name = "news.html"
	}
	return Page{Title: s.Title, Modified: s.at, Body: fill(corpusPages.Lookup(name), s)}, s.edges
}

//go:embed corpus
var corpusFiles embed.FS

var corpusPages = template.Must(template.ParseFS(corpusFiles, "corpus/*.html"))

// What the pages of a corpus are; each ten pages hold one strategy.
type kind int

const (
	strategy kind = iota
	plan
	change
	news
)

func (c Corpus) kind(i int) kind {
	switch n := i % 10; {
	case n == 0:
		return strategy
	case n < 6:
		return plan
	case n == 6:
		return change
	}
	return news
}

// rng gives the i-th page its own numbers, whatever pages were made before.
func (c Corpus) rng(i int) *rand.Rand { return rand.New(rand.NewPCG(c.Seed, uint64(i))) }

// day is when the i-th page's document is issued: strategies before plans before
// changes before news, for nothing carries out what comes later.
func (c Corpus) day(i int) time.Time {
	year := map[kind]int{strategy: 2016, plan: 2019, change: 2022, news: 2024}[c.kind(i)]
	return time.Date(year, 1, 4, 9, 0, 0, 0, time.UTC).AddDate(0, 0, c.rng(i).IntN(700))
}
