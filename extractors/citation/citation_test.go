package citation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"vnlex/extractors/agency"
	"vnlex/extractors/normalize"
)

// show prints a citation: its words, its key, and what else the case is about.
func show(s string, m Mention) string {
	c := m.Value
	out := oneLine(s[m.Span.Start:m.Span.End]) + " = " + c.Key()
	if c.Date != "" {
		out += " on " + c.Date
	}
	if c.ByName && c.Key() == "" {
		out += " name " + c.Name
	}
	for _, w := range c.Warn {
		out += " " + w
	}
	return strings.ReplaceAll(out, "vn:", "")
}

func TestExtract(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"nearest type word", "Thông tư này bãi bỏ Thông tư số 9/2015/TT-BCT",
			[]string{"Thông tư số 9/2015/TT-BCT = thong-tu:bct:2015:9"}},
		{"word over the issuer", "Nghị quyết của Quốc hội số 202/2025/QH15",
			[]string{"Nghị quyết của Quốc hội số 202/2025/QH15 = nghi-quyet:qh15:2025:202"}},
		{"no word over a stop", "Theo Nghị quyết. Số 9/2025/QH15", []string{"9/2025/QH15 = "}},
		{"letterhead", "KẾ HOẠCH NĂM 2017\nSố: 4108/BCT-KHCN", []string{"4108/BCT-KHCN = cong-van:bct:0000:4108"}},
		{"submission by letter", "Tờ trình số 45/BXD-QHKT", []string{"Tờ trình số 45/BXD-QHKT = to-trinh:bxd:0000:45"}},
		{"Party regulation", "Quy định số 114-QĐ/TW ngày 11/7/2023",
			[]string{"Quy định số 114-QĐ/TW ngày 11/7/2023 = quy-dinh:tw:2023:114 on 2023-07-11"}},

		{"date in brackets", "Quyết định số 7/QĐ-TTg (5/3/2020)",
			[]string{"Quyết định số 7/QĐ-TTg (5/3/2020) = quyet-dinh:ttg:2020:7 on 2020-03-05"}},
		{"date behind the issuer", "Quyết định số 7/QĐ-TTg của Thủ tướng Chính phủ ngày 5/3/2020",
			[]string{"Quyết định số 7/QĐ-TTg = quyet-dinh:ttg:2020:7 on 2020-03-05"}},
		{"date of the next clause", "theo Quyết định số 7/QĐ-TTg, ngày 5/3/2020, Bộ Y tế đã họp",
			[]string{"Quyết định số 7/QĐ-TTg = quyet-dinh:ttg:0000:7"}},
		{"comma before a date", "Kế hoạch số 7-KH/TW, ngày 5/3/2020 của Bộ Chính trị",
			[]string{"Kế hoạch số 7-KH/TW, ngày 5/3/2020 = ke-hoach:tw:2020:7 on 2020-03-05"}},
		{"a period is no year", "Kế hoạch số 7/KH-BCT năm 2021 - 2025", []string{"Kế hoạch số 7/KH-BCT = ke-hoach:bct:0000:7"}},
		{"two years", "Thông tư số 7/2015/TT-BCT ngày 5/3/2016",
			[]string{"Thông tư số 7/2015/TT-BCT ngày 5/3/2016 = thong-tu:bct:2015:7 on 2016-03-05 year_mismatch"}},
		{"wrong term", "Luật số 15/2012/QH15", []string{"Luật số 15/2012/QH15 = luat:qh15:2012:15 term_mismatch"}},
		{"year lent by the page", "Quyết định số 7/QĐ-TTg ngày 5/3/2020. Quyết định 07/QĐ-TTg",
			[]string{"Quyết định số 7/QĐ-TTg ngày 5/3/2020 = quyet-dinh:ttg:2020:7 on 2020-03-05",
				"Quyết định 07/QĐ-TTg = quyet-dinh:ttg:2020:7"}},
		{"two years, none lent", "01/CT-TTg năm 2019, 01/CT-TTg năm 2020; Chỉ thị 01/CT-TTg",
			[]string{"01/CT-TTg năm 2019 = chi-thi:ttg:2019:1 on 2019", "01/CT-TTg năm 2020 = chi-thi:ttg:2020:1 on 2020",
				"Chỉ thị 01/CT-TTg = chi-thi:ttg:0000:1"}},

		{"type of a list", "Luật số 3/2022/QH15 ngày 11/01/2022 và số 5/2022/QH15",
			[]string{"Luật số 3/2022/QH15 ngày 11/01/2022 = luat:qh15:2022:3 on 2022-01-11", "5/2022/QH15 = luat:qh15:2022:5"}},
		{"one day for a list", "Quyết định số 7/QĐ-BCT, 8/QĐ-BCT cùng ngày 5/3/2020",
			[]string{"Quyết định số 7/QĐ-BCT = quyet-dinh:bct:2020:7 on 2020-03-05",
				"8/QĐ-BCT cùng ngày 5/3/2020 = quyet-dinh:bct:2020:8 on 2020-03-05"}},
		{"the same day", "Quyết định số 7/QĐ-BCT ngày 5/3/2020 và Quyết định số 8/QĐ-BCT cùng ngày",
			[]string{"Quyết định số 7/QĐ-BCT ngày 5/3/2020 = quyet-dinh:bct:2020:7 on 2020-03-05",
				"Quyết định số 8/QĐ-BCT = quyet-dinh:bct:2020:8 on 2020-03-05"}},
		{"range", "các Quyết định từ số 7 đến số 9/QĐ-BCT",
			[]string{"Quyết định từ số 7 = quyet-dinh:bct:0000:7", "9/QĐ-BCT = quyet-dinh:bct:0000:9"}},

		{"joint ministries in the text", "Thông tư số 7/TT-LB ngày 5/3/1993 của liên Bộ Tài chính - Công nghiệp nặng",
			[]string{"Thông tư số 7/TT-LB ngày 5/3/1993 = thong-tu-lien-tich:btc-bcnng:1993:7 on 1993-03-05"}},
		{"Council of Government", "Quyết định số 7-CP ngày 5/3/1975", []string{"Quyết định số 7-CP ngày 5/3/1975 = quyet-dinh:hdcp:1975:7 on 1975-03-05"}},
		{"President's order", "Luật Đất đai số 24-L/CTN ngày 14/7/1993",
			[]string{"Luật Đất đai số 24-L/CTN ngày 14/7/1993 = luat:qh9:1993:24 on 1993-07-14"}},
		{"code called a law", "Luật số 45/2019/QH14", []string{"Luật số 45/2019/QH14 = bo-luat:qh14:2019:45"}},

		{"place of the issuer", "Nghị quyết số 7/2020/NQ-HĐND của HĐND thành phố Huế",
			[]string{"Nghị quyết số 7/2020/NQ-HĐND = nghi-quyet:hdnd@hue:2020:7"}},
		{"place of the subject", "UBND tỉnh Sơn La vừa ban hành Kế hoạch 7/KH-UBND",
			[]string{"Kế hoạch 7/KH-UBND = ke-hoach:ubnd@son-la:0000:7"}},
		{"place of the row", "2 | Sơn La | Quyết định 7/2020/QĐ-UBND\n3 | Lai Châu | Quyết định 8/2020/QĐ-UBND",
			[]string{"Quyết định 7/2020/QĐ-UBND = quyet-dinh:ubnd@son-la:2020:7",
				"Quyết định 8/2020/QĐ-UBND = quyet-dinh:ubnd@lai-chau:2020:8"}},
		{"only province of the page", "Nhân dân tỉnh Sơn La. Quyết định 7/2020/QĐ-UBND của UBND tỉnh",
			[]string{"Quyết định 7/2020/QĐ-UBND = quyet-dinh:ubnd@son-la:2020:7"}},
		{"two provinces", "Tỉnh Sơn La và tỉnh Lai Châu. Quyết định 7/2020/QĐ-UBND",
			[]string{"Quyết định 7/2020/QĐ-UBND = quyet-dinh:ubnd@x:2020:7"}},
		{"district", "Quyết định 7/2020/QĐ-UBND của UBND huyện Mộc Châu, tỉnh Sơn La",
			[]string{"Quyết định 7/2020/QĐ-UBND = quyet-dinh:ubnd@moc-chau.son-la:2020:7"}},
		{"Party committee of a ministry", "Nghị quyết 7-NQ/ĐUB của Đảng ủy Bộ Y tế",
			[]string{"Nghị quyết 7-NQ/ĐUB = nghi-quyet:dub@byt:0000:7"}},

		{"law by year", "Luật Giá năm 2023", []string{"Luật Giá năm 2023 = luat:qh15:2023:16 on 2023"}},
		{"law by day in force", "Luật Thủy lợi ngày 01/7/2018",
			[]string{"Luật Thủy lợi ngày 01/7/2018 = luat:qh14:2017:8 date_is_effective_date"}},
		{"law by another day of its year", "Luật Thủy lợi ngày 30/6/2017",
			[]string{"Luật Thủy lợi ngày 30/6/2017 = luat:qh14:2017:8 on 2017-06-30 date_conflict"}},
		{"bare name", "theo Luật Giá.", []string{"Luật Giá =  name Luật Giá"}},
		{"bare name of one in full", "Luật Giá số 16/2023/QH15. Theo Luật Giá",
			[]string{"Luật Giá số 16/2023/QH15 = luat:qh15:2023:16", "Luật Giá = luat:qh15:2023:16"}},
		{"unknown law", "Luật Tái chế vật liệu ngày 5/3/2024", []string{"Luật Tái chế vật liệu ngày 5/3/2024 =  on 2024-03-05 name Luật Tái chế vật liệu"}},
		{"unknown bare law", "theo Luật Tái chế vật liệu, các", []string{"Luật Tái chế vật liệu =  name Luật Tái chế vật liệu"}},
		{"draft", "dự án Luật Giá (sửa đổi)", []string{"Luật Giá =  name Luật Giá"}},
		{"constitution", "Hiến pháp năm 2013", []string{"Hiến pháp năm 2013 = hien-phap:qh:2013:0 on 2013"}},
		{"amending law", "Luật sửa đổi, bổ sung một số điều của Luật Giá ngày 5/3/2024",
			[]string{"Luật sửa đổi, bổ sung một số điều của Luật Giá ngày 5/3/2024 =  on 2024-03-05 name Luật sửa đổi, bổ sung một số điều của Luật Giá",
				"Luật Giá =  name Luật Giá"}},

		{"amending law by a list", "Luật sửa đổi Luật Giá; Luật Tái chế vật liệu; Luật Kho muối 2024 của",
			[]string{"Luật sửa đổi Luật Giá; Luật Tái chế vật liệu; Luật Kho muối 2024 =  on 2024 name Luật sửa đổi Luật Giá; Luật Tái chế vật liệu; Luật Kho muối",
				"Luật Giá =  name Luật Giá", "Luật Tái chế vật liệu =  name Luật Tái chế vật liệu", "Luật Kho muối =  name Luật Kho muối"}},
		{"law by the President's order", "Luật Kho muối số 7/L-CTN ngày 5/3/1996",
			[]string{"Luật Kho muối số 7/L-CTN ngày 5/3/1996 = luat:qh9:1996:7 on 1996-03-05"}},
		{"order of the President", "Lệnh số 7/L-CTN ngày 5/3/1996", []string{"Lệnh số 7/L-CTN ngày 5/3/1996 = lenh:ctn:1996:7 on 1996-03-05"}},
		{"term set apart", "Luật Kho muối số 7/2003/QH 11 ngày 5/3/2003",
			[]string{"Luật Kho muối số 7/2003/QH 11 ngày 5/3/2003 = luat:qh11:2003:7 on 2003-03-05"}},
		{"dated office that no table has", "Quyết định số 7/TCXY-LĐ ngày 5/3/1995",
			[]string{"Quyết định số 7/TCXY-LĐ ngày 5/3/1995 = quyet-dinh:tcxy:1995:7 on 1995-03-05"}},
		{"glued type word", "một số điều củaLuật Kho muối số 7/2014/QH13",
			[]string{"Luật Kho muối số 7/2014/QH13 = luat:qh13:2014:7"}},
		{"amending law of a count", "Điều 5 của Luật sửa đổi, bổ sung một số điều của 9 luật về kho muối số 7/2018/QH14",
			[]string{"Luật sửa đổi, bổ sung một số điều của 9 luật về kho muối số 7/2018/QH14 = luat:qh14:2018:7"}},
		{"bare year", "Quyết định 7/QĐ-TTg 2025 gồm những gì", []string{"Quyết định 7/QĐ-TTg 2025 = quyet-dinh:ttg:2025:7 on 2025"}},
		{"a count behind", "Quyết định 7/QĐ-TTg 2025 hộ được vay", []string{"Quyết định 7/QĐ-TTg = quyet-dinh:ttg:0000:7"}},
		{"in a province's bracket", "UBND tỉnh Cà Mau họp; nơi khác như An Giang (Kế hoạch số 7/KH-UBND) đã làm",
			[]string{"Kế hoạch số 7/KH-UBND = ke-hoach:ubnd@an-giang:0000:7"}},
		{"behind Cà Mau", "Tỉnh ủy Cà Mau\nSố 7-CT/TU", []string{"7-CT/TU = chi-thi:tu@ca-mau:0000:7"}},
		{"form code", "Mẫu số 07/TCXY-LĐ ngày 5/3/1995", nil},

		{"short form", "Nghị quyết số 66-NQ/TW ngày 5/3/2025 (Nghị quyết 66)",
			[]string{"Nghị quyết số 66-NQ/TW ngày 5/3/2025 = nghi-quyet:tw:2025:66 on 2025-03-05", "Nghị quyết 66 = nghi-quyet:tw:2025:66"}},
		{"short form of two", "Nghị quyết 66-NQ/TW, Nghị quyết 66/NQ-CP, Nghị quyết 66",
			[]string{"Nghị quyết 66-NQ/TW = nghi-quyet:tw:0000:66", "Nghị quyết 66/NQ-CP = nghi-quyet:cp:0000:66", "Nghị quyết 66 = "}},
		{"short form of none", "theo nghị định 08", []string{"nghị định 08 = "}},

		{"verbs and counts", "Bộ quyết định 3 nội dung; quy định 5 nhóm; Thông tư 2 điều; Quyết định 03\ncán bộ", nil},
		{"words with luật", "pháp luật, luật sư Nguyễn Văn A, kỷ luật, Bộ luật này, Luật này, Bộ luật\nChương I, Luật Việt Nam", nil},
		{"named Party resolution", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV", nil},
		{"English", "the Law on Prices of 2023 and Decree No. 12", nil},
		{"empty", "", nil},
	} {
		text := normalize.Text(tt.in)
		var got []string
		for _, m := range Extract(text) {
			got = append(got, strings.TrimPrefix(show(text.Norm, m), "vn:"))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: Extract(%q)\n got %q\nwant %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestTitle(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Quyết định số 7/QĐ-TTg ngày 5/3/2020 của Thủ tướng Chính phủ về việc giao vốn; Căn cứ", "giao vốn"},
		{"Nghị định số 7/2020/NĐ-CP về khuyến công, Nghị định số 8/2020/NĐ-CP", "khuyến công"},
		{"Nghị định số 7/2020/NĐ-CP sửa đổi Nghị định số 5/2019/NĐ-CP và Nghị định số 6/2019/NĐ-CP.",
			"sửa đổi Nghị định số 5/2019/NĐ-CP và Nghị định số 6/2019/NĐ-CP"},
		{"Quyết định 7/QĐ-TTg phê duyệt Chương trình khuyến công (Chương trình), giao Bộ", "phê duyệt Chương trình khuyến công"},
		{"Theo Kế hoạch số 7/KH-BCT ban hành ngày 3/4/2024, kho muối được che", ""},
		{"Công văn 7/BCT-KHCN năm 2016 báo cáo do Bộ Công Thương ban hành", ""},
		{"Công văn 7/BCT-KHCN năm 2016 thực hiện Chiến lược do Bộ Công Thương ban hành\nCông văn 8/BCT-KHCN", "thực hiện Chiến lược"},
		{"Quyết định số 7/QĐ-TTg “về khuyến công” có hiệu lực", ""},
		{"Quyết định số 7/QĐ-TTg có hiệu lực", ""},
	} {
		text := normalize.Text(tt.in)
		ms := Extract(text)
		if len(ms) == 0 {
			t.Fatalf("Extract(%q) found nothing", tt.in)
		}
		at := ms[0].Value.Title
		if got := text.Norm[at.Start:at.End]; got != tt.want {
			t.Errorf("title in %q = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestAliases(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Quyết định số 7/QĐ-TTg (sau đây gọi tắt là Quyết định 7)", "Quyết định 7 quyet-dinh 0"},
		{"Quyết định số 7/QĐ-TTg phê duyệt Chiến lược A (sau đây viết tắt là “Chiến lược”).", "Chiến lược chien-luoc 0"},
		{"Quyết định số 7/QĐ-TTg (dưới đây được gọi chung là\nKế hoạch), các", "Kế hoạch ke-hoach 0"},
		{"Chương trình khuyến công quốc gia (Chương trình)", "Chương trình chuong-trinh -1"},
		{"Quyết định số 7/QĐ-TTg. Ủy ban nhân dân các cấp (gọi tắt là UBND)", "UBND  -1"},
		{"(theo quy định) và (Bộ Y tế)", ""},
	} {
		text := normalize.Text(tt.in)
		var got []string
		for _, a := range Aliases(text, Extract(text)) {
			got = append(got, fmt.Sprint(a.Value.Name, " ", a.Value.Type, " ", a.Value.Of))
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("Aliases(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestAnaphors(t *testing.T) {
	const named = "Quyết định số 7/QĐ-TTg và Quyết định số 8/QĐ-BCT, Thông tư số 9/2020/TT-BYT. "
	for _, tt := range []struct{ in, want string }{
		{"Thông tư này có hiệu lực", "thong-tu 0 -1"},
		{"theo Quyết định nêu trên", "quyet-dinh 1 1"},
		{"theo Quyết định của Thủ tướng Chính phủ, các", "quyet-dinh 2 0"},
		{"theo Quyết định của Bộ trưởng Bộ Công Thương", "quyet-dinh 2 1"},
		{"các văn bản trên được", "van-ban 1 2"},
		{"Nghị định nói trên", "nghi-dinh 1 -1"},

		{"kế hoạch trên địa bàn tỉnh", ""},
		{"Quyết định số 5/QĐ-BYT của Bộ trưởng Bộ Y tế", ""},
	} {
		text := normalize.Text(named + tt.in)
		var got []string
		for _, a := range Anaphors(text, Extract(text)) {
			got = append(got, fmt.Sprint(a.Value.Type, " ", a.Value.Pointing, " ", a.Value.Refers))
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("Anaphors(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestLaws(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"Luật Đất đai 2024", []string{"31/2024/QH15"}},
		{"Luật Đất đai năm 2024", []string{"31/2024/QH15"}},
		{"luat dat dai nam 2013", []string{"45/2013/QH13"}},
		{"luật đất đai", []string{"13/2003/QH11", "45/2013/QH13", "31/2024/QH15"}},
		{"Bộ luật Dân sự 2015", []string{"91/2015/QH13"}},
		{"Luật Dân sự 2015", []string{"91/2015/QH13"}},
		{"Luật Tổ chức chính quyền địa phương 2025", []string{"65/2025/QH15", "72/2025/QH15"}},
		{"Luật Tổ chức chính quyền địa phương ngày 16/6/2025", []string{"72/2025/QH15"}},
		{"Pháp lệnh Ngoại hối", []string{"28/2005/PL-UBTVQH11"}},

		{"Luật Đất đai 1999", nil},
		{"Luật Đất đai 2024 và", nil},
		{"Chiến lược", nil},
		{"", nil},
	} {
		var got []string
		for _, l := range ParseLaw(tt.in) {
			got = append(got, l.Printed)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("ParseLaw(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
	if got := LawByName("Luật Thuỷ lợi", "2017"); len(got) != 1 || got[0].Key() != "vn:luat:qh14:2017:8" {
		t.Errorf("LawByName(Luật Thuỷ lợi, 2017) = %v", got)
	}
}

func TestLocalize(t *testing.T) {
	text := normalize.Text("Quyết định 7/2020/QĐ-UBND và Quyết định 8/2020/QĐ-TTg")
	ms := Extract(text)
	Localize(ms, agency.Place{Name: "Cà Mau", Slug: "ca-mau"})
	for i, want := range []string{"vn:quyet-dinh:ubnd@ca-mau:2020:7", "vn:quyet-dinh:ttg:2020:8"} {
		if got := ms[i].Value.Key(); got != want {
			t.Errorf("key after Localize = %q, want %q", got, want)
		}
	}
}
