package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"vnlex/pipeline/crawl"
	"vnlex/pipeline/ledger"
)

// A Report is what a refresh did. It is kept with the run.
type Report struct {
	Run         int64        `json:"run"`
	Started     time.Time    `json:"started"`
	Ended       time.Time    `json:"ended"`
	DryRun      bool         `json:"dry_run,omitempty"`
	Interrupted bool         `json:"interrupted,omitempty"`
	Sites       []SiteReport `json:"sites"`
	Documents   Tally        `json:"documents"`
	Relations   Tally        `json:"relations"`
	Dropped     int          `json:"dropped"`
	Failures    []Failure    `json:"failures,omitempty"` // the first twenty
	Due         []string     `json:"due,omitempty"`      // a dry run: what would be fetched

	// Unreported is a later run that is still at work, or was killed: what it did is kept.
	Unreported *Unreported `json:"unreported,omitempty"`
}

// Unreported is a refresh without a report.
type Unreported struct {
	Run     int64     `json:"run"`
	Started time.Time `json:"started"`
}

func (u *Unreported) Error() string {
	return fmt.Sprintf("refresh %d of %s left no report: it is still at work, or was killed; "+
		"what it did is kept, and the next vnlex refresh goes on", u.Run,
		u.Started.Format(time.RFC3339))
}

// A SiteReport is what a refresh did at one site.
type SiteReport struct {
	crawl.Counts
	State     string   `json:"state"`            // ok, changed
	Reason    string   `json:"reason,omitempty"` // why it counts as changed
	Breaches  []Breach `json:"breaches,omitempty"`
	Off       []Off    `json:"off,omitempty"`
	Documents Moved    `json:"documents"`
	Relations Moved    `json:"relations"`
}

// Moved counts what the pages of a site state now and did not before, and the reverse.
type Moved struct {
	Gained int `json:"gained"`
	Lost   int `json:"lost"`
}

// A Breach is something that a page or a site should have and has not.
type Breach struct {
	Rule     string `json:"rule"`          // require, fill, min, max, unknown_labels, pages
	URL      string `json:"url,omitempty"` // an example; empty: the site as a whole
	Layout   string `json:"layout,omitempty"`
	Name     string `json:"name"` // of the selector: title, body …
	Selector string `json:"selector,omitempty"`
	Want     string `json:"want"`
	Got      string `json:"got"`
}

// An Off is a part of a site that its file leaves alone.
type Off struct {
	Part   string `json:"part"`
	Reason string `json:"reason"`
}

// A SiteState is what is known of a site.
type SiteState struct {
	Name    string    `json:"name"`
	Title   string    `json:"title,omitempty"`
	Hosts   []string  `json:"hosts,omitempty"`
	State   string    `json:"state"` // never, ok, changed
	Reason  string    `json:"reason,omitempty"`
	LastRun time.Time `json:"last_run,omitzero"`
	NextDue time.Time `json:"next_due,omitzero"`
	Due     int       `json:"due"`
	Pages   int       `json:"pages"`
	Failed  int       `json:"failed"`
	Gone    int       `json:"gone"`
	Off     []Off     `json:"off,omitempty"`
	File    string    `json:"file,omitempty"`
}

// ErrNoReport says that there is no report of a refresh.
var ErrNoReport = errors.New("no refresh has run yet; vnlex refresh starts one")

// Report returns what the refresh of that run did; 0: the last one. When the only one left
// no report, the error is an *Unreported.
func (p *Pipeline) Report(ctx context.Context, run int64) (Report, error) {
	r, err := ledger.OpenReader(ctx, p.path)
	if err != nil {
		return Report{}, err
	}
	defer r.Close()
	text, err := r.Counts(ctx, "refresh", run)
	if err != nil {
		return Report{}, err
	}
	last, err := r.Unreported(ctx, "refresh")
	var later *Unreported
	if last.ID != 0 && run == 0 {
		later = &Unreported{last.ID, last.Started}
	}
	switch {
	case err != nil:
		return Report{}, err
	case text == "" && later != nil:
		return Report{}, later
	case text == "" && run != 0:
		return Report{}, fmt.Errorf("run %d is no refresh that ended", run)
	case text == "":
		return Report{}, ErrNoReport
	}
	report := Report{}
	err = json.Unmarshal([]byte(text), &report)
	report.Unreported = later
	return report, err
}
