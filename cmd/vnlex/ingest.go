package main

import (
	"context"

	"vnlex/pipeline"
)

// An ingestCmd takes pages through the whole flow.
type ingestCmd struct {
	Jobs  countFlag `placeholder:"N"`
	Paths []string  `arg:"" placeholder:"PATH|URL|-"`
}

func (c ingestCmd) Run(ctx context.Context, a *app) error {
	opt := a.options()
	opt.Jobs = int(c.Jobs)
	return a.write(ctx, opt, func(p *pipeline.Pipeline) (pipeline.Summary, error) {
		sum, err := p.Ingest(ctx, c.Paths, until(ctx, a.stdin))
		if err == nil && sum.Read+sum.Unchanged+sum.Failed+sum.Forgotten == 0 {
			a.log.Warn(a.text("ingest.none"))
		}
		return sum, err
	})
}
