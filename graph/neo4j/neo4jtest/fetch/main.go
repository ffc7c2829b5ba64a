// Command fetch brings what the Neo4j tests need into the cache: the jars of
// both lines, and Java 25 where none is installed.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"vnlex/graph/neo4j/neo4jtest"
)

func main() { os.Exit(fetch(context.Background(), os.Stdout, os.Stderr)) }

func fetch(ctx context.Context, stdout, stderr io.Writer) int {
	status := 0
	for _, line := range neo4jtest.Lines() {
		if err := neo4jtest.Fetch(ctx, line); err != nil {
			fmt.Fprintf(stderr, "fetch: Neo4j %s: %v\n", line, err)
			status = 1
			continue
		}
		fmt.Fprintf(stdout, "Neo4j %s: ready\n", line)
	}
	return status
}
