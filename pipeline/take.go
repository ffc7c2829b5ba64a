package pipeline

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"vnlex/extractors/reading"
	"vnlex/pipeline/ledger"
	"vnlex/pipeline/page"
	"vnlex/pipeline/resolve"
	"vnlex/pipeline/source"
)

// load reads what is behind an input; more than the limit is never held.
func load(ctx context.Context, in *input, opt Options) (raw []byte, err error) {
	c, err := in.open(ctx)
	if err != nil {
		return nil, pageError(in.url, err)
	}
	defer c.body.Close()
	if c.size > opt.MaxBytes {
		return nil, &PageError{in.url, "too_large", tooLargeReason(opt)}
	}
	if in.media == "" {
		in.media = c.media
	}
	var b bytes.Buffer
	if c.size > 0 {
		b.Grow(int(c.size) + bytes.MinRead)
	}
	n, err := io.Copy(&b, io.LimitReader(c.body, opt.MaxBytes+1))
	switch {
	case err != nil:
		return nil, pageError(in.url, err)
	case n > opt.MaxBytes:
		return nil, &PageError{in.url, "too_large", tooLargeReason(opt)}
	}
	return b.Bytes(), nil
}

// pageError makes any error about a page into one that names it.
func pageError(url string, err error) *PageError {
	var known *PageError
	var read *page.Error
	var netErr net.Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &read):
		return &PageError{url, read.Code, read.Detail}
	case errors.As(err, &netErr), strings.Contains(url, "://"):
		return &PageError{url, "unreachable", reasonOf(err)}
	}
	return fileError(url, err)
}

// A text is a page that was read.
type text struct {
	source  reading.Source
	reading *reading.Reading
	gap     string // what is missing in it
}

// readAs takes a page through page reader and extractors, by the file of its site if it
// has one. A listing has no text and no reading. A defect of ours on one page must not
// stop the others: it is the page's failure.
func readAs(
	site *source.Site, url, media string, raw []byte, opt Options,
) (t text, found page.Found, err error) {
	defer func() {
		if r := recover(); r != nil {
			opt.Log.Debug("crash", "url", url, "err", fmt.Sprint(r))
			err = &PageError{url, "crash", fmt.Sprintf("the reader broke off: %v", r)}
		}
	}()
	if site != nil {
		t.source, found, err = page.ReadSite(site, url, media, raw)
	} else {
		t.source, err = page.Read(url, media, raw)
	}
	switch {
	case err != nil:
		return t, found, pageError(url, err)
	case found.Kind == source.Listing:
		return t, found, nil
	}
	t.source.URL = url
	if opt.Kind != "" {
		t.source.Kind = opt.Kind
	}
	t.reading = opt.read(t.source)
	checkWhole(&t)
	return t, found, nil
}

// pageOfText makes what was read into what the ledger keeps.
func pageOfText(in *input, raw []byte, sum [32]byte, t text) *ledger.Page {
	r := t.reading.Page
	p := &ledger.Page{URL: in.url, Kind: r.Kind, Title: plain(r.Title),
		Published: plain(r.Published), Media: in.media,
		Origin: in.origin, SHA256: sum[:], Stamped: in.stamped, Raw: ledger.Pack(raw)}
	if t.source.Text != string(raw) {
		p.Text = ledger.Pack([]byte(t.source.Text))
	}
	if t.gap != "" {
		p.Code, p.Reason = incomplete, t.gap
	}
	p.Claims = resolve.Claims(in.url, t.source.Text, t.reading)
	return p
}

// plain makes text fit for every store.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")
}

// taken is what came of an input.
type taken struct {
	in        input
	page      *ledger.Page
	failed    *PageError
	unchanged bool
	forgotten bool
	skipped   bool // the run was stopped before it was begun
}

// size is about what a page takes in memory.
func (t *taken) size() int {
	if t.page == nil {
		return 0
	}
	n := len(t.page.Raw) + len(t.page.Text)
	for i := range t.page.Claims {
		n += len(t.page.Claims[i].Value) + len(t.page.Claims[i].Quote) + 200
	}
	return n
}

// take does all for an input that needs no transaction.
func (w *writer) take(ctx context.Context, in input) taken {
	check(&in)
	t := taken{in: in, failed: in.failed}
	switch {
	case t.failed != nil || in.place:
		return t
	case w.rebuild:
		return w.takeKept(ctx, in)
	}
	known, err := w.ledger.Known(ctx, in.url)
	if err != nil || known.Forgotten {
		t.forgotten = err == nil
		w.fail(err)
		return t
	}
	raw, err := load(ctx, &t.in, w.opt)
	if err != nil {
		t.failed = pageError(in.url, err)
		return t
	}
	sum := sha256.Sum256(raw)
	if known.Same(sum[:], t.in.media, t.in.stamped) {
		t.unchanged = true
		return t
	}
	return w.finish(t, raw, sum)
}

func (w *writer) finish(t taken, raw []byte, sum [32]byte) taken {
	text, _, err := readAs(t.in.site, t.in.url, t.in.media, raw, w.opt)
	if err != nil {
		t.failed = pageError(t.in.url, err)
		return t
	}
	if text.reading == nil {
		t.failed = &PageError{t.in.url, "listing", "its site's file says that it lists pages"}
		return t
	}
	t.page = pageOfText(&t.in, raw, sum, text)
	return t
}
