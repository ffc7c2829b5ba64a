package page_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"vnlex/pipeline/page"
	"vnlex/testdata"
)

func TestReadText(t *testing.T) {
	for _, text := range []string{
		"Quyết định số 12/2024/QĐ-UBND\r\n\r\n  ngày\t05/3/2024\u00a0\n",
		"\ufeffCó dấu thứ tự byte",
		"<p>Markdown với HTML</p>\n",
		"Quye\u0302\u0301t di\u0323nh",
	} {
		for _, name := range []string{"a.txt", "b/c.MD", "https://x.vn/tin/a.md?x=1"} {
			src, err := page.Read(name, "", []byte(text))
			if err != nil || src.Text != text || src.URL != name {
				t.Errorf("Read(%q, %q) = %q, %v, want it byte for byte", name, text, src.Text, err)
			}
		}
	}
}

func TestReadErrors(t *testing.T) {
	deep := strings.Repeat("<div>", 20000) + "sâu"
	tests := []struct{ name, contentType, raw, code string }{
		{"a.txt", "", "có \x00 byte", "binary"},
		{"a.html", "", "<p>có</p>\x00", "binary"},
		{"a.txt", "", "\xff\xd9\x00\x12\xe1", "binary"},
		{"a.txt", "", "", "empty"},
		{"a.md", "", " \n\t", "empty"},
		{"a.html", "", "<html><body><script>1</script></body></html>", "empty"},
		{"a.html", "", deep, "too_deep"},
		{"a.docx", "", "PK\x03\x04…", "unsupported"},
		{"a.pdf", "", "", "empty"},
		{"a.xls", "application/vnd.ms-excel", "Số hiệu", "unsupported"},
		{"a.txt", "", "\x89PNG\r\n", "binary"},
		{"a", "application/octet-stream", "abc", "unsupported"},
		{"a.txt", "", "\xe1\xe2\xe3\xff\xfe\xf0\xf1 12 \x81\x8d", "bad_charset"},
		{"a.html", "text/html; charset=utf-8", "<p>\xe1\xe2 \xe3\xff\xfe</p>", "bad_charset"},
	}
	for _, tt := range tests {
		src, err := page.Read(tt.name, tt.contentType, []byte(tt.raw))
		var e *page.Error
		if !errors.As(err, &e) || e.Code != tt.code || e.Detail == "" {
			t.Errorf("Read(%q, %.30q) = %q, %v, want code %s", tt.name, tt.raw, src.Text, err,
				tt.code)
		}
	}
}

func TestReadCharsets(t *testing.T) {
	const text = "Quyết định của Ủy ban nhân dân tỉnh Đắk Lắk về kế hoạch sản xuất"
	// cp1258 has letters with a breve, a circumflex or a horn, and tone marks apart.
	const split = "Quyê\u0301t đi\u0323nh cu\u0309a Uy\u0309 ban nhân dân ti\u0309nh " +
		"Đă\u0301k Lă\u0301k"
	latin, err := charmap.Windows1258.NewEncoder().String(split)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	const font = "Quy\xd5t \xae\xdenh c\xf1a U\xfb ban nh\xa9n d\xa9n th\xb5nh ph\xe8 H\xb6i " +
		"Ph\xdfng" // TCVN3
	tests := []struct{ name, contentType, raw, want string }{
		{"a.txt", "", font, "Quyết định của Uỷ ban nhân dân thành phố Hải Phòng"},
		{"a.txt", "text/plain; charset=windows-1258", latin, split},
		{"a.txt", "", latin, norm.NFC.String(split)},
		{"a.html", "text/html; charset=windows-1258", "<p>" + latin, split},
		{"a.html", "", `<meta charset="windows-1258"><p>` + latin, split},
		{"a.html", "", `<meta charset="iso-8859-1"><p>` + text, text},
		{"a.html", "", `<meta charset="utf-8"><p>` + text + "\xe1", text + "\ufffd"},
		{"a.txt", "", wide, text},
		{"a.html", "", "\ufeff<p>" + text, text},
		{"a.html", "", "<p>Ng&#432;&#7901;i k&yacute;: L&ecirc; A", "Người ký: Lê A"},
	}
	for _, tt := range tests {
		src, err := page.Read(tt.name, tt.contentType, []byte(tt.raw))
		if got := strings.Join(strings.Fields(src.Text), " "); err != nil || got != tt.want {
			t.Errorf("Read(%q, %q, %.40q) = %q, %v, want %q", tt.name, tt.contentType, tt.raw,
				got, err, tt.want)
		}
	}
}

