package ledger

import (
	"bytes"
	"context"
	"database/sql"
	"errors"

	"vnlex/pipeline/ledger/query"
	"vnlex/pipeline/likeness"
	"vnlex/pipeline/resolve"
)

// Like links a page with those that say nearly the same: each leads to the one of them
// whose url comes first, in whatever order they come. It returns how many it is like.
func (b *Batch) Like(ctx context.Context, url string, sign likeness.Sign) (int, error) {
	hash := resolve.HashURL(url)
	if err := b.Unlike(ctx, hash); err != nil || sign.IsZero() {
		return 0, err
	}
	others, err := b.similar(ctx, hash[:], sign)
	if err != nil {
		return 0, err
	}
	err = b.q.PutLikeness(ctx, query.PutLikenessParams{Page: hash[:], Sign: sign.Pack()})
	for _, v := range sign.Bands() {
		err = errors.Join(err, b.q.PutBand(ctx, query.PutBandParams{Value: v, Page: hash[:]}))
	}
	for _, o := range others {
		err = errors.Join(err, b.relink(ctx, o.Page, o.Url))
	}
	return len(others), errors.Join(err, b.relink(ctx, hash[:], url))
}

// Unlike forgets what a page was like.
func (b *Batch) Unlike(ctx context.Context, hash resolve.Hash) error {
	sign, err := b.q.LikenessOf(ctx, hash[:])
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	others, err := b.similar(ctx, hash[:], likeness.Unpack(sign))
	if err != nil {
		return err
	}
	for _, v := range likeness.Unpack(sign).Bands() {
		err = errors.Join(err,
			b.q.DeleteBand(ctx, query.DeleteBandParams{Value: v, Page: hash[:]}))
	}
	err = errors.Join(err, b.q.DeleteLikeness(ctx, hash[:]), b.link(ctx, hash[:], nil))
	for _, o := range others {
		err = errors.Join(err, b.relink(ctx, o.Page, o.Url))
	}
	return err
}

// relink links a page with the first by url of those that it is like, if that comes
// before it.
func (b *Batch) relink(ctx context.Context, page []byte, url string) error {
	sign, err := b.q.LikenessOf(ctx, page)
	if err != nil {
		return err
	}
	others, err := b.similar(ctx, page, likeness.Unpack(sign))
	if err != nil {
		return err
	}
	var target []byte
	for _, o := range others {
		if o.Url < url {
			target, url = o.Page, o.Url
		}
	}
	return b.link(ctx, page, target)
}

func (b *Batch) link(ctx context.Context, page, target []byte) error {
	p := query.LinkDuplicateParams{Hash: page, Target: target}
	if target != nil {
		p.Link = "duplicate"
	}
	return b.q.LinkDuplicate(ctx, p)
}

// similar returns the pages that are nearly the same, each once.
func (b *Batch) similar(
	ctx context.Context, page []byte, sign likeness.Sign,
) ([]query.PagesOfBandRow, error) {
	var all []query.PagesOfBandRow
	for _, v := range sign.Bands() {
		rows, err := b.q.PagesOfBand(ctx, query.PagesOfBandParams{Value: v, Page: page})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if likeness.Unpack(r.Sign).Like(sign) && !hasPage(all, r.Page) {
				all = append(all, r)
			}
		}
	}
	return all, nil
}

func hasPage(all []query.PagesOfBandRow, page []byte) bool {
	for _, r := range all {
		if bytes.Equal(r.Page, page) {
			return true
		}
	}
	return false
}
