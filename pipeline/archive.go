package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"vnlex/pipeline/ledger"
	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/source"
	"vnlex/pipeline/warc"
)

// isWARC reports whether a file is a web archive by its name.
func isWARC(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".warc") || strings.HasSuffix(name, ".warc.gz")
}

// IsArchive reports whether a file may hold several pages, by its name.
func IsArchive(name string) bool {
	return isWARC(name) || strings.ToLower(filepath.Ext(name)) == archive
}

// records yields the pages of a web archive; of one record alone unless only is negative.
// A record that is broken or too large fails alone.
func records(name string, only int64, opt Options) iter.Seq[input] {
	return func(yield func(input) bool) {
		f, err := os.Open(name)
		if err != nil {
			yield(unreadable(name, err))
			return
		}
		defer f.Close()
		if only < 0 && !yield(input{url: clean(name), place: true}) {
			return
		}
		sites, err := opt.allSites("")
		if err != nil {
			yield(input{url: clean(name), failed: &PageError{clean(name), "bad_site", err.Error()}})
			return
		}
		for r, err := range warc.Read(f, max(only, 0), warc.Limits{Body: opt.MaxBytes}) {
			in := recorded(name, r, err, opt)
			if in.site = siteOf(in.origin, in.url, sites); isList(in) {
				continue
			}
			if !yield(in) || only >= 0 {
				return
			}
		}
	}
}

// answerMark stands before the place of a record that is the answer of a server: as it
// came to a crawl, so it is read, by the file of its site.
const answerMark = "@"

// siteOf returns by whose file a page of an archive is read.
func siteOf(origin, address string, sites []*source.Site) *source.Site {
	file, at, _ := strings.Cut(origin, lineMark)
	u, err := url.Parse(address)
	if err != nil || !isWARC(file) || !strings.HasPrefix(at, answerMark) {
		return nil
	}
	if s := source.Find(sites, u); s != nil && s.Covers(u) {
		return s
	}
	return nil
}

// isList reports whether a page only lists others, by the file of its site.
func isList(in input) bool {
	u, err := url.Parse(in.url)
	return err == nil && in.site != nil && in.site.PageKind(u) == source.Listing
}

// recorded makes a record into a page.
func recorded(name string, r warc.Record, err error, opt Options) input {
	mark := lineMark
	if r.Answer {
		mark += answerMark
	}
	origin := fmt.Sprintf("%s%s%d", clean(name), mark, r.Offset)
	in := input{url: r.Page, origin: origin, media: r.Media, stamped: r.At}
	if in.url == "" {
		in.url = origin
	}
	if err == nil && r.Same != "" {
		in.media, r.Body, err = sameAs(name, r, opt)
	}
	var e *fault.Error
	switch {
	case errors.As(err, &e):
		in.failed = &PageError{in.url, e.Code, e.Detail}
	case err != nil:
		in.failed = fileError(name, err)
	}
	in.open = func(context.Context) (content, error) {
		return content{body: io.NopCloser(bytes.NewReader(r.Body)),
			size: int64(len(r.Body))}, nil
	}
	return in
}

// sameAs returns what came at another address before.
func sameAs(name string, r warc.Record, opt Options) (media string, body []byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	for other, err := range warc.Read(f, r.Refers, warc.Limits{Body: opt.MaxBytes}) {
		if err == nil && other.Page == r.Same && other.Body != nil {
			return other.Media, other.Body, nil
		}
	}
	return "", nil, &fault.Error{Code: "bad_warc",
		Detail: fmt.Sprintf("it refers to %q, which cannot be read", r.Same)}
}

// ExportWARC writes the kept pages as a web archive, by url and time: what came, and that
// later visits found it unchanged. The same database gives the same bytes.
func (p *Pipeline) ExportWARC(ctx context.Context, to io.Writer) error {
	r, err := ledger.OpenReader(ctx, p.path)
	if err != nil {
		return err
	}
	defer r.Close()
	w := warc.NewWriter(to)
	for after := ""; ; {
		visits, err := r.Visits(ctx, after)
		if err != nil {
			return err
		}
		if len(visits) == 0 {
			return w.Close()
		}
		for _, v := range visits {
			if err := put(w, v); err != nil {
				return err
			}
		}
		after = visits[len(visits)-1].URL
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

func put(w *warc.Writer, v ledger.Visit) error {
	out := warc.Visit{Page: v.URL, At: v.At, Status: v.Status, Header: v.Header, Media: v.Media,
		SHA256: v.SHA256, Unchanged: v.Unchanged}
	if v.Raw != nil {
		body, err := ledger.Unpack(v.Raw)
		if err != nil {
			return fmt.Errorf("%s: %w", v.URL, err)
		}
		out.Body = body
	}
	return w.Put(out)
}
