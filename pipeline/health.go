package pipeline

import (
	"context"
	"errors"

	"vnlex/pipeline/ledger"
)

// Health is what can be told of a database without changing it.
type Health = ledger.Health

// Health looks whether the database is sound and settled.
func (p *Pipeline) Health(ctx context.Context) (Health, error) {
	r, err := ledger.OpenReader(ctx, p.path)
	if err != nil {
		return Health{}, err
	}
	h, err := r.Health(ctx)
	return h, errors.Join(err, r.Close())
}
