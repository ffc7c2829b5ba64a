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
	for next := time.Now(); ; {
		next = next.Add(every)
		if err := s.once(ctx); err != nil {
			if ctx.Err() != nil || !passing(err) {
				return err
			}
			if !errors.Is(err, errReported) {
				s.app.log.Error(s.app.explain(err))
			}
		}
		for !next.After(time.Now()) {
			next = next.Add(every) // a run that took longer than every
		}
		s.app.say("refresh.next", s.app.moment(next))
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(time.Until(next)):
		}
	}
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
