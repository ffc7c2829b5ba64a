package main

import (
	"bufio"
	"context"
	"io"
	"sync"
)

// until reads from in until ctx is cancelled, so that waiting for a person to
// type does not outlive a signal; what it has given by then ends with a line. It
// touches in only when it is read from: what is not asked for belongs to others,
// such as the loop of a script.
func until(ctx context.Context, in io.Reader) io.Reader {
	r, w := io.Pipe()
	context.AfterFunc(ctx, func() { w.Close() })
	start := sync.OnceFunc(func() { go copyLines(w, in) })
	return readerFunc(func(p []byte) (int, error) {
		start()
		return r.Read(p)
	})
}

func copyLines(w *io.PipeWriter, in io.Reader) {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if _, closed := w.Write(line); closed != nil {
			return
		}
		if err != nil {
			w.CloseWithError(err)
			return
		}
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
