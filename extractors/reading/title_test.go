package reading

import (
	"strings"
	"testing"
)

// Titles in capitals are spelled as a sentence writes them.
func TestSentenceCase(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"KẾT LUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ TRẦN VĂN AN TẠI BUỔI LÀM VIỆC VỚI LÃNH ĐẠO TỈNH ĐẮK LẮK",
			"Kết luận của Phó Thủ tướng Chính phủ Trần Văn An tại buổi làm việc với lãnh đạo tỉnh Đắk Lắk"},
		{"PHÊ DUYỆT ĐỀ ÁN KHO MUỐI CỦA BỘ CÔNG THƯƠNG GIAI ĐOẠN 2026 - 2030", "Phê duyệt Đề án kho muối của Bộ Công Thương giai đoạn 2026 - 2030"},
		{"SỬA ĐỔI NGHỊ QUYẾT SỐ 11/2022/NQ-HĐND CỦA HĐND TỈNH CÀ MAU", "Sửa đổi Nghị quyết số 11/2022/NQ-HĐND của HĐND tỉnh Cà Mau"},
		{"QUY HOẠCH KHO MUỐI HUYỆN HẢI HẬU, TỈNH NAM ĐỊNH", "Quy hoạch kho muối huyện Hải Hậu, tỉnh Nam Định"},
		{"PHÁT TRIỂN KINH TẾ XÃ HỘI", "Phát triển kinh tế xã hội"},
		{"HỢP TÁC VỚI ASEAN, ĐỢT II", "Hợp tác với ASEAN, đợt II"},
		{"PHẠM VI HÒA BÌNH", "Phạm vi hòa bình"},
		{"THI HÀNH LUẬT KHO MUỐI", "Thi hành Luật Kho muối"},
	} {
		if got := sentenceCase(tt.in); got != tt.want {
			t.Errorf("sentenceCase(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// What introduces a quotation, asks or says from when a document is in force is no title.
func TestTitles(t *testing.T) {
	const filler = "\n\nĐây là chính sách được người dân các xã ven biển chờ đợi trong nhiều năm qua.\n"
	for _, tt := range []struct{ name, in, want string }{
		{"abstract", "Bộ ban hành Thông tư số 7/2024/TT-BCT quy định về kho muối.", "quy định về kho muối"},
		{"question mark", "Thông tư số 7/2024/TT-BCT quy định về kho muối? Tải về ở đâu?", "quy định về kho muối"},
		{"in force", "Thông tư số 7/2018/TT-BCT quy định về kho muối hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", "quy định về kho muối"},
		{"repeated symbol", "Thông tư 7/2024/TT-BCT quy định về kho muối Thông tư 7/2024/TT-BCT ngày 3/4/2024", "quy định về kho muối"},
		{"law", "Căn cứ Luật Kho muối số 7/2024/QH15 về kho;", "Luật Kho muối"},

		{"quotation", "Theo Thông tư số 7/2024/TT-BCT quy định về kho muối như sau:", ""},
		{"question", "Thông tư số 7/2024/TT-BCT quy định về kho muối như thế nào?", ""},
		{"predicate", "Thông tư số 7/2024/TT-BCT quy định kho muối bao gồm:", ""},
	} {
		r := Read(Source{Text: "Chính sách mới về kho muối ven biển\n\n" + tt.in + filler, Kind: kindNews})
		if len(r.Documents) == 0 || r.Documents[0].Title != tt.want {
			t.Errorf("%s: Read(%q) has %+v, want the title %q", tt.name, tt.in, r.Documents, tt.want)
		}
	}
}

// A law's own title begins with its type; the page's spelling is kept where it has one.
func TestOwnTitle(t *testing.T) {
	law := "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLuật số: 7/2024/QH15\nHà Nội, ngày 3 tháng 4 năm 2024\n\n" +
		"LUẬT\nKHO MUỐI VEN BIỂN\n\nCăn cứ Hiến pháp năm 2013;\nQuốc hội ban hành Luật Kho muối Ven biển.\nĐiều 1. Kho.\n"
	if d := Read(Source{Text: law}).Documents; len(d) == 0 || d[0].Title != "Luật Kho muối Ven biển" {
		t.Errorf("Read(%q) has %+v", law, d)
	}
	caption := strings.ReplaceAll(law, "LUẬT\nKHO MUỐI VEN BIỂN", "LUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT GIÁ")
	if d := Read(Source{Text: caption}).Documents; len(d) == 0 || d[0].Title != "Luật sửa đổi, bổ sung một số điều của Luật Giá" {
		t.Errorf("Read(%q) has %+v", caption, d)
	}
}
