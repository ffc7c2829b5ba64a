package main

import (
	"context"
	"strconv"
	"strings"
	"time"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
	"vnlex/pipeline"
	"vnlex/pipeline/crawl"
	"vnlex/pipeline/crawl/webtest"
	"vnlex/pipeline/source"
)

// A crawlDemo shows what a refresh does on a web of its own, night after night.
type crawlDemo struct {
	app   *app
	db    string
	web   *webtest.Web
	sites []*source.Site
	clock *webtest.Clock
}

// demoNights are the runs of the demo: how long after the one before each comes, and
// what has happened to the web by then.
var demoNights = []struct {
	message string
	after   time.Duration
	change  func(*webtest.Web, time.Time) error
}{
	{"demo.crawl.first", 0, nil},
	{"demo.crawl.again", 24 * time.Hour, nil},
	{"demo.crawl.change", 48 * time.Hour, demoChange},
	{"demo.crawl.gone", 48 * time.Hour, nil},
}

// A demoNight is one run and what it did.
type demoNight struct {
	Report   pipeline.Report    `json:"report"`
	Requests int                `json:"requests"`
	Bodies   int                `json:"bodies"`
	Changes  []graph.ChangeView `json:"changes"`
}

// crawl plays the nights and shows each.
func (c demoCmd) crawl(ctx context.Context, a *app, db string) error {
	web, err := demoWeb()
	if err != nil {
		return err
	}
	defer web.Close()
	sites, err := demoSites()
	if err != nil {
		return err
	}
	d := &crawlDemo{app: a, db: db, web: web, sites: sites, clock: webtest.NewClock(demoStart)}
	nights, err := d.play(ctx)
	if err != nil {
		return err
	}
	b := *a
	b.DB, b.Graph = db, ""
	if a.JSON {
		return a.json(map[string]any{"db": db, "nights": nights})
	}
	changed := strconv.FormatInt(nights[2].Report.Run, 10)
	next := []any{b.line("report"), b.line("changes", "--since", changed), b.line("pages"), db}
	a.printf("%s\n", a.text("demo.crawl.next", next...))
	return nil
}

func (d *crawlDemo) play(ctx context.Context) (nights []demoNight, err error) {
	for _, night := range demoNights {
		d.clock.Pass(night.after)
		if night.change != nil {
			if err := night.change(d.web, d.clock.Now()); err != nil {
				return nil, err
			}
		}
		n, err := d.night(ctx)
		if err != nil {
			return nil, err
		}
		nights = append(nights, n)
		if !d.app.JSON {
			d.show(night.message, n)
		}
	}
	return nights, nil
}

// night refreshes once and counts what the web was asked.
func (d *crawlDemo) night(ctx context.Context) (demoNight, error) {
	opt := d.app.options()
	opt.Now, opt.Contact = d.clock.Now, "demo@example.vn"
	p, err := pipeline.Open(d.db, embedded(), opt)
	if err != nil {
		return demoNight{}, err
	}
	defer p.Close()
	d.web.Reset()
	door := d.web.Door()
	report, err := p.Refresh(ctx, pipeline.RefreshOptions{From: d.sites, Dial: door.DialContext,
		Roots: door.Roots(), Clock: crawl.Clock{Now: d.clock.Now, Sleep: d.clock.Sleep}})
	if err != nil {
		return demoNight{}, err
	}
	changes, err := d.changes(ctx, p, report.Run)
	requests, bodies := traffic(d.web)
	return demoNight{report, requests, bodies, changes}, err
}

// changes are what a run did to the relations between documents.
func (d *crawlDemo) changes(
	ctx context.Context, p *pipeline.Pipeline, run int64,
) ([]graph.ChangeView, error) {
	views := []graph.ChangeView{}
	runs, err := p.Changes(ctx, "")
	for _, r := range runs {
		for _, c := range r.Changes {
			if r.ID == run && c.Edge.Type.Stated() {
				views = append(views, changeView(r.ID, r.Started, c))
			}
		}
	}
	return views, err
}

// demoChanges is how many changes of a night are shown.
const demoChanges = 6

func (d *crawlDemo) show(message string, n demoNight) {
	a := d.app
	day := a.lang.Date(n.Report.Started.In(vietnam).Format(time.DateOnly))
	told := strings.Join(render.Wrap(a.text(message), a.width()), "\n")
	a.printf("%s\n%s\n\n", a.style().Bold(a.text("demo.crawl.night", day)), told)
	a.reportText(a.stdout, n.Report)
	a.printf("%s\n", a.text("demo.crawl.asked", n.Requests, n.Bodies))
	d.list(n.Changes)
	a.printf("\n")
}

func (d *crawlDemo) list(changes []graph.ChangeView) {
	for i, c := range changes {
		if i == demoChanges {
			d.app.printf("%s\n", d.app.text("demo.crawl.more", len(changes)-i))
			return
		}
		what := arrow(c.From, c.Edge, c.Kind, c.To)
		d.app.printf("  %s %s\n", d.app.text("op."+string(c.Op)), plain(what))
	}
}
