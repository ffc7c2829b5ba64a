package crawl

import (
	"context"
	"errors"
	"time"

	"vnlex/pipeline/ledger"
)

// A keeper writes to the ledger for all lanes: what comes while a transaction is on its
// way to the disk goes into the next one together. In between it resolves what is marked,
// so that the graph is never far behind a long crawl, and little is left at its end.
type keeper struct {
	ledger *ledger.Ledger
	run    int64
	fail   func(error)
	tasks  chan *task
	ended  chan struct{}

	news    int       // pages since all was settled
	settled time.Time // when that was, by the system's clock: it paces work, not requests
	busy    bool      // settling
	begun   time.Time // since when
	wait    time.Duration
	step    time.Time // the last bucket commit
	tally   ledger.Tally
}

// A task is what one lane wants written. It checks its lease before it writes anything.
type task struct {
	do    func(ctx context.Context, b *ledger.Batch) error
	after func() // when it is on the disk; in the keeper's goroutine
	page  bool   // it brings something to settle
	err   error
	done  chan struct{}
}

const (
	together    = 256                   // tasks that share a transaction at most
	settleAfter = 1000                  // pages
	settleEvery = 10 * time.Second      // at least; five times as long as it takes
	stepUnits   = 300                   // of resolution in one commit, so that no lane waits for long
	stepPause   = 40 * time.Millisecond // between two, while lanes have something to write
)

func newKeeper(l *ledger.Ledger, run int64, fail func(error)) *keeper {
	return &keeper{ledger: l, run: run, fail: fail, tasks: make(chan *task, together),
		ended: make(chan struct{}), settled: time.Now(), wait: settleEvery}
}

// do has a task written, and returns when it is on the disk. It is not cut short.
func (k *keeper) do(
	write func(ctx context.Context, b *ledger.Batch) error, after func(),
) error {
	return k.hand(&task{do: write, after: after})
}

func (k *keeper) hand(t *task) error {
	t.done = make(chan struct{})
	k.tasks <- t
	<-t.done
	return t.err
}

// stop returns when all is written, with what was resolved.
func (k *keeper) stop() ledger.Tally {
	close(k.tasks)
	<-k.ended
	return k.tally
}

func (k *keeper) work() {
	defer close(k.ended)
	tick := time.NewTicker(stepPause)
	defer tick.Stop()
	for {
		select {
		case t, ok := <-k.tasks:
			if !ok {
				return
			}
			k.write(k.gather(t))
		case <-tick.C:
		}
		k.settle()
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
	if disk := new(ledger.Error); err != nil && len(all) > 1 && !errors.As(err, &disk) {
		for _, t := range all { // one of them cannot be written: the others can
			k.write([]*task{t})
		}
		return
	}
	for _, t := range all {
		switch {
		case err != nil:
			t.err = err
		case t.err == nil && t.after != nil:
			t.after()
		}
		if t.err == nil && t.page {
			k.news++
		}
		close(t.done)
	}
}

// settle makes a bucket commit if enough has come since the last time.
func (k *keeper) settle() {
	now := time.Now()
	late := now.Sub(k.settled) > k.wait
	if !k.busy && k.news > 0 && late || k.news >= settleAfter {
		k.busy, k.news, k.begun = true, 0, now
	}
	if !k.busy || len(k.tasks) > 0 && now.Sub(k.step) < stepPause {
		return
	}
	t, n, err := k.ledger.SettleSome(context.Background(), k.run, stepUnits)
	k.tally.Add(t)
	k.step = time.Now()
	switch {
	case err != nil:
		k.busy = false
		k.fail(err)
	case n == 0:
		k.busy, k.settled = false, k.step
		k.wait = max(settleEvery, 5*k.step.Sub(k.begun))
	}
}
