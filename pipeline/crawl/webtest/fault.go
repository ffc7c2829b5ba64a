package webtest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A Fault answers in place of a page; it may still serve the page.
type Fault func(w http.ResponseWriter, r *http.Request, page http.Handler)

// Times breaks the first n requests and lets the others through.
func Times(n int, f Fault) Fault {
	var asked atomic.Int64
	return func(w http.ResponseWriter, r *http.Request, page http.Handler) {
		if asked.Add(1) <= int64(n) {
			f(w, r, page)
			return
		}
		page.ServeHTTP(w, r)
	}
}

// Status answers with a status and nothing else to say.
func Status(status int) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		http.Error(w, http.StatusText(status), status)
	}
}

// TooMany answers 429, with when to come again: seconds or a date.
func TooMany(retryAfter string) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Retry-After", retryAfter)
		http.Error(w, "too many requests", http.StatusTooManyRequests)
	}
}

// Unavailable answers 503 in the same way.
func Unavailable(retryAfter string) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Retry-After", retryAfter)
		http.Error(w, "unavailable", http.StatusServiceUnavailable)
	}
}

// Slow serves the page after a while.
func Slow(d time.Duration) Fault {
	return func(w http.ResponseWriter, r *http.Request, page http.Handler) {
		if wait(r, d) {
			page.ServeHTTP(w, r)
		}
	}
}

// Drip sends a body without an end, some bytes at a time.
func Drip(every time.Duration) Fault {
	return func(w http.ResponseWriter, r *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", html)
		c := http.NewResponseController(w)
		for wait(r, every) {
			if _, err := io.WriteString(w, "<p>…</p>"); err != nil || c.Flush() != nil {
				return
			}
		}
	}
}

// Hang takes the request and never answers.
func Hang() Fault {
	return func(_ http.ResponseWriter, r *http.Request, _ http.Handler) {
		<-r.Context().Done()
		panic(http.ErrAbortHandler) // else an empty answer would be sent
	}
}

// wait reports whether the time passed before the client went away.
func wait(r *http.Request, d time.Duration) bool {
	select {
	case <-time.After(d):
		return true
	case <-r.Context().Done():
		return false
	}
}

// Cut announces the whole page, sends n bytes of it, and ends the connection.
func Cut(n int) Fault {
	return func(w http.ResponseWriter, r *http.Request, page http.Handler) {
		if n > 0 {
			page.ServeHTTP(&cutter{ResponseWriter: w, left: n}, r)
			http.NewResponseController(w).Flush()
		}
		panic(http.ErrAbortHandler)
	}
}

type cutter struct {
	http.ResponseWriter
	left int
}

func (c *cutter) Write(p []byte) (int, error) {
	part := p[:min(len(p), c.left)]
	c.left -= len(part)
	n, err := c.ResponseWriter.Write(part)
	return n + len(p) - len(part), err
}

func (c *cutter) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// Reset ends the connection without a word.
func Reset() Fault { return Cut(0) }

// Raw sends these bytes in place of an answer, and ends the connection. (HTTP/1 only)
func Raw(answer string) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		c, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			panic(http.ErrAbortHandler)
		}
		io.WriteString(c, answer)
		c.Close()
	}
}

// WrongLength sends a page whose length is not the one announced.
func WrongLength(announced int, body string) Fault {
	return Raw(fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n"+
		"Connection: close\r\n\r\n%s", html, announced, body))
}

// HeaderFlood answers with so many bytes of headers.
func HeaderFlood(size int) Fault {
	return func(w http.ResponseWriter, r *http.Request, page http.Handler) {
		for i := range size / 1000 {
			w.Header().Set("X-Flood-"+strconv.Itoa(i), strings.Repeat("x", 1000))
		}
		page.ServeHTTP(w, r)
	}
}

// Bomb sends few bytes that are unpacked to size. They are packed when first asked for.
func Bomb(size int64) Fault {
	packed := sync.OnceValue(func() []byte { return zeros(size) })
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", html)
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed())
	}
}

// zeros returns so many of them, packed.
func zeros(size int64) []byte {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	chunk := make([]byte, 1<<20)
	for left := size; left > 0; left -= int64(len(chunk)) {
		z.Write(chunk[:min(left, int64(len(chunk)))])
	}
	z.Close()
	return packed.Bytes()
}

// Large sends a body of size, without saying so before.
func Large(size int64) Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", html)
		chunk := bytes.Repeat([]byte("<p>dài</p>\n"), 1000)
		for left := size; left > 0; left -= int64(len(chunk)) {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	}
}

// BadEncoding says gzip and sends something else.
func BadEncoding() Fault {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Encoding", "gzip")
		io.WriteString(w, "this was never packed")
	}
}

// Loop redirects for ever, each time to a new address.
func Loop() Fault {
	return func(w http.ResponseWriter, r *http.Request, _ http.Handler) {
		n, _ := strconv.Atoi(r.URL.Query().Get("n")) // none: 0
		http.Redirect(w, r, fmt.Sprintf("%s?n=%d", r.URL.Path, n+1), http.StatusFound)
	}
}
