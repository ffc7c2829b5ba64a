package main

import (
	"context"
	"errors"
	"os"
	"slices"

	"vnlex/extractors/reading"
	"vnlex/pipeline"
)

// An extractCmd prints what pages say, and stores nothing.
type extractCmd struct {
	Text  bool
	Kind  string   `enum:",news,legal" default:"" placeholder:"news|legal"`
	Paths []string `arg:"" placeholder:"FILE|URL|-"`
}

func (c extractCmd) Run(ctx context.Context, a *app) error {
	opt := a.options()
	opt.Kind = c.Kind
	failed := false
	for r, err := range pipeline.Read(ctx, c.Paths, until(ctx, a.stdin), opt) {
		var page *pipeline.PageError
		switch {
		case errors.As(err, &page):
			failed = true
			a.log.Error(a.text("extract.failed", page.URL, page.Code, page.Reason))
			continue
		case err != nil:
			return err
		}
		if !c.Text {
			r.Text = ""
		}
		if err := c.print(a, r); err != nil {
			return err
		}
	}
	if failed {
		return errReported
	}
	return ctx.Err()
}

// print writes one object: on one line when there may be several.
func (c extractCmd) print(a *app, r *reading.Reading) error {
	if a.Format == "jsonl" || a.Format == "" && c.several() {
		return a.jsonLine(r)
	}
	return a.json(r)
}

// several reports whether there may be more than one page.
func (c extractCmd) several() bool {
	return len(c.Paths) > 1 || slices.ContainsFunc(c.Paths, func(p string) bool {
		info, err := os.Stat(p)
		return pipeline.IsArchive(p) || err == nil && info.IsDir()
	})
}
