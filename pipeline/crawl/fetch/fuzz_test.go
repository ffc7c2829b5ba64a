package fetch_test

import (
	"context"
	"net"
	"testing"
	"time"

	"vnlex/pipeline/crawl/fetch"
)

// FuzzAnswer has a server say anything: what comes of it is an answer within the limits
// or an *Error.
func FuzzAnswer(f *testing.F) {
	const head = "HTTP/1.1 200 OK\r\n"
	for _, coding := range []string{"gzip", "br", "zstd", "deflate"} {
		body := compress(f, coding, article(2000))
		f.Add(append([]byte(head+"Content-Encoding: "+coding+"\r\n\r\n"), body...))
	}
	f.Add([]byte(head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"))
	f.Add([]byte(head + "Content-Length: 3\r\nSet-Cookie: a=b\r\nETag: \"x\"\r\n\r\nabc"))
	f.Add([]byte("HTTP/1.1 302 Found\r\nLocation: //b\r\nRetry-After: 3\r\n\r\n"))
	limits := fetch.Limits{Wire: 1 << 16, Body: 1 << 16, Total: 2 * time.Second}
	f.Fuzz(func(t *testing.T, answer []byte) {
		c := fetch.New(fetch.Options{Limits: limits, Dial: says(answer)})
		defer c.Close()
		resp, err := c.Do(t.Context(), fetch.Request{URL: "http://a.test/"})
		code(t, err)
		if err == nil && (len(resp.Body) > 1<<16 || resp.Wire > 1<<16+1) {
			t.Errorf("%d bytes of %d were kept", len(resp.Body), resp.Wire)
		}
	})
}

// says connects to a server that says one thing.
func says(answer []byte) func(context.Context, string, string) (net.Conn, error) {
	return func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		go func() {
			defer server.Close()
			server.Read(make([]byte, 4096))
			server.Write(answer)
		}()
		return client, nil
	}
}
