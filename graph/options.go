package graph

import "errors"

// ErrAbsent is the error of a question about a node that the graph does not have.
var ErrAbsent = errors.New("not in the graph")

// A Root is what a question is about: a node and, if asked, a provision of it.
type Root struct {
	NodeRef
	Provision string // #dieu-5.khoan-2
}

// A Cut says which part of an answer is wanted.
type Cut struct {
	Offset, Limit int  // Limit 0: all
	All           bool // relations of low confidence too
}

// TreeOptions narrow the tree of what implements a document.
type TreeOptions struct {
	Cut
	Up           bool     // what it implements
	Depth        int      // 0: unlimited
	Kinds        []string // of relations; none: all
	Since, Until string   // issued then, ISO 8601
	Issuers      []string // codes; none: all
}

// AmendmentOptions say for which day the state is asked.
type AmendmentOptions struct {
	Cut
	AsOf string // ISO 8601; empty: no state
}