func TestKinds(t *testing.T) {
	const html, text = "<p>Điều 1</p>", "Điều 1"
	tests := []struct{ name, contentType, raw, want string }{
		{"a.html", "", html, text},
		{"a.aspx", "", "<!DOCTYPE html>" + html, text},
		{"https://x.vn/van-ban/12", "text/html", html, text},
		{"https://x.vn/a.pdf.html?b=c.txt", "", html, text},
		{"a.txt", "text/html", html, text},
		{"a.txt", "", html, html},
		{"-", "", text, text},
		{"a.php", "text/plain", text, text},
	}
	for _, tt := range tests {
		src, err := page.Read(tt.name, tt.contentType, []byte(tt.raw))
		if err != nil || src.Text != tt.want {
			t.Errorf("Read(%q, %q, %q) = %q, %v, want %q", tt.name, tt.contentType, tt.raw,
				src.Text, err, tt.want)
		}
	}
}

// TestSavedPages reads the saved pages of the reference material: the document's
// own words are there, those of the site around it are not.
func TestSavedPages(t *testing.T) {
	tests := []struct {
		file       string
		want, none []string
		labels     map[string]string
	}{
		{"tvpl/cybersecurity-law-2018.html",
			[]string{"Luật số: 24/2018/QH14", "\nĐiều 1. Phạm vi điều chỉnh\n", "\nQUỐC HỘI\n",
				"\nĐiều 43. Hiệu lực thi hành\n"},
			[]string{"Mật khẩu", "This Law provides", "Tìm Văn bản Pháp luật", "function"},
			map[string]string{"Số hiệu": "24/2018/QH14", "Loại văn bản": "Luật",
				"Người ký":      "Nguyễn Thị Kim Ngân",
				"Ngày ban hành": "12/06/2018", "Ngày hiệu lực": "Đã biết"}},
		{"tvpl/telecommunications-law-2009.html",
			[]string{"Số: 20574/QĐ-CT-THNVDT", "\nCăn cứ Nghị định số 176/1999/NĐ-CP",
				"\nĐiều 5. Phòng Tổng hợp"},
			[]string{"Đang tải văn bản", "Quên mật khẩu"},
			map[string]string{"Số hiệu": "20574/QĐ-CT-THNVDT", "Nơi ban hành": "Thành phố Hà Nội"}},
		{"tvpl/enterprise-law-2020.html",
			[]string{"784/QĐ-BVHTTDL", "\nĐiều 1."}, []string{"Mật khẩu"},
			map[string]string{"Số hiệu": "784/QĐ-BVHTTDL", "Người ký": "Trịnh Thị Thủy"}},
		{"vbpl/vbpl_v1__a961fe6.html",
			[]string{"\nQUỐC HỘI\n", "\nHà Nội, ngày 28 tháng 11 năm 2013\n", "\nĐiều 1\n"},
			[]string{"CSDL Trung ương", "Bản in"},
			map[string]string{"Hiệu lực": "Còn hiệu lực", "Ngày có hiệu lực": "01/01/2014"}},
		{"vbpl/vbpl_thuoctinh_2__3af5cb6.html",
			[]string{"Số ký hiệu | Không số | Ngày ban hành | 28/11/2013 |"}, []string{"Tải về"},
			map[string]string{"Loại văn bản": "Hiến pháp", "Cơ quan ban hành": "Quốc hội",
				"Chức danh": "Chủ tịch Quốc hội", "Người ký": "Nguyễn Sinh Hùng",
				"Phạm vi": "Toàn quốc"}},
		{"vbpl/vbpl_luocdo_phaply__33c3737.html",
			[]string{"Văn bản hiện thời", "Văn bản HD, QĐ chi tiết (88)\n\n- Nghị quyết " +
				"42/2017/QH14 Về thí điểm"},
			[]string{"[Thuộc tính]"}, nil},
		{"vbpl/anle_thuoctinh__dc0dbe5.html",
			[]string{"Số án lệ | 63/2023/AL |"}, nil,
			map[string]string{"Trạng thái": "Đang có hiệu lực"}},
		{"vbpl_new/phase1_after_search__ee0091f.html",
			[]string{"- Quyết định số 16/2026/QĐ-UBND Quy định chi tiết một số điều của Luật " +
				"Trật tự"}, nil, nil},
		{"sonla/documents_by_gazette_sample.html",
			[]string{"\n13/7/2026 | Quyết định của UBND tỉnh số 37/2026/QĐ-UBND bãi bỏ"}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			src := readSaved(t, tt.file)
			for _, w := range tt.want {
				if !strings.Contains("\n"+src.Text+"\n", w) {
					t.Errorf("the text lacks %q:\n%.2000s", w, src.Text)
				}
			}
			for _, w := range tt.none {
				if strings.Contains(src.Text, w) {
					t.Errorf("the text has %q", w)
				}
			}
			labels := map[string]string{}
			for _, l := range src.Labels {
				labels[l.Name] = l.Value
			}
			for name, want := range tt.labels {
				if labels[name] != want {
					t.Errorf("label %q = %q, want %q", name, labels[name], want)
				}
			}
		})
	}
}

