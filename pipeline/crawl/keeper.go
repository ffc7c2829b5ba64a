package crawl

import (
	"context"
	"errors"

	"vnlex/pipeline/ledger"
)

// A keeper writes to the ledger for all lanes: what comes while a transaction is on its
// way to the disk goes into the next one together.
type keeper struct {
	ledger *ledger.Ledger
	tasks  chan *task
	ended  chan struct{}
}

// A task is what one lane wants written. It checks its lease before it writes anything.
type task struct {
	do    func(ctx context.Context, b *ledger.Batch) error
	after func() // when it is on the disk; in the keeper's goroutine
	err   error
	done  chan struct{}
}

// together is how many tasks share a transaction at most.
const together = 256

func newKeeper(l *ledger.Ledger) *keeper {
	return &keeper{l, make(chan *task, together), make(chan struct{})}
}

// do has a task written, and returns when it is on the disk. It is not cut short by ctx.
func (k *keeper) do(
	ctx context.Context, write func(ctx context.Context, b *ledger.Batch) error, after func(),
) error {
	t := &task{do: write, after: after, done: make(chan struct{})}
	k.tasks <- t
	<-t.done
	return t.err
}

func (k *keeper) stop() {
	close(k.tasks)
	<-k.ended
}

func (k *keeper) run() {
	defer close(k.ended)
	for t := range k.tasks {
		k.write(k.gather(t))
	}
}

// gather takes what else is waiting.
func (k *keeper) gather(t *task) []*task {
	all := []*task{t}
	for len(all) < together {
		select {
		case t, ok := <-k.tasks:
			if !ok {
				return all
			}
			all = append(all, t)
		default:
			return all
		}
	}
	return all
}

// write writes tasks in one transaction. One whose lease has moved on is refused alone.
func (k *keeper) write(all []*task) {
	err := k.ledger.Batch(context.Background(), func(ctx context.Context, b *ledger.Batch) error {
		for _, t := range all {
			t.err = t.do(ctx, b)
			if t.err != nil && !errors.Is(t.err, ledger.ErrLease) {
				return t.err
			}
		}
		return nil
	})
	for _, t := range all {
		switch {
		case err != nil:
			t.err = err
		case t.err == nil && t.after != nil:
			t.after()
		}
		close(t.done)
	}
}
