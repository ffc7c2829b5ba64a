package fetch_test

import (
	"net/http"
	"testing"

	"vnlex/pipeline/crawl/address"
	"vnlex/pipeline/crawl/fetch"
)

// BenchmarkDo asks a server of this machine for a page of 96 KB, by several goroutines on
// connections that are kept.
func BenchmarkDo(b *testing.B) {
	page := article(96_000)
	for _, coding := range []string{"", "gzip", "br", "zstd"} {
		body := compress(b, coding, page)
		s := serve(b, func(w http.ResponseWriter, _ *http.Request) {
			if coding != "" {
				w.Header().Set("Content-Encoding", coding)
			}
			w.Write(body)
		})
		c := fetch.New(fetch.Options{Guard: address.Guard{Private: true}})
		b.Run("coding="+coding, func(b *testing.B) {
			b.ReportAllocs()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					if _, err := c.Do(b.Context(), fetch.Request{URL: s.URL}); err != nil {
						b.Error(err)
					}
				}
			})
		})
		c.Close()
	}
}
