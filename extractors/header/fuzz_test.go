package header

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
	"vnlex/extractors/sentence"
)

var seeds = []string{
	"BỘ CÔNG THƯƠNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 7/2024/TT-BCT\nHà Nội, ngày 3 tháng 4 năm 2024\n\n" +
		"THÔNG TƯ\nQuy định về kho muối\n\nCăn cứ Luật Giá;\nBộ trưởng ban hành Thông tư.\nĐiều 1. Kho\nĐiều 2. Thông tư này có hiệu lực sau mười lăm ngày kể từ ngày ký.",
	"TỈNH ỦY CÀ MAU\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-CT/TU\nCHỈ THỊ\nCỦA BAN THƯỜNG VỤ\nvề kho muối",
	"- Số hiệu: 7/QĐ-TTg\n- Ngày ban hành: 03/04/2020\n- Người ký: Đang cập nhật\n- Tình trạng hiệu lực: Còn hiệu lực",
	"Văn bản bị thay thế (1)\n\n- Thông tư 8/2011/TT-BCT\n- 1Công văn 6/BCT-KH\n- 2Quyết định 7/QĐ-TTg",
	"Số:\nV/v Độc lập\nCỘNG H", "QUỐC HỘI ----- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---- Luật số: 7/2025/QH15\nLUẬT KHO",
	"hiệu", "có hiệu lực từ ngày", "\xffSố: \xc4", "LUẬT1\nCăn cứ ",
}

// FuzzHeader: every part lies in the text, on the borders of runes; reading twice gives
// the same.
func FuzzHeader(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := sentence.New(normalize.Text(s).Norm)
		h := Extract(l)
		spans := append([]extractors.Span{h.Motto, h.Number, h.Place, h.Date, h.Type, h.Title, h.Recipient, h.Preamble, h.Adopted}, h.Agencies...)
		for _, m := range Metadata(l) {
			spans = append(spans, m.Value)
		}
		for _, e := range Lists(l) {
			spans = append(spans, e.Text)
		}
		for _, g := range Diagram(l) {
			spans = append(append(spans, g.Label), g.Items...)
		}
		effects := Effects(l)
		for _, e := range effects {
			spans = append(spans, e.Sentence, e.At, e.With, e.Except)
		}
		c := CaptionAt(l.Norm, 0, len(l.Norm))
		for _, at := range append(spans, c.Title, c.Issuer) {
			inside(t, l.Norm, at)
		}
		if again := Extract(l); !reflect.DeepEqual(again, h) || !reflect.DeepEqual(Effects(l), effects) {
			t.Fatalf("Extract(%q) differs from itself", s)
		}
	})
}

// inside tests that a span lies in s and begins and ends between runes.
func inside(t *testing.T, s string, at extractors.Span) {
	t.Helper()
	if at.Start < 0 || at.End < at.Start || at.End > len(s) {
		t.Fatalf("span %v outside of %q", at, s)
	}
	if utf8.ValidString(s) && !utf8.ValidString(s[at.Start:at.End]) {
		t.Fatalf("span %v cuts a rune of %q", at, s)
	}
}
