package neo4j

import (
	"vnlex/graph"
)

// A row is what a statement takes for one node or relationship.
type row = map[string]any

// own keeps the properties that vnlex gives: others are a user's, who may put
// some on our nodes; they are neither read nor taken away.
func own(names []string, properties map[string]any) map[string]any {
	kept := make(map[string]any, len(properties))
	for _, name := range names {
		if v, ok := properties[name]; ok && v != nil {
			kept[name] = v
		}
	}
	return kept
}

// nodeOf makes a node of what was read. A property of ours that somebody gave
// another type counts as absent: --check then shows a difference, and the next
// sync --full repairs it.
func nodeOf(ref graph.NodeRef, properties map[string]any) (graph.Node, error) {
	kept := own(graph.NodeProps(ref.Label), properties)
	n, err := graph.NewNode(ref, kept)
	if err == nil {
		return n, nil
	}
	return graph.NewNode(ref, sound(kept, func(one map[string]any) error {
		_, err := graph.NewNode(ref, one)
		return err
	}))
}

// edgeOf does the same with a relationship.
func edgeOf(ref graph.EdgeRef, properties map[string]any) (*graph.Edge, error) {
	kept := own(graph.EdgeProps(ref.Type), properties)
	e, err := graph.NewEdge(ref, kept)
	if err == nil {
		return e, nil
	}
	return graph.NewEdge(ref, sound(kept, func(one map[string]any) error {
		_, err := graph.NewEdge(ref, one)
		return err
	}))
}

// sound keeps the properties that are taken each by itself. The lists of
// evidence are not: they go together, so all of them count as absent.
func sound(properties map[string]any, take func(map[string]any) error) map[string]any {
	kept := make(map[string]any, len(properties))
	for name, v := range properties {
		if take(map[string]any{name: v}) == nil {
			kept[name] = v
		}
	}
	return kept
}

// change returns what must be set for have to become want: all of it where
// nothing is there, else only what differs, with nil for what has to go.
func change(names []string, want []graph.Prop, have map[string]any) map[string]any {
	set := make(map[string]any, len(want))
	for _, p := range want {
		if !same(p.Value, have[p.Name]) {
			set[p.Name] = p.Value
		}
	}
	if have == nil {
		return set
	}
	wanted := make(map[string]bool, len(want))
	for _, p := range want {
		wanted[p.Name] = true
	}
	for _, name := range names {
		if !wanted[name] && have[name] != nil {
			set[name] = nil
		}
	}
	return set
}

// same compares a value of ours with one that the driver read: lists of it are
// of type []any.
func same(want, have any) bool {
	list, ok := have.([]any)
	if !ok {
		return want == have // a list of ours is no list there: the types differ
	}
	switch want := want.(type) {
	case []string:
		return sameList(want, list)
	case []int64:
		return sameList(want, list)
	case []float64:
		return sameList(want, list)
	}
	return false
}

func sameList[T comparable](want []T, have []any) bool {
	if len(want) != len(have) {
		return false
	}
	for i, w := range want {
		if h, ok := have[i].(T); !ok || h != w {
			return false
		}
	}
	return true
}
