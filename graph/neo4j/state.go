package neo4j

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"vnlex/graph"
)

// State returns what the replica knows about itself. It writes nothing.
func (s *Store) State(ctx context.Context) (graph.State, error) {
	var state graph.State
	err := s.read(ctx, func(ctx context.Context, tx transaction) (err error) {
		state, err = stateIn(ctx, tx)
		return err
	})
	return state, err
}

func stateIn(ctx context.Context, tx transaction) (graph.State, error) {
	state := graph.State{Cursors: graph.Cursors{}}
	err := tx.each(ctx, statement("state"), nil, func(r *driver.Record) error {
		m := r.AsMap()
		id, _ := m["id"].(string)
		seq, reached := m["seq"].(int64)
		hash, _ := m["hash"].(string)
		var bucket byte
		switch _, err := fmt.Sscanf(id, "%02x", &bucket); {
		case id == "state":
			state.Begun = true
			state.Generation, _ = m["generation"].(string)
		case err == nil && reached:
			state.Cursors[bucket] = graph.Cursor{Seq: seq, Hash: hash}
		}
		return nil
	})
	return state, err
}

// Take prepares the schema and takes the epoch: whoever held it can write no
// more. It returns the epoch and the state at that moment.
func (s *Store) Take(ctx context.Context) (epoch string, state graph.State, err error) {
	if err := s.Migrate(ctx); err != nil {
		return "", graph.State{}, err
	}
	epoch = rand.Text()
	err = s.write(ctx, func(ctx context.Context, tx transaction) error {
		// State is read when the lock is ours: the last holder may be writing.
		counters, err := tx.do(ctx, statement("epoch_take"), row{"epoch": epoch})
		if err != nil {
			return err
		}
		state, err = stateIn(ctx, tx)
		state.Begun = counters.NodesCreated() == 0
		return err
	})
	return epoch, state, err
}

// hold makes sure that the epoch is still ours, until the transaction ends. The
// lock is taken by a statement of its own: what is read after it is what the
// last holder has left.
func (s *Store) hold(ctx context.Context, tx transaction, epoch string) error {
	if _, err := tx.do(ctx, statement("epoch_lock"), nil); err != nil {
		return err
	}
	held := false
	err := tx.each(ctx, statement("epoch"), nil, func(r *driver.Record) error {
		held = r.Values[0] == epoch
		return nil
	})
	if err == nil && !held {
		return &Error{Kind: Superseded, Op: "write to", Address: s.address.String(),
			Err: errors.New("another sync has taken over")}
	}
	return err
}

// note writes what the replica then knows.
func note(ctx context.Context, tx transaction, d graph.Shipment) error {
	if len(d.Cursors) > 0 {
		var cursors []row
		for bucket, c := range d.Cursors {
			cursors = append(cursors, row{"id": fmt.Sprintf("%02x", bucket), "seq": c.Seq, "hash": c.Hash})
		}
		if _, err := tx.do(ctx, statement("state_cursors"), row{"cursors": cursors}); err != nil {
			return err
		}
	}
	if d.Generation == "" {
		return nil
	}
	_, err := tx.do(ctx, statement("state_generation"), row{"generation": d.Generation})
	return err
}
