package main

import (
	"context"

	"vnlex/pipeline"
)

// A rebuildCmd reads every kept page anew and resolves anew.
type rebuildCmd struct{}

func (rebuildCmd) Run(ctx context.Context, a *app) error {
	return a.write(ctx, a.options(), func(p *pipeline.Pipeline) (pipeline.Summary, error) {
		return p.Rebuild(ctx)
	})
}
