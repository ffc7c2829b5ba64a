// Package open opens the graph that a URL names.
package open

import (
	"context"
	"errors"

	"vnlex/graph"
	"vnlex/graph/neo4j"
	"vnlex/graph/sqlite"
)

// A ReadCloser is a graph to ask, which must be closed.
type ReadCloser interface {
	graph.Reader
	Close() error
}

// Graph opens the graph at url for reading: bolt:// and neo4j://, also with +s or
// +ssc, is a Neo4j; the empty url is the embedded graph in the file db, as this
// moment sees it.
func Graph(ctx context.Context, url, db, password string) (ReadCloser, error) {
	if url != "" {
		s, err := neo4j.Open(ctx, neo4j.Config{URL: url, Password: password})
		if err != nil {
			return nil, err
		}
		return s, nil
	}
	s, err := sqlite.Open(db)
	if err != nil {
		return nil, err
	}
	snapshot, err := s.Snapshot(ctx)
	if err != nil {
		s.Close()
		return nil, err
	}
	return embedded{snapshot, s}, nil
}

// embedded is a snapshot with the store that it comes from.
type embedded struct {
	*sqlite.Snapshot
	store *sqlite.Store
}

func (e embedded) Close() error { return errors.Join(e.Snapshot.Close(), e.store.Close()) }
