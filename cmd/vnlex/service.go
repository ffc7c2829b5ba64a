package main

import (
	"context"
	"errors"
	"time"

	"vnlex/graph/neo4j"
	"vnlex/pipeline"
	"vnlex/pipeline/ledger"
)

// A service refreshes, once or at fixed times.
type service struct {
	app     *app
	opt     pipeline.RefreshOptions
	metrics *metrics
}

func (s *service) once(ctx context.Context) error {
	report, err := s.app.refresh(ctx, s.opt, s.metrics)
	return s.app.tell(ctx, report, err)
}

// again refreshes at once and then every so often, counted from start to start. A run
// that fails does not end the service, for the next one may not; being asked to stop
// between two runs is a good end.
func (s *service) again(ctx context.Context, every time.Duration) error {
	next := clock()
	for {
		next = following(next, clock(), every)
		if err := s.once(ctx); err != nil {
			if ctx.Err() != nil || !passing(err) {
				return err
			}
			if !errors.Is(err, errReported) {
				s.app.log.Error(s.app.explain(err))
			}
		}
		s.app.say("refresh.next", s.app.moment(next))
		if !rest(ctx, next, every) {
			return nil
		}
	}
}

// rest waits for the next start and reports whether it came.
func rest(ctx context.Context, next time.Time, every time.Duration) bool {
	for {
		left := waitFor(next.Sub(clock()), every)
		if left == 0 {
			return true
		}
		select {
		case <-ctx.Done():
			return false
		case <-time.After(min(left, time.Minute)):
		}
	}
}

// clock is the time on the wall: it goes on while the machine sleeps.
func clock() time.Time { return time.Now().Round(0) }

// following is the first start after the one planned that is not past: a run that took
// longer than every leaves out those that it slept through.
func following(planned, now time.Time, every time.Duration) time.Time {
	next := planned.Add(every)
	if next.After(now) {
		return next
	}
	return now.Add(every)
}

// waitFor is how long to wait for a start that is so far off, 0 when it is time. A clock
// that was set back must not make the wait longer than the time between two runs.
func waitFor(left, every time.Duration) time.Duration {
	if left < 0 || left > every {
		return 0
	}
	return left
}

// passing reports whether what stopped a run may be over by the next one: pages that
// failed, a database that is held or has no room, a Neo4j that is away.
func passing(err error) bool {
	var db *ledger.Error
	var server *neo4j.Error
	switch {
	case errors.As(err, &db):
		return db.Code == ledger.Locked || db.Code == ledger.Full
	case errors.As(err, &server):
		return true
	}
	return errors.Is(err, errReported)
}
