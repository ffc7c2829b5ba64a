package robots_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vnlex/pipeline/crawl/robots"
)

func TestCrawlDelay(t *testing.T) {
	for _, tt := range []struct {
		name, file string
		want       time.Duration
		asked      bool
	}{
		{"seconds", "@* | Crawl-delay: 10", 10 * time.Second, true},
		{"fraction", "@* | Crawl-delay: 0.5", 500 * time.Millisecond, true},
		{"decimal comma", "@* | Crawl-delay: 1,5", 1500 * time.Millisecond, true},
		{"own group", "@* | Crawl-delay: 10 | Disallow: | @vnlex | Crawl-delay: 2",
			2 * time.Second, true},
		{"the longest", "@* | Crawl-delay: 1 | Crawl-delay: 3 | Crawl-delay: 2",
			3 * time.Second, true},
		{"zero", "@* | Crawl-delay: 0", 0, true},
		{"no more than a day", "@* | Crawl-delay: 1e300", 24 * time.Hour, true},

		{"none", "@* | Disallow: /a", 0, false},
		{"another's", "@x | Crawl-delay: 10", 0, false},
		{"before any group", "Crawl-delay: 10 | @*", 0, false},
		{"negative", "@* | Crawl-delay: -1", 0, false},
		{"not a number", "@* | Crawl-delay: NaN", 0, false},
		{"a word", "@* | Crawl-delay: ten", 0, false},
	} {
		got, asked := robots.Parse([]byte(file(tt.file))).CrawlDelay("vnlex")
		if got != tt.want || asked != tt.asked {
			t.Errorf("%s: CrawlDelay() = %v, %v, want %v, %v",
				tt.name, got, asked, tt.want, tt.asked)
		}
	}
}

func TestSitemaps(t *testing.T) {
	r := robots.Parse([]byte(file("Sitemap: https://a.vn/1.xml | User-agent: * | Disallow: / | " +
		"sitemap:https://a.vn/2.xml.gz | Sitemap: https://a.vn/1.xml | Sitemap:")))
	want := []string{"https://a.vn/1.xml", "https://a.vn/2.xml.gz"}
	if diff := cmp.Diff(want, r.Sitemaps()); diff != "" {
		t.Errorf("Sitemaps() (-want +got):\n%s", diff)
	}
}

// TestDecide asks for /a, which the body forbids: nil Rules allow nothing.
func TestDecide(t *testing.T) {
	body := []byte("User-agent: *\nDisallow: /a\n")
	for _, tt := range []struct {
		status    int
		err       error
		wait, may bool
	}{
		{200, nil, false, false},
		{206, nil, false, false},
		{301, nil, false, true}, // more than five redirects: unavailable, 2.3.1.2
		{308, nil, false, true},
		{400, nil, false, true},
		{401, nil, false, true},
		{403, nil, false, true},
		{404, nil, false, true},
		{410, nil, false, true},
		{451, nil, false, true},

		{429, nil, true, false},
		{500, nil, true, false},
		{502, nil, true, false},
		{503, nil, true, false},
		{599, nil, true, false},
		{999, nil, true, false},
		{0, nil, true, false},
		{0, errors.New("no route to host"), true, false},
		{200, errors.New("the body is cut"), true, false},
	} {
		a := robots.Decide(tt.status, body, tt.err)
		may := a.Rules != nil && a.Rules.Allowed("vnlex", "/a")
		if a.Wait != tt.wait || may != tt.may || a.Wait != (a.Rules == nil) || a.Reason == "" {
			t.Errorf("Decide(%d, %v) = %+v, allows %v; want wait %v, allows %v",
				tt.status, tt.err, a, may, tt.wait, tt.may)
		}
	}
}

func TestAged(t *testing.T) {
	wait := robots.Decide(503, nil, nil)
	last := robots.Parse([]byte("User-agent: *\nDisallow: /a\n"))
	for _, tt := range []struct {
		name       string
		in         robots.Answer
		waiting    time.Duration
		last       *robots.Rules
		wait, a, b bool // waits; allows /a, /b
	}{
		{"still waiting", wait, robots.LongUnreachable - 1, last, true, false, false},
		{"long enough", wait, robots.LongUnreachable, nil, false, true, true},
		{"the last rules hold", wait, robots.LongUnreachable, last, false, false, true},
		{"known", robots.Decide(404, nil, nil), robots.LongUnreachable, last, false, true, true},
	} {
		got := tt.in.Aged(tt.waiting, tt.last)
		if got.Wait != tt.wait {
			t.Errorf("%s: Aged().Wait = %v", tt.name, got.Wait)
		}
		if got.Wait {
			continue
		}
		a, b := got.Rules.Allowed("x", "/a"), got.Rules.Allowed("x", "/b")
		if a != tt.a || b != tt.b {
			t.Errorf("%s: Aged() allows /a %v, /b %v, want %v, %v", tt.name, a, b, tt.a, tt.b)
		}
	}
}
