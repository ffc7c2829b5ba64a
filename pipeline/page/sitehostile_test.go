package page_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"vnlex/pipeline/page"
	"vnlex/pipeline/source"
	"vnlex/testdata"
)

const hostileSite = `name = "a.vn"
hosts = ["a.vn", "api.a.vn"]
[[layout]]
kind = "listing"
path = ['^/ds']
items = "a.bai"
next = "a.sau"
[[layout]]
kind = "legal"
path = ['^/api/']
format = "json"
title = "$.title"
body = "$.body"
[layout.fields]
symbol = "$.num"
[[layout.relations]]
item = "$.refs[]"
label = "$.type"
parts = ["$.to.num"]
[layout.relations.names]
1 = { kind = "repeals", from = "this", title = "Văn bản bị bãi bỏ" }
[[layout]]
kind = "legal"
path = ['^/vb/']
title = "h1"
body = "div.body"
drop = "div.ad"
end = "div.end"
files = "a.file"
data_type = "Legislation"
[layout.fields]
type = "$.legislationType"
[[layout.attributes]]
label = "td.label"
value = "td.value:nth-child(even)"
[[layout.relations]]
label = "h3"
item = "li a"
[layout.relations.names]
"Văn bản quy định hết hiệu lực" = { kind = "repeals", from = "other" }
[[layout.follow]]
match = '^/vb/(\w+)'
url = "https://api.a.vn/api/$1"
[layout.assert]
require = ["title"]
[[layout]]
kind = "news"
title = "h1"
body = "div.body"
`

