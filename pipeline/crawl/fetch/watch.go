package fetch

import (
	"context"
	"errors"
	"time"
)

var (
	errIdle  = errors.New("nothing came for too long")
	errTotal = errors.New("it took too long")
)

// A watcher ends a request that stands still, or that takes too long.
type watcher struct {
	context.Context
	parent context.Context
	cancel context.CancelCauseFunc
	limits Limits
	idle   *time.Timer
	total  *time.Timer
}

func watch(parent context.Context, l Limits) *watcher {
	ctx, cancel := context.WithCancelCause(parent)
	return &watcher{
		Context: ctx, parent: parent, cancel: cancel, limits: l,
		idle:  time.AfterFunc(l.Idle, func() { cancel(errIdle) }),
		total: time.AfterFunc(l.Total, func() { cancel(errTotal) }),
	}
}

// alive tells that something came.
func (w *watcher) alive() { w.idle.Reset(w.limits.Idle) }

func (w *watcher) stop() {
	w.idle.Stop()
	w.total.Stop()
	w.cancel(context.Canceled)
}
