// Package open opens the graph that a URL names.
package open

import (
	"context"

	"vnlex/graph"
	"vnlex/graph/neo4j"
	"vnlex/graph/sqlite"
)

// Graph opens the graph at url, for reading: bolt:// and neo4j://, also with +s
// or +ssc, is a Neo4j; the empty url is the embedded graph in the file db.
func Graph(ctx context.Context, url, db, password string) (graph.Store, error) {
	if url == "" {
		return sqlite.Open(db)
	}
	return neo4j.Open(ctx, neo4j.Config{URL: url, Password: password})
}
