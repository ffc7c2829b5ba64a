package pipeline_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"vnlex/pipeline"
	"vnlex/pipeline/crawl"
	"vnlex/pipeline/crawl/webtest"
)

// faults are told to a host of a web before its first crawl; want says what a run makes
// of them. The page at fault is page 3.
var faults = []struct {
	name   string
	fault  webtest.Fault
	code   string        // under which it is counted; empty: it is taken in the end
	waited time.Duration // by the clock of the run
	most   int           // requests for it
}{
	{"twice 500", webtest.Times(2, webtest.Status(500)), "", 2 * time.Second, 3},
	{"too many, 30 s", webtest.Times(1, webtest.TooMany("30")), "", 30 * time.Second, 2},
	{"unavailable, 20 s", webtest.Times(1, webtest.Unavailable("20")), "", 20 * time.Second, 2},
	{"reset once", webtest.Times(1, webtest.Reset()), "", 0, 3},
	{"cut once", webtest.Times(1, webtest.Cut(100)), "", time.Second, 2},

	{"500 for ever", webtest.Status(500), "http_500", 2 * time.Second, 4},
	{"forbidden", webtest.Status(403), "http_403", 0, 1},
	{"bomb", webtest.Bomb(100 << 20), "ratio", 0, 1},
	{"too large", webtest.Large(40 << 20), "too_large", 0, 1},
	{"loop", webtest.Loop(), "", 0, 25},
}

// Whatever a server does to one page, the others are taken, and the page is counted or
// taken in the end.
func TestRefreshFaults(t *testing.T) {
	for _, tt := range faults {
		t.Run(tt.name, func(t *testing.T) {
			c := webtest.Corpus{Pages: 20, Hosts: 1, Seed: 9}
			w := newCrawlWeb(t, c, 0)
			w.web.Host(c.Name(0)).Fault(c.Path(3), tt.fault)
			d := w.database()
			begun := w.clock.Now()
			n := total(d.refresh(w.options()))
			want := c.Pages
			if tt.code != "" || tt.name == "loop" {
				want--
			}
			if n.New != want || tt.code != "" && n.Failed[tt.code] != 1 || n.Waiting != 0 {
				t.Errorf("Refresh() = %+v, want %d pages, failed %q", n, want, tt.code)
			}
			if got := w.clock.Now().Sub(begun); got < tt.waited {
				t.Errorf("the run waited %v, want %v", got, tt.waited)
			}
			if got := w.asked(c.Path(3)); got > tt.most {
				t.Errorf("%d requests for the page, want %d at most", got, tt.most)
			}
		})
	}
}

func (w *crawlWeb) asked(path string) (n int) {
	for _, h := range w.web.Hits() {
		if strings.Contains(h.URL, path) {
			n++
		}
	}
	return n
}

// A host that wants to be left alone for long is left alone, by this run and by the next
// ones until then; the other hosts are crawled.
func TestRefreshLeftAlone(t *testing.T) {
	c := webtest.Corpus{Pages: 20, Hosts: 2, Seed: 9}
	w := newCrawlWeb(t, c, 0)
	h := w.web.Host(c.Name(0))
	h.Fault("", webtest.TooMany("7200"))
	h.Fault("/robots.txt", nil)
	h.Robots("User-agent: *\nAllow: /\n")
	h.Fault("/sitemap.xml", webtest.TooMany("7200"))
	d := w.database()
	h.Fault("", nil)
	r := d.refresh(w.options())
	if n := total(r); n.New != 10 || n.Waiting == 0 {
		t.Fatalf("Refresh() = %+v, want the ten pages of the other host", n)
	}
	h.Fault("/sitemap.xml", nil)
	w.web.Reset()
	w.clock.Pass(time.Hour)
	if n := total(d.refresh(w.options())); n.New != 0 || w.asked(c.Name(0)) != 0 {
		t.Errorf("an hour later: %+v, %d requests; want none", n, w.asked(c.Name(0)))
	}
	w.clock.Pass(2 * time.Hour)
	if n := total(d.refresh(w.options())); n.New != 10 {
		t.Errorf("when the time is over: %+v, want ten pages", n)
	}
}

// A network that is lost stops nothing for good: no page that is known is lost, and the
// next run goes on.
func TestRefreshLostNetwork(t *testing.T) {
	w, c, d := small(t)
	there := d.export()
	o := w.options()
	o.Dial = nil // names under .test lead nowhere
	w.clock.Pass(40 * oneDay)
	r := d.refresh(o)
	n := total(r)
	if n.Fetched != 0 || n.Waiting == 0 || n.Failed["robots_unreachable"] != c.Hosts ||
		len(r.Failures) != c.Hosts || d.export() != there {
		t.Fatalf("Refresh() = %+v, want hosts that wait, and nothing lost", r)
	}
	w.clock.Pass(time.Hour)
	if n := total(d.refresh(w.options())); n.Unchanged < c.Pages || n.Waiting != 0 {
		t.Errorf("with the network back: %+v, want all pages looked at", n)
	}
}

