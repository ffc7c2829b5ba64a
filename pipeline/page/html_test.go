package page_test

import (
	"strings"
	"testing"

	"vnlex/extractors/reading"
	"vnlex/pipeline/page"
)

func TestHTMLText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"blocks", "<h2>Điều 1</h2><p>Một</p><div>Hai</div>", "Điều 1\n\nMột\n\nHai"},
		{"breaks", "a<br>b<br/><br>c", "a\nb\n\nc"},
		{"inline", "<p>số <b>12</b>/<i>QĐ</i>-TTg<span> ngày</span></p>", "số 12/QĐ-TTg ngày"},
		{"white space", "<p>  số\n\t12 \u00a0 ngày </p>", "số 12 ngày"},
		{"list", "<ul><li>a</li><li><p>b</p></li><li> </li></ul>", "- a\n- b"},
		{"numbered list", "<ol start=3><li>a<li>b<li value=9>c</ol>", "3. a\n4. b\n9. c"},
		{"documents without number", `<ul><li><a href="/a">Hiến pháp Không số</a> <a href="/b">Xem</a> ` +
			`<a href="/c">Tải</a></li></ul>`, "- Hiến pháp Không số Xem Tải"},
		{"row", "<table><tr><td>a</td><td> b </td></tr><tr><td>c</td><td></td></tr></table>",
			"a | b |\nc |"},
		{"empty first cell", "<table><tr><td></td><td>b</td><td>c</td></tr></table>", "b | c |"},
		{"letterhead", "<table><tr><td>BỘ A<br>---</td><td><p>CỘNG HÒA</p><p>Độc " +
			"lập</p></td></tr></table>",
			"BỘ A\n---\n\nCỘNG HÒA\n\nĐộc lập"},
		{"nested table", "<table><tr><td><table><tr><td>a<td>b</tr><tr><td>c</table></table>",
			"a | b |\nc"},
		{"preformatted", "<pre>a\n b</pre>", "a\nb"},
		{"block by style", `<a style="display: block">a</a><a style="display:block">b</a>`,
			"a\n\nb"},
		{"entities", "a &lt;b&gt; &amp; c", "a <b> & c"},
		{"footnote", `thi hành<a href="#f1"><sup>[1]</sup></a>`, "thi hành[1]"},

		{"code", "<script>số " +
			"1/QĐ</script><style>p{}</style><noscript>x</noscript><template>y</template>a", "a"},
		{"hidden", `<p hidden>1</p><p aria-hidden="true">2</p>` +
			`<p style="color:red; DISPLAY : none !important">3</p>` +
			`<p style="visibility:hidden">4</p><input type=hidden value=5>a`, "a"},
		{"hidden number", `<p>Quyết định số 1<span style="display:none">99</span>2/QĐ-TTg</p>`,
			"Quyết định số 12/QĐ-TTg"},
		{"controls", "<form><select><option>2020</select><button>Gửi</button><textarea>b</textarea>a", "a"},
		{"surroundings", "<header>1</header><nav>2</nav><aside>3</aside><footer>4</footer>" +
			"<div role=navigation>5</div>a", "a"},
		{"by name", `<div class="breadcrumb">1</div><div id="article-share">2</div>` +
			`<ul class="post-comments"><li>3</ul>` +
			`<div class="NoiDungChiaSe">4</div><div class="share-holder">a</div>`, "a"},
		{"header of an article", "<article><header><h1>Tiêu đề</h1></header><p>a</p></article>",
			"Tiêu đề\n\na"},
		{"markup as text", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
			"<script>alert(1)</script>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src, err := page.Read("a.html", "", []byte("<body>"+tt.in))
			if err != nil || src.Text != tt.want {
				t.Errorf("Read(%q) = %q, %v, want %q", tt.in, src.Text, err, tt.want)
			}
		})
	}
}

