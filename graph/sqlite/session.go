package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
)

// A querier runs statements at one moment of the file.
type querier interface {
	// each hands over the rows of a look-up, which makes no other.
	each(ctx context.Context, query string, row func(scanner) error, args ...any) error
	// stream does the same for rows between which others are asked for.
	stream(ctx context.Context, query string, row func(scanner) error, args ...any) error
}

// transaction runs statements in a transaction of the caller's.
type transaction struct {
	tx *sql.Tx
}

func (t transaction) each(
	ctx context.Context, query string, row func(scanner) error, args ...any,
) error {
	return t.stream(ctx, query, row, args...)
}

func (t transaction) stream(
	ctx context.Context, query string, row func(scanner) error, args ...any,
) error {
	rows, err := t.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	return handOver(rows, row)
}

func handOver(rows *sql.Rows, row func(scanner) error) error {
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// A session is a connection with the statements that it has prepared: most
// questions take less time than their statements take to prepare.
type session struct {
	conn  *sql.Conn
	mu    sync.Mutex // a prepared statement has one set of rows at a time
	stmts map[string]*sql.Stmt
}

func (s *session) each(
	ctx context.Context, query string, row func(scanner) error, args ...any,
) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	stmt, err := s.prepare(ctx, query)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	return handOver(rows, row)
}

func (s *session) stream(
	ctx context.Context, query string, row func(scanner) error, args ...any,
) error {
	rows, err := s.conn.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	return handOver(rows, row)
}

func (s *session) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if stmt := s.stmts[query]; stmt != nil {
		return stmt, nil
	}
	stmt, err := s.conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	s.stmts[query] = stmt
	return stmt, nil
}

func (s *session) close() error {
	var errs []error
	for _, stmt := range s.stmts {
		errs = append(errs, stmt.Close())
	}
	return errors.Join(append(errs, s.conn.Close())...)
}

// idleSessions is how many sessions a store keeps for the next questions.
const idleSessions = 4

// session takes one that is idle, or makes one.
func (s *Store) session(ctx context.Context) (*session, error) {
	select {
	case idle := <-s.idle:
		return idle, nil
	default:
	}
	conn, err := s.read.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &session{conn: conn, stmts: make(map[string]*sql.Stmt)}, nil
}

// release keeps a session for the next question, or closes it.
func (s *Store) release(used *session) error {
	select {
	case s.idle <- used:
		return nil
	default:
		return used.close()
	}
}

func (s *Store) closeIdle() error {
	var errs []error
	for {
		select {
		case idle := <-s.idle:
			errs = append(errs, idle.close())
		default:
			return errors.Join(errs...)
		}
	}
}

// text returns the one text that a look-up gives; none is sql.ErrNoRows.
func text(ctx context.Context, q querier, query string, args ...any) (string, error) {
	value, found := "", false
	err := q.each(ctx, query, func(rows scanner) error {
		found = true
		return rows.Scan(&value)
	}, args...)
	if err == nil && !found {
		err = fmt.Errorf("%s %q: %w", query, args, sql.ErrNoRows)
	}
	return value, err
}
