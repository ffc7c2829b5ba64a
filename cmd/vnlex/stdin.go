package main

import (
	"context"
	"io"
	"sync"
)

// until reads from in until ctx is cancelled, so that waiting for a person to
// type does not outlive a signal. It touches in only when it is read from: what
// is not asked for belongs to others, such as the loop of a script.
func until(ctx context.Context, in io.Reader) io.Reader {
	r, w := io.Pipe()
	context.AfterFunc(ctx, func() { w.CloseWithError(ctx.Err()) })
	start := sync.OnceFunc(func() {
		go func() {
			_, err := io.Copy(w, in)
			w.CloseWithError(err)
		}()
	})
	return readerFunc(func(p []byte) (int, error) {
		start()
		return r.Read(p)
	})
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
