package pipeline

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/resolve"
)

// Ingest takes the named files, folders and URLs through the whole flow; "-" stands for
// a list of them, one a line, on stdin. It ends when no mark is left. When ctx is
// cancelled it finishes the pages at hand, keeps what is done and returns the error
// of ctx with the summary so far. A page that fails is counted and does not stop the
// others. Neither the order of pages nor the number of workers changes the result.
func (p *Pipeline) Ingest(ctx context.Context, paths []string, stdin io.Reader) (Summary, error) {
	return p.write(ctx, "ingest", func(w *writer) error {
		return w.ingest(ctx, expand(paths, stdin, p.opt))
	})
}

// IngestInputs does the same with pages that are not on disk.
func (p *Pipeline) IngestInputs(
	ctx context.Context, all iter.Seq2[Input, error],
) (Summary, error) {
	return p.write(ctx, "ingest", func(w *writer) error {
		var failed error
		err := w.ingest(ctx, func(yield func(input) bool) {
			for in, err := range all {
				if failed = err; err != nil || !yield(in.input()) {
					return
				}
			}
		})
		return errors.Join(err, failed)
	})
}

func (i Input) input() input {
	return input{url: i.URL, media: i.Type, open: func(context.Context) (content, error) {
		body, err := i.Open()
		return content{body: body, size: -1}, err
	}}
}

// ingest commits what workers make of all, in the order of all.
func (w *writer) ingest(ctx context.Context, all iter.Seq[input]) error {
	results, stop := w.start(ctx, all)
	defer stop()
	g := &group{w: w}
	for {
		select {
		case t, ok := <-results:
			if !ok {
				return errors.Join(g.commit(ctx), w.failure(), ctx.Err())
			}
			if err := g.add(ctx, t); err != nil {
				return err
			}
		case <-g.late:
			if err := g.commit(ctx); err != nil {
				return err
			}
		}
	}
}

// A group is a transaction of page commits: many pages share one wait for the disk,
// but none waits long for the others.
type group struct {
	w     *writer
	pages []taken
	size  int
	late  <-chan time.Time
}

const (
	groupBytes = 8 << 20
	groupWait  = 100 * time.Millisecond
)

func (g *group) add(ctx context.Context, t taken) error {
	if len(g.pages) == 0 {
		g.late = time.After(groupWait)
	}
	g.pages = append(g.pages, t)
	g.size += t.size()
	if len(g.pages) < g.w.opt.group && g.size < groupBytes {
		return nil
	}
	return errors.Join(g.commit(ctx), g.w.failure())
}

func (g *group) commit(ctx context.Context) error {
	err := g.w.commit(ctx, g.pages)
	clear(g.pages)
	g.pages, g.size, g.late = g.pages[:0], 0, nil
	return err
}

// commit writes a group and tells how far the run is.
func (w *writer) commit(ctx context.Context, group []taken) error {
	if len(group) == 0 {
		return nil
	}
	if err := w.ledger.Batch(ctx, func(ctx context.Context, b *ledger.Batch) error {
		for i := range group {
			if err := w.one(ctx, b, &group[i]); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	for i := range group {
		w.tell(&group[i])
	}
	return nil
}

// one commits a page, or notes why it failed.
func (w *writer) one(ctx context.Context, b *ledger.Batch, t *taken) error {
	switch {
	case t.skipped || t.forgotten:
		return nil
	case t.in.place:
		return b.Settled(ctx, t.in.url)
	case t.failed != nil:
		return b.Fail(ctx, ledger.Failure{URL: t.failed.URL, Origin: t.in.origin,
			Code:   t.failed.Code,
			Reason: plain(t.failed.Reason), Again: w.retry})
	case t.unchanged && w.put[resolve.HashURL(t.in.url)]:
		*t = w.anew(ctx, t.in)
		return w.one(ctx, b, t)
	case t.unchanged:
		return nil
	}
	w.put[resolve.HashURL(t.in.url)] = true
	if w.rebuild {
		return b.Renew(ctx, t.page)
	}
	isNew, err := b.Put(ctx, t.page)
	t.unchanged = !isNew
	return err
}

// tell counts a page that is committed.
func (w *writer) tell(t *taken) {
	if t.skipped || t.in.place {
		return
	}
	w.done++
	e := Event{Stage: "read", Done: w.done, URL: t.in.url}
	switch {
	case t.forgotten:
		w.sum.Forgotten++
	case t.failed != nil:
		w.sum.Failed++
		e.Code = t.failed.Code
		if len(w.sum.Failures) < maxFailures {
			w.sum.Failures = append(w.sum.Failures, Failure{t.failed.URL, t.failed.Code,
				t.failed.Reason})
		}
	case t.unchanged:
		w.sum.Unchanged++
	default:
		w.sum.Read++
	}
	w.opt.Progress(e)
}

// maxFailures are named in a summary; the ledger lists them all.
const maxFailures = 20
