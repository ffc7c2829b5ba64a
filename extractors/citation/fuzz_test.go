package citation

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
)

// seeds are our own sentences around every kind of citation.
var seeds = []string{
	"Căn cứ Luật Đất đai số 31/2024/QH15 và Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Chính phủ về khuyến công;",
	"các Quyết định từ số 679 đến số 681/QĐ-BCT cùng ngày 5/3/2020; Quyết định 842, nghị định 08",
	"Luật sửa đổi, bổ sung một số điều của Luật Giáo dục ngày 25/11/2009 (sau đây gọi tắt là Luật sửa đổi)",
	"Hiến pháp năm 2013, Bộ luật Dân sự 2015, Luật Việc làm (sửa đổi), Pháp lệnh Ngoại hối",
	"UBND tỉnh Cà Mau ban hành Kế hoạch số 12/KH-UBND (Kế hoạch); kế hoạch nêu trên; Quyết định của Thủ tướng",
	"Thông tư số 92/TT-LB ngày 10/11/1993 của liên Bộ Tài chính - Công nghiệp", "Luật", "Luật ", "số 1/",
	"Cà Mau | Quyết định 10/2017/QĐ-UBND\n- Số hiệu: 4108/BCT-KHCN", "\xffLuật \xc4Đ số 1/2020/QH14",
}

func FuzzExtract(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := normalize.Text(s)
		got := Extract(text)
		for i, m := range got {
			c := m.Value
			for _, at := range []extractors.Span{m.Span, c.Symbol, c.Word, c.DateAt, c.IssuerAt, c.Title} {
				inside(t, text.Norm, at)
			}
			if i > 0 && m.Span.Start < got[i-1].Span.Start || c.Same >= len(got) || c.Same == i {
				t.Fatalf("Extract(%q): citation %d out of order or its own antecedent", s, i)
			}
			c.Key()
		}
		for _, a := range Aliases(text, got) {
			inside(t, text.Norm, a.Span)
		}
		for _, a := range Anaphors(text, got) {
			inside(t, text.Norm, a.Span)
		}
		if again := Extract(text); !reflect.DeepEqual(got, again) {
			t.Fatalf("Extract(%q) = %v, then %v", s, got, again)
		}
	})
}

// inside tests that a span lies in s and begins and ends between runes.
func inside(t *testing.T, s string, at extractors.Span) {
	if at.Start < 0 || at.End < at.Start || at.End > len(s) {
		t.Fatalf("span %v outside of %q", at, s)
	}
	if utf8.ValidString(s) && !utf8.ValidString(s[at.Start:at.End]) {
		t.Fatalf("span %v cuts a rune of %q", at, s)
	}
}

// Twice the text makes twice the work.
func TestLinear(t *testing.T) {
	for _, s := range append(seeds, "Luật Nhà ở, ", "Nghị quyết 66 ", "Quyết định số ", "Luật sửa đổi của ",
		"Nghị quyết 66 Nghị quyết số 66-NQ/TW ", "số 1/2020/QH14 ") {
		small, big := work(strings.Repeat(s+" ", 300)), work(strings.Repeat(s+" ", 600))
		if big > 2*small+100 {
			t.Errorf("%q: %d steps in 300 copies, %d in 600", s, small, big)
		}
	}
}

// work returns how many words and citations are looked at.
func work(s string) int {
	p := newPage(extractors.Plain(s))
	p.read()
	return p.steps
}
