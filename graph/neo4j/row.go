package neo4j

import (
	"fmt"
	"reflect"

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

func nodeOf(ref graph.NodeRef, properties map[string]any) (graph.Node, error) {
	n, err := graph.NewNode(ref, own(graph.NodeProps(ref.Label), properties))
	return n, damaged(err)
}

func edgeOf(ref graph.EdgeRef, properties map[string]any) (*graph.Edge, error) {
	e, err := graph.NewEdge(ref, own(graph.EdgeProps(ref.Type), properties))
	return e, damaged(err)
}

// damaged tells that somebody changed the type of a property of ours.
func damaged(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: repair it with vnlex sync --full", err)
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
		return want == have || reflect.TypeOf(want) == reflect.TypeOf(have) && reflect.DeepEqual(want, have)
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
