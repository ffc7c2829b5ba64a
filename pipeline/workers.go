package pipeline

import (
	"context"
	"crypto/sha256"
	"iter"
	"sync"
)

// ahead is how many pages each worker may be ahead of the writer; it bounds memory.
const ahead = 8

// A job is an input with the place for what a worker makes of it.
type job struct {
	in  input
	out chan taken
}

// start lets workers take the inputs, and returns what they make of them in the order
// of the inputs. When ctx is cancelled, pages that no worker has begun are skipped.
// stop waits until all workers have ended.
func (w *writer) start(
	ctx context.Context, all iter.Seq[input],
) (results <-chan taken, stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	jobs, queue, out := make(chan job), make(chan job, ahead*w.opt.Jobs), make(chan taken)
	var running sync.WaitGroup
	running.Go(func() { hand(ctx, all, jobs, queue) })
	for range w.opt.Jobs {
		running.Go(func() { w.work(ctx, jobs) })
	}
	running.Go(func() {
		defer close(out)
		for j := range queue {
			out <- <-j.out
		}
	})
	return out, func() {
		cancel()
		for range out {
		}
		running.Wait()
	}
}

// hand gives each input to a worker, and to the queue that keeps their order.
func hand(ctx context.Context, all iter.Seq[input], jobs, queue chan<- job) {
	defer close(queue)
	defer close(jobs)
	for in := range all {
		if ctx.Err() != nil {
			return
		}
		j := job{in, make(chan taken, 1)}
		queue <- j
		jobs <- j
	}
}

func (w *writer) work(ctx context.Context, jobs <-chan job) {
	for j := range jobs {
		if ctx.Err() != nil || w.failure() != nil {
			j.out <- taken{in: j.in, skipped: true}
			continue
		}
		j.out <- w.take(context.WithoutCancel(ctx), j.in)
	}
}

// anew reads a page that looked unchanged, but was changed by this very run.
func (w *writer) anew(ctx context.Context, in input) taken {
	t := taken{in: in}
	raw, err := load(ctx, &t.in, w.opt)
	if err != nil {
		t.failed = pageError(in.url, err)
		return t
	}
	return w.finish(t, raw, sha256.Sum256(raw))
}
