package canon_test

import (
	"net/url"
	"strings"
	"testing"

	"vnlex/pipeline/crawl/canon"
)

// same are spellings and their canonical form.
var same = []struct{ in, want string }{
	{"http://a.vn", "http://a.vn/"},
	{"HTTP://A.Vn/X", "http://a.vn/X"},
	{" https://a.vn/x \n", "https://a.vn/x"},
	{"https://a.vn/x\ny\t", "https://a.vn/xy"},
	{"http://a.vn:80/", "http://a.vn/"},
	{"https://a.vn:443/", "https://a.vn/"},
	{"https://a.vn:0443/", "https://a.vn/"},
	{"https://a.vn:80/", "https://a.vn:80/"},
	{"http://a.vn:/", "http://a.vn/"},
	{"http://a.vn./", "http://a.vn/"},
	{"http://a_b.vn/", "http://a_b.vn/"},
	{"http://%61.vn/", "http://a.vn/"},
	{"http://bộ.vn/", "http://xn--b-8xm.vn/"},
	{"http://BỘ.vn/", "http://xn--b-8xm.vn/"},
	{"http://xn--b-8xm.vn/", "http://xn--b-8xm.vn/"},
	{"http://ａ。vn/", "http://a.vn/"},
	{"http://8.8.8.8/", "http://8.8.8.8/"},
	{"http://８.8.8.8/", "http://8.8.8.8/"},
	{"http://[2606:4700:0::1111]/", "http://[2606:4700::1111]/"},
	{"http://[2606:4700::1111]:80/", "http://[2606:4700::1111]/"},
	{"http://a.vn/#x", "http://a.vn/"},
	{"http://a.vn#x?y", "http://a.vn/"},
	{`http:\\a.vn\b`, "http://a.vn/b"},
	{`http://a.vn\@b.vn@c.vn/`, "http://a.vn/@b.vn@c.vn/"},
	{"http://a.vn/a/./b/../c", "http://a.vn/a/c"},
	{"http://a.vn/../../c", "http://a.vn/c"},
	{"http://a.vn/a/..", "http://a.vn/"},
	{"http://a.vn/a/b/.", "http://a.vn/a/b/"},
	{"http://a.vn/a/%2e%2E/c", "http://a.vn/c"},
	{"http://a.vn/a//b", "http://a.vn/a//b"},
	{"http://a.vn/.a/..b", "http://a.vn/.a/..b"},
	{"http://a.vn/văn-bản", "http://a.vn/v%C4%83n-b%E1%BA%A3n"},
	{"http://a.vn/v%c4%83n-b%e1%ba%a3n", "http://a.vn/v%C4%83n-b%E1%BA%A3n"},
	{"http://a.vn/%7Ea%2Fb", "http://a.vn/~a%2Fb"},
	{"http://a.vn/a b", "http://a.vn/a%20b"},
	{"http://a.vn/100%", "http://a.vn/100%25"},
	{"http://a.vn/100%25", "http://a.vn/100%25"},
	{"http://a.vn/a|b", "http://a.vn/a%7Cb"},
	{"http://a.vn/a'(b)!*,;=", "http://a.vn/a'(b)!*,;="},
	{"http://a.vn/?", "http://a.vn/"},
	{"http://a.vn?a=1", "http://a.vn/?a=1"},
	{"http://a.vn/?b=2&a=1", "http://a.vn/?b=2&a=1"},
	{"http://a.vn/?&a=1&&b=2&", "http://a.vn/?a=1&b=2"},
	{"http://a.vn/?a=b+c d", "http://a.vn/?a=b+c%20d"},
	{"http://a.vn/?a", "http://a.vn/?a"},
	{"http://a.vn/?u=http://b.vn/?x", "http://a.vn/?u=http://b.vn/?x"},
	{"http://a.vn/x?utm_source=zalo&utm_Medium=x", "http://a.vn/x"},
	{"http://a.vn/x?a=1&fbclid=y&b=2", "http://a.vn/x?a=1&b=2"},
	{"http://a.vn/x?gclid=1&zarsrc=30&gidzl=q&_gl=1", "http://a.vn/x"},
	{"http://a.vn/x?ut%6d_source=1", "http://a.vn/x"},
	{"http://a.vn/x?utm=1&source=2", "http://a.vn/x?utm=1&source=2"},
	{"http://a.vn/x;jsessionid=0A1B?a=1", "http://a.vn/x?a=1"},
	{"http://a.vn/x;JSESSIONID=0A1B/y", "http://a.vn/x/y"},
	{"http://a.vn/x;jsessionid=1;v=2", "http://a.vn/x;v=2"},
	{"http://a.vn/x?PHPSESSID=1", "http://a.vn/x"},
}