func hostile(t testing.TB) *source.Site {
	t.Helper()
	s, err := source.Parse("a.toml", []byte(hostileSite))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func code(err error) string {
	var e *page.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// Nothing that a page holds gets past the limits, and what cannot be read says why.
func TestSiteHostile(t *testing.T) {
	s := hostile(t)
	long := strings.Repeat("x", 1<<20)
	for _, tt := range []struct{ name, path, body, code string }{
		{"attribute of a megabyte", "/tin/1", `<h1 data-x="` + long + `">A</h1><div class="body"><p>Nội dung.</p></div>`, ""},
		{"open elements at the limit", "/tin/1", `<div class="body">` + strings.Repeat("<div>", 400) + "Nội dung", ""},
		{"unclosed everything", "/tin/1", `<div class="body"><table><tr><td><ul><li>Nội dung`, ""},

		{"nested too deeply", "/tin/1", strings.Repeat("<div>", 20_000) + "x", "too_deep"},
		{"deep body in JSON", "/api/1", `{"body": "` + strings.Repeat("<div>", 20_000) + `x"}`, "too_deep"},
		{"scripts alone", "/tin/1", `<div class="body"><script>document.write("<p>x</p>")</script></div>`, "empty"},
		{"hidden text alone", "/tin/1", `<div class="body"><p style="display:none">x</p></div>`, "empty"},
		{"lacks what it must have", "/vb/1", `<div class="body"><p>x</p></div>`, "changed_layout"},
		{"no JSON", "/api/1", `<html>login</html>`, "changed_layout"},
		{"deep enough to be slow", "/tin/1", strings.Repeat("<div>", 450) + strings.Repeat("<p>x</p>", 20_000), "too_deep"},
		{"wide enough to be slow", "/vb/1", "<table><tr>" + strings.Repeat("<td>x", 30_000), "too_large"},
		{"deep JSON", "/api/1", strings.Repeat(`{"data":`, 20_000), "changed_layout"},
		{"U+0000", "/tin/1", "<div class=body>a\x00b</div>", "binary"},
	} {
		media := "text/html"
		if strings.HasPrefix(tt.path, "/api/") {
			media = "application/json"
		}
		src, _, err := page.ReadSite(s, "https://a.vn"+tt.path, media, []byte(tt.body))
		if code(err) != tt.code || (err == nil) != (tt.code == "") {
			t.Errorf("%s: ReadSite = %v, want code %q", tt.name, err, tt.code)
		}
		if err == nil && !strings.Contains(src.Text, "Nội dung") {
			t.Errorf("%s: text %.80q", tt.name, src.Text)
		}
	}
}

// Links lead nowhere but to pages: no scripts, no files, no logins in the address.
func TestSiteLinks(t *testing.T) {
	_, found, err := page.ReadSite(hostile(t), "https://a.vn/ds/1", "text/html", []byte(`
<base href="/goc/"><a class="bai" href="x.html#dau">1</a> <a class="bai" href="//b.vn/y">2</a>
<a class="bai" href="https://a.vn/goc/x.html">the first again</a>
<a class="bai" href="javascript:alert(1)">3</a> <a class="bai" href="data:text/html,x">4</a>
<a class="bai" href="file:///etc/passwd">5</a> <a class="bai" href="https://u:p@a.vn/">6</a>
<a class="bai" href="#x">7</a> <a class="bai">8</a> <a class="bai" href="`+strings.Repeat("a", 3000)+`">9</a>
<a class="sau" href="?trang=2">next</a>`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(found.Items, " "), "https://a.vn/goc/x.html https://b.vn/y"; got != want {
		t.Errorf("items %q, want %q", got, want)
	}
	if found.Next != "https://a.vn/goc/?trang=2" {
		t.Errorf("next %q", found.Next)
	}
}

// What stands where is kept: dropped and ended text is gone, the rest is in order.
func TestSiteSections(t *testing.T) {
	src, found, err := page.ReadSite(hostile(t), "https://a.vn/vb/ab12?x=1", "text/html", []byte(`
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","legislationType":"x"},
{"@type":"Legislation","legislationType":"Nghị định"}]}</script>
<h1>Nghị định số 5/2024/NĐ-CP</h1><table><tr><td class="label">Ngày ban hành:</td><td class="value">10/01/2024</td>
<td class="label">Màu sắc</td><td class="value">đỏ</td><td class="label">Trạng thái</td><td class="value">Đang cập nhật</td></tr></table>
<h3>Văn bản quy định hết hiệu lực (1)</h3><ul><li><a href="#">Nghị định 9/2025/NĐ-CP về x</a></li></ul>
<div class="body"><p>Điều 1.</p><div class="ad">Quảng cáo</div><p>Hết.</p><div class="end">Cùng chuyên mục</div><p>Tin khác</p></div>
<a class="file" href="/f.pdf">PDF</a>`))
	if err != nil {
		t.Fatal(err)
	}
	want := "Loại văn bản: Nghị định\n\nNghị định số 5/2024/NĐ-CP\n\nNgày ban hành: 10/01/2024\nMàu sắc: đỏ\n\n" +
		"Văn bản quy định hết hiệu lực (1)\n- Nghị định 9/2025/NĐ-CP về x\n\nĐiều 1.\n\nHết."
	if src.Text != want {
		t.Errorf("text\n%s\nwant\n%s", src.Text, want)
	}
	if len(src.Lists) != 1 || src.Lists[0].Acts || src.Lists[0].Kind != "repeals" {
		t.Errorf("lists %+v, want one of documents that repeal this one", src.Lists)
	}
	if got := strings.Join(found.Unknown, ","); got != "Màu sắc" {
		t.Errorf("unknown labels %q", got)
	}
	if strings.Join(found.Follow, ",") != "https://api.a.vn/api/ab12" ||
		strings.Join(found.Files, ",") != "https://a.vn/f.pdf" {
		t.Errorf("follow %q, files %q", found.Follow, found.Files)
	}
	for _, l := range src.Labels {
		if src.Text[l.Start:l.End] != l.Value {
			t.Errorf("label %s: %q at %d:%d, text has %q", l.Name, l.Value, l.Start, l.End,
				src.Text[l.Start:l.End])
		}
	}
}

// Charsets as of an unknown page: header, meta element, byte order mark, content.
func TestSiteCharsets(t *testing.T) {
	utf16 := []byte{0xff, 0xfe}
	for _, r := range `<div class="body">Điều</div>` {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for _, tt := range []struct {
		name, media string
		raw         []byte
	}{
		{"header", "text/html; charset=utf-8", []byte(`<div class="body">Điều</div>`)},
		{"byte order mark", "text/html", utf16},
		{"windows-1258 by the meta element", "text/html",
			[]byte("<meta charset=windows-1258><div class=body>\xd0i\xea\xccu</div>")},
	} {
		src, _, err := page.ReadSite(hostile(t), "https://a.vn/tin/1", tt.media, tt.raw)
		if err != nil || !strings.HasPrefix(src.Text, "Đi") {
			t.Errorf("%s: %q, %v", tt.name, src.Text, err)
		}
	}
}

func FuzzReadSite(f *testing.F) {
	dir := filepath.Join(testdata.Root(f), "testdata", "sites")
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		f.Add("/vb/1", raw)
		f.Add("/ds", raw)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("/api/1", []byte(`{"data":{"title":"A","num":1,"refs":[{"type":1,"to":{"num":"1/2024/NĐ-CP"}}],"body":"<p>x"}}`))
	f.Add("/api/1", []byte(`{"refs":[[[]],{"type":null}],"title":{"name":{}}}`))
	s := hostile(f)
	f.Fuzz(func(t *testing.T, path string, raw []byte) {
		media := "text/html"
		if strings.HasPrefix(path, "/api/") {
			media = "application/json"
		}
		src, found, err := page.ReadSite(s, "https://a.vn"+path, media, raw)
		if err != nil && code(err) == "" {
			t.Fatalf("ReadSite = %v, not an *Error", err)
		}
		if !utf8.ValidString(src.Text) || strings.IndexByte(src.Text, 0) >= 0 {
			t.Fatalf("text is not valid: %q", src.Text)
		}
		for _, l := range src.Labels {
			if src.Text[l.Start:l.End] != l.Value {
				t.Fatalf("label %+v is not in the text", l)
			}
		}
		for _, l := range src.Lists {
			for _, i := range l.Items {
				if !strings.HasPrefix(src.Text[i.Start:i.End], "- ") {
					t.Fatalf("item %q is no item", src.Text[i.Start:i.End])
				}
			}
		}
		for _, u := range append(found.Items, found.Files...) {
			if !strings.HasPrefix(u, "http") {
				t.Fatalf("link %q", u)
			}
		}
	})
}
