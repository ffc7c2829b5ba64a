package ledger

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// A Robots is what is kept of the robots.txt of an origin.
type Robots struct {
	Status         int
	Body           []byte
	ETag, Modified string
	Waiting        time.Time // since when it cannot be had; zero: it can
	Asked          time.Duration
	Expires        time.Time
}

// Robots returns what is kept for an origin, and whether anything is.
func (l *Ledger) Robots(ctx context.Context, origin string) (Robots, bool, error) {
	hash := resolve.HashURL(origin)
	row, err := l.look.Robots(ctx, hash[:])
	if errors.Is(err, sql.ErrNoRows) {
		return Robots{}, false, nil
	}
	if err != nil {
		return Robots{}, false, explain(l.path, err)
	}
	body, err := Unpack(row.Body)
	return Robots{int(row.Status), body, row.Etag, row.Modified, timeOf(row.Waiting),
		time.Duration(row.Asked) * time.Millisecond, timeOf(row.Expires)}, true, err
}

// PutRobots keeps the robots.txt of an origin.
func (b *Batch) PutRobots(ctx context.Context, origin string, r Robots) error {
	hash := resolve.HashURL(origin)
	return b.q.PutRobots(ctx, query.PutRobotsParams{Hash: hash[:], Status: int64(r.Status),
		Body: Pack(r.Body), Etag: r.ETag, Modified: r.Modified,
		Waiting: millisOf(r.Waiting), Asked: r.Asked.Milliseconds(),
		Expires: millisOf(r.Expires)})
}
