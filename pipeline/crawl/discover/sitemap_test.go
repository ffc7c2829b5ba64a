package discover_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"vnlex/pipeline/crawl/discover"
)

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// all reads a whole sitemap: its entries, and the code of the error that ended it.
func all(t testing.TB, r io.Reader, l discover.Limits) (out []discover.Entry, code string) {
	t.Helper()
	for e, err := range discover.Sitemap(r, l) {
		if err == nil {
			out = append(out, e)
			continue
		}
		var known *discover.Error
		if !errors.As(err, &known) || known.Reason == "" || code != "" {
			t.Errorf("Sitemap(): error %#v, want one *discover.Error", err)
		}
		code = known.Code
	}
	return out, code
}

func zip(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.String()
}

const urlset = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://a.vn/1 </loc><lastmod>2026-01-02</lastmod><changefreq>daily</changefreq>
 <image:image><image:loc>https://a.vn/1.jpg</image:loc></image:image></url>
<url><loc>https://a.vn/2?a=1&amp;b=2</loc></url>
<!-- <url><loc>https://a.vn/none</loc></url> -->
<url><lastmod>2026-01-02</lastmod></url>
<url><loc><![CDATA[https://a.vn/3]]></loc><news:news><news:title>Ba</news:title>
 <news:publication_date>2026-01-03T00:00:00Z</news:publication_date></news:news></url>
</urlset>`

var three = []discover.Entry{
	{URL: "https://a.vn/1", Modified: day(2026, 1, 2).Add(-7 * time.Hour)},
	{URL: "https://a.vn/2?a=1&b=2"},
	{URL: "https://a.vn/3", Modified: day(2026, 1, 3), Title: "Ba"},
}

func TestSitemap(t *testing.T) {
	one := []discover.Entry{{URL: "https://a.vn/1"}}
	index := []discover.Entry{{URL: "https://a.vn/s1.xml.gz", Sitemap: true}}
	nested := strings.Repeat("<a>", 100)
	for _, tt := range []struct {
		name, in string
		want     []discover.Entry
		code     string
	}{
		{"pages", urlset, three, ""},
		{"compressed", zip(urlset), three, ""},
		{"two members", zip(urlset[:300]) + zip(urlset[300:]), three, ""},
		{"byte order mark", "\ufeff" + urlset, three, ""},
		{"white space before it", "\n \n" + urlset[strings.Index(urlset, "<urlset"):], three, ""},
		{"index", "<sitemapindex><sitemap><loc>https://a.vn/s1.xml.gz</loc></sitemap>" +
			"</sitemapindex>", index, ""},
		{"prefix", `<s:urlset xmlns:s="x"><s:url><s:loc>https://a.vn/1</s:loc></s:url></s:urlset>`,
			one, ""},
		{"no pages", "<urlset></urlset>", nil, ""},
		{"no pages, short", "<urlset/>", nil, ""},
		{"bare &", "<urlset><url><loc>https://a.vn/?a=1&b=2&c</loc></url></urlset>",
			[]discover.Entry{{URL: "https://a.vn/?a=1&b=2&c"}}, ""},
		{"another charset", "<?xml version='1.0' encoding='windows-1258'?><urlset><url>" +
			"<loc>https://a.vn/\xf0</loc></url></urlset>",
			[]discover.Entry{{URL: "https://a.vn/đ"}}, ""},
		{"a list", "https://a.vn/1\r\n\r\n", one, ""},
		{"a list, marked", "\ufeffhttps://a.vn/1", one, ""},
		{"a list, compressed", zip("https://a.vn/1\n"), one, ""},

		{"nothing", "", nil, discover.NotXML},
		{"words", "not found", nil, discover.NotXML},
		{"HTML", "<!DOCTYPE html><html><body>404</body></html>", nil, discover.NotXML},
		{"HTML without a type", "<html><body>404<br></body></html>", nil, discover.NotXML},
		{"comment only", "<!-- x -->", nil, discover.NotXML},
		{"another root", "<root/>", nil, discover.NotKnown},
		{"a feed", "<rss version='2.0'><channel/></rss>", nil, discover.NotKnown},
		{"unknown charset", "<?xml version='1.0' encoding='x-y'?><urlset/>", nil, discover.NotXML},
		{"cut", urlset[:len(urlset)-9], three, discover.Cut},
		{"cut in an entry", "<urlset><url><loc>https://a.vn/1</loc></url><url><loc>http", one,
			discover.Cut},
		{"cut in a tag", "<urlset><url><loc>https://a.vn/1</loc></url><ur", one, discover.Cut},
		{"cut gzip", cut(zip(urlset)), nil, discover.Cut},
		{"gzip head only", zip(urlset)[:6], nil, discover.Cut},
		{"not what gzip says", zip(urlset)[:10] + "garbage garbage garbage", nil, discover.NotXML},
		{"entities", laughs, nil, discover.Hostile},
		{"files", `<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url>` +
			"<loc>&x;</loc></url></urlset>", nil, discover.Hostile},
		{"deep", "<urlset>" + nested, nil, discover.Hostile},
		{"many", "<urlset>" + strings.Repeat("<url><loc>u</loc></url>", 11) + "</urlset>",
			slices(10, "u"), discover.TooMany},
		{"large", "<urlset>" + strings.Repeat(" ", 10_000) + "</urlset>", nil, discover.TooLarge},
		{"large when decompressed", zip("<urlset>" + strings.Repeat(" ", 1<<20) + "</urlset>"), nil,
			discover.TooLarge},
	} {
		limits := discover.Limits{Bytes: 5000, Entries: 10}
		got, code := all(t, strings.NewReader(tt.in), limits)
		if code != tt.code {
			t.Errorf("%s: code %q, want %q", tt.name, code, tt.code)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" && tt.name != "cut gzip" {
			t.Errorf("%s: entries (-want +got):\n%s", tt.name, diff)
		}
	}
}

