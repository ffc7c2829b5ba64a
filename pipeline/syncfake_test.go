package pipeline

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"

	"vnlex/graph"
)

// A memory is a graph in memory, of which only the walks and the look-ups by
// name are there: what Sync needs.
type memory struct {
	graph.Reader
	nodes map[graph.NodeRef]graph.Node
	edges map[graph.EdgeRef]*graph.Edge
}

func newMemory() memory {
	return memory{nodes: map[graph.NodeRef]graph.Node{}, edges: map[graph.EdgeRef]*graph.Edge{}}
}

func (m memory) clone() memory {
	return memory{nodes: maps.Clone(m.nodes), edges: maps.Clone(m.edges)}
}

func (m memory) Nodes(_ context.Context, refs []graph.NodeRef) ([]graph.Node, error) {
	var found []graph.Node
	for _, ref := range refs {
		if n := m.nodes[ref]; n != nil {
			found = append(found, n)
		}
	}
	return found, nil
}

func (m memory) EdgesAt(_ context.Context, refs []graph.EdgeRef) ([]*graph.Edge, error) {
	var found []*graph.Edge
	for _, ref := range refs {
		if e := m.edges[ref]; e != nil {
			found = append(found, e)
		}
	}
	return found, nil
}

func (m memory) AllNodes(context.Context) iter.Seq2[graph.Node, error] {
	return func(yield func(graph.Node, error) bool) {
		for _, ref := range slices.SortedFunc(maps.Keys(m.nodes), graph.CompareNodes) {
			if n := m.nodes[ref]; n != nil && !yield(n, nil) {
				return
			}
		}
	}
}

func (m memory) AllEdges(context.Context) iter.Seq2[*graph.Edge, error] {
	return func(yield func(*graph.Edge, error) bool) {
		for _, ref := range slices.SortedFunc(maps.Keys(m.edges), graph.CompareEdges) {
			if e := m.edges[ref]; e != nil && !yield(e, nil) {
				return
			}
		}
	}
}

// An original is a graph with its change log.
type original struct {
	memory
	generation string
	log        map[byte][]graph.Change
	hash       map[byte][]string // after each row
}

func newSource(generation string) *original {
	return &original{memory: newMemory(), generation: generation,
		log: map[byte][]graph.Change{}, hash: map[byte][]string{}}
}

func (s *original) note(b byte, c graph.Change) {
	c.Seq = int64(len(s.log[b]) + 1)
	last := ""
	if n := len(s.hash[b]); n > 0 {
		last = s.hash[b][n-1]
	}
	s.log[b] = append(s.log[b], c)
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %v", last, c))
	s.hash[b] = append(s.hash[b], fmt.Sprintf("%x", sum[:8]))
}

func (s *original) putNode(n graph.Node) {
	s.nodes[n.Ref()] = n
	s.note(graph.Bucket(n.Ref()), graph.Change{Op: graph.Changed, Node: n.Ref()})
}

func (s *original) putEdge(e *graph.Edge) {
	if s.nodes[e.From] == nil || s.nodes[e.To] == nil {
		return
	}
	s.edges[e.EdgeRef] = e
	s.note(e.Bucket(), graph.Change{Op: graph.Changed, Edge: e.EdgeRef})
}

func (s *original) dropEdge(ref graph.EdgeRef) {
	if s.edges[ref] != nil {
		delete(s.edges, ref)
		s.note(ref.Bucket(), graph.Change{Op: graph.Removed, Edge: ref})
	}
}

func (s *original) dropNode(ref graph.NodeRef) {
	if s.nodes[ref] == nil {
		return
	}
	for _, e := range slices.SortedFunc(maps.Keys(s.edges), graph.CompareEdges) {
		if e.From == ref || e.To == ref {
			s.dropEdge(e)
		}
	}
	delete(s.nodes, ref)
	s.note(graph.Bucket(ref), graph.Change{Op: graph.Removed, Node: ref})
}

// copied is a copy of the database, as a backup restored elsewhere would be.
func (s *original) copied() *original {
	c := newSource(s.generation)
	c.memory = s.memory.clone()
	for b := range s.log {
		c.log[b], c.hash[b] = slices.Clone(s.log[b]), slices.Clone(s.hash[b])
	}
	return c
}

