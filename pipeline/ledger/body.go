package ledger

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"

	"vnlex/graph"
)

// An entry is one row that a unit has written: its table, its key there, and what
// tells whether it has changed.
type entry struct {
	tag   tag
	key   string // parts joined by U+0000, which no text holds
	value string
}

// A tag names a table.
type tag byte

const (
	tagNode     tag = 'n'
	tagEdge     tag = 'e'
	tagDocument tag = 'd' // table document
	tagParty    tag = 'p' // table party
	tagCarried  tag = 'c' // table carried
)

func compareEntries(a, b entry) int {
	return cmp.Or(cmp.Compare(a.tag, b.tag), strings.Compare(a.key, b.key))
}

// A body is all that a unit has written, by tag and key. It is kept so that
// resolving the unit again writes only what has changed and takes away what is gone.
type body []entry

// pack returns b as it is stored.
func (b body) pack() []byte {
	var out []byte
	for _, e := range b {
		out = append(out, byte(e.tag))
		for _, s := range []string{e.key, e.value} {
			out = binary.AppendUvarint(out, uint64(len(s)))
			out = append(out, s...)
		}
	}
	return out
}

// unpack reads what pack wrote; bytes of another make read as an empty body.
func unpack(data []byte) body {
	var out body
	for len(data) > 0 {
		e := entry{tag: tag(data[0])}
		var ok bool
		if e.key, data, ok = cutString(data[1:]); !ok {
			return nil
		}
		if e.value, data, ok = cutString(data); !ok {
			return nil
		}
		out = append(out, e)
	}
	return out
}

func cutString(data []byte) (string, []byte, bool) {
	n, size := binary.Uvarint(data)
	if size <= 0 || uint64(len(data)-size) < n {
		return "", nil, false
	}
	return string(data[size : size+int(n)]), data[size+int(n):], true
}

// diff calls put for what is in b and not in old, or not the same, and gone for what
// was in old alone. Both are in order.
func (b body) diff(old body, put func(i int, isNew bool), gone func(entry)) {
	for i, j := 0, 0; i < len(b) || j < len(old); {
		switch c := side(b, old, i, j); {
		case c < 0:
			put(i, true)
			i++
		case c > 0:
			gone(old[j])
			j++
		default:
			if b[i].value != old[j].value {
				put(i, false)
			}
			i, j = i+1, j+1
		}
	}
}

// side tells which of two lists comes next; one that has ended comes last.
func side(a, b body, i, j int) int {
	switch {
	case i == len(a):
		return 1
	case j == len(b):
		return -1
	}
	return compareEntries(a[i], b[j])
}

func join(parts ...string) string { return strings.Join(parts, "\x00") }

func split(key string) []string { return strings.Split(key, "\x00") }

func nodeEntry(n graph.Node) entry {
	r := n.Ref()
	return entry{tagNode, join(string(r.Label), r.ID), digest(n)}
}

func edgeEntry(e *graph.Edge) entry {
	key := join(string(e.Type), string(e.From.Label), e.From.ID, string(e.To.Label), e.To.ID,
		e.Kind)
	return entry{tagEdge, key, digest(e)}
}

// nodeRef and edgeRef read the keys of entries.

func nodeRef(key string) graph.NodeRef {
	p := split(key)
	return graph.NodeRef{Label: graph.Label(p[0]), ID: p[1]}
}

func edgeRef(key string) graph.EdgeRef {
	p := split(key)
	from := graph.NodeRef{Label: graph.Label(p[1]), ID: p[2]}
	to := graph.NodeRef{Label: graph.Label(p[3]), ID: p[4]}
	return graph.EdgeRef{Type: graph.EdgeType(p[0]), From: from, To: to, Kind: p[5]}
}

// digest tells whether a row of the graph has changed.
func digest(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic("unreachable: " + err.Error())
	}
	sum := sha256.Sum256(b)
	return string(sum[:8])
}

// rows is what a unit puts into the graph, together with the entries for its body.
type rows struct {
	body  body
	nodes map[string]graph.Node
	edges map[string]*graph.Edge
}

func newRows(nodes []graph.Node, edges []*graph.Edge, other ...entry) *rows {
	r := &rows{body: other, nodes: map[string]graph.Node{}, edges: map[string]*graph.Edge{}}
	for _, n := range nodes {
		e := nodeEntry(n)
		r.nodes[e.key] = n
		r.body = append(r.body, e)
	}
	for _, g := range edges {
		e := edgeEntry(g)
		r.edges[e.key] = g
		r.body = append(r.body, e)
	}
	slices.SortFunc(r.body, compareEntries)
	return r
}
