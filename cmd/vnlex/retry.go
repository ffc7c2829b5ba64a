package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"

	"vnlex/pipeline"
)

// A retryCmd takes the failed pages up again: ingested ones from where they came,
// those of sites by fetching them as a refresh does.
type retryCmd struct {
	Dir string `name:"sites" placeholder:"DIR"`
}

func (c retryCmd) Run(ctx context.Context, a *app) error {
	crawled, err := a.failedOfSites(ctx)
	if err != nil {
		return err
	}
	if !crawled {
		return c.ingested(ctx, a)
	}
	if err := a.reachable(); err != nil {
		return err
	}
	if a.JSON {
		return c.json(ctx, a)
	}
	return worst(c.ingested(ctx, a), func() error { return c.crawled(ctx, a) })
}

// worst runs the second step also when pages failed in the first.
func worst(first error, second func() error) error {
	if first != nil && !errors.Is(first, errReported) {
		return first
	}
	return errors.Join(first, second())
}

func (retryCmd) ingested(ctx context.Context, a *app) error {
	return a.write(ctx, a.options(), func(p *pipeline.Pipeline) (pipeline.Summary, error) {
		return p.Retry(ctx)
	})
}

func (c retryCmd) crawled(ctx context.Context, a *app) error {
	dir, err := a.sitesDir(c.Dir)
	if err != nil {
		return err
	}
	report, err := a.refresh(ctx, pipeline.RefreshOptions{Dir: dir, Failed: true}, newMetrics())
	return a.tell(ctx, report, err)
}

// json gives both steps as one value.
func (c retryCmd) json(ctx context.Context, a *app) error {
	var all struct {
		Ingested json.RawMessage `json:"ingested"`
		Crawled  json.RawMessage `json:"crawled"`
	}
	step := func(run func(context.Context, *app) error, out *json.RawMessage) error {
		var answer bytes.Buffer
		b := *a
		b.stdout = &output{Writer: &answer}
		err := run(ctx, &b)
		*out = answer.Bytes()
		return err
	}
	err := worst(step(c.ingested, &all.Ingested), func() error {
		return step(c.crawled, &all.Crawled)
	})
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	return errors.Join(a.json(all), err)
}

// failedOfSites reports whether pages that a crawl fetched have failed.
func (a *app) failedOfSites(ctx context.Context) (bool, error) {
	p, err := a.ledger()
	if err != nil {
		return false, err
	}
	defer p.Close()
	pages, err := p.Pages(ctx, "", true)
	for _, page := range pages {
		if page.Crawled {
			return true, nil
		}
	}
	return false, err
}
