package fetch

import (
	"errors"
	"fmt"
	"io"
)

var (
	errWire  = errors.New("too much came over the wire")
	errRatio = errors.New("it becomes far more than came over the wire")
)

// A wire counts what comes, and remembers how it ended.
type wire struct {
	io.Reader
	*watcher
	read, left int64
	err        error
}

func (in *wire) Read(p []byte) (int, error) {
	if in.err != nil {
		return 0, in.err
	}
	if int64(len(p)) > in.left+1 {
		p = p[:in.left+1]
	}
	n, err := in.Reader.Read(p)
	in.read += int64(n)
	in.left -= int64(n)
	if n > 0 {
		in.alive()
	}
	if in.left < 0 {
		n, err = n-1, errWire
	}
	in.err = err
	return n, err
}

// explain says what went wrong with a body: first what the wire knows of, since a
// decoder only sees the consequence.
func (in *wire) explain(r Request, err error) error {
	switch {
	case errors.Is(in.err, errWire):
		return &Error{TooLarge, r.URL, fmt.Sprintf("more than %d bytes came",
			r.Limits.Wire), in.err}
	case errors.Is(err, errFull):
		return &Error{TooLarge, r.URL, fmt.Sprintf("more than %d bytes when decoded",
			r.Limits.Body), err}
	case errors.Is(err, errRatio):
		return &Error{Ratio, r.URL, fmt.Sprintf("%d bytes become more than %d times as many: "+
			"a decompression bomb", in.read, r.Limits.Ratio), err}
	case in.err != nil && in.err != io.EOF:
		return &bodyError{in.err}
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		return &Error{Cut, r.URL, "the compressed body ends in the middle", err}
	}
	return &Error{BadEncoding, r.URL, err.Error(), err}
}

// A bodyError is an error of the network while a body was read.
type bodyError struct{ error }

func (e *bodyError) Unwrap() error { return e.error }
