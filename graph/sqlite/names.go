package sqlite

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"vnlex/graph"
)

// maxNames bounds the memory of a Writer.
const maxNames = 200_000

// A name is what the file knows of a node or of an end of an edge.
type name struct {
	id      int64
	bucket  byte
	present bool
	fresh   bool // made by this delta: no edge can wait for it
}

// A what is a type of edge with a kind.
type what struct {
	typ  int
	kind string
}

// refresh forgets everything when another writer has changed the names, or
// when the transaction of the last change was rolled back.
func (c *change) refresh(ctx context.Context) error {
	stmt, err := c.prepare(ctx, sqlMeta)
	if err != nil {
		return err
	}
	var token string
	if err := stmt.QueryRowContext(ctx, "names").Scan(&token); err != nil {
		return err
	}
	if token != c.w.token || len(c.w.names) > maxNames {
		c.w.forget()
		c.w.token = token
	}
	return c.learnWhats(ctx)
}

func (c *change) learnWhats(ctx context.Context) error {
	rows, err := c.query(ctx, sqlWhats)
	if err != nil {
		return err
	}
	defer rows.Close()
	clear(c.whats)
	for rows.Next() {
		var id int64
		var w what
		if err := rows.Scan(&id, &w.typ, &w.kind); err != nil {
			return err
		}
		c.whats[w] = id
	}
	return rows.Err()
}

// what returns the id of a type with a kind, and makes it.
func (c *change) what(ctx context.Context, e graph.EdgeRef) (int64, error) {
	w := what{typeCodes[e.Type], e.Kind}
	if id := c.whats[w]; id != 0 {
		return id, nil
	}
	id, err := c.number(ctx, sqlInsertWhat, w.typ, w.kind)
	if err != nil {
		return 0, fmt.Errorf("add kind %q: %w", e.Kind, err)
	}
	c.whats[w] = id
	return id, nil
}

// learn looks up the names that are not known yet and returns those that the
// file does not have either.
func (c *change) learn(ctx context.Context, refs []graph.NodeRef) ([]graph.NodeRef, error) {
	asked := make(map[graph.NodeRef]bool)
	byLabel := make(map[graph.Label][]string)
	var unknown []graph.NodeRef
	for _, ref := range refs {
		if c.w.names[ref] == nil && !asked[ref] {
			asked[ref] = true
			unknown = append(unknown, ref)
			byLabel[ref.Label] = append(byLabel[ref.Label], ref.ID)
		}
	}
	for label, idents := range byLabel {
		if err := c.lookUp(ctx, label, idents); err != nil {
			return nil, err
		}
	}
	var absent []graph.NodeRef
	for _, ref := range unknown {
		if c.w.names[ref] == nil {
			absent = append(absent, ref)
		}
	}
	return absent, nil
}

func (c *change) lookUp(ctx context.Context, label graph.Label, idents []string) error {
	rows, err := c.query(ctx, sqlNames, labelCodes[label], list(idents))
	if err != nil {
		return fmt.Errorf("look up names: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var n name
		ref := graph.NodeRef{Label: label}
		if err := rows.Scan(&n.id, &ref.ID, &n.present); err != nil {
			return err
		}
		n.bucket = graph.Bucket(ref)
		c.w.names[ref] = &n
	}
	return rows.Err()
}

// create gives names to what has none yet.
func (c *change) create(ctx context.Context, refs []graph.NodeRef) error {
	if len(refs) == 0 {
		return nil
	}
	last, err := c.number(ctx, sqlLastName)
	if err != nil {
		return fmt.Errorf("add names: %w", err)
	}
	names, numbers := make([]any, 0, 4*len(refs)), make([]any, 0, 2*len(refs))
	for _, ref := range refs {
		last++
		n := &name{id: last, bucket: graph.Bucket(ref), fresh: true}
		c.w.names[ref], c.fresh = n, append(c.fresh, n)
		names = append(names, last, labelCodes[ref.Label], ref.ID, false)
		if number, ok := graph.Number(ref.ID); ok && ref.Label == graph.LabelDocument {
			numbers = append(numbers, number, last)
		}
	}
	c.renamed = true
	if err := c.insert(ctx, sqlInsertNames, 4, names, nil); err != nil {
		return fmt.Errorf("add names: %w", err)
	}
	if err := c.insert(ctx, sqlInsertNumbers, 2, numbers, nil); err != nil {
		return fmt.Errorf("add numbers: %w", err)
	}
	return nil
}

// check refuses what a file or a replica could not tell apart.
func check(ref graph.NodeRef) error {
	if labelCodes[ref.Label] == 0 {
		return fmt.Errorf("node %q has the unknown label %q", ref.ID, ref.Label)
	}
	if !isText(ref.ID) || ref.ID == "" {
		return fmt.Errorf("%s %q is named by no text", ref.Label, ref.ID)
	}
	return nil
}

func checkEdge(e graph.EdgeRef) error {
	if typeCodes[e.Type] == 0 {
		return fmt.Errorf("edge %q to %q has the unknown type %q", e.From.ID, e.To.ID, e.Type)
	}
	if !isText(e.Kind) {
		return fmt.Errorf("edge %q to %q has the kind %q", e.From.ID, e.To.ID, e.Kind)
	}
	return nil
}

func isText(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }
