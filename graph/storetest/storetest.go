// Package storetest is the suite that every graph.Store must pass.
package storetest

import (
	"testing"

	"vnlex/graph"
)

// Test runs the suite; open gives an empty store each time.
func Test(t *testing.T, open func(t *testing.T) graph.Store) {}

// Random makes a graph of n documents and what hangs on them; the same seed
// makes the same graph.
func Random(seed uint64, n int) graph.Delta { return graph.Delta{} }

// Differential asks both stores every question of every document and compares
// the answers byte for byte.
func Differential(t *testing.T, a, b graph.Reader) {}
