package ledger

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// A Reader reads a database while others write it.
type Reader struct {
	path string
	db   *sql.DB
	q    *query.Queries
}

// OpenReader opens the database at path, which must be there and of today's version.
// Errors are *Error.
func OpenReader(ctx context.Context, path string) (*Reader, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, &Error{Code: Missing, Path: path}
	}
	db, err := connect(path, patience, queryOnly...)
	if err != nil {
		return nil, explain(path, err)
	}
	r := &Reader{path: path, db: db, q: query.New(db)}
	have, err := version(ctx, db)
	if err == nil && have < len(versions) {
		err = &Error{Code: Older}
	}
	if err == nil {
		return r, nil
	}
	db.Close()
	return nil, explain(path, err)
}

// Close closes the reader.
func (r *Reader) Close() error { return r.db.Close() }

// Transact runs f on one state of the database.
func (r *Reader) Transact(
	ctx context.Context, f func(ctx context.Context, tx *sql.Tx) error,
) error {
	tx, err := r.db.BeginTx(ctx, nil)
	if err != nil {
		return explain(r.path, err)
	}
	defer tx.Rollback()
	return explain(r.path, f(ctx, tx))
}

// Unsettled returns the number of marks that are left.
func (r *Reader) Unsettled(ctx context.Context) (int64, error) {
	n, err := r.q.Marks(ctx)
	return n, explain(r.path, err)
}

// A State is what is known of a page.
type State struct {
	URL       string    `json:"url"`
	Kind      string    `json:"kind,omitempty"`
	Site      string    `json:"site,omitempty"`
	Title     string    `json:"title,omitempty"`
	Published string    `json:"published,omitempty"`
	SHA256    string    `json:"sha256,omitempty"`
	State     string    `json:"state"` // read, failed, gone, forgotten
	Code      string    `json:"code,omitempty"`
	Reason    string    `json:"reason,omitempty"`
	Tries     int       `json:"tries,omitempty"`
	Fetched   time.Time `json:"fetched"`
	Link      string    `json:"link,omitempty"` // redirect, canonical, duplicate
	Target    string    `json:"target,omitempty"`
	Crawled   bool      `json:"crawled,omitempty"` // a crawl looks after it
}

// Pages lists pages by url; the forgotten ones come last, unless site or failed narrow
// the list.
func (r *Reader) Pages(ctx context.Context, site string, failed bool) ([]State, error) {
	p := query.PagesParams{Site: site}
	if failed {
		p.Failed = 1
	}
	rows, err := r.q.Pages(ctx, p)
	if err != nil {
		return nil, explain(r.path, err)
	}
	all := make([]State, len(rows))
	for i, w := range rows {
		all[i] = State{w.Url, w.Kind, w.Site, w.Title, w.Published, hex.EncodeToString(w.Sha256),
			w.State, w.Code,
			w.Reason, int(w.Tries), time.UnixMilli(w.Fetched).UTC(), w.Link, w.Target,
			w.Crawled > 0}
	}
	if site != "" || failed {
		return all, nil
	}
	gone, err := r.q.ForgottenPages(ctx)
	for _, url := range gone {
		all = append(all, State{URL: url, State: "forgotten"})
	}
	return all, explain(r.path, err)
}

// Text returns the text of a page as it was read: quotes stand in it at their offsets.
func (r *Reader) Text(ctx context.Context, url string) (string, error) {
	hash := resolve.HashURL(url)
	row, err := r.q.Body(ctx, hash[:])
	if errors.Is(err, sql.ErrNoRows) {
		return "", ErrGone
	}
	if err != nil {
		return "", explain(r.path, err)
	}
	if row.Text == nil {
		row.Text = row.Raw
	}
	text, err := Unpack(row.Text)
	return string(text), err
}

// CopyTo writes a consistent copy to file, and has renew give it an identity of its own.
func (r *Reader) CopyTo(
	ctx context.Context, file string, renew func(context.Context, *sql.Tx) error,
) error {
	from, err := connect(r.path, patience)
	if err != nil {
		return explain(r.path, err)
	}
	defer from.Close()
	if _, err := from.ExecContext(ctx, load("copy"), file); err != nil {
		return explain(file, err)
	}
	to, err := connect(file, patience)
	if err != nil {
		return explain(file, err)
	}
	defer to.Close()
	tx, err := to.BeginTx(ctx, nil)
	if err != nil {
		return explain(file, err)
	}
	defer tx.Rollback()
	if err := renew(ctx, tx); err != nil {
		return explain(file, err)
	}
	return explain(file, tx.Commit())
}

// Marks returns the number of marks that are left in one state of a database.
func Marks(ctx context.Context, tx *sql.Tx) (int64, error) { return query.New(tx).Marks(ctx) }
