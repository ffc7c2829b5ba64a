package robots_test

import (
	"strings"
	"testing"

	"vnlex/pipeline/crawl/robots"
)

// FuzzAllowed: no file breaks the parser, spelling a path in percents changes no answer,
// robots.txt is always allowed and one more Disallow of everything forbids the rest.
func FuzzAllowed(f *testing.F) {
	for _, tt := range matching {
		f.Add([]byte(file(tt.file)), tt.target)
	}
	f.Fuzz(func(t *testing.T, body []byte, target string) {
		r := robots.Parse(body)
		got := r.Allowed("vnlex", target)
		if !r.Allowed("vnlex", "/robots.txt") {
			t.Errorf("%q forbids itself", body)
		}
		if strings.HasPrefix(target, "/") {
			if spelt := r.Allowed("vnlex", spell(target)); spelt != got {
				t.Errorf("Allowed(%q) = %v, Allowed(%q) = %v", target, got, spell(target), spelt)
			}
		}
		all := robots.Parse([]byte("User-agent: vnlex\nDisallow: /\n"))
		if all.Allowed("vnlex", "/x"+target) {
			t.Errorf("Disallow: / allows %q", "/x"+target)
		}
	})
}

// spell writes the letters of a path in percents.
func spell(path string) string {
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		switch c := path[i]; {
		case c == '%' && i+2 < len(path):
			b.WriteString(path[i : i+3])
			i += 2
		case 'g' <= c && c <= 'z':
			b.WriteString("%" + strings.ToLower(string("0123456789ABCDEF"[c>>4])) +
				strings.ToLower(string("0123456789ABCDEF"[c&15])))
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	body := []byte("User-agent: *\n" + strings.Repeat("Disallow: /van-ban/*?page=\n", 1000))
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		robots.Parse(body)
	}
}

func BenchmarkAllowed(b *testing.B) {
	r := robots.Parse([]byte("User-agent: *\nDisallow: /api/\nDisallow: /Pages/\n" +
		"Disallow: /*?print=\nAllow: /\n"))
	const page = "/van-ban/chi-tiet/luat-dat-dai--31-2024-QH15?tabs=noi-dung"
	b.ReportAllocs()
	for b.Loop() {
		r.Allowed("vnlex/1.0 (a@x.vn)", page)
	}
}
