package pipeline

import (
	"context"
	"io"
	"iter"
	"sync"

	"vnlex/extractors/reading"
)

// Read gives what each page says, in the order of the inputs, and stores nothing; "-" is
// one page on stdin. A page that cannot be read gives a *PageError, and the others go on.
// As many pages are read at once as there are jobs; a few more wait for their turn.
func Read(
	ctx context.Context, paths []string, stdin io.Reader, opt Options,
) iter.Seq2[*reading.Reading, error] {
	opt = opt.withDefaults()
	return func(yield func(*reading.Reading, error) bool) {
		inner, cancel := context.WithCancel(ctx)
		queue := make(chan chan answer, ahead*opt.Jobs)
		var running sync.WaitGroup
		running.Go(func() { ask(inner, pages(paths, stdin, opt), opt, queue) })
		defer running.Wait()
		defer cancel()
		for a := range queue {
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			if got := <-a; !yield(got.reading, got.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(nil, err)
		}
	}
}

// An answer is what became of one page.
type answer struct {
	reading *reading.Reading
	err     error
}

// ask has every page read, and gives the places of the answers in the order of the pages.
func ask(ctx context.Context, all iter.Seq[input], opt Options, queue chan<- chan answer) {
	var running sync.WaitGroup
	defer running.Wait()
	defer close(queue)
	free := make(chan struct{}, opt.Jobs)
	for in := range all {
		a := make(chan answer, 1)
		select {
		case queue <- a:
		case <-ctx.Done():
			return
		}
		free <- struct{}{}
		running.Go(func() {
			r, err := readOne(ctx, in, opt)
			a <- answer{r, err}
			<-free
		})
	}
}

// pages yields the pages behind paths; "-" is one on stdin.
func pages(paths []string, stdin io.Reader, opt Options) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, p := range paths {
			all := at(p, opt)
			if p == "-" {
				all = one(standard(stdin))
			}
			for in := range all {
				if !in.place && !yield(in) {
					return
				}
			}
		}
	}
}

func standard(stdin io.Reader) input {
	return input{url: "-", open: func(context.Context) (content, error) {
		return content{body: io.NopCloser(stdin), size: -1}, nil
	}}
}

func readOne(ctx context.Context, in input, opt Options) (*reading.Reading, error) {
	check(&in)
	if in.failed != nil {
		return nil, in.failed
	}
	raw, err := load(ctx, &in, opt)
	if err != nil {
		return nil, err
	}
	t, _, err := readAs(in.site, in.url, in.media, raw, opt)
	if err != nil {
		return nil, err
	}
	t.reading.Text = t.source.Text
	return t.reading, nil
}
