package pipeline

import (
	"context"
	"crypto/sha256"
	"errors"
	"iter"
	"maps"
	"slices"
	"strings"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/source"
)

// Rebuild reads every kept page anew with today's extractors and resolves all anew. The
// graph is the same as before if the extractors are the same. A page that they cannot
// read any more is counted as failed and keeps what it claimed.
func (p *Pipeline) Rebuild(ctx context.Context) (Summary, error) {
	return p.write(ctx, "rebuild", func(w *writer) error {
		w.rebuild = true
		var failed error
		sites, err := p.opt.sites()
		if err != nil {
			return err
		}
		if err := w.ingest(ctx, w.kept(ctx, sites, &failed)); err != nil {
			return err
		}
		if failed != nil {
			return failed
		}
		return w.ledger.MarkAll(ctx)
	})
}

// kept yields the pages whose bytes are kept, by url. Those that a crawl fetched are read
// by the file of their site, as they were then.
func (w *writer) kept(
	ctx context.Context, sites map[string]*source.Site, failed *error,
) iter.Seq[input] {
	all := slices.SortedFunc(maps.Values(sites), func(a, b *source.Site) int {
		return strings.Compare(a.Name, b.Name)
	})
	return func(yield func(input) bool) {
		for after := ""; ; {
			pages, err := w.ledger.KeptPages(ctx, after)
			if *failed = err; err != nil || len(pages) == 0 {
				return
			}
			for _, k := range pages {
				in := input{url: k.URL, media: k.Media, origin: k.Origin, stamped: k.Stamped,
					site: sites[k.Site]}
				if in.site == nil {
					in.site = siteOf(k.Origin, k.URL, all)
				}
				if !yield(in) {
					return
				}
			}
			after = pages[len(pages)-1].URL
		}
	}
}

// takeKept reads the kept bytes of a page.
func (w *writer) takeKept(ctx context.Context, in input) taken {
	t := taken{in: in}
	raw, err := w.ledger.Kept(ctx, in.url)
	if errors.Is(err, ledger.ErrGone) {
		t.skipped = true
		return t
	}
	if err != nil {
		w.fail(err)
		return t
	}
	return w.finish(t, raw, sha256.Sum256(raw))
}
