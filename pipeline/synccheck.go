package pipeline

import (
	"cmp"
	"context"

	"vnlex/graph"
)

// A Difference is a row that a replica does not have as the graph has it.
type Difference struct {
	What string // missing, extra, differs
	Node graph.NodeRef
	Edge graph.EdgeRef // when Node is zero
}

// A CheckReport is the outcome of comparing a replica with the graph.
type CheckReport struct {
	Nodes, Edges int // compared
	Missing      int // only in the graph
	Extra        int // only in the replica
	Differing    int
	First        []Difference // twenty at most
	Unfinished   bool         // the last sync of this graph did not end
}

// Equal reports whether the replica is an exact copy.
func (r CheckReport) Equal() bool { return r.Missing+r.Extra+r.Differing == 0 }

// Check compares all rows of the graph and a replica. It changes nothing.
func Check(ctx context.Context, feed Feed, r Replica) (CheckReport, error) {
	var report CheckReport
	state, err := r.State(ctx)
	if err != nil {
		return report, err
	}
	snap, err := feed(ctx)
	if err != nil {
		return report, err
	}
	defer snap.Close()
	report.Unfinished = state.Generation != snap.Generation()
	for p, err := range align(snap.AllNodes(ctx), r.AllNodes(ctx), compareNodes) {
		if err != nil {
			return report, err
		}
		report.Nodes++
		report.count(p.judge(sameNode), func() Difference { return Difference{Node: p.any().Ref()} })
	}
	for p, err := range align(snap.AllEdges(ctx), r.AllEdges(ctx), compareEdges) {
		if err != nil {
			return report, err
		}
		report.Edges++
		report.count(p.judge(sameEdge), func() Difference { return Difference{Edge: p.any().EdgeRef} })
	}
	return report, nil
}

// any returns the row that is there.
func (p pair[T]) any() T { return cmp.Or(p.source, p.replica) }

func (r *CheckReport) count(what string, which func() Difference) {
	switch what {
	case "":
		return
	case missing:
		r.Missing++
	case extra:
		r.Extra++
	case differs:
		r.Differing++
	}
	if len(r.First) < 20 {
		d := which()
		d.What = what
		r.First = append(r.First, d)
	}
}