var refused = []string{
	"", " ", "a.vn", "/a", "//a.vn/", "ftp://a.vn/", "javascript:alert(1)", "mailto:a@b.vn",
	"file:///etc/passwd", "data:text/html,x", "http:a.vn", "http:/a.vn", "http://", "http:///a",
	"http://?a", "http://:80/", "http://a@b.vn/", "http://a:b@c.vn/", "http://a.vn@127.0.0.1/",
	"http://@a.vn/", "http://a.vn:0/", "http://a.vn:65536/",
	"http://a.vn:-1/", "http://a.vn:+80/", "http://a.vn:8o/", "http://a b.vn/", "http://a%00.vn/",
	"http://a%2f.vn/", "http://a%zz.vn/", "http://a..vn/", "http://.a.vn/", "http://./",
	"http://a.vn../", "http://<a>.vn/", "http://[::1/", "http://[::1%25eth0]/", "http://[1.2.3.4]/",
	"http://[a]/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/",
	"http://127.0.0.1.2/", "http://1.2.3.256/", "http://01.2.3.4/", "http://xn--a/",
	"http://" + strings.Repeat("a", 64) + ".vn/", "http://a.vn/" + strings.Repeat("a", 4000),
	"http://a.vn/" + strings.Repeat("ộ", 1000), "http://" + strings.Repeat("a.", 140) + "vn/",
}

func TestURL(t *testing.T) {
	for _, tt := range same {
		got, err := canon.URL(tt.in)
		if err != nil || got != tt.want {
			t.Errorf("URL(%q) = %q, %v, want %q", tt.in, got, err, tt.want)
		}
	}
	for _, in := range refused {
		if got, err := canon.URL(in); err == nil {
			t.Errorf("URL(%.80q) = %q, want an error", in, got)
		}
	}
}

func TestNormal(t *testing.T) {
	const in = "HTTP://A.vn/x;jsessionid=1?utm_source=1&&b=2#c"
	const want = "http://a.vn/x;jsessionid=1?utm_source=1&&b=2"
	if got, err := canon.Normal(in); err != nil || got != want {
		t.Errorf("Normal(%q) = %q, %v, want %q", in, got, err, want)
	}
}

