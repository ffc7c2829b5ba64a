package fetch_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"

	"vnlex/pipeline/crawl/fetch"
)

// compress writes text in a coding; "raw" is deflate without the frame it should have.
func compress(t testing.TB, coding string, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	var err error
	switch coding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		w, err = zstd.NewWriter(&b)
	case "deflate":
		w = zlib.NewWriter(&b)
	case "raw":
		w, err = flate.NewWriter(&b, 6)
	default:
		return text
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// article is text that packs as pages do.
func article(size int) []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<p>Điều %d. Số %d/2026/NĐ-CP, mã %x</p>\n", i, i*7919%1000, i*i*2654435761)
	}
	return b.Bytes()[:size]
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func cut(b []byte) []byte { return b[:len(b)-len(b)/3] }

func TestBody(t *testing.T) {
	page, big, zeros := article(50_000), article(5<<19), make([]byte, 8<<20)
	limits := fetch.Limits{Wire: 2 << 20, Body: 2 << 20, Ratio: 100}
	for _, tt := range []struct {
		name, encoding string
		body, want     []byte
		code           string
	}{
		{"plain", "", page, page, ""},
		{"identity", "identity", page, page, ""},
		{"gzip", "gzip", compress(t, "gzip", page), page, ""},
		{"capitals", " GZip ", compress(t, "gzip", page), page, ""},
		{"x-gzip", "x-gzip", compress(t, "gzip", page), page, ""},
		{"two members", "gzip", join(compress(t, "gzip", page), compress(t, "gzip", page)),
			join(page, page), ""},
		{"brotli", "br", compress(t, "br", page), page, ""},
		{"zstd", "zstd", compress(t, "zstd", page), page, ""},
		{"deflate", "deflate", compress(t, "deflate", page), page, ""},
		{"raw deflate", "deflate", compress(t, "raw", page), page, ""},
		{"nothing", "", nil, nil, ""},
		{"nothing in gzip", "gzip", nil, nil, ""},
		{"nothing in br", "br", nil, nil, ""},
		{"nothing in zstd", "zstd", nil, nil, ""},
		{"nothing, compressed", "gzip", compress(t, "gzip", nil), nil, ""},
		{"as much as is allowed", "", big[:2<<20], big[:2<<20], ""},

		{"one byte more", "", big[:2<<20+1], nil, fetch.TooLarge},
		{"too much in gzip", "gzip", compress(t, "gzip", big), nil, fetch.TooLarge},
		{"too much in br", "br", compress(t, "br", big), nil, fetch.TooLarge},
		{"bomb in gzip", "gzip", compress(t, "gzip", zeros), nil, fetch.Ratio},
		{"bomb in br", "br", compress(t, "br", zeros), nil, fetch.Ratio},
		{"bomb in zstd", "zstd", compress(t, "zstd", zeros), nil, fetch.Ratio},
		{"bomb in deflate", "deflate", compress(t, "deflate", zeros), nil, fetch.Ratio},
		{"bomb in a bomb", "gzip, gzip", compress(t, "gzip", compress(t, "gzip", zeros)), nil,
			fetch.BadEncoding},
		{"unknown", "compress", page, nil, fetch.BadEncoding},
		{"several", "gzip, br", page, nil, fetch.BadEncoding},
		{"no gzip", "gzip", page, nil, fetch.BadEncoding},
		{"no brotli", "br", page, nil, fetch.BadEncoding},
		{"no zstd", "zstd", page, nil, fetch.BadEncoding},
		{"wrong sum", "gzip", damaged(compress(t, "gzip", page)), nil, fetch.BadEncoding},
		{"more behind gzip", "gzip", join(compress(t, "gzip", page), page), nil, fetch.BadEncoding},
		{"more behind br", "br", join(compress(t, "br", page), page), nil, fetch.BadEncoding},
		{"more behind zstd", "zstd", join(compress(t, "zstd", page), page), nil, fetch.BadEncoding},
		{"more behind deflate", "deflate", join(compress(t, "deflate", page), page), nil,
			fetch.BadEncoding},
		{"cut gzip", "gzip", cut(compress(t, "gzip", page)), nil, fetch.Cut},
		{"cut br", "br", cut(compress(t, "br", page)), nil, fetch.Cut},
		{"cut zstd", "zstd", cut(compress(t, "zstd", page)), nil, fetch.Cut},
		{"cut deflate", "deflate", cut(compress(t, "deflate", page)), nil, fetch.Cut},
		{"cut in the head", "gzip", compress(t, "gzip", page)[:5], nil, fetch.Cut},
	} {
		for _, length := range []bool{true, false} {
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				if tt.encoding != "" {
					w.Header().Set("Content-Encoding", tt.encoding)
				}
				if length {
					w.Header().Set("Content-Length", strconv.Itoa(len(tt.body)))
				}
				w.(http.Flusher).Flush()
				w.Write(tt.body)
			}))
			c := local(t, fetch.Options{Limits: limits})
			resp, err := c.Do(t.Context(), fetch.Request{URL: s.URL})
			switch got := code(t, err); {
			case got != tt.code:
				t.Errorf("%s (length %v): %v, want code %q", tt.name, length, err, tt.code)
			case got != "":
			case !bytes.Equal(resp.Body, tt.want) || resp.Wire != int64(len(tt.body)):
				t.Errorf("%s (length %v): %d bytes of %d, want %d of %d", tt.name, length,
					len(resp.Body), resp.Wire, len(tt.want), len(tt.body))
			}
			s.Close()
		}
	}
}

// damaged has another check sum.
func damaged(b []byte) []byte {
	b = bytes.Clone(b)
	b[len(b)-8] ^= 1
	return b
}

// A body that is not as long as was announced is no page, over either protocol.
func TestBodyCut(t *testing.T) {
	breaks := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/length" {
			w.Header().Set("Content-Length", "1000")
		}
		fmt.Fprint(w, strings.Repeat("a", 500))
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	})
	one := httptest.NewServer(breaks)
	defer one.Close()
	two := httptest.NewUnstartedServer(breaks)
	two.EnableHTTP2 = true
	two.StartTLS()
	defer two.Close()
	c := local(t, fetch.Options{})
	for _, at := range []string{one.URL + "/length", one.URL + "/chunks", two.URL + "/length",
		two.URL + "/stream"} {
		resp, err := c.Do(t.Context(), fetch.Request{URL: at, Insecure: true})
		if code(t, err) != fetch.Cut {
			t.Errorf("Do(%s) = %+v, %v, want %s", at, resp, err, fetch.Cut)
		}
	}
}

// The head of a body is taken as if there were no more, also out of a bomb.
func TestBodyHead(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/bomb" {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(compress(t, "gzip", bytes.Repeat([]byte("a"), 10<<20)))
			return
		}
		fmt.Fprint(w, strings.Repeat("a", 10<<20))
	}))
	defer s.Close()
	c := local(t, fetch.Options{})
	for _, path := range []string{"/bomb", "/plain"} {
		resp, err := c.Do(t.Context(), fetch.Request{URL: s.URL + path, Head: true,
			Limits: fetch.Limits{Body: 1000}})
		if err != nil || len(resp.Body) != 1000 || !resp.Cut {
			t.Errorf("Do(%s) = %+v, %v", path, resp, err)
		}
	}
}
