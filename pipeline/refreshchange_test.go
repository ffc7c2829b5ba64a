package pipeline_test

import (
	"strings"
	"testing"
	"time"

	"vnlex/pipeline"
	"vnlex/pipeline/crawl/webtest"
)

const oneDay = 24 * time.Hour

// small is a web with a database that has crawled it once.
func small(t *testing.T) (*crawlWeb, webtest.Corpus, *database) {
	t.Helper()
	c := webtest.Corpus{Pages: 40, Hosts: 2, Seed: 5}
	w := newCrawlWeb(t, c, 0)
	d := w.database()
	if r := d.refresh(w.options()); total(r).New != c.Pages {
		t.Fatalf("Refresh() = %+v, want %d new pages", r, c.Pages)
	}
	w.web.Reset()
	return w, c, d
}

// fresh is what a crawl of the web as it is comes to in an empty database.
func (w *crawlWeb) fresh() string {
	w.t.Helper()
	d := w.database()
	d.refresh(w.options())
	return d.export()
}

func host(c webtest.Corpus, w *crawlWeb, i int) *webtest.Host {
	return w.web.Host(c.Name(i % c.Hosts))
}

// One changed page moves what it states, and nothing else.
func TestRefreshChanged(t *testing.T) {
	w, c, d := small(t)
	p, _ := c.Page(3)
	p.Body = strings.ReplaceAll(p.Body, "1000/QĐ-TTg", "4000/QĐ-TTg")
	p.Modified = p.Modified.Add(time.Hour)
	host(c, w, 3).Put(c.Path(3), p)
	w.clock.Pass(40 * oneDay)
	r := d.refresh(w.options())
	n := total(r)
	if n.Changed != 1 || n.New != 0 || w.bodies(c.Path(3)) != 1 {
		t.Errorf("Refresh() = %+v, want one changed page", n)
	}
	if got, want := d.export(), w.fresh(); got != want {
		t.Errorf("export differs:\n%s", diff(got, want))
	}
	runs, err := d.Changes(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	last := runs[len(runs)-1].Changes
	for _, ch := range last {
		text := ch.Node.ID + ch.Edge.From.ID + ch.Edge.To.ID
		if !strings.Contains(text, ":4000") && !strings.Contains(text, ":1000") &&
			!strings.Contains(text, c.Path(3)) &&
			!strings.Contains(text, strings.TrimPrefix(c.Key(3), "vn:")) {
			t.Errorf("changed too: %+v", ch)
		}
	}
	if len(last) == 0 {
		t.Error("no change of the graph")
	}
}

// bodies counts the answers with a body for a path.
func (w *crawlWeb) bodies(path string) (n int) {
	for _, h := range w.web.Hits() {
		if strings.HasSuffix(h.URL, path) && h.Bytes > 0 {
			n++
		}
	}
	return n
}

// A page that is gone keeps what it said for a day; on the second day it is taken out,
// and comes back when it answers again.
func TestRefreshGone(t *testing.T) {
	w, c, d := small(t)
	there := d.export()
	p, _ := c.Page(3)
	host(c, w, 3).Remove(c.Path(3))
	w.clock.Pass(40 * oneDay)
	n := total(d.refresh(w.options()))
	if n.Gone != 1 || n.Removed != 0 || len(n.Failed) != 0 || d.export() != there {
		t.Fatalf("first day: %+v, want one gone, and nothing taken out", n)
	}
	if n := total(d.refresh(w.options())); n.Gone != 0 || d.export() != there {
		t.Fatalf("same day: %+v, want nothing", n)
	}
	w.clock.Pass(2 * oneDay)
	n = total(d.refresh(w.options()))
	if n.Gone != 1 || n.Removed != 1 {
		t.Fatalf("another day: %+v, want one taken out", n)
	}
	if got, want := d.export(), w.fresh(); got != want {
		t.Fatalf("export differs:\n%s", diff(got, want))
	}
	if p := d.page(t, w.url(c, 3)); p.State != "gone" || p.Code != "http_404" {
		t.Errorf("Pages() = %+v, want gone", p)
	}
	host(c, w, 3).Put(c.Path(3), p)
	w.clock.Pass(70 * oneDay)
	if n := total(d.refresh(w.options())); n.New != 1 || d.export() != there {
		t.Errorf("back again: %+v, want one new page:\n%s", n, diff(d.export(), there))
	}
}

func (w *crawlWeb) url(c webtest.Corpus, i int) string {
	return "http://" + c.Name(i%c.Hosts) + c.Path(i)
}

func (d *database) page(t *testing.T, url string) pipeline.Page {
	t.Helper()
	all, err := d.Pages(t.Context(), "", false)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		if p.URL == url {
			return p
		}
	}
	return pipeline.Page{}
}

