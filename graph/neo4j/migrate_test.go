package neo4j

import (
	"sync"
	"testing"
	"testing/fstest"

	"vnlex/graph"
	"vnlex/graph/neo4j/neo4jtest"
)

func TestParseMigration(t *testing.T) {
	m, err := parseMigration("V0003__a_b.cypher", "// why\nCREATE A;\n\n// more\nCREATE B\nFOR C;\n")
	if err != nil || m.version != 3 || m.name != "a_b" || len(m.statements) != 2 ||
		m.statements[1] != "CREATE B\nFOR C" {
		t.Errorf("parseMigration = %+v, %v", m, err)
	}
	commented, _ := parseMigration("V0003__a_b.cypher", "// otherwise\nCREATE A;\nCREATE B\nFOR C")
	changed, _ := parseMigration("V0003__a_b.cypher", "CREATE A;\nCREATE D;")
	if m.checksum != commented.checksum || m.checksum == changed.checksum {
		t.Error("the checksum must depend on the statements and on nothing else")
	}
	for _, name := range []string{"0003__a.cypher.bak", "V3.cypher", "Vx__a.cypher"} {
		if _, err := parseMigration(name, ""); err == nil {
			t.Errorf("parseMigration(%q): no error", name)
		}
	}
}

func TestMigrationsAreNumberedThroughout(t *testing.T) {
	if _, err := migrationsIn(ours); err != nil {
		t.Error(err)
	}
	gap := steps("V0001__a.cypher", "", "V0003__c.cypher", "")
	if _, err := migrationsIn(gap); err == nil {
		t.Error("a missing number: no error")
	}
}

// steps makes a folder of migrations of names and texts in turn.
func steps(pairs ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		files["migrations/"+pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return files
}

// TestMigrate runs one migration, then a second one, then meets a changed and
// a missing one.
func TestMigrate(t *testing.T) {
	const first, second = "CREATE INDEX vnlex_a IF NOT EXISTS FOR (n:A) ON (n.a);",
		"CREATE INDEX vnlex_b IF NOT EXISTS FOR (n:A) ON (n.b)"
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		store := open(t, s)
		for range 2 {
			if err := store.migrate(t.Context(), steps("V0001__a.cypher", first)); err != nil {
				t.Fatal(err)
			}
		}
		if err := store.migrate(t.Context(), steps("V0001__a.cypher", first, "V0002__b.cypher", second)); err != nil {
			t.Fatal(err)
		}
		mustCount(t, s, "SHOW INDEXES YIELD name WHERE name STARTS WITH 'vnlex_' AND name <> 'vnlex_lock' RETURN count(*)", 2)
		err := store.migrate(t.Context(), steps("V0001__a.cypher", second, "V0002__b.cypher", second))
		mustFail(t, err, Altered, "migration 1 (a)")
		err = store.migrate(t.Context(), steps("V0001__a.cypher", first))
		mustFail(t, err, NewerSchema, "step 2", "later")
		err = store.migrate(t.Context(), steps("V0001__a.cypher", first, "V0002__b.cypher", second,
			"V0003__c.cypher", "CREATE NONSENSE"))
		mustFail(t, err, Bug)
		mustCount(t, s, "MATCH (m:VnlexMigration) WHERE m.version > 0 RETURN count(*)", 2)
	})
}

func mustCount(t *testing.T, s *neo4jtest.Server, query string, want int64) {
	t.Helper()
	r, err := s.Run(t.Context(), query, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Records[0].Values[0]; got != want {
		t.Errorf("%s = %v, want %d", query, got, want)
	}
}

// TestStartersWaitForEachOther prepares an empty database from several sides.
func TestStartersWaitForEachOther(t *testing.T) {
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		var group sync.WaitGroup
		for range 4 {
			store := open(t, s)
			group.Go(func() {
				if err := store.Migrate(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		mustCount(t, s, "MATCH (m:VnlexMigration) WHERE m.version > 0 RETURN count(*)", 2)
	})
}

func TestOpenRefusesNewerSchema(t *testing.T) {
	s := neo4jtest.Start(t, neo4jtest.LTS)
	if _, err := s.Run(t.Context(), "CREATE (:VnlexMigration {version: 999, checksum: 'x'})", nil); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), configOf(s))
	mustFail(t, err, NewerSchema, "step 999")
}

func TestSearchBeforeAnySync(t *testing.T) {
	store := open(t, neo4jtest.Start(t, neo4jtest.LTS))
	_, err := store.Holding(t.Context(), []string{"luat"})
	mustFail(t, err, NotSynced, "vnlex sync")
	_, err = store.Aliased(t.Context(), []string{"vn:a"})
	mustFail(t, err, NotSynced, "vnlex sync")
	if nodes, err := store.Nodes(t.Context(), []graph.NodeRef{{Label: graph.LabelPage, ID: "x"}}); len(nodes) > 0 || err != nil {
		t.Errorf("Nodes = %v, %v, want none", nodes, err)
	}
}

func TestMigrateMeetsDoubles(t *testing.T) {
	s := neo4jtest.Start(t, neo4jtest.LTS)
	if _, err := s.Run(t.Context(), "CREATE (:Page {url: 'a'}), (:Page {url: 'a'})", nil); err != nil {
		t.Fatal(err)
	}
	err := open(t, s).Migrate(t.Context())
	mustFail(t, err, Conflict, "Page")
}
