package pipeline_test

import (
	"context"
	"testing"
	"time"

	"vnlex/pipeline"
	"vnlex/pipeline/crawl"
	"vnlex/pipeline/crawl/webtest"
	"vnlex/pipeline/source"
)

// A crawlWeb is a web with the sites that describe it.
type crawlWeb struct {
	t     testing.TB
	web   *webtest.Web
	sites []*source.Site
	clock *webtest.Clock
}

// newCrawlWeb opens a web with a corpus on it.
func newCrawlWeb(t testing.TB, c webtest.Corpus, delay time.Duration) *crawlWeb {
	t.Helper()
	web, err := webtest.New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { web.Close() })
	c.Fill(web)
	w := &crawlWeb{t: t, web: web, clock: webtest.NewClock(crawlStart)}
	for i := range c.Hosts {
		w.add(c.SiteFile(i, delay))
	}
	return w
}

// add adds a site by its file.
func (w *crawlWeb) add(text string) {
	w.t.Helper()
	s, err := source.Parse("test.toml", []byte(text))
	if err != nil {
		w.t.Fatal(err)
	}
	w.sites = append(w.sites, s)
}

// options are those of a refresh over the web, without a pause.
func (w *crawlWeb) options() pipeline.RefreshOptions {
	d := w.web.Door()
	return pipeline.RefreshOptions{Delay: -1, Dial: d.DialContext, Roots: d.Roots(),
		Clock: crawl.Clock{Now: w.clock.Now, Sleep: w.clock.Sleep}}
}

func (w *crawlWeb) database() *database {
	w.t.Helper()
	return newDatabase(w.t, w.pipelineOptions())
}

func (w *crawlWeb) pipelineOptions() pipeline.Options {
	return pipeline.Options{Contact: "thu@kiem-thu.test", Sites: w.sites, Now: w.clock.Now}
}

// crawlStart is when the first run of a test begins.
var crawlStart = time.Date(2026, 3, 2, 3, 0, 0, 0, time.UTC)

// refresh runs a refresh that must not fail.
func (d *database) refresh(o pipeline.RefreshOptions) pipeline.Report {
	d.t.Helper()
	r, err := d.Refresh(context.Background(), o)
	if err != nil {
		d.t.Fatalf("Refresh: %v", err)
	}
	return r
}

// total adds up what a refresh did at all sites.
func total(r pipeline.Report) crawl.Counts {
	all := crawl.Counts{Failed: map[string]int{}, Refused: map[string]int{}}
	for _, s := range r.Sites {
		all.Fetched += s.Fetched
		all.Unchanged += s.Unchanged
		all.New += s.New
		all.Changed += s.Changed
		all.Gone += s.Gone
		all.Dead += s.Dead
		all.Removed += s.Removed
		all.Moved += s.Counts.Moved
		all.Duplicates += s.Duplicates
		all.Lists += s.Lists
		all.Waiting += s.Waiting
		for k, n := range s.Failed {
			all.Failed[k] += n
		}
		for k, n := range s.Refused {
			all.Refused[k] += n
		}
	}
	return all
}
