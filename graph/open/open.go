// Package open opens the graph that a URL names.
package open

import (
	"context"

	"vnlex/graph"
)

// Graph opens the graph at url: empty is the embedded one in the file db.
func Graph(ctx context.Context, url, db, password string) (graph.Store, error) { return nil, nil }
