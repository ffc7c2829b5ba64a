package eval

import (
	"context"
	"errors"
	"slices"
	"sync"

	"vnlex/extractors/reading"
	"vnlex/pipeline"
)

// A reader reads labelled pages, exactly as `vnlex extract` does.
type reader struct {
	opt  pipeline.Options
	mu   sync.Mutex
	kept []*kept // the latest first
}

// A kept is a reading that other lines of the gold may want too.
type kept struct {
	path string
	read func() (*reading.Reading, error)
}

// keep is how many readings are kept.
const keep = 32

func newReader(opt Options) *reader {
	return &reader{opt: pipeline.Options{MaxBytes: opt.MaxBytes, Jobs: 1}}
}

// read reads a page; kind is news or legal where the gold says so, else empty. A file that
// is not there is an error; one that is no text is nil, and stands on the sheet.
func (r *reader) read(
	ctx context.Context, s *sheet, v value, path, kind string,
) (*reading.Reading, error) {
	s.pages++
	got, err := r.now(ctx, path, kind)
	return opened(s, v, got, err)
}

// again is read for a page of several lines of the gold.
func (r *reader) again(
	ctx context.Context, s *sheet, v value, path string,
) (*reading.Reading, error) {
	got, err := r.keeper(ctx, path).read()
	return opened(s, v, got, err)
}

// keeper returns what keeps the reading of a page, as the latest that was asked for.
func (r *reader) keeper(ctx context.Context, path string) *kept {
	r.mu.Lock()
	defer r.mu.Unlock()
	i := slices.IndexFunc(r.kept, func(k *kept) bool { return k.path == path })
	var k *kept
	if i >= 0 {
		k = r.kept[i]
		r.kept = slices.Delete(r.kept, i, i+1)
	} else {
		k = &kept{path, sync.OnceValues(func() (*reading.Reading, error) {
			return r.now(ctx, path, "")
		})}
	}
	r.kept = slices.Insert(r.kept[:min(len(r.kept), keep-1)], 0, k)
	return k
}

// opened tells apart a file that is not there and one that is no text.
func opened(s *sheet, v value, got *reading.Reading, err error) (*reading.Reading, error) {
	var page *pipeline.PageError
	switch {
	case err == nil:
		return got, nil
	case !errors.As(err, &page):
		return nil, err
	case page.Code == "missing" || page.Code == "forbidden" || page.Code == "unreadable":
		return nil, v.fail(NoText, page)
	}
	s.unread = append(s.unread, page)
	return nil, nil
}

func (r *reader) now(ctx context.Context, path, kind string) (*reading.Reading, error) {
	opt := r.opt
	opt.Kind = kind
	for got, err := range pipeline.Read(ctx, []string{path}, nil, opt) {
		return got, err
	}
	return nil, &pipeline.PageError{URL: path, Code: "unreadable", Reason: "it is no file"}
}
