package ledger

import (
	"bytes"
	"context"
	"database/sql"
	"slices"
	"strings"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/resolve"
)

// claim writes claims in the order of their table, and marks their blocks.
func (b *Batch) claim(ctx context.Context, all []resolve.Claim) error {
	all = slices.Clone(all)
	slices.SortFunc(all, compareClaims)
	blocks := map[string]bool{}
	for i := range all {
		c := &all[i]
		block := sql.NullString{String: c.Block, Valid: c.Block != ""}
		if err := b.claims.add(ctx, c.Page[:], string(c.Kind), c.Subject, c.ID[:], c.Object,
			block, c.Value,
			c.Start, c.End, c.Quote, c.Rule, c.Confidence); err != nil {
			return err
		}
		if c.Block != "" && !blocks[c.Block] {
			blocks[c.Block] = true
			if err := b.mark(ctx, blockUnit(c.Block)); err != nil {
				return err
			}
		}
	}
	return nil
}

func compareClaims(a, b resolve.Claim) int {
	if c := strings.Compare(string(a.Kind), string(b.Kind)); c != 0 {
		return c
	}
	if c := strings.Compare(a.Subject, b.Subject); c != 0 {
		return c
	}
	return bytes.Compare(a.ID[:], b.ID[:])
}

func (b *Batch) mark(ctx context.Context, u unit) error {
	return b.marks.add(ctx, int64(u.stage), int64(u.bucket), u.key)
}

// replace takes out what a page claimed before, and marks all units that drew on it.
func (b *Batch) replace(ctx context.Context, hash resolve.Hash) error {
	if b.fresh[hash] {
		if err := b.flush(ctx); err != nil {
			return err
		}
	}
	if err := b.mark(ctx, pageUnit(hash)); err != nil {
		return err
	}
	old, err := b.q.ClaimsOfPage(ctx, hash[:])
	if err != nil {
		return err
	}
	blocks := map[string]bool{}
	for _, c := range old {
		if c.Block.Valid && !blocks[c.Block.String] {
			blocks[c.Block.String] = true
			if err := b.mark(ctx, blockUnit(c.Block.String)); err != nil {
				return err
			}
		}
	}
	if err := b.markOwners(ctx, hash); err != nil {
		return err
	}
	return b.q.DeleteClaims(ctx, hash[:])
}

// markOwners marks the units of every node that a page means by one of its keys. Keys
// that are new to the page have no node yet: resolving their block will mark them.
func (b *Batch) markOwners(ctx context.Context, hash resolve.Hash) error {
	all, err := b.q.AssignedOfPage(ctx, hash[:])
	if err != nil {
		return err
	}
	done := map[string]bool{}
	for _, a := range all {
		if done[a.Owner] {
			continue
		}
		done[a.Owner] = true
		for _, s := range []stage{stageCarrier, stageRelations} {
			if err := b.mark(ctx, unit{s, byte(a.Bucket), a.Owner}); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropStray forgets what a page meant by keys that it does not use any more.
func (b *Batch) dropStray(ctx context.Context, hash resolve.Hash, claims []resolve.Claim) error {
	all, err := b.q.AssignedOfPage(ctx, hash[:])
	if err != nil || len(all) == 0 {
		return err
	}
	used := map[string]bool{}
	for i := range claims {
		if k := claims[i].Kind; k == resolve.KindDocument || k == resolve.KindInstrument {
			used[claims[i].Subject] = true
		}
	}
	for _, a := range all {
		if used[a.Local] {
			continue
		}
		if err := b.q.DeleteAssigned(ctx, query.DeleteAssignedParams{Page: hash[:],
			Local: a.Local}); err != nil {
			return err
		}
	}
	return nil
}