// The references of RFC 3986, 5.4, as far as they are http.
func TestJoin(t *testing.T) {
	const base = "http://a/b/c/d;p?q"
	for ref, want := range map[string]string{
		"g": "http://a/b/c/g", "./g": "http://a/b/c/g", "g/": "http://a/b/c/g/", "/g": "http://a/g",
		"//g": "http://g/", "?y": "http://a/b/c/d;p?y", "g?y": "http://a/b/c/g?y",
		"#s": "http://a/b/c/d;p?q", "g#s": "http://a/b/c/g", "g?y#s": "http://a/b/c/g?y",
		";x": "http://a/b/c/;x", "g;x": "http://a/b/c/g;x", "": "http://a/b/c/d;p?q",
		".": "http://a/b/c/", "./": "http://a/b/c/", "..": "http://a/b/", "../": "http://a/b/",
		"../g": "http://a/b/g", "../..": "http://a/", "../../": "http://a/",
		"../../g":    "http://a/g",
		"../../../g": "http://a/g", "../../../../g": "http://a/g", "/./g": "http://a/g",
		"/../g": "http://a/g", "g.": "http://a/b/c/g.", ".g": "http://a/b/c/.g",
		"g..": "http://a/b/c/g..",
		"..g": "http://a/b/c/..g", "./../g": "http://a/b/g", "./g/.": "http://a/b/c/g/",
		"g/./h": "http://a/b/c/g/h", "g/../h": "http://a/b/c/h",
		"g;x=1/./y":  "http://a/b/c/g;x=1/y",
		"g;x=1/../y": "http://a/b/c/y", "g?y/./x": "http://a/b/c/g?y/./x",
		`\g`: "http://a/g", `\\g\h`: "http://g/h", "https://g:443": "https://g/",
		"g?utm_source=1": "http://a/b/c/g?utm_source=1",
		"văn bản":        "http://a/b/c/v%C4%83n%20b%E1%BA%A3n",
	} {
		if got, err := canon.Join(base, ref); err != nil || got != want {
			t.Errorf("Join(%q) = %q, %v, want %q", ref, got, err, want)
		}
	}
	for _, ref := range []string{"http:g", "g:h", "javascript:void(0)", "//a@b/", "//"} {
		if got, err := canon.Join(base, ref); err == nil {
			t.Errorf("Join(%q) = %q, want an error", ref, got)
		}
	}
	if got, _ := canon.Join("https://a.vn:8443/x", "/y"); got != "https://a.vn:8443/y" {
		t.Errorf("Join() = %q, want the port kept", got)
	}
}

func TestKey(t *testing.T) {
	for url, want := range map[string]string{
		"https://moit.gov.vn/x":            "moit.gov.vn",
		"https://www.moit.gov.vn/":         "moit.gov.vn",
		"https://congbao.chinhphu.vn/":     "chinhphu.vn",
		"http://VANBAN.chinhphu.vn.:8080/": "chinhphu.vn",
		"https://congbao.sonla.gov.vn/":    "sonla.gov.vn",
		"https://a.b.com.vn/":              "b.com.vn",
		"https://gov.vn/":                  "gov.vn",
		"http://localhost/":                "localhost",
		"http://tin.test/":                 "tin.test",
		"http://8.8.8.8:81/":               "8.8.8.8",
		"http://[2606:4700::1111]/":        "[2606:4700::1111]",

		"no url": "",
	} {
		if got := canon.Key(url); got != want {
			t.Errorf("Key(%q) = %q, want %q", url, got, want)
		}
	}
}

// FuzzURL: a canonical URL is its own canonical form, its links lead where they led, and
// the standard library sees in it the same host.
func FuzzURL(f *testing.F) {
	for _, tt := range same {
		f.Add(tt.in)
	}
	for _, in := range refused {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		once, err := canon.URL(raw)
		if err != nil {
			return
		}
		if twice, err := canon.URL(once); err != nil || twice != once {
			t.Fatalf("URL(%q) = %q, %v; of %q", once, twice, err, raw)
		}
		normal, err := canon.Normal(raw)
		if again, _ := canon.URL(normal); err != nil || again != once {
			t.Errorf("URL(%q) = %q, want %q", normal, again, once)
		}
		if joined, err := canon.Join(normal, normal); err != nil || joined != normal {
			t.Errorf("Join(%q) to itself = %q, %v", normal, joined, err)
		}
		u, err := url.Parse(normal)
		if err != nil || u.User != nil || canon.Key(normal) == "" {
			t.Fatalf("Parse(%q) = %v, %v; key %q", normal, u, err, canon.Key(normal))
		}
		if want := u.Scheme + "://" + u.Host + u.RequestURI(); want != normal {
			t.Errorf("%q is asked for as %q", normal, want)
		}
	})
}

func BenchmarkURL(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		canon.URL("https://vbpl.vn/van-ban/luat-dat-dai--31-2024-QH15?tabs=noi-dung&utm_id=x")
	}
}
