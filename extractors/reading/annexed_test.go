package reading

import "testing"

// A document whose number line is blank has the number that its annexes carry, when they
// agree with the letterhead and with each other, and the page holds the document.
func TestAnnexed(t *testing.T) {
	page := func(date, body, annex string) string {
		return "BỘ CÔNG THƯƠNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố:      /QĐ-BCT\n\n" + date + "\n\nQUYẾT ĐỊNH\nBan hành Quy chế kho muối\n\n" +
			"Căn cứ Luật Giá;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. " + body + "\n\nQUY CHẾ\nKHO MUỐI\n" + annex + "\n\nĐiều 1. Kho muối do xã quản lý.\n"
	}
	const (
		blank = "Hà Nội, ngày      tháng 4 năm 2024"
		day   = "Hà Nội, ngày 3 tháng 4 năm 2024"
		body  = "Ban hành kèm theo Quyết định này Quy chế kho muối."
		line  = "(Ban hành kèm theo Quyết định số 48/QĐ-BCT ngày 3 tháng 4 năm 2024 của Bộ trưởng Bộ Công Thương)"
	)
	for _, tt := range []struct{ name, in, key, issued string }{
		{"blank", page(blank, body, line), "vn:quyet-dinh:bct:2024:48", "2024-04-03"},
		{"dated", page(day, body, line), "vn:quyet-dinh:bct:2024:48", "2024-04-03"},
		{"two annexes", page(day, body, line+"\n\nPHỤ LỤC\n(Kèm theo Quyết định số 48/QĐ-BCT)"), "vn:quyet-dinh:bct:2024:48", "2024-04-03"},

		{"annexes of two", page(day, body, line+"\n\nPHỤ LỤC\n(Kèm theo Quyết định số 49/QĐ-BCT)"), "", ""},
		{"another day", page("Hà Nội, ngày 5 tháng 4 năm 2024", body, line), "", ""},
		{"another body", page(day, body, "(Kèm theo Quyết định số 48/QĐ-BYT ngày 3 tháng 4 năm 2024)"), "", ""},
		{"another type", page(day, body, "(Kèm theo Thông tư số 48/2024/TT-BCT ngày 3 tháng 4 năm 2024)"), "", ""},
		{"nothing annexed", page(day, "Kho muối do xã quản lý.", line), "", ""},
		{"in a sentence", page(day, body, "Kho muối theo Quy chế kèm theo Quyết định số 48/QĐ-BCT ngày 3 tháng 4 năm 2024 được giữ."), "", ""},
	} {
		r := Read(Source{Text: tt.in, Kind: kindLegal})
		issued := ""
		for _, d := range r.Documents {
			if d.Key == r.Subject && d.Key != "" {
				issued = d.Issued
			}
		}
		if r.Subject != tt.key || issued != tt.issued {
			t.Errorf("%s: Read(%q) says %q of %q, want %q of %q", tt.name, tt.in, r.Subject, issued, tt.key, tt.issued)
		}
	}
}
