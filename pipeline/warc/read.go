package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/nlnwa/gowarc/v3"

	"vnlex/pipeline/page/fault"
)

// A Record is a page that stands in a file.
type Record struct {
	Page   string
	At     time.Time // when it was fetched
	Media  string    // MIME type; empty: not known
	Body   []byte    // as it is to be read: not chunked, not compressed
	Offset int64     // where the record begins
	Answer bool      // it is the answer of a server

	// Of a page without body, which came at another address before: that address, and
	// where its record begins.
	Same   string
	Refers int64
}

// Limits of reading; what is larger is told as too_large.
type Limits struct {
	Body int64 // of a page
}

// headRoom is how much a record may have beside a page.
const headRoom = 1 << 20

// mostDigests is how many pages are remembered that later records may refer to.
const mostDigests = 1 << 20

// A file is one that is being read.
type file struct {
	lim    Limits
	count  *counter
	buf    *bufio.Reader // the file as it is
	gz     *gzip.Reader
	inner  *bufio.Reader // what the compressed part at hand holds; nil: none is
	start  int64         // where that part begins
	seen   map[string]int64
	parser gowarc.Unmarshaler
}

// Read gives the pages of a file from a record on; a record that is broken, or too large,
// gives an error with its offset, and the others go on. Records that are no pages are
// passed over: requests, pictures, answers without success, pages that had not changed.
// Errors are *fault.Error.
func Read(in io.ReadSeeker, offset int64, lim Limits) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		f, err := open(in, offset, lim)
		if err != nil {
			yield(Record{Offset: offset}, err)
			return
		}
		for {
			r, ok, err := f.next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err == nil && !ok:
				continue
			}
			var e *fault.Error
			if err != nil && !errors.As(err, &e) { // of the file itself
				yield(r, broken("%v", err))
				return
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

func broken(format string, args ...any) error {
	return &fault.Error{Code: "bad_warc", Detail: fmt.Sprintf(format, args...)}
}

func open(in io.ReadSeeker, offset int64, lim Limits) (*file, error) {
	if _, err := in.Seek(offset, io.SeekStart); err != nil {
		return nil, broken("%v", err)
	}
	c := &counter{in: in, n: offset}
	return &file{lim: lim, count: c, buf: bufio.NewReaderSize(c, 1<<16),
		seen: map[string]int64{}, parser: gowarc.NewUnmarshaler(gowarc.WithSkipParseBlock(),
			gowarc.WithBufferMaxMemBytes(lim.Body+headRoom))}, nil
}

// A counter counts what is read.
type counter struct {
	in io.Reader
	n  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}

// at returns where the next record begins; one of several that were compressed together,
// where those do.
func (f *file) at() int64 {
	if f.inner != nil {
		return f.start
	}
	return f.count.n - int64(f.buf.Buffered())
}

// next reads a record. ok is false of one that is no page.
func (f *file) next() (r Record, ok bool, err error) {
	r.Offset = f.at()
	src, err := f.source()
	if err != nil {
		return r, false, err
	}
	r.Offset = f.at()
	record, h, err := f.record(src)
	if err != nil {
		return r, false, f.lost(err)
	}
	defer record.Close()
	ok, err = f.page(record, h, &r)
	return r, ok, err
}

// source returns where the next record is read from; io.EOF: there is none.
func (f *file) source() (*bufio.Reader, error) {
	for {
		src := f.buf
		if f.inner != nil {
			src = f.inner
		}
		if err := skipLines(src); err == nil && f.inner != nil {
			return src, nil
		} else if err != nil && f.inner == nil {
			return nil, err
		} else if err != nil && !errors.Is(err, io.EOF) {
			return nil, f.lost(broken("its compressed part at byte %d: %v", f.start, err))
		}
		f.inner = nil
		magic, err := f.buf.Peek(2)
		switch {
		case len(magic) == 0:
			return nil, err
		case string(magic) != "\x1f\x8b":
			return f.buf, nil
		}
		if err := f.unpack(); err != nil {
			return nil, f.lost(broken("its compressed part at byte %d: %v", f.start, err))
		}
	}
}

// unpack begins with the next compressed part.
func (f *file) unpack() (err error) {
	f.start = f.at()
	if f.gz == nil {
		f.gz, err = gzip.NewReader(f.buf)
	} else {
		err = f.gz.Reset(f.buf)
	}
	if err != nil {
		return err
	}
	f.gz.Multistream(false)
	f.inner = bufio.NewReaderSize(f.gz, 1<<14)
	return nil
}

// skipLines skips the empty lines between records.
func skipLines(r *bufio.Reader) error {
	for {
		c, err := r.ReadByte()
		if err != nil {
			return err
		}
		if c != '\r' && c != '\n' {
			return r.UnreadByte()
		}
	}
}

// record reads a record. Its head is read here, so that nothing endless is held.
func (f *file) record(src *bufio.Reader) (gowarc.WarcRecord, *head, error) {
	h, err := readHead(src)
	if err != nil {
		return nil, nil, err
	}
	if h.length > f.lim.Body+headRoom {
		if _, err := io.CopyN(io.Discard, src, h.length); err != nil {
			return nil, nil, broken("it is cut off")
		}
		return nil, nil, &fault.Error{Code: "too_large",
			Detail: fmt.Sprintf("its record has %d bytes", h.length)}
	}
	block := io.LimitReader(src, h.length)
	whole := io.MultiReader(bytes.NewReader(h.raw), block, strings.NewReader("\r\n\r\n"))
	record, _, found, err := f.parser.Unmarshal(bufio.NewReader(whole))
	if err != nil {
		return nil, nil, broken("%v", err)
	}
	if err := wrong(found); err != nil {
		record.Close()
		return nil, nil, err
	}
	return record, h, nil
}

// wrong returns what makes a record useless: bytes that are missing, or not the same.
func wrong(found []error) error {
	for _, err := range found {
		var size *gowarc.ContentLengthError
		var digest *gowarc.DigestError
		switch {
		case errors.As(err, &size):
			return broken("it is cut off")
		case errors.As(err, &digest):
			return broken("its bytes are not those that were written: %v", err)
		}
	}
	return nil
}

// lost finds the next record behind a broken one. One that was only too large, and has
// been passed over, needs no search.
func (f *file) lost(why error) error {
	var e *fault.Error
	if errors.As(why, &e) && e.Code == "too_large" {
		return why
	}
	f.inner = nil
	for {
		next, err := f.buf.Peek(5)
		if err != nil {
			f.buf.Discard(len(next))
			return why
		}
		if string(next) == "WARC/" || string(next[:3]) == "\x1f\x8b\x08" {
			return why
		}
		f.buf.Discard(1)
	}
}
