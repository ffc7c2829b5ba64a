package fetch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
)

// maxErrorBody is how much of the body of an answer that is no success is kept.
const maxErrorBody = 64 << 10

var errFull = errors.New("enough was read")

// read reads the body into out. That of an answer which is no success is not worth an
// error: what it begins with is kept, and the status counts.
func read(w *watcher, out *Response, resp *http.Response, r Request) error {
	if out.Status < 200 || out.Status > 299 {
		r.Head, r.Limits.Body = true, maxErrorBody
	}
	in := &wire{Reader: resp.Body, watcher: w, left: r.Limits.Wire}
	err := in.decode(out, resp, r)
	out.Wire = in.read
	if err != nil && (out.Status < 200 || out.Status > 299) && w.Err() == nil {
		out.Cut, err = true, nil
	}
	return err
}

func (in *wire) decode(out *Response, resp *http.Response, r Request) error {
	if resp.ContentLength > r.Limits.Wire && !r.Head {
		return &Error{TooLarge, r.URL, fmt.Sprintf("the server announces %d bytes, more than %d",
			resp.ContentLength, r.Limits.Wire), nil}
	}
	d, err := decoded(resp.Header["Content-Encoding"], in)
	if err == nil {
		out.Body, err = take(d, in, r.Limits)
		d.free()
	}
	switch {
	case r.Head && (errors.Is(err, errFull) || errors.Is(err, errWire)):
		out.Cut = true
		return nil
	case err != nil:
		return in.explain(r, err)
	}
	return in.rest(r)
}

// buffers are what bodies are read into before their size is known.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// maxKept is how large a buffer may be that is kept for the next body.
const maxKept = 1 << 20

// take reads a decoded body of any size up to the limits.
func take(d io.Reader, in *wire, l Limits) ([]byte, error) {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	err := fill(b, d, in, l)
	body := bytes.Clone(b.Bytes()[:min(int64(b.Len()), l.Body)])
	if b.Cap() <= maxKept {
		buffers.Put(b)
	}
	return body, err
}

func fill(b *bytes.Buffer, d io.Reader, in *wire, l Limits) error {
	for {
		b.Grow(bytes.MinRead)
		free := b.AvailableBuffer()[:b.Available()]
		n, err := d.Read(free[:min(int64(len(free)), l.Body-int64(b.Len())+1)])
		b.Write(free[:n])
		size := int64(b.Len())
		switch {
		case size > l.Body:
			return errFull
		case size > MinRatio && size > l.Ratio*in.read:
			return errRatio
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}

// rest makes sure that nothing stands behind what was decoded, and that the body came
// to its end as the server had announced it; only then can the connection be used again.
func (in *wire) rest(r Request) error {
	n, err := io.Copy(io.Discard, in)
	if err == nil && n > 0 {
		err = fmt.Errorf("%d bytes stand behind the end of the compressed body", n)
		return &Error{BadEncoding, r.URL, err.Error(), err}
	}
	if err != nil {
		return in.explain(r, err)
	}
	return nil
}