const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">
<!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<urlset><url><loc>&lol2;</loc></url></urlset>`

func cut(s string) string { return s[:len(s)-len(s)/3] }

func slices(n int, url string) (out []discover.Entry) {
	for range n {
		out = append(out, discover.Entry{URL: url})
	}
	return out
}

// A sitemap that comes in single bytes, or whose reader breaks, is no other.
func TestSitemapReaders(t *testing.T) {
	got, code := all(t, iotest.OneByteReader(strings.NewReader(urlset)), discover.DefaultLimits)
	if diff := cmp.Diff(three, got); diff != "" || code != "" {
		t.Errorf("in single bytes: %q (-want +got):\n%s", code, diff)
	}
	broken := io.MultiReader(strings.NewReader(urlset[:600]), iotest.ErrReader(io.ErrUnexpectedEOF))
	if _, code = all(t, broken, discover.DefaultLimits); code != discover.Cut {
		t.Errorf("broken reader: code %q, want %q", code, discover.Cut)
	}
	for e := range discover.Sitemap(strings.NewReader(urlset), discover.DefaultLimits) {
		if e.URL != three[0].URL {
			t.Errorf("first entry %+v", e)
		}
		break
	}
}

func TestModified(t *testing.T) {
	noon := time.Date(2026, 1, 2, 5, 0, 0, 0, time.UTC)
	for in, want := range map[string]time.Time{
		"2026-01-02T12:00:00+07:00":       noon,
		"2026-01-02T05:00:00Z":            noon,
		"2026-01-02T05:00:00.000Z":        noon,
		"2026-01-02T05:00Z":               noon,
		"2026-01-02T12:00:00+0700":        noon,
		"2026-01-02T12:00:00":             noon, // where no zone is named, in Vietnam
		"2026-01-02 12:00:00":             noon,
		"2026-01-02 12:00:00 +07:00":      noon,
		"Fri, 02 Jan 2026 05:00:00 GMT":   noon,
		"Fri, 02 Jan 2026 12:00:00 +0700": noon,
		"2026-01-02":                      day(2026, 1, 1).Add(17 * time.Hour),
		"2026-01":                         day(2025, 12, 31).Add(17 * time.Hour),
		"2026":                            day(2025, 12, 31).Add(17 * time.Hour),

		"":           {},
		"yesterday":  {},
		"2026-13-02": {},
	} {
		xml := fmt.Sprintf("<urlset><url><loc>u</loc><lastmod>%s</lastmod></url></urlset>", in)
		got, _ := all(t, strings.NewReader(xml), discover.DefaultLimits)
		if len(got) != 1 || !got[0].Modified.Equal(want) {
			t.Errorf("lastmod %q = %v, want %v", in, got, want)
		}
	}
}

// One tag is not let fill the memory, and a long list is no long tag.
func TestSitemapTokens(t *testing.T) {
	for _, tt := range []struct{ name, in, code string }{
		{"a list", strings.Repeat("https://a.vn/1\n", 200_000), ""},
		{"elements", "<urlset>" + strings.Repeat("<url> </url>", 300_000) + "</urlset>", ""},

		{"tag", "<urlset " + strings.Repeat("a='' ", 500_000) + "/>", discover.Hostile},
		{"comment", "<urlset><!--" + strings.Repeat("a", 3<<20) + "--></urlset>", discover.Hostile},
		{"text", "<urlset>" + strings.Repeat("a", 3<<20) + "</urlset>", discover.Hostile},
		{"line", "https://" + strings.Repeat("a", 3<<20), discover.NotXML},
	} {
		limits := discover.Limits{Bytes: 50 << 20, Entries: 1 << 20}
		if _, code := all(t, strings.NewReader(tt.in), limits); code != tt.code {
			t.Errorf("%s: code %q, want %q", tt.name, code, tt.code)
		}
	}
}

// A full sitemap passes, and one entry more does not.
func TestSitemapFull(t *testing.T) {
	for _, n := range []int{50_000, 50_001} {
		xml := "<urlset>" + strings.Repeat("<url><loc>https://a.vn/x</loc></url>", n) + "</urlset>"
		got, code := all(t, strings.NewReader(zip(xml)), discover.DefaultLimits)
		if len(got) != 50_000 || (code == discover.TooMany) != (n > 50_000) {
			t.Errorf("%d entries: got %d, code %q", n, len(got), code)
		}
	}
}

func FuzzSitemap(f *testing.F) {
	for _, in := range []string{urlset, zip(urlset), laughs, "https://a.vn/1\n", urlset[:400]} {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		limits := discover.Limits{Bytes: 1 << 16, Entries: 100}
		got, _ := all(t, bytes.NewReader(in), limits)
		if len(got) > 100 {
			t.Errorf("%d entries", len(got))
		}
		for _, e := range got {
			if e.URL == "" {
				t.Errorf("entry without URL: %+v", e)
			}
		}
	})
}

func BenchmarkSitemap(b *testing.B) {
	xml := "<urlset>" + strings.Repeat("<url><loc>https://vbpl.vn/van-ban/chi-tiet/x--1</loc>"+
		"<lastmod>2026-01-02</lastmod></url>\n", 10_000) + "</urlset>"
	b.SetBytes(int64(len(xml)))
	for b.Loop() {
		all(b, strings.NewReader(xml), discover.DefaultLimits)
	}
}
