package sqlite

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"vnlex/graph"
)

// nodesAtOnce is how many nodes or edges are compared with the file at a time.
const nodesAtOnce = 1000

func (c *change) putNodes(ctx context.Context, nodes []graph.Node) error {
	var known, added []graph.Node
	for _, n := range nodes {
		if c.w.names[n.Ref()].present {
			known = append(known, n)
		} else {
			added = append(added, n)
		}
	}
	for len(known) > 0 {
		k := min(nodesAtOnce, len(known))
		if err := c.updateNodes(ctx, known[:k]); err != nil {
			return fmt.Errorf("put nodes: %w", err)
		}
		known = known[k:]
	}
	if err := c.addNodes(ctx, added); err != nil {
		return fmt.Errorf("put nodes: %w", err)
	}
	return nil
}

func (c *change) addNodes(ctx context.Context, nodes []graph.Node) error {
	var rows []any
	var ids, returned []int64
	for _, n := range nodes {
		name := c.w.names[n.Ref()]
		props := graph.AppendNode([]byte{}, n)
		rows = append(rows, name.id, props)
		ids = append(ids, name.id)
		if !name.fresh {
			returned = append(returned, name.id)
		}
		name.present = true
		c.logNode(name, 0, c.hashNode(n.Ref(), props))
		if err := c.index(ctx, name.id, n); err != nil {
			return err
		}
	}
	c.stats.NodesCreated += len(nodes)
	if err := c.insert(ctx, sqlInsertNodes, 2, rows, nil); err != nil {
		return err
	}
	return c.show(ctx, ids, returned)
}

// show marks nodes as present and logs the edges that have waited for them.
func (c *change) show(ctx context.Context, ids, returned []int64) error {
	if len(ids) == 0 {
		return nil
	}
	c.renamed = true
	if _, err := c.exec(ctx, sqlSetPresent, true, list(ids)); err != nil {
		return err
	}
	return c.touching(ctx, returned, func(e storedEdge) {
		c.stats.EdgesCreated++
		c.logEdge(e.bucket, e.place, 0, c.hashEdge(e.ref, e.props))
	})
}

func (c *change) updateNodes(ctx context.Context, nodes []graph.Node) error {
	var ids []int64
	for _, n := range nodes {
		ids = append(ids, c.w.names[n.Ref()].id)
	}
	old, err := c.nodeRows(ctx, ids)
	if err != nil {
		return err
	}
	for _, n := range nodes {
		name := c.w.names[n.Ref()]
		c.row = graph.AppendNode(c.row[:0], n)
		if bytes.Equal(c.row, old[name.id]) {
			continue
		}
		if err := c.updateNode(ctx, name, n, old[name.id]); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) updateNode(ctx context.Context, name *name, n graph.Node, old []byte) error {
	before, err := graph.DecodeNode(n.Ref(), old)
	if err != nil {
		return err
	}
	c.stats.NodesSet++
	c.logNode(name, c.hashNode(n.Ref(), old), c.hashNode(n.Ref(), c.row))
	if _, err := c.exec(ctx, sqlUpdateNode, name.id, c.row); err != nil {
		return err
	}
	if err := c.unindex(ctx, name.id, before); err != nil {
		return err
	}
	return c.index(ctx, name.id, n)
}

func (c *change) nodeRows(ctx context.Context, ids []int64) (map[int64][]byte, error) {
	rows, err := c.query(ctx, sqlNodeRows, list(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	props := make(map[int64][]byte, len(ids))
	for rows.Next() {
		var id int64
		var row []byte
		if err := rows.Scan(&id, &row); err != nil {
			return nil, err
		}
		props[id] = row
	}
	return props, rows.Err()
}

func (c *change) dropNodes(ctx context.Context, refs []graph.NodeRef) error {
	var ids []int64
	names := make(map[int64]graph.NodeRef)
	for _, ref := range refs {
		if name := c.w.names[ref]; name != nil && name.present && names[name.id].ID == "" {
			ids, names[name.id] = append(ids, name.id), ref
		}
	}
	if len(ids) == 0 {
		return nil
	}
	if err := c.hide(ctx, ids); err != nil {
		return fmt.Errorf("remove nodes: %w", err)
	}
	old, err := c.nodeRows(ctx, ids)
	if err != nil {
		return fmt.Errorf("remove nodes: %w", err)
	}
	for _, id := range ids {
		if err := c.dropNode(ctx, names[id], old[id]); err != nil {
			return fmt.Errorf("remove %s %q: %w", names[id].Label, names[id].ID, err)
		}
	}
	return nil
}

// hide logs the edges that go with the nodes and marks the nodes as absent.
func (c *change) hide(ctx context.Context, ids []int64) error {
	err := c.touching(ctx, ids, func(e storedEdge) {
		c.stats.EdgesDeleted++
		c.logEdge(e.bucket, e.place, c.hashEdge(e.ref, e.props), 0)
	})
	if err != nil {
		return err
	}
	c.renamed = true
	_, err = c.exec(ctx, sqlSetPresent, false, list(ids))
	return err
}

func (c *change) dropNode(ctx context.Context, ref graph.NodeRef, old []byte) error {
	before, err := graph.DecodeNode(ref, old)
	if err != nil {
		return err
	}
	name := c.w.names[ref]
	name.present = false
	c.stats.NodesDeleted++
	c.logNode(name, c.hashNode(ref, old), 0)
	if _, err := c.exec(ctx, sqlDeleteNode, name.id); err != nil {
		return err
	}
	return c.unindex(ctx, name.id, before)
}

// index enters what a node is found by.
func (c *change) index(ctx context.Context, id int64, n graph.Node) error {
	search, aliases := found(n)
	for _, alias := range aliases {
		if _, err := c.exec(ctx, sqlInsertAlias, alias, id); err != nil {
			return err
		}
	}
	if search == "" {
		return nil
	}
	_, err := c.exec(ctx, sqlInsertSearch, id, search)
	return err
}

func (c *change) unindex(ctx context.Context, id int64, n graph.Node) error {
	search, aliases := found(n)
	for _, alias := range aliases {
		if _, err := c.exec(ctx, sqlDeleteAlias, alias, id); err != nil {
			return err
		}
	}
	if search == "" {
		return nil
	}
	_, err := c.exec(ctx, sqlDeleteSearch, id)
	return err
}

// found returns the words and the other keys that a node is found by.
func found(n graph.Node) (search string, aliases []string) {
	switch n := n.(type) {
	case *graph.Document:
		return strings.Join(graph.Words(n.Search), " "), n.Aliases
	case *graph.Instrument:
		return strings.Join(graph.Words(n.Search), " "), nil
	}
	return "", nil
}
