package ledger

import (
	"strconv"

	"vnlex/pipeline/resolve"
)

// emit writes what is new in the rows of a unit and takes away what is gone.
func (w *work) emit(t *task, r *rows) error {
	var failed error
	changed := false
	keep := func(err error) {
		changed = true
		if failed == nil {
			failed = err
		}
	}
	r.body.diff(t.old,
		func(i int, isNew bool) { keep(w.putEntry(r, r.body[i], isNew)) },
		func(e entry) { keep(w.dropEntry(e)) })
	switch {
	case failed != nil || !changed:
		return failed
	case len(r.body) == 0:
		return w.exec("drop_unit", int64(t.stage), t.key)
	}
	return w.write("unit", int64(t.stage), t.key, int64(t.bucket), r.body.pack())
}

func (w *work) putEntry(r *rows, e entry, isNew bool) error {
	p := split(e.key)
	switch e.tag {
	case tagNode:
		w.tally.NodesPut++
		w.delta.Nodes = append(w.delta.Nodes, r.nodes[e.key])
	case tagEdge:
		w.tally.EdgesPut++
		w.delta.Edges = append(w.delta.Edges, r.edges[e.key])
	case tagDocument:
		return w.putDocument(e, isNew)
	case tagParty:
		n, _ := strconv.Atoi(e.value)
		if err := w.write("party", p[0], p[1], p[2], n); err != nil {
			return err
		}
		return w.markParty(p[0])
	case tagCarried:
		return w.putCarried(e, isNew)
	}
	return nil
}

func (w *work) dropEntry(e entry) error {
	p := split(e.key)
	switch e.tag {
	case tagNode:
		w.tally.NodesGone++
		w.delta.GoneNodes = append(w.delta.GoneNodes, nodeRef(e.key))
	case tagEdge:
		w.tally.EdgesGone++
		w.delta.GoneEdges = append(w.delta.GoneEdges, edgeRef(e.key))
	case tagDocument:
		return w.exec("drop_document", e.key)
	case tagParty:
		if err := w.exec("drop_party", p[0], p[1], p[2]); err != nil {
			return err
		}
		return w.markParty(p[0])
	case tagCarried:
		return w.dropCarried(e)
	}
	return nil
}

// putDocument notes the date of a document; relations are judged by it.
func (w *work) putDocument(e entry, isNew bool) error {
	if err := w.write("document", e.key, e.value); err != nil || isNew {
		return err
	}
	if err := w.mark(owned(stageRelations, e.key)); err != nil {
		return err
	}
	return w.touch(e.key)
}

// touch lets the units of all relations that lead to something of owner work again.
func (w *work) touch(owner string) error {
	w.moved = true
	return w.write("touched", owner)
}

// markParty marks an agency or a person of which a document says something new.
func (w *work) markParty(node string) error {
	return w.mark(partyUnit(node))
}

// move notes that a key of a page has come to mean another node.
func (w *work) move(a resolve.Assignment, old assigned) error {
	if old.node == a.Key && old.owner == a.Owner {
		return nil
	}
	bucket := int64(ownerBucket(a.Owner))
	if err := w.write("assign", a.Page[:], a.Local, a.Key, a.Owner, bucket); err != nil {
		return err
	}
	w.moved = true
	w.pages[a.Page] = true
	return w.write("moved", a.Page[:], a.Local, old.owner, old.bucket, a.Owner, bucket)
}

// assigned is what a key of a page meant so far; empty when nothing.
type assigned struct {
	node, owner string
	bucket      int64
}

// tell appends the marks that follow from what has moved.
func (w *work) tell() error {
	if !w.moved {
		return nil
	}
	if w.stage == stageBlock {
		if err := w.exec("mark_carriers", int64(stageCarrier)); err != nil {
			return err
		}
	}
	if err := w.exec("mark_relations", int64(stageRelations)); err != nil {
		return err
	}
	return w.exec("mark_touched", int64(stageRelations))
}
