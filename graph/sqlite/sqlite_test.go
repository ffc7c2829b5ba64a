package sqlite

import (
	"path/filepath"
	"testing"

	"vnlex/graph"
	"vnlex/graph/storetest"
)

func create(t testing.TB) *Store {
	t.Helper()
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	storetest.Test(t, func(t *testing.T) graph.Store { return create(t) })
}