// news is a page as news sites build them.
const news = `<!DOCTYPE html><html><head><title>Bộ A ban hành kế hoạch mới - Báo B</title>
<meta property="og:title" content="Bộ A ban hành kế hoạch mới">
<meta property="article:published_time" content="2024-05-06T07:08:00+07:00">
<meta name="author" content="Lê C"></head>
<body><div class="top"><ul class="main-menu"><li><a href="/a">Trang chủ</a></li></ul>
<h1>Báo B</h1></div>
<div class="wrap"><div class="left">
<div class="crumbs"><a href="/">Tin</a> <a href="/x">Chính sách</a>
<a href="/y">Mới</a></div>
<h1 class="title">Bộ A ban hành kế hoạch mới</h1><div class="date">Thứ hai, 06/05/2024 | 07:08</div>
<h2 class="sapo">Kế hoạch số 12/KH-BA nhằm thực hiện chiến lược
đã được phê duyệt của toàn ngành.</h2>
<div id="body">
<p>Ngày 05/05/2024, Bộ A đã ban hành Kế hoạch số 12/KH-BA về phát triển
bền vững ngành công nghiệp chế biến.</p>
<p>Theo đó, các đơn vị thuộc Bộ có trách nhiệm tổ chức thực hiện
kế hoạch, định kỳ báo cáo kết quả về Bộ trước ngày 15 tháng 12.</p>

<figure><img alt="x"><figcaption>Ảnh: D</figcaption></figure><p><b>Lê C</b></p></div>
<div class="more"><h3>Tin khác</h3>
<ul><li><a href="/1">Giá xăng hôm nay tăng mạnh trở lại</a></li>
<li><a href="/2">Khai mạc hội chợ</a></li>
<li><a href="/3">Thời tiết cuối tuần này</a></li></ul></div></div>
<div class="right"><ul><li><a href="/4">Đọc nhiều nhất trong ngày hôm nay</a></li>
<li><a href="/5">Video mới nhất của báo</a></li>
<li><a href="/6">Ảnh đẹp trong tuần qua</a></li></ul></div></div>
<div class="footer">Giấy phép số 115/GP-TTĐT do Cục E cấp</div></body></html>`

func TestNews(t *testing.T) {
	src, err := page.Read("https://b.vn/tin", "text/html", []byte(news))
	if err != nil {
		t.Fatal(err)
	}
	if src.Title != "Bộ A ban hành kế hoạch mới" || src.Author != "Lê C" ||
		src.Published != "2024-05-06T07:08:00+07:00" {
		t.Errorf("title %q, author %q, published %q", src.Title, src.Author, src.Published)
	}
	for _, want := range []string{"Bộ A ban hành kế hoạch mới\n\nThứ hai, 06/05/2024 | " +
		"07:08\n\nKế hoạch số", "Lê C"} {
		if !strings.Contains(src.Text, want) {
			t.Errorf("the text lacks %q:\n%s", want, src.Text)
		}
	}
	for _, none := range []string{"Trang chủ", "Giá xăng", "Đọc nhiều", "115/GP-TTĐT"} {
		if strings.Contains(src.Text, none) {
			t.Errorf("the text has %q:\n%s", none, src.Text)
		}
	}
}

