package fetch_test

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"vnlex/pipeline/crawl/fetch"
)

var quiet = log.New(io.Discard, "", 0)

// Cookies go back to the domain that set them, and to no other.
func TestCookies(t *testing.T) {
	ten := map[string][][]string{}
	for _, name := range []string{"a.office.test.", "b.office.test.", "other.test."} {
		ten[name] = [][]string{{"127.0.0.1"}}
	}
	var got string
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = r.Header.Get("Cookie")
		switch r.URL.Path {
		case "/set":
			http.SetCookie(w, &http.Cookie{Name: "host", Value: "1"})
			http.SetCookie(w, &http.Cookie{Name: "all", Value: "1", Domain: "office.test"})
			http.SetCookie(w, &http.Cookie{Name: "evil", Value: "1", Domain: "test"})
			http.SetCookie(w, &http.Cookie{Name: "long", Value: strings.Repeat("a", 5000)})
		case "/many":
			for i := range 500 {
				http.SetCookie(w, &http.Cookie{Name: fmt.Sprint("n", i), Value: "1"})
			}
		}
	})
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	c := local(t, fetch.Options{Resolver: serveDNS(t, ten)})
	for _, tt := range []struct{ host, path, want string }{
		{"a.office.test", "/", ""},
		{"a.office.test", "/set", ""},
		{"a.office.test", "/", "host=1; all=1"},
		{"b.office.test", "/", "all=1"},
		{"other.test", "/", ""},
	} {
		at := "http://" + tt.host + ":" + port + tt.path
		if _, err := c.Do(t.Context(), fetch.Request{URL: at}); err != nil || got != tt.want {
			t.Errorf("Do(%s) sent cookies %q, %v, want %q", at, got, err, tt.want)
		}
	}
	for range 2 {
		if _, err := c.Do(t.Context(), fetch.Request{URL: s.URL + "/many"}); err != nil {
			t.Fatal(err)
		}
	}
	if n := strings.Count(got, "="); n != 20 {
		t.Errorf("%d cookies of one answer were kept, want 20", n)
	}
}

// One connection is enough for requests that follow each other, whatever they give.
func TestReuse(t *testing.T) {
	var made atomic.Int64
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gzip", "/br", "/zstd", "/deflate":
			w.Header().Set("Content-Encoding", r.URL.Path[1:])
			w.Write(compress(t, r.URL.Path[1:], article(100_000)))
		case "/304":
			w.WriteHeader(http.StatusNotModified)
		case "/301":
			http.Redirect(w, r, "/", http.StatusMovedPermanently)
		case "/404":
			http.NotFound(w, r)
		default:
			w.Write(article(1000))
		}
	}))
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			made.Add(1)
		}
	}
	s.Start()
	defer s.Close()
	c := local(t, fetch.Options{})
	for range 3 {
		for path := range strings.FieldsSeq("/ /gzip /br /zstd /deflate /304 /301 /404") {
			r := fetch.Request{URL: s.URL + path, ETag: `"1"`}
			if _, err := c.Do(t.Context(), r); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n := made.Load(); n != 1 {
		t.Errorf("%d connections were made, want 1", n)
	}
}

// Many goroutines share a client, and none is left when it is closed.
func TestConcurrent(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "n", Value: "1"})
		switch r.URL.Path {
		case "/cut":
			w.Header().Set("Content-Length", "100")
		case "/slow":
			<-r.Context().Done()
		case "/big":
			io.Copy(w, io.LimitReader(neverEnding('a'), 1<<20))
		default:
			w.Header().Set("Content-Encoding", r.URL.Path[1:])
			w.Write(compress(t, r.URL.Path[1:], article(50_000)))
		}
	})
	before := runtime.NumGoroutine()
	c := local(t, fetch.Options{Limits: fetch.Limits{Body: 100_000}})
	var wg sync.WaitGroup
	want := string(article(50_000))
	for i := range 60 {
		wg.Go(func() {
			path := []string{"/gzip", "/br", "/zstd", "/cut", "/slow", "/big"}[i%6]
			r := fetch.Request{URL: s.URL + path}
			if path == "/slow" {
				r.Limits.Idle = 50 * time.Millisecond
			}
			resp, err := c.Do(t.Context(), r)
			if err == nil && string(resp.Body) != want {
				t.Errorf("Do(%s) = %d bytes", path, len(resp.Body))
			}
			code(t, err)
		})
	}
	wg.Wait()
	c.Close()
	s.Close()
	for i := 0; runtime.NumGoroutine() > before && i < 500; i++ {
		time.Sleep(10 * time.Millisecond)
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}

type neverEnding byte

func (b neverEnding) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(b)
	}
	return len(p), nil
}

// With a Dial of its own a client needs no network, and keeps from forbidden addresses.
func TestDial(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Host) })
	var asked []string
	dial := func(ctx context.Context, network, at string) (net.Conn, error) {
		asked = append(asked, at)
		return new(net.Dialer).DialContext(ctx, network, s.Listener.Addr().String())
	}
	c := fetch.New(fetch.Options{Dial: dial})
	defer c.Close()
	if resp, err := c.Do(t.Context(), fetch.Request{URL: "http://TIN.test/"}); err != nil ||
		string(resp.Body) != "tin.test" {
		t.Errorf("Do() = %+v, %v", resp, err)
	}
	_, err := c.Do(t.Context(), fetch.Request{URL: "http://169.254.169.254/"})
	if code(t, err) != fetch.Private {
		t.Errorf("Do() of an address: %v, want %s", err, fetch.Private)
	}
	if len(asked) != 1 || asked[0] != "tin.test:80" {
		t.Errorf("dialled %q", asked)
	}
}
