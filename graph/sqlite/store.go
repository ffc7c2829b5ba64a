package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"os"

	"vnlex/graph"

	_ "modernc.org/sqlite" // the driver
)

// A Store is the graph in one file. Its readers never wait for its writer.
type Store struct {
	path  string
	read  *sql.DB
	idle  chan *session
	write *sql.DB // nil: for reading only
	w     *Writer
}

// Open opens the graph in the file at path for reading. The file must be there.
func Open(path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("open graph: %w", err)
	}
	read, err := sql.Open("sqlite", dsn(path, "query_only(1)", "cache_size(-65536)"))
	if err != nil {
		return nil, fmt.Errorf("open graph %q: %w", path, err)
	}
	s := &Store{path: path, read: read, idle: make(chan *session, idleSessions)}
	if err := s.check(context.Background()); err != nil {
		return nil, errors.Join(fmt.Errorf("open graph %q: %w", path, err), s.Close())
	}
	return s, nil
}

func (s *Store) check(ctx context.Context) error {
	session, err := s.session(ctx)
	if err != nil {
		return err
	}
	return errors.Join(checkSchema(ctx, session), s.release(session))
}

// Create opens the graph in the file at path for writing, and makes the file
// and the tables where they are missing.
func Create(ctx context.Context, path string) (*Store, error) {
	write, err := sql.Open("sqlite", dsn(path, "journal_mode(wal)", "synchronous(full)",
		"wal_autocheckpoint(16384)", "cache_size(-65536)")+"&_txlock=immediate")
	if err != nil {
		return nil, fmt.Errorf("create graph %q: %w", path, err)
	}
	write.SetMaxOpenConns(1)
	if err := inTx(ctx, write, func(tx *sql.Tx) error { return Migrate(ctx, tx) }); err != nil {
		write.Close()
		return nil, fmt.Errorf("create graph %q: %w", path, err)
	}
	s, err := Open(path)
	if err != nil {
		write.Close()
		return nil, err
	}
	s.write, s.w = write, NewWriter()
	return s, nil
}

func dsn(path string, pragmas ...string) string {
	q := url.Values{"_pragma": append([]string{"busy_timeout(5000)"}, pragmas...)}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}
	return u.String()
}

// Apply changes the graph in a transaction of its own.
func (s *Store) Apply(ctx context.Context, d graph.Delta) (stats graph.Stats, err error) {
	if s.write == nil {
		return stats, fmt.Errorf("change graph %q: opened for reading", s.path)
	}
	err = inTx(ctx, s.write, func(tx *sql.Tx) error {
		stats, err = s.w.apply(ctx, tx, d)
		return err
	})
	return stats, err
}

func inTx(ctx context.Context, db *sql.DB, do func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := do(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// Close closes the file.
func (s *Store) Close() error {
	err := errors.Join(s.closeIdle(), s.read.Close())
	if s.write != nil {
		err = errors.Join(err, s.write.Close())
	}
	return err
}

// look answers one look-up from one moment of the graph.
func look[T any](ctx context.Context, s *Store, do func(*Snapshot) (T, error)) (T, error) {
	snap, err := s.Snapshot(ctx)
	if err != nil {
		var none T
		return none, err
	}
	defer snap.Close()
	return do(snap)
}

// walk goes through one moment of the graph.
func walk[T any](
	ctx context.Context, s *Store, all func(*Snapshot) iter.Seq2[T, error],
) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		snap, err := s.Snapshot(ctx)
		if err != nil {
			var none T
			yield(none, err)
			return
		}
		defer snap.Close()
		all(snap)(yield)
	}
}

func (s *Store) Nodes(ctx context.Context, refs []graph.NodeRef) ([]graph.Node, error) {
	return look(ctx, s, func(r *Snapshot) ([]graph.Node, error) { return r.Nodes(ctx, refs) })
}

func (s *Store) Links(
	ctx context.Context, nodes []graph.NodeRef, out, into []graph.EdgeType,
) ([]graph.Link, error) {
	return look(ctx, s, func(r *Snapshot) ([]graph.Link, error) {
		return r.Links(ctx, nodes, out, into)
	})
}

func (s *Store) EdgesAt(ctx context.Context, refs []graph.EdgeRef) ([]*graph.Edge, error) {
	return look(ctx, s, func(r *Snapshot) ([]*graph.Edge, error) { return r.EdgesAt(ctx, refs) })
}

func (s *Store) Holding(ctx context.Context, words []string) ([]graph.Node, error) {
	return look(ctx, s, func(r *Snapshot) ([]graph.Node, error) { return r.Holding(ctx, words) })
}

func (s *Store) Aliased(ctx context.Context, keys []string) ([]*graph.Document, error) {
	return look(ctx, s, func(r *Snapshot) ([]*graph.Document, error) {
		return r.Aliased(ctx, keys)
	})
}

func (s *Store) Fitting(ctx context.Context, p []graph.Pattern) ([]*graph.Document, error) {
	return look(ctx, s, func(r *Snapshot) ([]*graph.Document, error) {
		return r.Fitting(ctx, p)
	})
}

func (s *Store) Uncarried(ctx context.Context) ([]graph.Uncarried, error) {
	return look(ctx, s, func(r *Snapshot) ([]graph.Uncarried, error) { return r.Uncarried(ctx) })
}

func (s *Store) AllNodes(ctx context.Context) iter.Seq2[graph.Node, error] {
	return walk(ctx, s, func(r *Snapshot) iter.Seq2[graph.Node, error] { return r.AllNodes(ctx) })
}

func (s *Store) AllEdges(ctx context.Context) iter.Seq2[*graph.Edge, error] {
	return walk(ctx, s, func(r *Snapshot) iter.Seq2[*graph.Edge, error] { return r.AllEdges(ctx) })
}
