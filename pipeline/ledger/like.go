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
// whose url comes first, in whatever order they come (of more than fifty, to one of the
// first). It returns how many it is like.
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
		if url < o.Url && (o.Target == "" || url < o.Target) {
			err = errors.Join(err, b.link(ctx, o.Page, hash[:]))
		}
	}
	return len(others), errors.Join(err, b.link(ctx, hash[:], firstOf(others, url)))
}

// firstOf returns the page whose url comes first, and before that one; nil: none does.
func firstOf(all []query.PagesOfBandRow, url string) (page []byte) {
	for _, o := range all {
		if o.Url < url {
			page, url = o.Page, o.Url
		}
	}
	return page
}

// Unlike forgets what a page was like, and links those that led to it anew.
func (b *Batch) Unlike(ctx context.Context, hash resolve.Hash) error {
	sign, err := b.q.LikenessOf(ctx, hash[:])
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, v := range likeness.Unpack(sign).Bands() {
		err = errors.Join(err,
			b.q.DeleteBand(ctx, query.DeleteBandParams{Value: v, Page: hash[:]}))
	}
	led, more := b.q.DuplicatesOf(ctx, hash[:])
	return errors.Join(err, more, b.q.DeleteLikeness(ctx, hash[:]), b.link(ctx, hash[:], nil),
		b.relink(ctx, led))
}

// relink links pages anew whose first one is gone. Of very many, such as a site gives that
// shows one notice at every address, they are compared with each other only.
func (b *Batch) relink(ctx context.Context, all []query.DuplicatesOfRow) error {
	const many = 20
	for i, d := range all {
		sign := likeness.Unpack(d.Sign)
		var target []byte
		if len(all) > many {
			target = firstLike(all[:i], sign)
		} else {
			others, err := b.similar(ctx, d.Hash, sign)
			if err != nil {
				return err
			}
			target = firstOf(others, d.Url)
		}
		if err := b.link(ctx, d.Hash, target); err != nil {
			return err
		}
	}
	return nil
}

func firstLike(all []query.DuplicatesOfRow, sign likeness.Sign) []byte {
	for _, d := range all {
		if likeness.Unpack(d.Sign).Like(sign) {
			return d.Hash
		}
	}
	return nil
}

func (b *Batch) link(ctx context.Context, page, target []byte) error {
	p := query.LinkDuplicateParams{Hash: page, Target: target}
	if target != nil {
		p.Link = "duplicate"
	}
	return b.q.LinkDuplicate(ctx, p)
}

// similar returns the pages that are nearly the same, each once; of very many, some.
func (b *Batch) similar(
	ctx context.Context, page []byte, sign likeness.Sign,
) ([]query.PagesOfBandRow, error) {
	var all []query.PagesOfBandRow
	const enough = 50
	for _, v := range sign.Bands() {
		if len(all) >= enough {
			break
		}
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
