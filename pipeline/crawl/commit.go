package crawl

import (
	"context"
	"errors"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/resolve"
	"vnlex/pipeline/source"
)

// A written is what a transaction came to.
type written struct {
	isNew   bool // the page is not what it was
	moved   ledger.Moved
	found   ledger.Found
	likes   int
	removed int
}

// linksAtOnce are written in one transaction; a long list goes in before its own row, in
// several, and a kill in between has it read once more.
const linksAtOnce = 2000

// commit writes an outcome: all of it, or nothing.
func (n *lane) commit(s *source.Site, e ledger.Entry, o outcome) error {
	var w written
	for len(o.links) > linksAtOnce {
		part := o.links[:linksAtOnce]
		o.links = o.links[linksAtOnce:]
		if err := n.keeper.do(func(ctx context.Context, b *ledger.Batch) error {
			f, err := b.Find(ctx, part, bounds)
			w.add(f)
			return errors.Join(b.Held(ctx, n.lease), err)
		}, nil); err != nil {
			return err
		}
	}
	now := n.clock.Now()
	notBefore, failures := n.slow(now, o.wait)
	before := w
	write := func(ctx context.Context, b *ledger.Batch) error {
		if err := b.Held(ctx, n.lease); err != nil {
			return err
		}
		w = before
		if o.wait > 0 {
			if err := b.Slow(ctx, n.lease, now, notBefore, failures); err != nil {
				return err
			}
		}
		return n.write(ctx, b, e, &o, &w)
	}
	return n.keeper.hand(&task{do: write, page: o.page != nil || o.remove != "", after: func() {
		n.report.count(n, s, e, &o, &w)
		n.wakeOthers(&o)
	}})
}

func (w *written) add(f ledger.Found) {
	w.found.New += f.New
	w.found.Host += f.Host
	w.found.Family += f.Family
}

func (n *lane) write(
	ctx context.Context, b *ledger.Batch, e ledger.Entry, o *outcome, w *written,
) error {
	if !o.postpone.IsZero() {
		return b.Postpone(ctx, e.Hash, o.postpone)
	}
	if o.heal {
		if err := b.Heal(ctx, n.lease); err != nil {
			return err
		}
	}
	if err := n.writePage(ctx, b, e, o, w); err != nil {
		return err
	}
	if o.answer.Run = n.opt.Run; !o.asked {
		o.answer.Run = 0
	}
	if err := b.Answer(ctx, e.Hash, o.answer); err != nil {
		return err
	}
	if o.page != nil {
		var err error
		if w.likes, err = b.Like(ctx, e.URL, o.sign); err != nil {
			return err
		}
	}
	if err := n.writeMoved(ctx, b, e, o, w); err != nil {
		return err
	}
	return n.writeLinks(ctx, b, o, w)
}

// writePage writes the page with its claims, its history, or why there is none.
func (n *lane) writePage(
	ctx context.Context, b *ledger.Batch, e ledger.Entry, o *outcome, w *written,
) (err error) {
	if o.coming != nil && !o.list {
		if err := b.Visit(ctx, e.Hash, *o.coming); err != nil {
			return err
		}
	}
	switch {
	case o.page != nil:
		w.isNew, w.moved, err = b.Take(ctx, o.page, *o.coming)
	case o.remove != "":
		if o.known {
			w.removed++
		}
		w.moved, err = b.Remove(ctx, e.URL, o.remove, o.reason)
	case o.failure != nil:
		err = b.Fail(ctx, *o.failure)
	case o.list:
		err = b.Settled(ctx, e.URL)
	case o.again:
		err = b.Again(ctx, e.Hash)
	}
	return err
}

// writeMoved takes out what the page said under an address from which it has moved for
// good, as soon as it has been read under the new one.
func (n *lane) writeMoved(
	ctx context.Context, b *ledger.Batch, e ledger.Entry, o *outcome, w *written,
) error {
	var gone []string
	target := o.answer.Target
	switch {
	case o.page != nil:
		target = e.URL
		all, err := b.Followers(ctx, e.URL)
		if err != nil {
			return err
		}
		gone = all
	case o.answer.State == "moved" && o.answer.Code == "":
		if stands, err := b.Stands(ctx, target); err != nil || !stands {
			return err
		}
		gone = []string{e.URL}
	}
	for _, url := range gone {
		stands, err := b.Stands(ctx, url)
		if err != nil {
			return err
		}
		if !stands {
			continue
		}
		m, err := b.Remove(ctx, url, "moved", "it is at "+target+" now")
		if err != nil {
			return err
		}
		w.removed++
		w.moved.DocumentsLost += m.DocumentsLost
		w.moved.RelationsLost += m.RelationsLost
	}
	return nil
}

func (n *lane) writeLinks(
	ctx context.Context, b *ledger.Batch, o *outcome, w *written,
) error {
	if len(o.links) == 0 {
		return nil
	}
	f, err := b.Find(ctx, o.links, bounds)
	w.add(f)
	if err != nil || o.more == nil || w.found.New == 0 {
		return err
	}
	return b.Postpone(ctx, resolve.HashURL(o.more.URL), o.more.Due)
}

// wakeOthers has someone look at the queues into which something was put.
func (n *lane) wakeOthers(o *outcome) {
	hosts := map[string]bool{}
	for i := range o.links {
		if !hosts[o.links[i].Host] {
			hosts[o.links[i].Host] = true
			n.wake(resolve.HashURL(o.links[i].Host))
		}
	}
}
