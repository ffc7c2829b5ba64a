package crawl

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"vnlex/pipeline/crawl/fetch"
)

func TestTrap(t *testing.T) {
	tests := []struct{ name, url, want string }{
		{"repeats", "https://a.vn/x/x/x/y", "repeats"},
		{"deep", "https://a.vn" + strings.Repeat("/a1/b2/c3", 7), "repeats"},
		{"long", "https://a.vn/" + strings.Repeat("x", 2000), "long"},
		{"query", "https://a.vn/?" + strings.Repeat("a=1&", 10), "query"},

		{"page", "https://a.vn/van-ban/2024/01/05/quyet-dinh-so-1.html", ""},
		{"twice is no trap", "https://a.vn/tin/tin/1.html", ""},
		{"host", "https://a.vn", ""},
	}
	for _, tt := range tests {
		u, err := url.Parse(tt.url)
		if err != nil {
			t.Fatal(err)
		}
		if got := trap(u, tt.url); got != tt.want {
			t.Errorf("%s: trap(%.60s) = %q, want %q", tt.name, tt.url, got, tt.want)
		}
	}
}

// What changes comes sooner, what does not falls off with its age, within bounds.
func TestSoon(t *testing.T) {
	now := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		name     string
		last     time.Duration
		age      time.Duration
		isChange bool
		want     time.Duration
	}{
		{"first", 0, 0, false, day},
		{"unchanged", day, day, false, 2 * day},
		{"unchanged, old", day, 80 * day, false, 10 * day},
		{"changed", 8 * day, 0, true, 4 * day},
		{"never below half", day / 2, 0, true, day / 2},
		{"never above 64 times", 60 * day, day, false, 64 * day},
		{"from gone to there", 0, 90 * day, true, day},
	}
	for _, tt := range tests {
		if got := soon(day, tt.last, now.Add(-tt.age), now, tt.isChange); got != tt.want {
			t.Errorf("%s: soon() = %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestMeta(t *testing.T) {
	page := func(head string) *fetch.Response {
		return &fetch.Response{Type: "text/html; charset=utf-8", Header: http.Header{},
			Body: []byte("<html><head>" + head + "</head><body><meta name=robots content=none>")}
	}
	header := func(v string) *fetch.Response {
		return &fetch.Response{Type: "application/pdf", Header: http.Header{"X-Robots-Tag": {v}}}
	}
	tests := []struct {
		name string
		resp *fetch.Response
		want meta
	}{
		{"noindex", page(`<meta name="robots" content="noindex">`), meta{false, true}},
		{"nofollow", page(`<META NAME="ROBOTS" CONTENT="NoFollow">`), meta{true, false}},
		{"none", page(`<meta content="none" name="robots">`), meta{false, false}},
		{"to us", page(`<meta name="vnlex" content="noindex, nofollow">`), meta{false, false}},
		{"header", header("noindex"), meta{false, true}},
		{"header to us", header("vnlex: nofollow"), meta{true, false}},

		{"nothing", page(""), meta{true, true}},
		{"to others", page(`<meta name="googlebot" content="noindex">`), meta{true, true}},
		{"header to others", header("googlebot: noindex"), meta{true, true}},
		{"in the body", page("</head><body><meta name=robots content=none>"), meta{true, true}},
		{"other words", page(`<meta name="robots" content="max-snippet:50, all">`), meta{true, true}},
	}
	for _, tt := range tests {
		if got := metaOf(tt.resp, "vnlex"); got != tt.want {
			t.Errorf("%s: metaOf() = %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
