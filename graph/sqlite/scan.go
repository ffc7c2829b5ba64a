package sqlite

import (
	_ "embed"
	"errors"
	"slices"

	"vnlex/graph"
)

// The statements of the look-ups; their files say what each does.
var (
	//go:embed sql/idents.sql
	sqlIdents string
	//go:embed sql/nodes.sql
	sqlNodes string
	//go:embed sql/links_out.sql
	sqlLinksOut string
	//go:embed sql/links_into.sql
	sqlLinksInto string
	//go:embed sql/edges_at.sql
	sqlEdgesAt string
	//go:embed sql/holding.sql
	sqlHolding string
	//go:embed sql/aliased.sql
	sqlAliased string
	//go:embed sql/numbered.sql
	sqlNumbered string
	//go:embed sql/uncarried.sql
	sqlUncarried string
	//go:embed sql/all_nodes.sql
	sqlAllNodes string
	//go:embed sql/sources.sql
	sqlSources string
	//go:embed sql/edges_of.sql
	sqlEdgesOf string
)

// errStop ends a walk whose consumer has seen enough.
var errStop = errors.New("enough")

func scanNode(nodes *[]graph.Node) func(scanner) error {
	return func(rows scanner) error {
		n, err := nodeOf(rows)
		*nodes = append(*nodes, n)
		return err
	}
}

func nodeOf(rows scanner) (graph.Node, error) {
	var label int
	var id string
	var props []byte
	if err := rows.Scan(&label, &id, &props); err != nil {
		return nil, err
	}
	return graph.DecodeNode(graph.NodeRef{Label: labelsByCode[label], ID: id}, props)
}

func scanRef(refs *[]graph.NodeRef, keep func(graph.NodeRef) bool) func(scanner) error {
	return func(rows scanner) error {
		var label int
		var ref graph.NodeRef
		err := rows.Scan(&label, &ref.ID)
		ref.Label = labelsByCode[label]
		if keep(ref) {
			*refs = append(*refs, ref)
		}
		return err
	}
}

func scanLink(links *[]graph.Link) func(scanner) error {
	return func(rows scanner) error {
		var l graph.Link
		var typ, from, to int
		err := rows.Scan(&typ, &l.Kind, &l.Low, &from, &l.From.ID, &to, &l.To.ID)
		l.Type = typesByCode[typ]
		l.From.Label, l.To.Label = labelsByCode[from], labelsByCode[to]
		*links = append(*links, l)
		return err
	}
}

func scanEdge(edges *[]*graph.Edge) func(scanner) error {
	return func(rows scanner) error {
		var ref graph.EdgeRef
		var typ, from, to int
		var props []byte
		err := rows.Scan(&typ, &ref.Kind, &from, &ref.From.ID, &to, &ref.To.ID, &props)
		if err != nil {
			return err
		}
		ref.Type = typesByCode[typ]
		ref.From.Label, ref.To.Label = labelsByCode[from], labelsByCode[to]
		e, err := graph.DecodeEdge(ref, props)
		*edges = append(*edges, e)
		return err
	}
}

func sortNodes(nodes []graph.Node) {
	slices.SortFunc(nodes, func(a, b graph.Node) int {
		return graph.CompareNodes(a.Ref(), b.Ref())
	})
}

// sortEdges sorts edges and keeps one of each.
func sortEdges(edges []*graph.Edge) []*graph.Edge {
	slices.SortFunc(edges, func(a, b *graph.Edge) int {
		return graph.CompareEdges(a.EdgeRef, b.EdgeRef)
	})
	return slices.CompactFunc(edges, func(a, b *graph.Edge) bool { return a.EdgeRef == b.EdgeRef })
}

func documents(nodes []graph.Node) []*graph.Document {
	sortNodes(nodes)
	var docs []*graph.Document
	for _, n := range nodes {
		if d, ok := n.(*graph.Document); ok {
			docs = append(docs, d)
		}
	}
	return docs
}

func codes(types []graph.EdgeType) []int {
	var list []int
	for _, t := range types {
		if typeCodes[t] != 0 && !slices.Contains(list, typeCodes[t]) {
			list = append(list, typeCodes[t])
		}
	}
	return list
}

// byLabel parts references by label, each once; what is no name is left out.
func byLabel(refs []graph.NodeRef) map[graph.Label][]string {
	seen := make(map[graph.NodeRef]bool, len(refs))
	parts := make(map[graph.Label][]string)
	for _, ref := range refs {
		if !seen[ref] && check(ref) == nil {
			seen[ref] = true
			parts[ref.Label] = append(parts[ref.Label], ref.ID)
		}
	}
	return parts
}

func texts(list []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !isText(s) })
}