// A run that is told to stop finishes the pages at hand, says so, and the next one comes
// to the end of an undisturbed run.
func TestRefreshInterrupted(t *testing.T) {
	c := webtest.Corpus{Pages: 60, Hosts: 3, Seed: 4}
	w := newCrawlWeb(t, c, 0)
	d := w.database()
	ctx, cancel := context.WithCancel(t.Context())
	o, done := w.options(), 0
	o.Progress = func(crawl.Event) {
		if done++; done == 20 {
			cancel()
		}
	}
	r, err := d.Refresh(ctx, o)
	if !errors.Is(err, context.Canceled) || !r.Interrupted || total(r).New == 0 ||
		total(r).New == c.Pages {
		t.Fatalf("Refresh() = %+v, %v; want a part, and canceled", r, err)
	}
	if kept, err := d.Report(t.Context(), 0); err != nil || !kept.Interrupted {
		t.Errorf("Report() = %+v, %v", kept, err)
	}
	d.refresh(w.options())
	if got, want := d.export(), w.fresh(); got != want {
		t.Errorf("export differs:\n%s", diff(got, want))
	}
	for i := range c.Pages {
		if n := w.web.Count(w.url(c, i)); n != 2 { // the fresh crawl asks once more
			t.Errorf("%s was asked for %d times, want once by each crawl", c.Path(i), n)
		}
	}
}

// A clock that jumps neither stops a run nor lets it hammer a host.
func TestRefreshClockJumps(t *testing.T) {
	for _, jump := range []time.Duration{-3 * oneDay, -time.Hour, time.Hour, 3000 * oneDay} {
		t.Run(jump.String(), func(t *testing.T) {
			c := webtest.Corpus{Pages: 30, Hosts: 1, Seed: 4}
			w := newCrawlWeb(t, c, 2*time.Second)
			d := w.database()
			o, done := w.options(), 0
			o.Progress = func(crawl.Event) {
				if done++; done == 10 {
					w.clock.Pass(jump)
				}
			}
			d.refresh(o)
			o.Progress = nil
			w.clock.Pass(4 * oneDay)
			d.refresh(o)
			if p, _ := d.Pages(t.Context(), "", false); len(p) != c.Pages {
				t.Errorf("%d pages, want %d", len(p), c.Pages)
			}
			w.clock.Pass(-jump)
			w.clock.Pass(40 * oneDay)
			w.web.Reset()
			n := total(d.refresh(o))
			if n.Waiting != 0 || n.Unchanged < c.Pages {
				t.Errorf("with the clock put right: %+v, want all pages looked at", n)
			}
		})
	}
}

// What no site asks for is not asked for: limits, dates, dry runs, names.
func TestRefreshOptions(t *testing.T) {
	c := webtest.Corpus{Pages: 40, Hosts: 2, Seed: 4}
	t.Run("limit", func(t *testing.T) {
		w := newCrawlWeb(t, c, 0)
		d, o := w.database(), w.options()
		o.Limit = 7
		if n := total(d.refresh(o)); n.New != 7 {
			t.Errorf("Refresh() = %+v, want 7 pages", n)
		}
	})
	t.Run("site", func(t *testing.T) {
		w := newCrawlWeb(t, c, 0)
		d, o := w.database(), w.options()
		o.Sites = []string{c.Name(1)}
		if r := d.refresh(o); total(r).New != 20 || w.asked(c.Name(0)) != 0 || len(r.Sites) != 1 {
			t.Errorf("Refresh() = %+v, want the pages of one site", r)
		}
		o.Sites = []string{"nowhere"}
		if _, err := d.Refresh(t.Context(), o); err == nil {
			t.Error("Refresh of a site that is not there: no error")
		}
	})
	t.Run("dry run", func(t *testing.T) {
		w := newCrawlWeb(t, c, 0)
		d, o := w.database(), w.options()
		o.DryRun = true
		if r := d.refresh(o); len(r.Due) != 2 || len(w.web.Hits()) != 0 {
			t.Errorf("Refresh() = %+v, want the two sitemaps, and no request", r)
		}
		d.refresh(w.options())
		w.clock.Pass(40 * oneDay)
		w.web.Reset()
		if r := d.refresh(o); len(r.Due) < c.Pages || len(w.web.Hits()) != 0 {
			t.Errorf("Refresh() = %d due, want all pages, and no request", len(r.Due))
		}
	})
	t.Run("since", func(t *testing.T) {
		w := newCrawlWeb(t, c, 0)
		d, o := w.database(), w.options()
		o.Since = time.Date(2021, 12, 30, 0, 0, 0, 0, time.UTC)
		want := 0
		for i := range c.Pages {
			if p, _ := c.Page(i); !p.Modified.Before(o.Since) {
				want++
			}
		}
		if n := total(d.refresh(o)); n.New != want || want == 0 || want == c.Pages {
			t.Errorf("Refresh() = %+v, want %d pages", n, want)
		}
		w.clock.Pass(2 * oneDay)
		if n := total(d.refresh(w.options())); n.New != c.Pages-want {
			t.Errorf("the next run: %+v, want the rest", n)
		}
	})
	t.Run("failed", func(t *testing.T) {
		w := newCrawlWeb(t, c, 0)
		h := w.web.Host(c.Name(0))
		h.Fault(c.Path(4), webtest.Status(403))
		d, o := w.database(), w.options()
		d.refresh(o)
		h.Fault(c.Path(4), nil)
		w.web.Reset()
		o.Failed = true
		if n := total(d.refresh(o)); n.New != 1 || n.Fetched != 1 {
			t.Errorf("Refresh() = %+v, want the one page that failed", n)
		}
	})
	t.Run("contact", func(t *testing.T) {
		w := newCrawlWeb(t, c, 0)
		d := newDatabase(t, pipeline.Options{Sites: w.sites})
		if _, err := d.Refresh(t.Context(), w.options()); !errors.Is(err, pipeline.ErrNoContact) {
			t.Errorf("Refresh: error %v, want ErrNoContact", err)
		}
	})
}
