package graph

import (
	"context"
	"errors"
)

// ErrAbsent is the error of a question about a node that the graph does not have.
var ErrAbsent = errors.New("not in the graph")

// Locate finds what a person means by a KEY: a canonical key or an alias of
// one, the URL of a page, a number, or a name.
func Locate(ctx context.Context, r Reader, q Query) (Location, error) { return Location{}, nil }

// Tree answers with the tree of what implements root, or what it implements.
func Tree(ctx context.Context, r Reader, root Root, o TreeOptions) (*Answer, error) {
	return &Answer{}, nil
}

// Amendments answers with every relation of the amends family onto root.
func Amendments(ctx context.Context, r Reader, root Root, o AmendmentOptions) (*Answer, error) {
	return &Answer{}, nil
}

// References answers with what root cites.
func References(ctx context.Context, r Reader, root Root, c Cut) (*Answer, error) {
	return &Answer{}, nil
}

// CitedBy answers with what cites root.
func CitedBy(ctx context.Context, r Reader, root Root, c Cut) (*Answer, error) {
	return &Answer{}, nil
}

// Show answers with all that is known of root.
func Show(ctx context.Context, r Reader, root Root, c Cut) (*Answer, error) { return &Answer{}, nil }

// Search answers with the documents and instruments that a text names, best first.
func Search(ctx context.Context, r Reader, q Query, c Cut) (*Answer, error) { return &Answer{}, nil }

// Path answers with the shortest way from a to b.
func Path(ctx context.Context, r Reader, a, b Root, c Cut) (*Answer, error) { return &Answer{}, nil }

// Missing answers with the documents that are cited but carried by no page.
func Missing(ctx context.Context, r Reader, c Cut) (*Answer, error) { return &Answer{}, nil }
