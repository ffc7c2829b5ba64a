package neo4j

import (
	"path/filepath"
	"testing"

	"vnlex/graph"
	"vnlex/graph/neo4j/neo4jtest"
	"vnlex/graph/sqlite"
	"vnlex/graph/storetest"
)

// empty opens the store of a server and takes all data out.
func empty(t testing.TB, s *neo4jtest.Server) *Store {
	t.Helper()
	if err := s.Clear(t.Context()); err != nil {
		t.Fatal(err)
	}
	return open(t, s)
}

func TestStore(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		storetest.Test(t, func(t *testing.T) graph.Store { return empty(t, s) })
	})
}

// TestPromise7SameAnswers asks every question of a random graph of 300
// documents on both stores.
func TestPromise7SameAnswers(t *testing.T) {
	d := storetest.Random(1, 300)
	embedded, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer embedded.Close()
	if _, err := embedded.Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		store := open(t, s)
		if _, err := store.Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		storetest.Differential(t, embedded, store)
	})
}
