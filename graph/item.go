package graph

import (
	"cmp"
	"slices"
	"strings"
)

// An item is one of the documents and instruments that an answer lists.
type item struct {
	ref   NodeRef
	depth int
	node  Node // nil until it is needed
}

// compareItems orders as documents stand in an answer: by depth, date of issue, key.
func compareItems(a, b item) int {
	return cmp.Or(cmp.Compare(a.depth, b.depth), strings.Compare(a.issued(), b.issued()),
		strings.Compare(a.ref.ID, b.ref.ID), CompareNodes(a.ref, b.ref))
}

func (i item) issued() string {
	if d, ok := i.node.(*Document); ok {
		return d.Issued
	}
	return ""
}

// cut returns the part of a list that is wanted, and whether more follows.
func cut[T any](list []T, c Cut) (part []T, truncated bool) {
	start := min(max(c.Offset, 0), len(list))
	if c.Limit <= 0 || len(list)-start <= c.Limit {
		return list[start:], false
	}
	return list[start : start+c.Limit], true
}

// documentsOf returns the documents among items, after the root if it is one.
func documentsOf(root Node, items []item) []*Document {
	var docs []*Document
	if d, ok := root.(*Document); ok {
		docs = append(docs, d)
	}
	for _, i := range items {
		if d, ok := i.node.(*Document); ok {
			docs = append(docs, d)
		}
	}
	return docs
}

// instrumentsIn returns the instruments among references, each once.
func instrumentsIn(refs ...NodeRef) []NodeRef {
	var list []NodeRef
	for _, ref := range refs {
		if ref.Label == LabelInstrument {
			list = append(list, ref)
		}
	}
	slices.SortFunc(list, CompareNodes)
	return slices.Compact(list)
}
