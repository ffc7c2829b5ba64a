package graph

import (
	"cmp"
	"context"
	"slices"
)

// Missing answers with the documents that are cited but that no page carries,
// those first that most documents and then most pages cite.
func Missing(ctx context.Context, r Reader, c Cut) (*Answer, error) {
	list, err := r.Uncarried(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(list, func(a, b Uncarried) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(b.Pages, a.Pages),
			cmp.Compare(a.Key, b.Key))
	})
	a := &Answer{Question: "missing"}
	list, a.Truncated = cut(list, c)
	a.Documents, err = missingViews(ctx, r, list)
	return a, err
}

func missingViews(ctx context.Context, r Reader, list []Uncarried) ([]DocumentView, error) {
	refs := make([]NodeRef, len(list))
	for i, u := range list {
		refs[i] = NodeRef{LabelDocument, u.Key}
	}
	nodes, err := nodesAt(ctx, r, refs)
	if err != nil {
		return nil, err
	}
	var docs []*Document
	var counts []Uncarried
	for i, ref := range refs {
		if d, ok := nodes[ref].(*Document); ok {
			docs, counts = append(docs, d), append(counts, list[i])
		}
	}
	views, err := documentViews(ctx, r, docs)
	for i := range views {
		views[i].Count, views[i].Pages = counts[i].Documents, counts[i].Pages
	}
	return views, err
}
