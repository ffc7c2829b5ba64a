package discover_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vnlex/pipeline/crawl/discover"
)

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Tin</title><link>https://a.vn/</link>
<item><title>Một &amp; hai</title><link>https://a.vn/1?utm_source=rss</link>
 <pubDate>Fri, 02 Jan 2026 12:00:00 +0700</pubDate>
 <description><![CDATA[<p>chữ</p>]]></description></item>
<item><title>Ba</title><link>/3</link></item>
<item><title>Bốn</title><guid isPermaLink="true">https://a.vn/4</guid></item>
<item><title>Không đường dẫn</title><guid>77</guid></item>
<item><title>Kịch bản</title><link>javascript:alert(1)</link></item>
</channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title>
<entry><title>Một</title><link rel="alternate" href="https://a.vn/1"/><id>urn:1</id>
 <published>2026-01-01T00:00:00Z</published><updated>2026-01-02T05:00:00Z</updated></entry>
</feed>`

func TestFeed(t *testing.T) {
	noon := time.Date(2026, 1, 2, 5, 0, 0, 0, time.UTC)
	fromRSS := []discover.Entry{
		{URL: "https://a.vn/1?utm_source=rss", Modified: noon, Title: "Một & hai"},
		{URL: "https://a.vn/3", Title: "Ba"},
		{URL: "https://a.vn/4", Title: "Bốn"},
	}
	many := "<rss version='2.0'><channel>" +
		strings.Repeat("<item><link>https://a.vn/1</link></item>", 11) + "</channel></rss>"
	for _, tt := range []struct {
		name, in string
		want     []discover.Entry
		code     string
	}{
		{"RSS", rss, fromRSS, ""},
		{"byte order mark", "\ufeff" + rss, fromRSS, ""},
		{"Atom", atom, []discover.Entry{{URL: "https://a.vn/1", Modified: noon, Title: "Một"}}, ""},
		{"JSON", `{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1",
			"url": "https://a.vn/1", "title": "Một", "date_published": "2026-01-02T05:00:00Z"}]}`,
			[]discover.Entry{{URL: "https://a.vn/1", Modified: noon, Title: "Một"}}, ""},
		{"no items", "<rss version='2.0'><channel/></rss>", nil, ""},

		{"nothing", "", nil, discover.NotXML},
		{"words", "not found", nil, discover.NotXML},
		{"HTML", "<!doctype html><html></html>", nil, discover.NotXML},
		{"other JSON", "{}", nil, discover.NotKnown},
		{"deep JSON", "{\"a\":" + strings.Repeat("[", 100_000), nil, discover.NotKnown},
		{"a sitemap", urlset, nil, discover.NotKnown},
		{"cut", rss[:len(rss)-30], nil, discover.Cut},
		{"cut in a tag", rss[:len(rss)-4], nil, discover.Cut},
		{"entities", strings.Replace(laughs, "urlset", "rss", 2), nil, discover.Hostile},
		{"deep", "<rss>" + strings.Repeat("<a:a>", 100_000), nil, discover.Hostile},
		{"many", many, slices(10, "https://a.vn/1"), discover.TooMany},
		{"many elements", "<rss>" + strings.Repeat("<a/>", 60_000) + "</rss>", nil,
			discover.TooLarge},
		{"a long tag", "<rss " + strings.Repeat("a='' ", 500_000) + "/>", nil, discover.Hostile},
		{"many objects", `{"items": [` + strings.Repeat("{},", 60_000), nil, discover.TooLarge},
		{"large", "<rss>" + strings.Repeat(" ", 17<<20), nil, discover.TooLarge},
	} {
		limits := discover.Limits{Entries: 10}
		got, err := discover.Feed([]byte(tt.in), "https://a.vn/tin.rss", limits)
		var known *discover.Error
		if err != nil && !errors.As(err, &known) {
			t.Errorf("%s: error %#v, want a *discover.Error", tt.name, err)
		}
		if code := codeOf(known); code != tt.code {
			t.Errorf("%s: %v, want code %q", tt.name, err, tt.code)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: entries (-want +got):\n%s", tt.name, diff)
		}
	}
}

func codeOf(e *discover.Error) string {
	if e == nil {
		return ""
	}
	return e.Code
}

func FuzzFeed(f *testing.F) {
	for _, in := range []string{rss, atom, laughs, rss[:300], `{"items": []}`} {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		got, err := discover.Feed(in, "https://a.vn/", discover.Limits{Entries: 10})
		var known *discover.Error
		if err != nil && !errors.As(err, &known) {
			t.Errorf("Feed() error %#v, want a *discover.Error", err)
		}
		for _, e := range got {
			if !strings.HasPrefix(e.URL, "http") {
				t.Errorf("entry %+v", e)
			}
		}
		if len(got) > 10 {
			t.Errorf("%d entries", len(got))
		}
	})
}

func BenchmarkFeed(b *testing.B) {
	var items strings.Builder
	for i := range 100 {
		fmt.Fprintf(&items, "<item><title>Tin %d</title><link>https://a.vn/%d</link></item>", i, i)
	}
	in := []byte("<rss version='2.0'><channel>" + items.String() + "</channel></rss>")
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		discover.Feed(in, "https://a.vn/", discover.DefaultLimits)
	}
}
