package neo4j

import (
	"os"
	"testing"

	"vnlex/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }

func open(t testing.TB, s *neo4jtest.Server) *Store {
	t.Helper()
	store, err := Open(t.Context(), configOf(s))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

func configOf(s *neo4jtest.Server) Config {
	return Config{URL: s.URL(), Password: s.Password}
}
