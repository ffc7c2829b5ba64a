package fetch_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vnlex/pipeline/crawl/address"
	"vnlex/pipeline/crawl/fetch"
	"vnlex/pipeline/crawl/robots"
)

// local is a client that may ask servers of this machine.
func local(t *testing.T, opt fetch.Options) *fetch.Client {
	t.Helper()
	opt.Guard = address.Guard{Private: true}
	c := fetch.New(opt)
	t.Cleanup(c.Close)
	return c
}

func serve(t testing.TB, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

func TestRequest(t *testing.T) {
	var got http.Header
	var path string
	s := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		got, path = r.Header, r.RequestURI
	})
	c := local(t, fetch.Options{Agent: "vnlex/1.0 (+https://x.vn; a@x.vn)"})
	r := fetch.Request{URL: s.URL + "/văn bản?b=1&a=%zz#x", ETag: `"1"`, Modified: "a\r\nb: c"}
	if _, err := c.Do(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if want := "/v%C4%83n%20b%E1%BA%A3n?b=1&a=%25zz"; path != want {
		t.Errorf("asked for %s, want %s", path, want)
	}
	want := http.Header{
		"User-Agent":      {"vnlex/1.0 (+https://x.vn; a@x.vn)"},
		"Accept":          got["Accept"],
		"Accept-Language": {"vi, en;q=0.5"},
		"Accept-Encoding": {"gzip, br, zstd"},
		"If-None-Match":   {`"1"`},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	if !strings.HasPrefix(got.Get("Accept"), "text/html") {
		t.Errorf("Accept: %s", got.Get("Accept"))
	}
}

func TestResponse(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `W/"1"`)
		w.Header().Set("Last-Modified", "Mon, 02 Jan 2006 15:04:05 GMT")
		w.Header().Set("Content-Type", "text/plain")
		if r.Header.Get("If-None-Match") == `W/"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "xin chào")
	})
	c := local(t, fetch.Options{})
	one, err := c.Do(t.Context(), fetch.Request{URL: s.URL})
	if err != nil || string(one.Body) != "xin chào" || one.Status != 200 || one.Cut ||
		one.ETag != `W/"1"` || one.Modified == "" || one.Type != "text/plain" ||
		one.Wire != int64(len(one.Body)) || one.Remote != s.Listener.Addr().String() {
		t.Errorf("Do() = %+v, %v", one, err)
	}
	two, err := c.Do(t.Context(), fetch.Request{URL: s.URL, ETag: one.ETag, Modified: one.Modified})
	if err != nil || !two.NotModified() || two.Redirect() || len(two.Body) > 0 {
		t.Errorf("Do() with its ETag = %+v, %v", two, err)
	}
}

// An answer that is no success is told by its status, whatever became of its body.
func TestStatus(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/broken":
			w.Header().Set("Content-Encoding", "gzip")
			w.WriteHeader(503)
			fmt.Fprint(w, "no gzip")
		case "/cut":
			w.Header().Set("Content-Length", "10")
			w.WriteHeader(500)
			fmt.Fprint(w, "abc")
		case "/long":
			w.WriteHeader(404)
			fmt.Fprint(w, strings.Repeat("a", 1<<20))
		case "/part":
			w.WriteHeader(206)
		case "/same":
			w.WriteHeader(304)
		}
	})
	c := local(t, fetch.Options{})
	for path, status := range map[string]int{"/broken": 503, "/cut": 500, "/long": 404} {
		resp, err := c.Do(t.Context(), fetch.Request{URL: s.URL + path})
		if err != nil || resp.Status != status || !resp.Cut || len(resp.Body) > 64<<10 {
			t.Errorf("Do(%s) = %+v, %v, want status %d", path, resp, err, status)
		}
	}
	for _, path := range []string{"/part", "/same"} { // neither was asked for
		_, err := c.Do(t.Context(), fetch.Request{URL: s.URL + path})
		if code(t, err) != fetch.Protocol {
			t.Errorf("Do(%s): %v, want %s", path, err, fetch.Protocol)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		after, date string
		want        time.Duration
	}{
		{"120", "", 2 * time.Minute},
		{"0", "", 0},
		{"1.5", "", 1500 * time.Millisecond},
		{"99999999999999999999", "", 30 * 24 * time.Hour},
		{"Wed, 25 Nov 2026 00:01:00 GMT", "-", time.Minute},
		{"Wed, 25 Nov 2026 00:01:00 GMT", "Wed, 25 Nov 2026 00:00:30 GMT", 30 * time.Second},
		{"Wednesday, 25-Nov-26 00:01:00 GMT", "-", time.Minute},
		{"Tue, 24 Nov 2026 00:00:00 GMT", "-", 0},

		{"", "", 0},
		{"-5", "", 0},
		{"soon", "", 0},
	} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", tt.after)
			if tt.date == "-" {
				w.Header()["Date"] = nil
			} else if tt.date != "" {
				w.Header().Set("Date", tt.date)
			}
			w.WriteHeader(429)
		})
		c := local(t, fetch.Options{Now: func() time.Time { return now }})
		resp, err := c.Do(t.Context(), fetch.Request{URL: s.URL})
		if err != nil || resp.RetryAfter != tt.want {
			t.Errorf("Retry-After %q at %q: %v, %v, want %v", tt.after, tt.date, resp, err, tt.want)
		}
	}
}

func TestLocation(t *testing.T) {
	for _, tt := range []struct {
		status     int
		path, want string // BASE stands for the server
	}{
		{301, "/b", "BASE/b"},
		{302, "b?utm_source=1", "BASE/x/b?utm_source=1"},
		{303, "//b.test/c", "http://b.test/c"},
		{307, "https://b.test:443", "https://b.test/"},
		{308, "/văn#x", "BASE/v%C4%83n"},

		{200, "/b", ""},
		{304, "/b", ""},
		{302, "", ""},
		{302, "javascript:alert(1)", ""},
		{302, "http://a@b.test/", ""},
	} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["Location"] = []string{tt.path}
			w.WriteHeader(tt.status)
		})
		r := fetch.Request{URL: s.URL + "/x/a", ETag: `"1"`}
		resp, err := local(t, fetch.Options{}).Do(t.Context(), r)
		if want := strings.Replace(tt.want, "BASE", s.URL, 1); err != nil || resp.Location != want {
			t.Errorf("Location %q: %+v, %v, want %q", tt.path, resp, err, want)
		}
	}
}

// The sixth redirect is not followed, and means that there is no robots.txt; of a long one
// only the head is read (RFC 9309, 2.3.1.2 and 2.5).
func TestRobots(t *testing.T) {
	for _, tt := range []struct {
		redirects, asked int
		a, b             bool // allows /a, /b
	}{
		{0, 1, false, true},
		{5, 6, false, true},
		{6, 6, true, true},
		{100, 6, true, true},
	} {
		var asked atomic.Int64
		s := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if n := int(asked.Add(1)); n <= tt.redirects {
				http.Redirect(w, r, fmt.Sprintf("/%d", n), http.StatusMovedPermanently)
				return
			}
			fmt.Fprint(w, "User-agent: *\nDisallow: /a\n")
			fmt.Fprint(w, strings.Repeat("# x\n", 200_000), "Disallow: /b\n")
		})
		c := local(t, fetch.Options{})
		resp, err := c.Robots(t.Context(), fetch.Request{URL: s.URL + "/x/y?z"})
		if err != nil || asked.Load() != int64(tt.asked) {
			t.Fatalf("Robots() = %+v, %v, asked %d times", resp, err, asked.Load())
		}
		rules := robots.Decide(resp.Status, resp.Body, err).Rules
		a, b := rules.Allowed("vnlex", "/a"), rules.Allowed("vnlex", "/b")
		if a != tt.a || b != tt.b {
			t.Errorf("%d redirects: allows /a %v, /b %v", tt.redirects, a, b)
		}
	}
	_, err := local(t, fetch.Options{}).Robots(t.Context(), fetch.Request{URL: "x"})
	if code(t, err) != fetch.BadURL {
		t.Errorf("Robots() of no URL: %v", err)
	}
}

func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	s := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel(errors.New("enough"))
		<-r.Context().Done()
	})
	_, err := local(t, fetch.Options{}).Do(ctx, fetch.Request{URL: s.URL})
	if code(t, err) != fetch.Canceled || !strings.Contains(err.Error(), "enough") {
		t.Errorf("Do(): %v, want %s", err, fetch.Canceled)
	}
}
