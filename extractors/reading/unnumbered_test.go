package reading

import (
	"strings"
	"testing"
)

// A page's own document without a number is told by its year, or by name and day.
func TestUnnumbered(t *testing.T) {
	passed := "Luật này đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIV, kỳ họp thứ 7 thông qua ngày 14 tháng 6 năm 2019.\n"
	for _, tt := range []struct{ name, url, in, want string }{
		{"constitution", "", "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n" +
			"Hà Nội, ngày 15 tháng 4 năm 1992\n\nHIẾN PHÁP\n\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐiều 1\n\nNước ta thống nhất.\n",
			"vn:hien-phap:qh:1992:0"},
		{"metadata", "", "Số ký hiệu: Không số\nNgày ban hành: 15/04/1992\nLoại văn bản: Hiến pháp\nCơ quan ban hành: Quốc hội\n",
			"vn:hien-phap:qh:1992:0"},
		{"law by its address", "https://congbao.example/luat-so-38-2019-qh14-29000.htm",
			"LUẬT\n\nVề kho muối\n\nCăn cứ Hiến pháp năm 2013;\n\nQuốc hội ban hành Luật về kho muối.\n\nĐiều 1.\n\nKho muối do xã quản lý.\n\n" + passed,
			"vn:luat:qh14:2019:38"},

		{"address of another year", "https://congbao.example/luat-so-38-2012-qh13-29000.htm",
			"LUẬT\n\nVề kho muối\n\nCăn cứ Hiến pháp năm 2013;\n\nQuốc hội ban hành Luật về kho muối.\n\nĐiều 1.\n\nKho muối do xã quản lý.\n\n" + passed, ""},
		{"news", "", "Quốc hội thông qua luật mới\n\nHiến pháp được nhắc lại nhiều lần trong phiên thảo luận sáng 14/6/2019.\n", ""},
	} {
		got := Read(Source{URL: tt.url, Text: tt.in})
		if got.Subject != tt.want {
			t.Errorf("%s: Read(%q).Subject = %q, want %q", tt.name, tt.in, got.Subject, tt.want)
		}
	}
}

// A label of a diagram names the role of the other document.
func TestDiagramRelations(t *testing.T) {
	own := "Văn bản hiện thời\n\n- Nghị định 7/2014/NĐ-CP Về phân bón\n\n"
	for _, tt := range []struct{ name, in, want string }{
		{"passive", own + "Văn bản bị thay thế (1)\n\n- Nghị định 9/2001/NĐ-CP Về phân bón\n",
			"vn:nghi-dinh:cp:2014:7 replaces vn:nghi-dinh:cp:2001:9"},
		{"active", own + "Văn bản hướng dẫn (1)\n\n- Thông tư 5/2015/TT-BCT Về kho\n",
			"vn:thong-tu:bct:2015:5 guides vn:nghi-dinh:cp:2014:7"},

		{"older actor", own + "Văn bản thay thế (1)\n\n- Nghị định 9/2001/NĐ-CP Về phân bón\n", ""},
		{"nobody's", "Văn bản bị thay thế (1)\n\n- Nghị định 9/2001/NĐ-CP Về phân bón\n", ""},
		{"only related", own + "Văn bản liên quan khác (1)\n\n- Nghị định 9/2001/NĐ-CP Về phân bón\n", ""},
	} {
		got := ""
		for _, r := range Read(Source{Text: tt.in}).Relations {
			got += r.From + " " + r.Kind + " " + r.To
		}
		if got != tt.want {
			t.Errorf("%s: Read(%q).Relations = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestPassed(t *testing.T) {
	head := "Quốc hội thông qua Luật Muối số 38/2019/QH14\n\nLuật Muối số 38/2019/QH14 gồm 5 chương, điều chỉnh việc làm muối ở các xã ven biển và việc cất giữ muối trong kho của nhà nước.\n\n"
	for _, tt := range []struct{ name, in, want string }{
		{"before", "Được Quốc hội khóa XIV thông qua ngày 14/6/2019, Luật này có 40 điều.\n", "2019-06-14"},
		{"behind", "Luật này được Quốc hội thông qua ngày 14/6/2019.\n", "2019-06-14"},

		{"another year", "Luật này được Quốc hội thông qua ngày 14/6/2018.\n", "2019"},
		{"another law", "Luật Biển số 18/2012/QH13 thông qua ngày 21/6/2019, khác Luật này.\n", "2019"},
	} {
		got := Read(Source{Text: head + tt.in})
		for _, d := range got.Documents {
			if d.Key == "vn:luat:qh14:2019:38" && d.Issued != tt.want {
				t.Errorf("%s: Read(%q) is of %q, want %q", tt.name, tt.in, d.Issued, tt.want)
			}
		}
		if got.Subject != "vn:luat:qh14:2019:38" {
			t.Errorf("%s: Read(%q).Subject = %q", tt.name, tt.in, got.Subject)
		}
	}
}

func TestConsolidatedEntry(t *testing.T) {
	in := "- Luật 7/VBHN-VPQH\n- Ngày ký xác thực: 07/12/2020\n\nVĂN BẢN ĐƯỢC HỢP NHẤT\n\nVĂN BẢN HỢP NHẤT\n\n- Luật 15/2012/QH13 Ngày ban hành: 20/06/2012\n"
	at := strings.Index(in, "07/12")
	got := Read(Source{Text: in, Labels: []Label{{Name: "Ngày ký xác thực", Value: "07/12/2020", Start: at, End: at + 10}}})
	if got.Subject != "vn:vbhn:vpqh:2020:7" {
		t.Errorf("Read(%q).Subject = %q", in, got.Subject)
	}
}
