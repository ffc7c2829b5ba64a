package ledger

import (
	"context"
	"time"

	"vnlex/pipeline/ledger/query"
)

// A SiteState is what is known of a site.
type SiteState struct {
	State  string // ok, changed; empty: no run has looked at it
	Reason string
	Run    int64
	At     time.Time
	Due    int
	Next   time.Time
	Pages  int // that were read
	Failed int
	Gone   int
}

// PutSite notes what a run says of a site.
func (b *Batch) PutSite(ctx context.Context, name string, s SiteState) error {
	return b.q.PutSite(ctx, query.PutSiteParams{Name: name, State: s.State, Reason: s.Reason,
		Run: s.Run, At: millisOf(s.At)})
}

// Sites returns what is known of the sites, by name.
func (r *Reader) Sites(ctx context.Context, now time.Time) (map[string]SiteState, error) {
	all := map[string]SiteState{}
	rows, err := r.q.Sites(ctx)
	if err != nil {
		return nil, explain(r.path, err)
	}
	for _, w := range rows {
		all[w.Name] = SiteState{State: w.State, Reason: w.Reason, Run: w.Run, At: timeOf(w.At)}
	}
	counts, err := r.q.SiteCounts(ctx)
	if err != nil {
		return nil, explain(r.path, err)
	}
	for _, c := range counts {
		s := all[c.Site]
		s.Pages, s.Failed, s.Gone = int(c.Pages), int(c.Failed), int(c.Gone)
		all[c.Site] = s
	}
	due, err := r.q.SiteDue(ctx, now.UnixMilli())
	for _, d := range due {
		s := all[d.Site]
		s.Due, s.Next = int(d.Due), timeOf(d.Next)
		all[d.Site] = s
	}
	return all, explain(r.path, err)
}

// DueOfSite returns what is due at a site, at most some; only what failed before, if
// failed says so.
func (r *Reader) DueOfSite(
	ctx context.Context, site string, now time.Time, some int, failed bool,
) ([]string, error) {
	if failed {
		all, err := r.q.FailedOfSite(ctx, query.FailedOfSiteParams{Site: site,
			Limit: int64(some)})
		return all, explain(r.path, err)
	}
	all, err := r.q.DueOfSite(ctx, query.DueOfSiteParams{Site: site, Due: now.UnixMilli(),
		Limit: int64(some)})
	return all, explain(r.path, err)
}

// Strange tells how many pages of a site are, as far as is known, not built as its file
// says, and what the last run said of that.
func (b *Batch) Strange(ctx context.Context, site string) (pages int, reason string, err error) {
	n, err := b.q.CountStrange(ctx, site)
	if err != nil {
		return 0, "", err
	}
	old, err := b.q.SiteReason(ctx, site)
	if len(old) > 0 {
		reason = old[0]
	}
	return int(n), reason, err
}
