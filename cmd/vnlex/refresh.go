package main

import (
	"context"
	"errors"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/http/httpguts"

	"vnlex/pipeline"
	"vnlex/pipeline/source"
)

// A refreshCmd crawls what is due, once or again and again.
type refreshCmd struct {
	Dir     string     `name:"sites" placeholder:"DIR"`
	Since   dateFlag   `placeholder:"DATE"`
	DryRun  bool       `xor:"how"`
	Every   everyFlag  `xor:"how" placeholder:"DURATION"`
	Metrics listenFlag `placeholder:"HOST:PORT"`
	Names   []string   `arg:"" name:"site" optional:""`
}

func (c refreshCmd) Run(ctx context.Context, a *app) error {
	if err := a.reachable(); err != nil {
		return err
	}
	opt, err := c.options(a)
	if err != nil {
		return err
	}
	s := &service{app: a, opt: opt, metrics: newMetrics()}
	if c.Metrics != "" {
		stop, err := s.metrics.serve(string(c.Metrics))
		if err != nil {
			return err
		}
		defer stop()
		a.say("refresh.metrics", string(c.Metrics))
	}
	if c.Every == 0 {
		return s.once(ctx)
	}
	return s.again(ctx, time.Duration(c.Every))
}

// reachable refuses to crawl when the sites could not tell anybody that it hurts.
func (a *app) reachable() error {
	if a.Contact == "" {
		return a.errorf("refresh.contact")
	}
	if !httpguts.ValidHeaderFieldValue(a.Contact) { // it stands in every request
		return a.errorf("refresh.nobody", a.Contact)
	}
	for word := range strings.FieldsSeq(a.Contact) {
		word = strings.Trim(word, "<>(),;+")
		u, err := url.Parse(word)
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return nil
		}
		if address, err := mail.ParseAddress(word); err == nil &&
			strings.Contains(address.Address, ".") {
			return nil
		}
	}
	return a.errorf("refresh.nobody", a.Contact)
}

func (c refreshCmd) options(a *app) (pipeline.RefreshOptions, error) {
	dir, err := a.sitesDir(c.Dir)
	if err == nil {
		err = a.knownSites(dir, c.Names)
	}
	opt := pipeline.RefreshOptions{Sites: c.Names, Dir: dir, DryRun: c.DryRun}
	if a.limited {
		opt.Limit = int(a.Limit)
	}
	if c.Since != "" {
		opt.Since = dayOf(string(c.Since))
	}
	return opt, err
}

// knownSites refuses a name that no site has, and proposes the nearest.
func (a *app) knownSites(dir string, names []string) error {
	sites, err := source.Load(dir)
	if err != nil {
		return a.siteErrors(err)
	}
	known := namesOf(sites, func(s *source.Site) string { return s.Name })
	for _, name := range names {
		if !slices.Contains(known, name) {
			return a.errorf("sites.unknown", name, nearest(name, known))
		}
	}
	return nil
}

// dayOf is the first moment of a date that may be cut to a month or a year.
func dayOf(date string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly[:len(date)], date, vietnam)
	if err != nil {
		panic("unreachable: " + err.Error())
	}
	return t
}

// refresh runs once, shows how far it is, and prints what it did, also when it was
// stopped half-way. Neo4j follows when --graph names one.
func (a *app) refresh(
	ctx context.Context, opt pipeline.RefreshOptions, m *metrics,
) (pipeline.Report, error) {
	path, err := a.databasePath()
	if err != nil {
		return pipeline.Report{}, err
	}
	bar := a.crawlProgress()
	opt.Progress = func(e crawlEvent) { bar.event(e); m.event(e) }
	base := a.options()
	base.Progress = bar.stage
	p, err := pipeline.Open(path, embedded(), base)
	if err != nil {
		return pipeline.Report{}, err
	}
	defer p.Close()
	stop := context.AfterFunc(ctx, func() { a.say("interrupting") })
	defer stop()
	report, err := p.Refresh(ctx, opt)
	bar.done()
	m.report(report, err)
	return report, err
}

// tell prints the report of a run, and what it shipped to Neo4j.
func (a *app) tell(ctx context.Context, r pipeline.Report, failed error) error {
	if failed != nil && ctx.Err() == nil {
		return failed
	}
	shipped, err := a.follow(ctx, r)
	if err := errors.Join(failed, err); err != nil && ctx.Err() == nil {
		return err
	}
	if a.JSON {
		return errors.Join(failed, a.json(reportJSON{r, shipped}), a.verdict(r))
	}
	a.reportText(a.stdout, r)
	if shipped != nil {
		a.shippedText(*shipped)
	}
	return errors.Join(failed, a.verdict(r))
}

// follow brings the Neo4j of --graph up to date with the database, nil without one.
func (a *app) follow(ctx context.Context, r pipeline.Report) (*shipment, error) {
	if a.Graph == "" || r.DryRun || ctx.Err() != nil {
		return nil, nil
	}
	path, err := a.databasePath()
	if err != nil {
		return nil, err
	}
	replica, err := a.neo4j(ctx, string(a.Graph))
	if err != nil {
		return nil, err
	}
	defer replica.Close()
	p, err := a.ledger()
	if err != nil {
		return nil, err
	}
	defer p.Close()
	report, err := a.ship(ctx, p.Feed(snapshots(path)), replica, false)
	s := newShipment(report)
	return &s, err
}

// verdict makes status 1 of pages that failed and of sites that have changed.
func (a *app) verdict(r pipeline.Report) error {
	failed := 0
	var reported error
	for _, s := range r.Sites {
		failed += sum(s.Failed)
		if s.State == "changed" {
			a.log.Error(a.text("refresh.changed", s.Site))
			reported = errReported
		}
	}
	if failed > 0 {
		a.log.Error(a.text("refresh.failed."+form(failed), failed))
		reported = errReported
	}
	return reported
}

func sum(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}