func (s *original) feed(context.Context) (Snapshot, error) { return &snapshot{s.copied()}, nil }

type snapshot struct{ *original }

func (s *snapshot) Generation() string { return s.generation }

func (s *snapshot) Close() error { return nil }

func (s *snapshot) Heads(context.Context) (graph.Cursors, error) {
	heads := graph.Cursors{}
	for b, h := range s.hash {
		heads[b] = graph.Cursor{Seq: int64(len(h)), Hash: h[len(h)-1]}
	}
	return heads, nil
}

func (s *snapshot) Knows(_ context.Context, b byte, c graph.Cursor) (bool, error) {
	if c.Seq == 0 {
		return c.Hash == "", nil
	}
	return c.Seq <= int64(len(s.hash[b])) && s.hash[b][c.Seq-1] == c.Hash, nil
}

func (s *snapshot) Changes(_ context.Context, b byte, after int64) iter.Seq2[graph.Change, error] {
	return func(yield func(graph.Change, error) bool) {
		for _, c := range s.log[b][after:] {
			if !yield(c, nil) {
				return
			}
		}
	}
}

// A replica does in memory what a Neo4j does. fail is asked before and after
// each transaction is committed.
type replica struct {
	memory    // replaced by each shipment, never changed
	mu        sync.Mutex
	state     graph.State
	epoch     int
	shipments int
	fail      func(committed bool) error
}

func newReplica() *replica {
	return &replica{memory: newMemory(), state: graph.State{Cursors: graph.Cursors{}},
		fail: func(bool) error { return nil }}
}

func (r *replica) now() memory {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.memory
}

func (r *replica) AllNodes(ctx context.Context) iter.Seq2[graph.Node, error] {
	return r.now().AllNodes(ctx)
}

func (r *replica) AllEdges(ctx context.Context) iter.Seq2[*graph.Edge, error] {
	return r.now().AllEdges(ctx)
}

func (r *replica) State(context.Context) (graph.State, error) {
	s := r.state
	s.Cursors = maps.Clone(s.Cursors)
	return s, nil
}

func (r *replica) Take(ctx context.Context) (string, graph.State, error) {
	r.epoch++
	state, err := r.State(ctx)
	r.state.Begun = true
	return fmt.Sprint(r.epoch), state, err
}

var errSuperseded = errors.New("another sync has taken over")

func (r *replica) Ship(_ context.Context, epoch string, d graph.Shipment) (graph.Stats, error) {
	var stats graph.Stats
	if epoch != fmt.Sprint(r.epoch) {
		return stats, errSuperseded
	}
	if err := r.fail(false); err != nil {
		return stats, err
	}
	next := r.memory.clone()
	for _, n := range d.Nodes {
		next.nodes[n.Ref()] = n
	}
	dangling := &graph.DanglingError{}
	for _, e := range d.Edges {
		if next.nodes[e.From] == nil || next.nodes[e.To] == nil {
			dangling.Edges = append(dangling.Edges, e.EdgeRef)
		}
		next.edges[e.EdgeRef] = e
	}
	if len(dangling.Edges) > 0 {
		return stats, dangling
	}
	for _, ref := range d.GoneEdges {
		delete(next.edges, ref)
	}
	for _, ref := range d.GoneNodes {
		delete(next.nodes, ref)
		maps.DeleteFunc(next.edges, func(e graph.EdgeRef, _ *graph.Edge) bool {
			return e.From == ref || e.To == ref
		})
	}
	r.mu.Lock()
	r.memory = next
	r.mu.Unlock()
	r.shipments++
	r.note(d)
	stats.NodesSet = len(d.Nodes) + len(d.Edges) + len(d.GoneEdges) + len(d.GoneNodes)
	return stats, r.fail(true)
}

func (r *replica) note(d graph.Shipment) {
	if d.Restart {
		r.state.Generation, r.state.Cursors = "", graph.Cursors{}
	}
	maps.Copy(r.state.Cursors, d.Cursors)
	if d.Generation != "" {
		r.state.Generation = d.Generation
	}
}
