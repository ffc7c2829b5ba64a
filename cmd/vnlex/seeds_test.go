package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vnlex/graph/neo4j/neo4jtest"
	"vnlex/testdata"
)

// A goldSeed is a labelled page: what the graph must hold of it.
type goldSeed struct {
	Seed      string
	Relations []struct {
		Src, Kind, Dst string
		Required       bool
	}
}

// goldTypes are the relationship types of the kinds that the labels use.
var goldTypes = map[string]string{
	"implements": "IMPLEMENTS", "guides": "IMPLEMENTS", "approves": "PROMULGATES",
	"promulgates": "PROMULGATES", "reports_on": "REPORTS_ON", "mentions": "MENTIONS",
	"portal_related": "RELATED",
}

// TestSeedsInNeo4j takes the labelled pages through ingest and sync: a Neo4j of each
// line holds every required edge, and nothing that the embedded graph does not hold.
func TestSeedsInNeo4j(t *testing.T) {
	folder := testdata.Shared(t, "seeds")
	seeds := goldSeeds(t, folder)
	db := filepath.Join(t.TempDir(), "seeds.db")
	vnlex(t, "ingest", folder, "--db", db)
	neo4jtest.Each(t, func(t *testing.T, s *neo4jtest.Server) {
		t.Setenv("VNLEX_NEO4J_PASSWORD", s.Password)
		vnlex(t, "sync", s.URI, "--db", db, "--full")
		prints(t, `0 missing, 0 too many, 0 different`, "sync", s.URI, "--check", "--db", db)
		found := 0
		for _, seed := range seeds {
			found += requiredEdges(t, s, folder, seed)
		}
		if found != 22 {
			t.Errorf("required edges = %d, want 22", found)
		}
	})
}

func goldSeeds(t *testing.T, folder string) []goldSeed {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(folder, "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Seeds []goldSeed }
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	return gold.Seeds
}

// requiredEdges counts the required edges of a page that the server holds.
func requiredEdges(t *testing.T, s *neo4jtest.Server, folder string, g goldSeed) (found int) {
	t.Helper()
	for _, want := range g.Relations {
		if !want.Required {
			continue
		}
		from, to := "Document {key: $from}", "Document {key: $to}"
		if want.Src == "PAGE" {
			from, want.Src = "Page {url: $from}", filepath.Join(folder, g.Seed)
		}
		if strings.HasPrefix(want.Dst, "vn:instrument:") {
			to = "Instrument"
		}
		query := "MATCH (:" + from + ")-[r:" + goldTypes[want.Kind] + "]->(:" + to + ") RETURN count(r)"
		r, err := s.Run(t.Context(), query, map[string]any{"from": want.Src, "to": want.Dst})
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		if n, _ := r.Records[0].Values[0].(int64); n == 0 {
			t.Errorf("no %s from %s to %s", goldTypes[want.Kind], want.Src, want.Dst)
			continue
		}
		found++
	}
	return found
}
