package header

import (
	"testing"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
	"vnlex/extractors/sentence"
)

const motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"

func TestExtract(t *testing.T) {
	for _, tt := range []struct{ name, in, number, date, kind, title string }{
		{"number under the motto", "BỘ CÔNG THƯƠNG\n\n" + motto + "Độc lập - Tự do - Hạnh phúc\nSố: 12/2023/TT-BCT\n\n" +
			"Hà Nội, ngày 5 tháng 9 năm 2023\n\nTHÔNG TƯ\nQuy định về kho muối\n\nCăn cứ Luật Giá;\n",
			"12/2023/TT-BCT", "ngày 5 tháng 9 năm 2023", "THÔNG TƯ", "Quy định về kho muối"},
		{"mark of a footnote", motto + "Độc lập - Tự do - Hạnh phúc\n\nTHÔNG TƯ1\n\nQuy định về kho muối\n\nCăn cứ Luật Giá;\n",
			"", "", "THÔNG TƯ", "Quy định về kho muối"},
		{"letterhead on one line", "Luật Muối 2024\nQUỐC HỘI ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc " +
			"--------------- Luật số: 88/2024/QH15\nHà Nội, ngày 5 tháng 9 năm 2024\nLUẬT\nMUỐI\nCăn cứ Hiến pháp năm 2013;\n",
			"88/2024/QH15", "ngày 5 tháng 9 năm 2024", "LUẬT", "MUỐI"},
		{"number beside the issuer", "BỘ CÔNG THƯƠNG Số: 7/2024/TT-BCT\n" + motto + "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 13/5/2024\n\n" +
			"THÔNG TƯ\nQuy định về kho muối\n\nCăn cứ Luật Giá;\n", "7/2024/TT-BCT", "ngày 13/5/2024", "THÔNG TƯ", "Quy định về kho muối"},
		{"number and date on one line", "BỘ CÔNG THƯƠNG\n" + motto + "Độc lập - Tự do - Hạnh phúc\nSố: 7/2024/TT-BCT Hà Nội, ngày 5 tháng 9 năm 2024\n\n" +
			"THÔNG TƯ\nQuy định về kho muối\n\nCăn cứ Luật Giá;\n", "7/2024/TT-BCT Hà Nội, ngày 5 tháng 9 năm 2024",
			"ngày 5 tháng 9 năm 2024", "THÔNG TƯ", "Quy định về kho muối"},
		{"title on two lines", "BỘ CÔNG THƯƠNG\n" + motto + "Độc lập - Tự do - Hạnh phúc\nSố: 7/2024/TT-BCT\nHà Nội, 5-9-2024\n\n" +
			"THÔNG TƯ\nQuy định chi tiết thi hành\nLuật Kho muối\n\nCăn cứ Luật Giá;\n", "7/2024/TT-BCT", "5-9-2024", "THÔNG TƯ",
			"Quy định chi tiết thi hành\nLuật Kho muối"},
		{"title before the letterhead", "THÔNG TƯ\nQuy định về kho muối\n\nCăn cứ Luật Giá;\n\nBỘ CÔNG THƯƠNG\n" + motto +
			"Độc lập - Tự do - Hạnh phúc\nSố: 7/2024/TT-BCT\nHà Nội, ngày 5 tháng 9 năm 2024\nĐiều 1. Kho\n", "7/2024/TT-BCT",
			"ngày 5 tháng 9 năm 2024", "THÔNG TƯ", "Quy định về kho muối"},
		{"office behind the title", "UBND TỈNH A\n" + motto + "Độc lập - Tự do - Hạnh phúc\nSố: 7/QĐ-UBND\nA, ngày 5 tháng 9 năm 2024\n\n" +
			"QUYẾT ĐỊNH\nVỀ KHO MUỐI\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Giá;\n", "7/QĐ-UBND", "ngày 5 tháng 9 năm 2024",
			"QUYẾT ĐỊNH", "VỀ KHO MUỐI"},
		{"office in the title", "UBND TỈNH A\n" + motto + "Độc lập - Tự do - Hạnh phúc\nSố: 7/QĐ-UBND\nA, ngày 5 tháng 9 năm 2024\n\n" +
			"QUYẾT ĐỊNH\nVỀ NHIỆM VỤ CỦA\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Giá;\n", "7/QĐ-UBND", "ngày 5 tháng 9 năm 2024",
			"QUYẾT ĐỊNH", "VỀ NHIỆM VỤ CỦA\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"},
		{"resolution of the Party", "TRUNG ƯƠNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 7-NQ/TW\nHà Nội, ngày 5 tháng 9 năm 2024\n\nNGHỊ QUYẾT\n" +
			"CỦA BỘ CHÍNH TRỊ\nvề nghề muối\n\nI. TÌNH HÌNH\n", "7-NQ/TW", "ngày 5 tháng 9 năm 2024", "NGHỊ QUYẾT", "về nghề muối"},
		{"law without letterhead", "LUẬT\n\nVề kho muối\n\nCăn cứ Hiến pháp năm 2013;\n\nĐiều 1. Phạm vi\n",
			"", "", "LUẬT", "Về kho muối"},

		{"heading of news", "LUẬT\n\nQuốc hội bàn về kho muối\n\nSáng nay các đại biểu thảo luận ở tổ.\n", "", "", "", ""},
		{"word with a digit", motto + "Độc lập - Tự do - Hạnh phúc\n\nKHU CÔNG NGHIỆP SỐ 1\n\nGiờ mở cửa hằng ngày.\n", "", "", "", ""},
	} {
		l := sentence.New(normalize.Text(tt.in).Norm)
		h := Extract(l)
		words := func(s extractors.Span) string { return l.Norm[s.Start:s.End] }
		for _, f := range []struct{ got, want string }{
			{words(h.Number), tt.number}, {words(h.Date), tt.date}, {words(h.Type), tt.kind}, {words(h.Title), tt.title}} {
			if f.got != f.want {
				t.Errorf("%s: Extract(%q) has %q, want %q", tt.name, tt.in, f.got, f.want)
			}
		}
	}
}

// TestMetadataEmpty: a label that follows a label has taken nothing from it.
func TestMetadataEmpty(t *testing.T) {
	in := "Số hiệu: 1/QĐ-BCT\nNgày ban hành: Người ký: Lê Văn A\n"
	for _, l := range Metadata(sentence.New(in)) {
		if l.Value.Len() <= 0 || l.Field == Issued {
			t.Errorf("Metadata(%q) has field %d at %v", in, l.Field, l.Value)
		}
	}
}
