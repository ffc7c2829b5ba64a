package pipeline

import (
	"context"
	"crypto/sha256"

	"vnlex/pipeline/crawl"
	"vnlex/pipeline/likeness"
	"vnlex/pipeline/page"
)

// readCrawled makes what is kept of a page that a crawl fetched.
func (w *writer) readCrawled(_ context.Context, g crawl.Got) crawl.Result {
	t, found, err := readAs(g.Site, g.URL, g.Media, g.Body, w.opt)
	r := resultOf(found)
	switch {
	case err != nil:
		e := pageError(g.URL, err)
		r.Code, r.Reason = e.Code, plain(e.Reason)
		return r
	case t.reading == nil:
		return r
	}
	in := input{url: g.URL, media: g.Media}
	r.Page = pageOfText(&in, g.Body, sha256.Sum256(g.Body), t)
	if r.Page.Kind == "news" {
		r.Sign = likeness.Of(t.source.Text)
	}
	return r
}

func resultOf(f page.Found) crawl.Result {
	r := crawl.Result{Canonical: f.Canonical, Next: f.Next}
	if len(f.Seen.Counts) > 0 {
		r.Seen = &f.Seen
	}
	for _, links := range [][]string{f.Items, f.Files, f.Follow} {
		r.Links = append(r.Links, links...)
	}
	return r
}