func readSaved(t *testing.T, file string) (src struct {
	Text   string
	Labels []struct{ Name, Value string }
}) {
	t.Helper()
	raw, err := os.ReadFile(testdata.Shared(t, "data", "html", file))
	if err != nil {
		t.Fatal(err)
	}
	got, err := page.Read(file, "", raw)
	if err != nil {
		t.Fatal(err)
	}
	src.Text = got.Text
	for _, l := range got.Labels {
		src.Labels = append(src.Labels, struct{ Name, Value string }{l.Name, l.Value})
	}
	return src
}

// TestEverySavedPage checks what every page promises, twice.
func TestEverySavedPage(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(testdata.Shared(t, "data", "html"), "*", "*.html"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no saved pages: %v", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		checkPage(t, file, raw)
	}
}

func checkPage(t *testing.T, name string, raw []byte) {
	t.Helper()
	src, err := page.Read(name, "", raw)
	if err != nil {
		var e *page.Error
		if !errors.As(err, &e) || src.Text != "" {
			t.Fatalf("Read(%q) = %q, %v, want an *Error alone", name, src.Text, err)
		}
		return
	}
	if !utf8.ValidString(src.Text) || strings.Contains(src.Text, "\x00") {
		t.Fatalf("Read(%q): the text is not clean UTF-8: %q", name, src.Text)
	}
	for _, l := range src.Labels {
		if l.Start < 0 || l.End > len(src.Text) || src.Text[l.Start:l.End] != l.Value ||
			l.Value == "" {
			t.Fatalf("Read(%q): label %v is not where it says in %q", name, l, src.Text)
		}
	}
	again, err := page.Read(name, "", raw)
	if err != nil || again.Text != src.Text || len(again.Labels) != len(src.Labels) {
		t.Fatalf("Read(%q) twice differs", name)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"<p>Điều 1<br>a",
		"<table><tr><th>Số hiệu:<td>12/QĐ<tr><td><ul><li><td>b", "<ol start=x><li value=9>a<li>",
		"<dl><dt>Người ký<dd>Lê A<dd><dt></dl>",
		"<svg><p hidden>x</svg><h1>a<title>b", "Số hiệu:\n<br>12", "<tr><td>a",
		`<script type="application/ld+json">[{"@graph":[{"datePublished":"2024-01-02",` +
			`"author":[{"name":"A"}]}]}]</script><p>x`,
		"<pre>a\n\nb</pre><frameset>", "<table><tr><td>a<table><tr><td>b</table><td>c",
		"<li>- <li><div><p>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		checkPage(t, "a.html", raw)
		checkPage(t, "a.txt", raw)
	})
}
