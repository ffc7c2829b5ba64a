package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	_ "embed"
	"fmt"
	"slices"

	"vnlex/graph"
)

// The statements of the log; their files say what each does.
var (
	//go:embed sql/heads.sql
	sqlHeads string
	//go:embed sql/hash_at.sql
	sqlHashAt string
	//go:embed sql/log_after.sql
	sqlLogAfter string
	//go:embed sql/log_of.sql
	sqlLogOf string
	//go:embed sql/named.sql
	sqlNamed string
)

// Net returns what a run changed in the end, in the order of an export: what
// it added and removed again, or changed and changed back, is not among it.
func Net(ctx context.Context, tx *sql.Tx, run int64) ([]graph.Change, error) {
	r := reader{transaction{tx}}
	entries, err := r.net(ctx, run)
	if err != nil {
		return nil, fmt.Errorf("read changes of run %d: %w", run, err)
	}
	names, err := r.named(ctx, entries)
	if err != nil {
		return nil, fmt.Errorf("read changes of run %d: %w", run, err)
	}
	changes := make([]graph.Change, len(entries))
	for i, e := range entries {
		changes[i] = names.change(0, e)
	}
	slices.SortFunc(changes, compareChanges)
	return changes, nil
}

// compareChanges orders nodes before edges, each as an export does.
func compareChanges(a, b graph.Change) int {
	isEdge := func(c graph.Change) int { return min(1, len(c.Edge.Type)) }
	return cmp.Or(
		cmp.Compare(isEdge(a), isEdge(b)),
		graph.CompareNodes(a.Node, b.Node),
		graph.CompareEdges(a.Edge, b.Edge),
	)
}

// net returns, for each node and edge that a run ends otherwise than it began,
// one entry.
func (r reader) net(ctx context.Context, run int64) ([]entry, error) {
	var sum []entry
	at := make(map[place]int)
	bucket := -1
	err := r.each(ctx, sqlLogOf, func(rows scanner) error {
		var b int
		var row []byte
		if err := rows.Scan(&b, &row); err != nil {
			return err
		}
		if b != bucket { // a node or an edge has one bucket
			bucket = b
			clear(at)
		}
		entries, err := decodeEntries(row)
		sum = merge(sum, at, entries)
		return err
	}, run)
	return slices.DeleteFunc(sum, func(e entry) bool { return e.before == e.after }), err
}

func merge(sum []entry, at map[place]int, entries []entry) []entry {
	for _, e := range entries {
		if i, ok := at[e.place]; ok {
			sum[i].after = e.after
			continue
		}
		at[e.place] = len(sum)
		sum = append(sum, e)
	}
	return sum
}

// names tells what the ids in log entries mean.
type names struct {
	nodes map[int64]graph.NodeRef
	whats map[int64]what
}

func (r reader) named(ctx context.Context, entries []entry) (names, error) {
	n := names{make(map[int64]graph.NodeRef), make(map[int64]what)}
	err := r.each(ctx, sqlWhats, func(rows scanner) error {
		var id int64
		var w what
		err := rows.Scan(&id, &w.typ, &w.kind)
		n.whats[id] = w
		return err
	})
	if err != nil {
		return names{}, err
	}
	for some := range slices.Chunk(ids(entries), 1000) {
		if err := r.each(ctx, sqlNamed, n.scan, list(some)); err != nil {
			return names{}, err
		}
	}
	return n, nil
}

func (n names) scan(rows scanner) error {
	var id int64
	var label int
	var ref graph.NodeRef
	err := rows.Scan(&id, &label, &ref.ID)
	ref.Label = labelsByCode[label]
	n.nodes[id] = ref
	return err
}

func ids(entries []entry) []int64 {
	var list []int64
	for _, e := range entries {
		list = append(list, e.src)
		if e.what != 0 {
			list = append(list, e.dst)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (n names) change(seq int64, e entry) graph.Change {
	if e.what == 0 {
		return graph.Change{Seq: seq, Op: e.op(), Node: n.nodes[e.src]}
	}
	w := n.whats[e.what]
	return graph.Change{Seq: seq, Op: e.op(), Edge: graph.EdgeRef{
		Type: typesByCode[w.typ], From: n.nodes[e.src], To: n.nodes[e.dst], Kind: w.kind,
	}}
}
