package main

import (
	"context"
	"errors"

	"vnlex/pipeline"
)

// options are what the global flags say of how pages are taken.
func (a *app) options() pipeline.Options {
	return pipeline.Options{
		MaxBytes:     int64(a.MaxBytes),
		AllowPrivate: a.AllowPrivate,
		Contact:      a.Contact,
		Log:          a.log,
	}
}

// write runs a command that changes the database, shows how far it is, and
// prints what it did, also when it was stopped half-way.
func (a *app) write(
	ctx context.Context, opt pipeline.Options,
	run func(*pipeline.Pipeline) (pipeline.Summary, error),
) error {
	path, err := a.databasePath()
	if err != nil {
		return err
	}
	return a.writeAt(ctx, path, opt, run)
}

func (a *app) writeAt(
	ctx context.Context, path string, opt pipeline.Options,
	run func(*pipeline.Pipeline) (pipeline.Summary, error),
) error {
	bar := a.progress()
	opt.Progress = bar.event
	p, err := pipeline.Open(path, embedded(), opt)
	if err != nil {
		return err
	}
	defer p.Close()
	stop := context.AfterFunc(ctx, func() { a.say("interrupting") })
	defer stop()
	sum, err := run(p)
	bar.done()
	if err != nil && ctx.Err() == nil {
		return err
	}
	return errors.Join(a.summary(sum), err)
}

// summary prints what a run did. Pages that failed make status 1.
func (a *app) summary(s pipeline.Summary) error {
	if err := a.told(s); err != nil {
		return err
	}
	if s.Dropped > 0 {
		a.say("summary.dropped."+form(s.Dropped), s.Dropped)
	}
	if s.Failed == 0 {
		return nil
	}
	for _, f := range s.Failures {
		a.log.Warn(a.text("extract.failed", f.URL, f.Code, a.reason(f.Code, f.Reason)))
	}
	a.log.Error(a.text("summary.failed."+form(s.Failed), s.Failed))
	return errReported
}

func (a *app) told(s pipeline.Summary) error {
	if a.JSON {
		return a.json(s)
	}
	a.printf("%s\n", a.text("summary.pages", s.Read, s.Unchanged, s.Failed))
	if s.Forgotten > 0 {
		a.printf("%s\n", a.text("summary.forgotten", s.Forgotten))
	}
	d, r := s.Documents, s.Relations
	a.printf("%s\n", a.text("summary.documents", d.Added, d.Changed, d.Removed))
	a.printf("%s\n", a.text("summary.relations", r.Added, r.Changed, r.Removed))
	return nil
}
