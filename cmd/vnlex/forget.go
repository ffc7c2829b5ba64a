package main

import (
	"context"

	"vnlex/pipeline"
)

// A forgetCmd takes pages out of the graph and keeps them out.
type forgetCmd struct {
	Allow bool
	URLs  []string `arg:"" name:"urls"`
}

func (c forgetCmd) Run(ctx context.Context, a *app) error {
	return a.write(ctx, a.options(), func(p *pipeline.Pipeline) (pipeline.Summary, error) {
		if c.Allow {
			return p.Allow(ctx, c.URLs)
		}
		return p.Forget(ctx, c.URLs)
	})
}
