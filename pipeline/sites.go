package pipeline

import (
	"context"
	"errors"

	"vnlex/pipeline/ledger"
)

// Sites returns the sites that are known, those of dir among them, by name, with what is
// known of each. There need not be a database.
func (p *Pipeline) Sites(ctx context.Context, dir string) ([]SiteState, error) {
	all, err := p.opt.allSites(dir)
	if err != nil {
		return nil, err
	}
	known, err := p.siteStates(ctx)
	if err != nil {
		return nil, err
	}
	states := make([]SiteState, len(all))
	for i, s := range all {
		k := known[s.Name]
		states[i] = SiteState{Name: s.Name, Title: s.Title, Hosts: s.Hosts, File: s.File,
			Off: offOf(s), State: k.State, Reason: k.Reason, LastRun: k.At, NextDue: k.Next,
			Due: k.Due, Pages: k.Pages, Failed: k.Failed, Gone: k.Gone}
		if k.State == "" {
			states[i].State = "never"
		}
	}
	return states, nil
}

func (p *Pipeline) siteStates(ctx context.Context) (map[string]ledger.SiteState, error) {
	r, err := ledger.OpenReader(ctx, p.path)
	var none *ledger.Error
	if errors.As(err, &none) && none.Code == ledger.Missing {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Sites(ctx, p.opt.Now())
}
