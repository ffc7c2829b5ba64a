package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"vnlex/graph"
)

// Migrate makes the tables of the graph where they are missing.
func Migrate(ctx context.Context, tx *sql.Tx) error { return nil }

// Renew gives a copied database a generation of its own.
func Renew(ctx context.Context, tx *sql.Tx) error { return nil }

// Apply changes the graph inside a transaction of the caller's.
func Apply(ctx context.Context, tx *sql.Tx, d graph.Delta) error { return nil }

// Net returns what a run changed in the end, nodes and then edges, as an export sorts them.
func Net(ctx context.Context, tx *sql.Tx, run int64) ([]graph.Change, error) { return nil, nil }

// A Store is the graph in one file.
type Store struct {
	reader
	db *sql.DB
}

// Open opens the graph in the file at path, which must exist, for reading.
func Open(path string) (*Store, error) { return &Store{}, nil }

// Create opens the graph in the file at path for writing and makes what is missing.
func Create(ctx context.Context, path string) (*Store, error) { return &Store{}, nil }

// Apply changes the graph in a transaction of its own.
func (s *Store) Apply(ctx context.Context, d graph.Delta) (graph.Stats, error) {
	return graph.Stats{}, nil
}

// Close closes the file.
func (s *Store) Close() error { return nil }

// Snapshot opens one consistent view of the graph and its change log.
func (s *Store) Snapshot(ctx context.Context) (*Snapshot, error) { return &Snapshot{}, nil }

// A Snapshot is the graph as one moment saw it, whatever is written meanwhile.
type Snapshot struct {
	reader
	tx *sql.Tx
}

// Generation names the database: another one has another generation.
func (s *Snapshot) Generation() string { return "" }

// Heads returns where the log of each bucket ends.
func (s *Snapshot) Heads(ctx context.Context) (graph.Cursors, error) { return nil, nil }

// Knows reports whether c is a place in the log of a bucket.
func (s *Snapshot) Knows(ctx context.Context, bucket byte, c graph.Cursor) (bool, error) {
	return false, nil
}

// Changes walks the log of a bucket after the row numbered after.
func (s *Snapshot) Changes(ctx context.Context, bucket byte, after int64) iter.Seq2[graph.Change, error] {
	return func(func(graph.Change, error) bool) {}
}

// Tx is the transaction of the snapshot, for questions to other tables of the file.
func (s *Snapshot) Tx() *sql.Tx { return s.tx }

// Close ends the snapshot.
func (s *Snapshot) Close() error { return nil }

// On returns a reader of the graph inside a transaction of the caller's.
func On(tx *sql.Tx) graph.Reader { return &reader{} }

type reader struct{ graph.Reader }
