package graph

import "fmt"

// A Prop is one property of a node or an edge, under the name that it has in
// every store and in an export. Its value is a string, bool, int64, float64,
// []string, []int64 or []float64, and never empty: what is absent is left out.
type Prop struct {
	Name  string
	Value any
}

// SearchProp is the property that no export shows: the folded text of a node.
const SearchProp = "search"

// Identifier returns the name of the property that identifies the nodes of a label.
func (l Label) Identifier() string {
	switch l {
	case LabelPage:
		return "url"
	case LabelAgency:
		return "code"
	}
	return "key"
}

// Props returns the properties of n without its identifier, in their one order.
func Props(n Node) []Prop { return props(nodeFields(n)) }

// Props returns the properties of e without its ends and its kind, in their one order.
func (e *Edge) Props() []Prop {
	quotes := newColumns(e.Evidence)
	return props(e.fields(quotes))
}

// NewNode makes a node of its properties, as Props gives them; a list may also
// be an []any. A property that the label does not have is an error.
func NewNode(ref NodeRef, properties map[string]any) (Node, error) {
	n, err := emptyNode(ref)
	if err != nil {
		return nil, err
	}
	if err := setFields(nodeFields(n), properties); err != nil {
		return nil, fmt.Errorf("node %q: %w", ref.ID, err)
	}
	return n, nil
}

// NewEdge makes an edge of its properties, as Props gives them.
func NewEdge(ref EdgeRef, properties map[string]any) (*Edge, error) {
	e, c := &Edge{EdgeRef: ref}, &columns{}
	if err := setFields(e.fields(c), properties); err != nil {
		return nil, fmt.Errorf("edge %q to %q: %w", ref.From.ID, ref.To.ID, err)
	}
	var err error
	if e.Evidence, err = c.rows(); err != nil {
		return nil, fmt.Errorf("edge %q to %q: %w", ref.From.ID, ref.To.ID, err)
	}
	return e, nil
}

func emptyNode(ref NodeRef) (Node, error) {
	switch ref.Label {
	case LabelDocument:
		return &Document{Key: ref.ID}, nil
	case LabelInstrument:
		return &Instrument{Key: ref.ID}, nil
	case LabelAgency:
		return &Agency{Code: ref.ID}, nil
	case LabelPerson:
		return &Person{Key: ref.ID}, nil
	case LabelPage:
		return &Page{URL: ref.ID}, nil
	}
	return nil, fmt.Errorf("unknown label %q", ref.Label)
}
