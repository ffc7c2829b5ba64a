package ledger

import (
	"context"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// A Visit is one look at a page.
type Visit struct {
	URL       string
	At        time.Time
	Status    int    // 0: it was not asked over HTTP
	Header    string // "Name: value\r\n" lines; empty: not kept
	Media     string
	SHA256    []byte
	Unchanged string // digest, not-modified, or empty
	Raw       []byte // packed; only on the visit that brought the body that is kept
}

// Visits returns the history of some pages whose url comes after one, by url and time;
// none: there are no more. A page that no crawl has fetched has one visit without status.
func (r *Reader) Visits(ctx context.Context, after string) ([]Visit, error) {
	const some = 50
	urls, err := r.q.PagesFrom(ctx, query.PagesFromParams{Url: after, Limit: some})
	if err != nil {
		return nil, explain(r.path, err)
	}
	var all []Visit
	for _, url := range urls {
		visits, err := r.visits(ctx, url)
		if err != nil {
			return nil, explain(r.path, err)
		}
		all = append(all, visits...)
	}
	return all, nil
}

func (r *Reader) visits(ctx context.Context, url string) ([]Visit, error) {
	hash := resolve.HashURL(url)
	page, err := r.q.Page(ctx, hash[:])
	if err != nil {
		return nil, err
	}
	rows, err := r.q.VisitsOf(ctx, hash[:])
	if err != nil {
		return nil, err
	}
	body, err := r.body(ctx, hash)
	if err != nil {
		return nil, err
	}
	all := make([]Visit, len(rows))
	kept := false
	for i, v := range rows {
		all[i] = Visit{URL: url, At: time.UnixMilli(v.At).UTC(), Status: int(v.Status),
			Media: page.Media, SHA256: v.Sha256, Unchanged: v.Unchanged}
		if body != nil && v.At == body.Fetched && v.Unchanged == "" {
			all[i].Raw, all[i].Header, kept = body.Raw, body.Header, true
		}
	}
	if body != nil && !kept {
		first := Visit{URL: url, At: time.UnixMilli(page.Fetched).UTC(), Media: page.Media,
			SHA256: page.Sha256, Raw: body.Raw}
		all = append([]Visit{first}, all...)
	}
	return all, nil
}

func (r *Reader) body(ctx context.Context, hash resolve.Hash) (*query.AnswerOfBodyRow, error) {
	rows, err := r.q.AnswerOfBody(ctx, hash[:])
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}
