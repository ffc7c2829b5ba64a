package graph

import "fmt"

// A Cursor is a place in the change log of one bucket: the number of its last
// row and the running hash of the log up to and including that row. The zero
// Cursor stands before the first row of every log.
type Cursor struct {
	Seq  int64
	Hash string
}

// Cursors holds one Cursor per bucket; a bucket that is absent stands at zero.
type Cursors map[byte]Cursor

// An Op says what happened to a node or a relationship.
type Op string

const (
	Added   Op = "added"
	Changed Op = "changed"
	Removed Op = "removed"
)

// A Change is one row of the change log of a bucket.
type Change struct {
	Seq  int64
	Op   Op
	Node NodeRef // the zero NodeRef when it is a relationship
	Edge EdgeRef
}

// State is what a replica knows about the graph that it holds.
type State struct {
	Begun      bool   // it has been written to as a replica before
	Generation string // of the source; empty until a whole graph has arrived
	Cursors    Cursors
}

// A Shipment is one transaction to a replica: a part of the graph, and what
// the replica then knows. Nodes come before relationships, and what is gone
// comes last, relationships before nodes.
type Shipment struct {
	Delta
	Compare    bool    // read first, write only what differs
	Cursors    Cursors // the places that are reached with it
	Generation string  // not empty: the graph is whole now
	Restart    bool    // generation and cursors are forgotten first
}

// A DanglingError names relationships whose end is absent in a replica where
// it should be: somebody deleted it there.
type DanglingError struct{ Edges []EdgeRef }

func (e *DanglingError) Error() string {
	first := e.Edges[0]
	return fmt.Sprintf("%d relationships have an absent end, first %s from %q to %q",
		len(e.Edges), first.Type, first.From.ID, first.To.ID)
}

// Plus adds the counts of two writes.
func (s Stats) Plus(t Stats) Stats {
	return Stats{
		s.NodesCreated + t.NodesCreated, s.NodesSet + t.NodesSet, s.NodesDeleted + t.NodesDeleted,
		s.EdgesCreated + t.EdgesCreated, s.EdgesSet + t.EdgesSet, s.EdgesDeleted + t.EdgesDeleted,
	}
}
