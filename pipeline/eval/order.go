package eval

import (
	"context"
	"iter"
	"sync"
)

// ahead is how many results each worker may be ahead of who takes them; it bounds memory.
const ahead = 4

// inOrder lets workers do the tasks, and takes their sheets in the order of the tasks.
// The first error, in that order, ends it.
func inOrder(
	ctx context.Context, jobs int, all iter.Seq2[task, error],
	do func(context.Context, task) (*sheet, error), take func(*sheet) error,
) error {
	ctx, cancel := context.WithCancel(ctx)
	work, queue := make(chan job), make(chan job, ahead*jobs)
	var running sync.WaitGroup
	running.Go(func() { hand(ctx, all, work, queue) })
	for range jobs {
		running.Go(func() {
			for j := range work {
				s, err := do(ctx, j.task)
				j.out <- result{s, err}
			}
		})
	}
	defer running.Wait()
	defer cancel()
	return drain(ctx, queue, take)
}

type job struct {
	task task
	out  chan result
}

type result struct {
	sheet *sheet
	err   error
}

// hand gives each task to a worker, and to the queue that keeps their order.
func hand(ctx context.Context, all iter.Seq2[task, error], work, queue chan<- job) {
	defer close(queue)
	defer close(work)
	for t, err := range all {
		j := job{t, make(chan result, 1)}
		if err != nil {
			j.out <- result{err: err}
		}
		select {
		case queue <- j:
		case <-ctx.Done():
			return
		}
		if err != nil {
			return
		}
		select {
		case work <- j:
		case <-ctx.Done():
			j.out <- result{err: ctx.Err()}
			return
		}
	}
}

func drain(ctx context.Context, queue <-chan job, take func(*sheet) error) error {
	for j := range queue {
		r := <-j.out
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.err != nil {
			return r.err
		}
		if err := take(r.sheet); err != nil {
			return err
		}
	}
	return ctx.Err()
}
