package main

import (
	"context"

	"vnlex/pipeline"
)

// A rebuildCmd reads every kept page anew and resolves anew.
type rebuildCmd struct {
	Dir string `name:"sites" placeholder:"DIR"`
}

func (c rebuildCmd) Run(ctx context.Context, a *app) error {
	dir, err := a.sitesDir(c.Dir)
	if err != nil {
		return err
	}
	opt := a.options()
	opt.SiteDir = dir
	return a.write(ctx, opt, func(p *pipeline.Pipeline) (pipeline.Summary, error) {
		return p.Rebuild(ctx)
	})
}
