package sqlite

import (
	"bytes"
	"context"
	"fmt"

	"vnlex/graph"
)

// A place names an edge inside the file.
type place struct {
	src, what, dst int64
}

// A storedEdge is an edge as the file has it.
type storedEdge struct {
	ref    graph.EdgeRef
	place  place
	bucket byte
	props  []byte
}

func (c *change) putEdges(ctx context.Context, edges []*graph.Edge) error {
	if len(edges) == 0 {
		return nil
	}
	newest, err := c.number(ctx, sqlLastEdge)
	if err != nil {
		return fmt.Errorf("put edges: %w", err)
	}
	for len(edges) > 0 {
		k := min(rowsAtOnce, len(edges))
		if err := c.putSome(ctx, edges[:k], newest); err != nil {
			return fmt.Errorf("put edges: %w", err)
		}
		edges = edges[k:]
	}
	return nil
}

// putSome inserts edges; when some were there already, it compares.
func (c *change) putSome(ctx context.Context, edges []*graph.Edge, newest int64) error {
	c.rows = c.rows[:0]
	rows := make([]row, len(edges))
	values := make([]any, 0, 5*len(edges))
	for i, e := range edges {
		var err error
		if rows[i], err = c.edgeRow(ctx, e); err != nil {
			return err
		}
		p := rows[i].place
		values = append(values, p.src, p.what, p.dst, e.Low(), rows[i].props)
	}
	n, err := c.exec(ctx, withRows(sqlInsertEdges, 5, len(edges)), values...)
	if err != nil {
		return err
	}
	if int(n) < len(edges) {
		if err := c.compare(ctx, rows, newest); err != nil {
			return err
		}
	}
	for _, r := range rows {
		if r.visible && r.id == 0 {
			c.stats.EdgesCreated++
			c.logEdge(r.bucket, r.place, 0, c.hashEdge(r.ref, r.props))
		}
	}
	return nil
}

// A row is an edge on its way in; id is that of the row it finds, if any.
type row struct {
	storedEdge
	edge    *graph.Edge
	visible bool
	id      int64
}

func (c *change) edgeRow(ctx context.Context, e *graph.Edge) (row, error) {
	w, err := c.what(ctx, e.EdgeRef)
	if err != nil {
		return row{}, err
	}
	from, to := c.w.names[e.From], c.w.names[e.To]
	start := len(c.rows)
	c.rows = graph.AppendEdge(c.rows, e)
	return row{
		storedEdge: storedEdge{
			ref: e.EdgeRef, place: place{from.id, w, to.id},
			bucket: from.bucket, props: c.rows[start:],
		},
		edge:    e,
		visible: from.present && to.present,
	}, nil
}

// compare finds the rows that were in the file before and updates those that
// differ. Rows younger than newest are the ones just inserted.
func (c *change) compare(ctx context.Context, rows []row, newest int64) error {
	old, err := c.edgeRows(ctx, rows)
	if err != nil {
		return err
	}
	for i := range rows {
		r := &rows[i]
		found := old[i]
		if found.id > newest {
			continue
		}
		r.id = found.id
		if bytes.Equal(r.props, found.props) {
			continue
		}
		if _, err := c.exec(ctx, sqlUpdateEdge, r.id, r.edge.Low(), r.props); err != nil {
			return err
		}
		if r.visible {
			c.stats.EdgesSet++
			c.logEdge(r.bucket, r.place, c.hashEdge(r.ref, found.props), c.hashEdge(r.ref, r.props))
		}
	}
	return nil
}

// edgeRows returns what the file has at the places of the rows.
func (c *change) edgeRows(ctx context.Context, rows []row) ([]row, error) {
	asked := make([][3]int64, len(rows))
	for i, r := range rows {
		asked[i] = [3]int64{r.place.src, r.place.what, r.place.dst}
	}
	found, err := c.query(ctx, sqlEdgeRows, list(asked))
	if err != nil {
		return nil, err
	}
	defer found.Close()
	old := make([]row, len(rows))
	for found.Next() {
		var i int
		var r row
		if err := found.Scan(&i, &r.id, &r.props); err != nil {
			return nil, err
		}
		old[i] = r
	}
	return old, found.Err()
}

func (c *change) dropEdges(ctx context.Context, refs []graph.EdgeRef) error {
	rows := c.stored(last(refs, func(e graph.EdgeRef) graph.EdgeRef { return e }))
	old, err := c.edgeRows(ctx, rows)
	if err != nil {
		return fmt.Errorf("remove edges: %w", err)
	}
	for i, r := range rows {
		if old[i].id == 0 {
			continue
		}
		if _, err := c.exec(ctx, sqlDeleteEdge, old[i].id); err != nil {
			return fmt.Errorf("remove edge %q to %q: %w", r.ref.From.ID, r.ref.To.ID, err)
		}
		if r.visible {
			c.stats.EdgesDeleted++
			c.logEdge(r.bucket, r.place, c.hashEdge(r.ref, old[i].props), 0)
		}
	}
	return nil
}

// stored returns the places of those edges whose names and kind the file knows.
func (c *change) stored(refs []graph.EdgeRef) []row {
	var rows []row
	for _, ref := range refs {
		from, to := c.w.names[ref.From], c.w.names[ref.To]
		w := c.whats[what{typeCodes[ref.Type], ref.Kind}]
		if from == nil || to == nil || w == 0 {
			continue
		}
		rows = append(rows, row{
			storedEdge: storedEdge{
				ref: ref, place: place{from.id, w, to.id}, bucket: from.bucket,
			},
			visible: from.present && to.present,
		})
	}
	return rows
}

// touching walks the edges of the nodes whose ends are both present.
func (c *change) touching(ctx context.Context, ids []int64, edge func(storedEdge)) error {
	if len(ids) == 0 {
		return nil
	}
	rows, err := c.query(ctx, sqlTouching, list(ids))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		e, err := scanStored(rows)
		if err != nil {
			return err
		}
		edge(e)
	}
	return rows.Err()
}

type scanner interface{ Scan(dest ...any) error }

func scanStored(rows scanner) (storedEdge, error) {
	var e storedEdge
	var typ, from, to int
	err := rows.Scan(&e.place.what, &typ, &e.ref.Kind, &e.place.src, &from, &e.ref.From.ID,
		&e.place.dst, &to, &e.ref.To.ID, &e.props)
	e.ref.Type = typesByCode[typ]
	e.ref.From.Label, e.ref.To.Label = labelsByCode[from], labelsByCode[to]
	e.bucket = e.ref.Bucket()
	return e, err
}
