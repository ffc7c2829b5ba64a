package pipeline

import (
	"context"
	"errors"

	"vnlex/pipeline/crawl"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

// maxDue is how many addresses a dry run names of one site.
const maxDue = 1000

// dryRun says what would be asked for, and asks for nothing. There need not be a database.
func (p *Pipeline) dryRun(
	ctx context.Context, o RefreshOptions, chosen []*source.Site,
) (Report, error) {
	now := o.Clock.Now()
	report := Report{DryRun: true, Started: now.UTC(), Ended: now.UTC()}
	r, err := ledger.OpenReader(ctx, p.path)
	var none *ledger.Error
	if errors.As(err, &none) && none.Code == ledger.Missing {
		r, err = nil, nil
	}
	if err != nil {
		return report, err
	}
	if r != nil {
		defer r.Close()
	}
	for _, s := range chosen {
		due, err := dueOf(ctx, r, s, o)
		if err != nil {
			return report, err
		}
		site := SiteReport{Counts: crawl.Counts{Site: s.Name, Waiting: len(due)}, State: "ok",
			Off: offOf(s)}
		report.Sites = append(report.Sites, site)
		report.Due = append(report.Due, due...)
	}
	if o.Limit > 0 && len(report.Due) > o.Limit {
		report.Due = report.Due[:o.Limit]
	}
	return report, nil
}

// dueOf returns where a site begins, then what is due in its queue.
func dueOf(
	ctx context.Context, r *ledger.Reader, s *source.Site, o RefreshOptions,
) ([]string, error) {
	var all []string
	seen := map[string]bool{}
	for _, url := range crawl.Starts(s) {
		if !seen[url] && !o.Failed {
			seen[url] = true
			all = append(all, url)
		}
	}
	if r == nil {
		return all, nil
	}
	due, err := r.DueOfSite(ctx, s.Name, o.Clock.Now(), maxDue, o.Failed)
	for _, url := range due {
		if !seen[url] {
			all = append(all, url)
		}
	}
	return all, err
}
