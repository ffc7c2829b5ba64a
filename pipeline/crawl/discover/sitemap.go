package discover

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// Sitemap yields what a sitemap or an index of sitemaps names, as written, while it is
// read. It may be compressed, and it may be a list of one URL a line. What cannot be
// read ends it with an *Error.
func Sitemap(r io.Reader, l Limits) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		in, err := open(r, l.Bytes)
		if err == nil {
			err = within(l.Entries, yield, in.entries)
		}
		if err != nil && !errors.Is(err, errStop) {
			yield(Entry{}, in.explain(err))
		}
	}
}

var (
	errStop = errors.New("no more wanted")
	errMany = errors.New("more entries than a sitemap may have")
)

// within hands the entries on, as long as there are not too many and more are wanted.
func within(
	most int, yield func(Entry, error) bool, entries func(func(Entry) error) error,
) error {
	n := 0
	return entries(func(e Entry) error {
		if n++; n > most {
			return errMany
		}
		if !yield(e, nil) {
			return errStop
		}
		return nil
	})
}

// A source is the decompressed bytes of a sitemap.
type source struct {
	*bufio.Reader
	limited *limited
}

func open(r io.Reader, most int64) (source, error) {
	b := bufio.NewReader(r)
	if magic, _ := b.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(b)
		if err != nil {
			return source{limited: &limited{err: err}}, err
		}
		r = z
	} else {
		r = b
	}
	in := &limited{r: r, left: most, token: maxToken}
	return source{bufio.NewReader(in), in}, nil
}

// entries gives each entry to take, until that has enough.
func (s source) entries(take func(Entry) error) error {
	begin, _ := s.Peek(512)
	begin = bytes.TrimLeft(bytes.TrimPrefix(begin, []byte("\xef\xbb\xbf")), " \t\r\n")
	if bytes.HasPrefix(begin, []byte("http://")) || bytes.HasPrefix(begin, []byte("https://")) {
		return s.lines(take)
	}
	if !bytes.HasPrefix(begin, []byte("<")) {
		return &Error{NotXML, "it is neither XML nor a list of URLs"}
	}
	return (&walk{in: s.limited, d: tolerant(s), take: take}).run()
}

func (s source) lines(take func(Entry) error) error {
	lines := bufio.NewScanner(s)
	for lines.Scan() {
		s.limited.begin()
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" {
			continue
		}
		if err := take(Entry{URL: line}); err != nil {
			return err
		}
	}
	return lines.Err()
}

// explain says why a sitemap could not be read to its end.
func (s source) explain(err error) *Error {
	var known *Error
	var syntax *xml.SyntaxError
	switch below := s.limited.err; {
	case errors.As(err, &known):
		return known
	case errors.Is(err, errMany):
		return &Error{TooMany, err.Error()}
	case errors.Is(below, errLarge):
		return &Error{TooLarge, below.Error()}
	case errors.Is(below, errToken):
		return &Error{Hostile, below.Error()}
	case errors.Is(below, io.ErrUnexpectedEOF):
		return &Error{Cut, "it ends in the middle of the compressed data"}
	case below != nil && below != io.EOF:
		return &Error{NotXML, "it cannot be read: " + below.Error()}
	case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "EOF"):
		return &Error{Cut, "it ends in the middle"}
	}
	return &Error{NotXML, err.Error()}
}