func TestHead(t *testing.T) {
	tests := []struct{ name, in, title, published, author string }{
		{"linked data", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},
			{"@type":"NewsArticle",
			"datePublished":"2024-05-06T07:08:09","author":{"name":"A"}}]}</script>`, "",
			"2024-05-06T07:08:09+07:00", "A"},
		{"broken linked data", `<script type="application/ld+json">{"datePublished":</script>` +
			`<time datetime="2024-05-06">`,
			"", "2024-05-06", ""},
		{"heading", "<title>Quyết định 12 - Trang A</title><h1>Trang A</h1><h1>Quyết định " +
			"12</h1>", "Quyết định 12", "", ""},
		{"heading of another thing", "<title>Quyết định 12</title><h1>Đang tải văn bản</h1>",
			"Quyết định 12", "", ""},
		{"no title", "<h1> Quyết  định 12</h1>", "Quyết định 12", "", ""},
		{"over lines", "<title>Luật tái chế</title><h1>LUẬT<br>TÁI <b>C</b>HẾ<div>2026</div></h1>",
			"LUẬT TÁI CHẾ 2026", "", ""},
		{"no date", `<meta property="article:published_time" content="hôm qua">`, "", "", ""},
	}
	for _, tt := range tests {
		src, err := page.Read("a.html", "", []byte(tt.in+"<p>Điều 1"))
		if err != nil || src.Title != tt.title || src.Published != tt.published ||
			src.Author != tt.author {
			t.Errorf("%s: Read = %q, %q, %q, %v", tt.name, src.Title, src.Published, src.Author,
				err)
		}
	}
}

func TestLabels(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"table", "<table><tr><td><b>Số hiệu:</b><td>12/QĐ<td><td>Người ký<td><a>Lê A</a></table>",
			"Số hiệu=12/QĐ;Người ký=Lê A"},
		{"heading cells", "<table><tr><th>Mã hồ sơ</th><td>7</td></tr></table>", "Mã hồ sơ=7"},
		{"several values", "<table><tr><td>Cơ quan ban hành/ Người ký</td><td>Bộ A</td><td>Lê " +
			"B</td></tr></table>",
			"Cơ quan ban hành=Bộ A;Người ký=Lê B"},
		{"definitions", "<dl><dt>Loại văn bản</dt><dd>Công văn</dd><dt>Khác</dt></dl>",
			"Loại văn bản=Công văn"},
		{"lines", "<p>Số ký hiệu: 12/QĐ</p><ul><li><span>Ngày ban hành:</span> 05/3/2024</li></ul>",
			"Số ký hiệu=12/QĐ;Ngày ban hành=05/3/2024"},
		{"blocks", "<div>Trạng thái:</div><div>Còn hiệu lực</div>", "Trạng thái=Còn hiệu lực"},

		{"column heads", "<table><tr><th>Số hiệu</th><th>Người " +
			"ký</th></tr><tr><td>12</td><td>A</td></tr></table>", ""},
		{"prose", "<p>Căn cứ: Luật số 12; Ghi chú: không</p>", ""},
		{"heading", "<h3>Loại văn bản</h3><p>Luật</p>", ""},
		{"search results", "<p>Ban hành: 1</p><p>Ban hành: 2</p><p>Ban hành: 3</p>", ""},
	}
	for _, tt := range tests {
		src, err := page.Read("a.html", "", []byte(tt.in))
		if got := joined(src.Labels); err != nil || got != tt.want {
			t.Errorf("%s: labels = %q, %v, want %q", tt.name, got, err, tt.want)
		}
	}
}

func joined(labels []reading.Label) string {
	var out []string
	for _, l := range labels {
		out = append(out, l.Name+"="+l.Value)
	}
	return strings.Join(out, ";")
}

// TestHostile reads pages made to take long; what is not linear would not end here.
func TestHostile(t *testing.T) {
	const n = 100_000
	tests := []struct{ name, in string }{
		{"items", "<ol>" + strings.Repeat("<li>a", n)},
		{"cells", "<table><tr>" + strings.Repeat("<td>", n) + "a"},
		{"labels", "<table><tr>" + strings.Repeat("<td>Số hiệu:<td>1", n)},
		{"links", strings.Repeat("<div>", 400) + strings.Repeat(`<a href="/x">số 1/QĐ</a> `, n)},
		{"nested tables", strings.Repeat("<table><tr><td>", 100) + strings.Repeat("a ", n)},
		{"headings", "<title>a</title>" + strings.Repeat("<h1>a</h1>", n)},
		{"unclosed", strings.Repeat("<b><p>", 250) + strings.Repeat("</b>a", n/100)},
		{"attributes", "<p " + strings.Repeat("style=display ", n) + ">a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src, err := page.Read("a.html", "", []byte(tt.in))
			if err != nil || !strings.Contains(src.Text, "a") && !strings.Contains(src.Text, "1") {
				t.Errorf("Read = %.40q, %v", src.Text, err)
			}
		})
	}
}
