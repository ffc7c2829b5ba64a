package graph

// NodeProps returns the names of all properties that a node of the label may
// have, without its identifier. It panics at a label that there is not.
func NodeProps(l Label) []string {
	n, err := emptyNode(NodeRef{Label: l})
	if err != nil {
		panic(err)
	}
	return names(nodeFields(n))
}

// EdgeProps returns the names of all properties that an edge of the type may
// have, without its kind.
func EdgeProps(t EdgeType) []string {
	e := &Edge{EdgeRef: EdgeRef{Type: t}}
	return names(e.fields(&columns{}))
}

func names(fields []field) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.name
	}
	return out
}
