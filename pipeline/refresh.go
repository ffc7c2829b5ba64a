package pipeline

import (
	"cmp"
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"

	"vnlex/pipeline/crawl"
	"vnlex/pipeline/crawl/address"
	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

// RefreshOptions say what a refresh looks at.
type RefreshOptions struct {
	Sites  []string       // names; none: all there are
	Dir    string         // of the user's own site files; empty: as Options says
	From   []*source.Site // nil: as Options says
	Limit  int            // pages fetched, of all sites together; 0: no limit
	Since  time.Time      // only pages that are dated then or later
	DryRun bool           // fetch nothing, say what would be
	Failed bool           // only what failed before

	// Delay is the least time between two requests of one host, whatever a site file
	// says; 0: a second, less than 0: none.
	Delay    time.Duration
	Patience time.Duration // how long a run waits for a host; 0: five minutes

	Clock   crawl.Clock
	Fetcher crawl.Fetcher // nil: a client with contact, guard, Dial and Roots
	Dial    func(ctx context.Context, network, address string) (net.Conn, error)
	Roots   *x509.CertPool

	Progress func(crawl.Event)
}

// ErrNoContact says that a crawler must name who runs it.
var ErrNoContact = errors.New("no contact: a crawler says who runs it; " +
	"set --contact, VNLEX_CONTACT or contact in the configuration to an address or a URL")

// Refresh fetches what is due at the sites, takes it through the whole flow and reports
// what it did; the report is kept with the run. When ctx is cancelled the pages at hand
// are finished and all that is done is kept. Whatever ends a refresh, the next one goes
// on where it stopped.
func (p *Pipeline) Refresh(ctx context.Context, o RefreshOptions) (Report, error) {
	if p.opt.Contact == "" {
		return Report{}, ErrNoContact
	}
	sites, chosen, err := o.choose(p.opt)
	if err != nil {
		return Report{}, err
	}
	if o.Clock.Now == nil {
		o.Clock.Now = p.opt.Now
	}
	if o.Clock.Now == nil {
		o.Clock.Now = time.Now
	}
	if o.DryRun {
		return p.dryRun(ctx, o, chosen)
	}
	r := &refresher{opt: o, sites: sites, chosen: chosen, begun: o.Clock.Now()}
	if r.opt.Fetcher == nil {
		c := p.crawler(o)
		defer c.Close()
		f, end := rendering(c, sites, product+contact(p.opt.Contact))
		defer end()
		r.opt.Fetcher = f
	}
	r.sum, err = p.writeAs(ctx, "refresh", o.Clock.Now, r.crawl, r.report)
	return r.done, err
}

// choose returns all sites, and those that are meant.
func (o RefreshOptions) choose(p Options) (all, chosen []*source.Site, err error) {
	if all = o.From; all == nil {
		if all, err = p.allSites(o.Dir); err != nil {
			return nil, nil, err
		}
	}
	if len(o.Sites) == 0 {
		return all, all, nil
	}
	for _, name := range o.Sites {
		i := slices.IndexFunc(all, func(s *source.Site) bool { return s.Name == name })
		if i < 0 {
			return nil, nil, fmt.Errorf("there is no site %q; vnlex sites lists them", name)
		}
		chosen = append(chosen, all[i])
	}
	return all, chosen, nil
}

// crawler is the client of a crawl. Whoever dials by himself guards by himself.
func (p *Pipeline) crawler(o RefreshOptions) *fetch.Client {
	return fetch.New(fetch.Options{
		Agent:  product + contact(p.opt.Contact),
		Guard:  address.Guard{Private: p.opt.AllowPrivate},
		Limits: fetch.Limits{Wire: p.opt.MaxBytes, Body: p.opt.MaxBytes},
		Dial:   o.Dial, Roots: o.Roots, Now: o.Clock.Now,
	})
}

// A refresher is one refresh.
type refresher struct {
	opt     RefreshOptions
	sites   []*source.Site
	chosen  []*source.Site
	begun   time.Time
	sum     Summary
	outcome crawl.Outcome
	reasons map[string]string // why sites count as changed
	done    Report
}

func (r *refresher) crawl(ctx context.Context, w *writer) (err error) {
	o := r.opt
	r.outcome, err = crawl.Run(ctx, crawl.Options{
		Ledger: w.ledger, Run: w.sum.Run, Sites: r.sites, Chosen: r.isChosen,
		Fetcher: o.Fetcher, Agent: product, Clock: o.Clock, Read: w.readCrawled,
		Limit: o.Limit, Since: o.Since, Failed: o.Failed, Delay: o.Delay, Patience: o.Patience,
		Jobs: w.opt.Jobs, Progress: o.Progress, Log: w.opt.Log,
	})
	w.sum.Dropped += r.outcome.Settled.Dropped
	return errors.Join(err, r.judge(ctx, w))
}

func (r *refresher) isChosen(s *source.Site) bool { return slices.Contains(r.chosen, s) }

// judge marks the sites whose pages are no longer built as their file says. A site stays
// marked while a page of it is known to be so.
func (r *refresher) judge(ctx context.Context, w *writer) error {
	r.reasons = map[string]string{}
	return w.ledger.Batch(ctx, func(ctx context.Context, b *ledger.Batch) error {
		for _, s := range r.outcome.Sites {
			reason := reasonOfChange(s)
			strange, before, err := b.Strange(ctx, s.Site)
			if err != nil {
				return err
			}
			if reason == "" && strange > 0 {
				reason = cmp.Or(before, fmt.Sprintf("%d pages lack what their layout has", strange))
			}
			r.reasons[s.Site] = reason
			if s.Fetched == 0 {
				continue
			}
			state := ledger.SiteState{State: stateOf(reason), Reason: reason, Run: w.sum.Run,
				At: r.opt.Clock.Now()}
			if err := b.PutSite(ctx, s.Site, state); err != nil {
				return err
			}
		}
		return nil
	})
}

func stateOf(reason string) string {
	if reason != "" {
		return "changed"
	}
	return "ok"
}

// report makes the report; it is called when the graph is settled.
func (r *refresher) report(sum Summary, err error) (string, error) {
	r.done = Report{Run: sum.Run, Started: r.begun.UTC(), Ended: r.opt.Clock.Now().UTC(),
		Interrupted: err != nil, Documents: sum.Documents, Relations: sum.Relations,
		Dropped: sum.Dropped}
	for _, s := range r.outcome.Sites {
		r.done.Sites = append(r.done.Sites, r.site(s))
	}
	for _, f := range r.outcome.Failures {
		r.done.Failures = append(r.done.Failures, Failure(f))
	}
	text, err := json.Marshal(r.done)
	return string(text), err
}

func (r *refresher) site(s crawl.SiteOutcome) SiteReport {
	t := SiteReport{Counts: s.Counts, State: stateOf(r.reasons[s.Site]), Reason: r.reasons[s.Site],
		Documents: Moved{s.Moved.DocumentsGained, s.Moved.DocumentsLost},
		Relations: Moved{s.Moved.RelationsGained, s.Moved.RelationsLost}}
	for _, b := range s.Breaches {
		t.Breaches = append(t.Breaches, Breach{Rule: b.Rule, URL: b.Page, Layout: b.Layout,
			Name: b.Name, Selector: b.Selector, Want: b.Want, Got: b.Got})
	}
	for _, site := range r.chosen {
		if site.Name == s.Site {
			t.Off = offOf(site)
		}
	}
	return t
}

// reasonOfChange words what a site lacks; empty: nothing.
func reasonOfChange(s crawl.SiteOutcome) string {
	var words []string
	for _, f := range s.Astray {
		words = append(words, fmt.Sprintf("start point %s: %s", f.URL, f.Reason))
	}
	if s.Held > 0 {
		words = append(words, fmt.Sprintf("%d pages gone at once are kept", s.Held))
	}
	for i, b := range s.Breaches {
		if i == 3 {
			words = append(words, fmt.Sprintf("and %d more", len(s.Breaches)-i))
			break
		}
		words = append(words, fmt.Sprintf("%s %s: want %s, got %s", b.Layout, b.Name, b.Want, b.Got))
	}
	return strings.Join(words, "; ")
}

func offOf(s *source.Site) []Off {
	var all []Off
	for _, o := range s.Off {
		all = append(all, Off{o.Part, o.Reason})
	}
	return all
}
