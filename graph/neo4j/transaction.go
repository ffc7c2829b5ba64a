package neo4j

import (
	"context"
	"errors"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A transaction runs statements; its function may be called again after a
// deadlock or a lost connection, and starts from nothing then.
type transaction struct {
	driver.ManagedTransaction
	seen func(driver.ResultSummary)
}

// read runs do in a transaction that cannot write.
func (s *Store) read(ctx context.Context, do func(context.Context, transaction) error) error {
	return s.run(ctx, "read", driver.AccessModeRead, do)
}

// write runs do in a transaction that commits when do returns nil.
func (s *Store) write(ctx context.Context, do func(context.Context, transaction) error) error {
	return s.run(ctx, "write to", driver.AccessModeWrite, do)
}

func (s *Store) run(ctx context.Context, op string, mode driver.AccessMode,
	do func(context.Context, transaction) error) error {
	// The server ends a transaction after s.timeout; the deadline only catches
	// a server that does not answer at all.
	limited, cancel := context.WithTimeout(ctx, 2*(s.timeout+s.retry))
	defer cancel()
	session := s.session(limited, mode)
	defer session.Close(context.WithoutCancel(ctx))
	work := func(tx driver.ManagedTransaction) (any, error) {
		return nil, do(limited, transaction{tx, s.seen})
	}
	execute := session.ExecuteRead
	if mode == driver.AccessModeWrite {
		execute = session.ExecuteWrite
	}
	_, err := execute(limited, work, driver.WithTxTimeout(s.timeout),
		driver.WithTxMetadata(map[string]any{"app": "vnlex"}))
	return s.fail(ctx, op, late(limited, err))
}

// late tells that a server did not answer in time, unless it gave a reason.
func late(limited context.Context, err error) error {
	var said *driver.Neo4jError
	if err == nil || limited.Err() == nil || errors.As(last(err), &said) {
		return err
	}
	return fmt.Errorf("%w: %w", errLate, err)
}

func (s *Store) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{
		AccessMode: mode, DatabaseName: s.database, FetchSize: 2000})
}

// run runs a statement, gives its records to row one by one, and returns what
// it did.
func (tx transaction) run(ctx context.Context, query string, params map[string]any,
	row func(*driver.Record) error) (driver.ResultSummary, error) {
	result, err := tx.Run(ctx, query, params)
	if err != nil {
		return nil, err
	}
	var record *driver.Record
	for result.NextRecord(ctx, &record) {
		if err := row(record); err != nil {
			return nil, err
		}
	}
	summary, err := result.Consume(ctx)
	if err == nil && tx.seen != nil {
		tx.seen(summary)
	}
	return summary, err
}

// each runs a statement that returns records.
func (tx transaction) each(ctx context.Context, query string, params map[string]any,
	row func(*driver.Record) error) error {
	_, err := tx.run(ctx, query, params, row)
	return err
}

// do runs a statement that returns none, and returns what it changed.
func (tx transaction) do(ctx context.Context, query string, params map[string]any) (driver.Counters, error) {
	summary, err := tx.run(ctx, query, params, func(*driver.Record) error { return nil })
	if err != nil {
		return nil, err
	}
	return summary.Counters(), nil
}
