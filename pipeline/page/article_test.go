package page_test

import (
	"strings"
	"testing"

	"vnlex/pipeline/page"
)

// scattered is a page whose text stands in many blocks side by side, between others that
// no name tells from it.
func scattered(paragraphs ...string) string {
	var b strings.Builder
	b.WriteString("<html><head><title>Tin mới</title></head><body><h1>Tin mới</h1>")
	b.WriteString(`<div class="x1"><a href="/a">Kinh tế</a> <a href="/b">Xã hội</a> <a href="/c">Thể thao</a></div>`)
	for _, p := range paragraphs {
		b.WriteString("<div>" + p + "</div>")
	}
	b.WriteString(`<div class="tin-related"><a href="/d">Bài cũ thứ nhất</a><a href="/e">Bài cũ thứ hai</a></div></body></html>`)
	return b.String()
}

func TestArticle(t *testing.T) {
	long := strings.Repeat("Nghị định số 32/2024/NĐ-CP được các địa phương tích cực triển khai trong năm nay, ", 4)
	src, err := page.Read("https://a.vn/tin", "text/html", []byte(scattered(long+"một.", long+"hai.", long+"ba.")))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"Tin mới", "một.", "hai.", "ba."} {
		if !strings.Contains(src.Text, part) {
			t.Errorf("%q is lost: %q", part, src.Text)
		}
	}
	if strings.Contains(src.Text, "Bài cũ") {
		t.Errorf("links to other pages are left: %q", src.Text)
	}

	statute := scattered("<p>CHÍNH PHỦ</p>", "<p>Độc lập - Tự do - Hạnh phúc</p>", "<p>Điều 1. "+long+"</p>",
		"<p>Điều 2. "+long+"</p>", "<p>Ngắn.</p>", "<p>1.</p>", "<p>"+long+"</p>")
	if src, err = page.Read("https://a.vn/vb", "text/html", []byte(statute)); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"CHÍNH PHỦ", "Điều 1.", "Điều 2.", "Ngắn.", "1."} {
		if !strings.Contains(src.Text, part) {
			t.Errorf("of a statute %q is lost: %q", part, src.Text)
		}
	}
}