// When a whole site answers 404 it is broken or has moved: it keeps what it said, and is
// marked.
func TestRefreshHoldsBack(t *testing.T) {
	c := webtest.Corpus{Pages: 80, Hosts: 1, Seed: 5}
	w := newCrawlWeb(t, c, 0)
	d := w.database()
	d.refresh(w.options())
	for i := range c.Pages {
		w.web.Host(c.Name(0)).Fault(c.Path(i), webtest.Status(404))
	}
	var r pipeline.Report
	for range 3 {
		w.clock.Pass(40 * oneDay)
		r = d.refresh(w.options())
	}
	if s := r.Sites[0]; s.State != "changed" || s.Held == 0 || s.Removed > 0 {
		t.Errorf("Refresh() = %+v, want a site that has changed and keeps its pages", s)
	}
}

// A forgotten page is not fetched again; allowed, it is.
func TestRefreshForgotten(t *testing.T) {
	w, c, d := small(t)
	url := w.url(c, 4)
	d.forget(url)
	w.clock.Pass(40 * oneDay)
	d.refresh(w.options())
	if n := w.web.Count(url); n != 0 {
		t.Errorf("the forgotten page was asked for %d times", n)
	}
	if _, err := d.Allow(t.Context(), []string{url}); err != nil {
		t.Fatal(err)
	}
	w.clock.Pass(oneDay)
	d.refresh(w.options())
	if n := w.web.Count(url); n != 1 {
		t.Errorf("the page that was let in again was asked for %d times, want once", n)
	}
	if got, want := d.export(), w.fresh(); got != want {
		t.Errorf("export differs:\n%s", diff(got, want))
	}
}

// What moved for good is known under its new address alone, once that has been read.
func TestRefreshMoved(t *testing.T) {
	for _, how := range []string{"redirect", "canonical"} {
		t.Run(how, func(t *testing.T) {
			w, c, d := small(t)
			h := host(c, w, 3)
			p, _ := c.Page(3)
			to := "/van-ban/9003.html"
			h.Put(to, p)
			if how == "redirect" {
				h.Redirect(c.Path(3), to, 301)
			} else {
				old := p
				old.Body = strings.Replace(p.Body, "<head>",
					`<head><link rel="canonical" href="`+to+`">`, 1)
				h.Put(c.Path(3), old)
			}
			w.clock.Pass(40 * oneDay)
			r := d.refresh(w.options())
			if n := total(r); n.Moved != 1 || n.Removed != 1 {
				t.Errorf("Refresh() = %+v, want one moved page", n)
			}
			if got, want := d.export(), w.fresh(); got != want {
				t.Errorf("export differs:\n%s", diff(got, want))
			}
			if p := d.page(t, w.url(c, 3)); p.Link != how || !strings.HasSuffix(p.Target, to) {
				t.Errorf("Pages() = %+v, want a link to %s", p, to)
			}
		})
	}
}

// Rebuild reads crawled pages by the files of their sites, and changes nothing.
func TestRefreshRebuild(t *testing.T) {
	_, _, d := small(t)
	before := d.export()
	sum, err := d.Rebuild(t.Context())
	if err != nil || sum.Failed != 0 || d.export() != before {
		t.Errorf("Rebuild() = %+v, %v:\n%s", sum, err, diff(d.export(), before))
	}
}
