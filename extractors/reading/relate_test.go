package reading

import (
	"slices"
	"strings"
	"testing"
)

// The heads of three documents of our own; the body of a case follows.
const (
	lawHead = "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nLuật số: 88/2025/QH15\n\n" +
		"LUẬT\nNGHỀ MUỐI\n\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành Luật Nghề muối.\n\n"
	decreeHead = "CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 312/2025/NĐ-CP\n" +
		"Hà Nội, ngày 14 tháng 12 năm 2025\n\nNGHỊ ĐỊNH\nVề nghề muối\n\nCăn cứ Luật Biển đảo số 18/2012/QH13;\n" +
		"Chính phủ ban hành Nghị định về nghề muối.\n\n"
	directiveHead = "THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 77/CT-TTg\n" +
		"Hà Nội, ngày 20 tháng 11 năm 2024\n\nCHỈ THỊ\nVề việc tăng cường quản lý nghề muối\n\n"
	planHead = "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 9143/KH-UBND\n" +
		"Lâm Đồng, ngày 20 tháng 11 năm 2024\n\nKẾ HOẠCH\nPhát triển nghề muối trên địa bàn tỉnh\n\n"
	letterHead = "BỘ CÔNG THƯƠNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 8816/BCT-ATMT\n" +
		"Hà Nội, ngày 20 tháng 11 năm 2024\n\nKính gửi: Sở Công Thương các tỉnh\n\n"
)

// What a text of our own states, the grounds of its head left out.
func TestRelations(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string // from kind to; this is the document itself
	}{
		{"amenders end with what they amended", lawHead + "Điều 40. Hiệu lực\n1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n" +
			"2. Luật Muối số 21/2009/QH12 đã được sửa đổi, bổ sung một số điều theo Luật số 35/2013/QH13 và Luật số 40/2018/QH14 " +
			"hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.",
			[]string{"35/2013/QH13 amends 21/2009/QH12", "40/2018/QH14 amends 21/2009/QH12",
				"this amends 35/2013/QH13", "this amends 40/2018/QH14", "this repeals 21/2009/QH12"}},
		{"lines that break before Điều", lawHead + "Điều 39. Sửa đổi các luật\n1. Bãi bỏ\nĐiều 5 của Luật Gốm số 35/2018/QH14.\n2.\n" +
			"Thay thế cụm từ “kho” bằng cụm từ “bãi” tại các luật sau đây:\na) Khoản 2\nĐiều 7 của Luật Giá số 16/2023/QH15;",
			[]string{"this amends 16/2023/QH15", "this amends 35/2018/QH14"}},
		{"what a rule leaves to this", decreeHead + "Điều 1. Phạm vi điều chỉnh\nNghị định này quy định mức chi cho kho muối theo quy định tại " +
			"khoản 8 Điều 27 Luật Giá số 16/2023/QH15.", []string{"this details 16/2023/QH15"}},
		{"guides what stands in", decreeHead + "Điều 1. Phạm vi điều chỉnh\nNghị định này hướng dẫn cơ chế kho chung theo quy định tại " +
			"Luật Giá số 16/2023/QH15 và Luật Gốm số 35/2018/QH14.", []string{"this guides 16/2023/QH15", "this guides 35/2018/QH14"}},
		{"day in an announcement", decreeHead + "Điều 9. Hiệu lực\n2. Các nghị định sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành:\n" +
			"a) Nghị định số 24/2020/NĐ-CP ngày 15 tháng 5 năm 2020 về muối;\nb) Nghị định số 30/2022/NĐ-CP ngày 6 tháng 1 năm 2022 về gốm.",
			[]string{"this repeals 24/2020/NĐ-CP", "this repeals 30/2022/NĐ-CP"}},
		{"bare name of a ground", strings.Replace(decreeHead, "Luật Biển đảo số 18/2012/QH13", "Luật Đất đai số 31/2024/QH15", 1) +
			"Điều 1. Phạm vi điều chỉnh\nNghị định này quy định chi tiết Điều 87 của Luật Đất đai.\n" +
			"Điều 2. Chuyển tiếp\nHồ sơ cũ theo Luật Đất đai năm 2013.", []string{"this details 31/2024/QH15"}},
		{"law in force", decreeHead + "Điều 1. Phạm vi điều chỉnh\nNghị định này quy định thi hành Luật Đất đai số 31/2024/QH15 về muối.",
			[]string{"this details 31/2024/QH15"}},
		{"a purpose behind another", directiveHead + "Để khắc phục tồn tại và thực hiện Chiến lược phát triển nghề muối đến năm 2030, Thủ tướng Chính phủ chỉ thị:\n" +
			"1. Bộ Y tế rà soát.", []string{"this implements Chiến lược phát triển nghề muối đến năm 2030"}},
		{"a strategy alone in a letter", letterHead + "Thực hiện Chiến lược phát triển nghề muối đến năm 2030, Bộ Công Thương đề nghị các Sở:\n1. Rà soát.",
			[]string{"this implements Chiến lược phát triển nghề muối đến năm 2030"}},

		{"what a plan is for", planHead + "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Triển khai có hiệu quả Quyết định số 88/QĐ-TTg ngày 3 tháng 5 năm 2024.\n" +
			"2. Yêu cầu\n- Triển khai đúng Nghị định số 13/2023/NĐ-CP.\nII. NHIỆM VỤ\n1. Thực hiện Nghị quyết số 99/NQ-CP ngày 3 tháng 5 năm 2023 về chuyển đổi số.",
			[]string{"this implements 88/QĐ-TTg"}},
		{"with zeal", directiveHead + "Quán triệt và cụ thể hóa Nghị quyết số 12/NQ-CP ngày 3 tháng 4 năm 2023, Thủ tướng Chính phủ yêu cầu:\n1. Bộ Y tế rà soát.",
			[]string{"this implements 12/NQ-CP"}},
		{"no longer applied", decreeHead + "Điều 9. Hiệu lực\nMục III Phụ lục ban hành kèm theo Nghị định số 24/2020/NĐ-CP không còn áp dụng kể từ ngày Nghị định này có hiệu lực.",
			[]string{"this amends 24/2020/NĐ-CP"}},
		{"two acts in a title", strings.Replace(decreeHead, "Về nghề muối", "Quy định chi tiết Luật Giá số 16/2023/QH15 và sửa đổi Nghị định số 24/2020/NĐ-CP", 1) +
			"Điều 1. Phạm vi\nNghị định này quy định về kho.", []string{"this amends 24/2020/NĐ-CP", "this details 16/2023/QH15"}},
		{"what a letter has spoken of", letterHead + "1. Quốc hội đã có Nghị quyết số 204/2023/QH15. Trên cơ sở Nghị quyết này, ngày 30 tháng 6 năm 2023 Chính phủ " +
			"đã ban hành Nghị định số 44/2023/NĐ-CP thay thế Nghị định số 15/2022/NĐ-CP.", []string{"44/2023/NĐ-CP replaces 15/2022/NĐ-CP"}},
		{"who amends what", "Thông tư 13/2023/TT-BTC hướng dẫn Nghị định 49/2022/NĐ-CP sửa đổi Nghị định 20/2013/NĐ-CP hướng dẫn Luật Giá số 11/2012/QH13 " +
			"đã được sửa đổi theo Nghị định 12/2015/NĐ-CP và Nghị định 10/2016/NĐ-CP.",
			[]string{"10/2016/NĐ-CP amends 20/2013/NĐ-CP", "12/2015/NĐ-CP amends 20/2013/NĐ-CP", "20/2013/NĐ-CP guides 11/2012/QH13",
				"49/2022/NĐ-CP amends 20/2013/NĐ-CP", "this guides 49/2022/NĐ-CP"}},
		{"a strategy taken up", planHead + "I. MỤC ĐÍCH\n1. Chiến lược phát triển nghề muối đến năm 2030 đã được phê duyệt tại Quyết định số 17/QĐ-TTg ngày 3 tháng 4 năm 2023.\n" +
			"2. Kế hoạch này triển khai Chiến lược nói trên và Nghị quyết số 8/NQ-CP ngày 3 tháng 1 năm 2023.", []string{"this implements 17/QĐ-TTg", "this implements 8/NQ-CP", "this implements Chiến lược phát triển nghề muối đến năm 2030"}},
		{"a conclusion", strings.Replace(letterHead, "8816/BCT-ATMT", "188/TB-BCT", 1) + "4. Kết luận này thay thế kết luận tại điểm 2 Thông báo số 95/TB-BCT ngày 12 tháng 5 năm 2024.",
			[]string{"this amends 95/TB-BCT"}},
		{"a scheme and its decision", directiveHead + "Nhằm thực hiện Đề án “Trồng rừng” (Quyết định số 17/QĐ-TTg ngày 3 tháng 4 năm 2023), Thủ tướng Chính phủ yêu cầu:\n1. Bộ Y tế rà soát.",
			[]string{"this implements 17/QĐ-TTg", "this implements Đề án “Trồng rừng”"}},
		{"a scheme by its decision", "Ngày 12/11/2025, Ủy ban nhân dân tỉnh Lạng Sơn ban hành Kế hoạch số 298/KH-UBND nhằm thực hiện Đề án phát triển " +
			"nghề muối theo Quyết định số 17/QĐ-TTg ngày 3 tháng 4 năm 2023 của Thủ tướng Chính phủ.", []string{"this implements 17/QĐ-TTg"}},
		{"in keeping with another", "Ngày 12/11/2025, Ủy ban nhân dân tỉnh Lạng Sơn ban hành Kế hoạch số 298/KH-UBND nhằm triển khai " +
			"Quyết định số 17/QĐ-TTg ngày 3 tháng 4 năm 2023, bảo đảm đồng bộ với Nghị quyết số 82/NQ-CP ngày 18 tháng 5 năm 2022.",
			[]string{"this implements 17/QĐ-TTg"}},
		{"brackets behind a title", strings.Replace(decreeHead, "Về nghề muối", "Quy định mức chi cho kho muối (thực hiện điểm b khoản 2 Điều 29 Luật Giá số 16/2023/QH15)", 1) +
			"Điều 1. Phạm vi\nNghị định này quy định về kho.", []string{"this implements 16/2023/QH15"}},
		{"items that go on", decreeHead + "Điều 9. Hiệu lực\n2. Các nghị định sau đây hết hiệu lực:\na) Nghị định số 24/2020/NĐ-CP;\n" +
			"3. Nghị định số 30/2022/NĐ-CP được tiếp tục áp dụng.\n4. Bãi bỏ các Điều 5 và 6; điểm a khoản 2 Điều 9 của Nghị định số 14/2018/NĐ-CP.",
			[]string{"this amends 14/2018/NĐ-CP", "this repeals 24/2020/NĐ-CP"}},
		{"taken up over brackets", "Sau đó, Luật Giá số 16/2023/QH15 (thay thế Luật Giá số 11/2012/QH13) và Nghị định số 85/2024/NĐ-CP quy định chi tiết " +
			"một số điều của Luật này.", []string{"16/2023/QH15 replaces 11/2012/QH13", "this details 16/2023/QH15"}},
		{"from a day on", decreeHead + "Điều 9. Hiệu lực\n2. Kể từ ngày 01 tháng 01 năm 2026, Nghị định số 24/2020/NĐ-CP ngày 3/4/2020 và Nghị định số 30/2015/NĐ-CP " +
			"ngày 26 tháng 10 năm 2015 hết hiệu lực thi hành.", []string{"this repeals 24/2020/NĐ-CP", "this repeals 30/2015/NĐ-CP"}},
		{"a rule far behind", "Thông tư số 12/2024/TT-BCT ngày 3/4/2024 hướng dẫn một số nội dung về kho muối quy định tại Nghị định số 32/2023/NĐ-CP.",
			[]string{"this guides 32/2023/NĐ-CP"}},

		{"how it went", directiveHead + "Thời gian qua, việc thực hiện Nghị quyết số 12/NQ-CP ngày 3 tháng 4 năm 2023 đạt kết quả tốt.\n1. Bộ Y tế rà soát.", nil},
		{"texts that are not named", decreeHead + "Điều 2. Chuyển tiếp\nHồ sơ cũ thực hiện theo pháp luật hướng dẫn thi hành Luật Đất đai năm 2013.\n" +
			"Các Nghị định hướng dẫn Luật Giá số 16/2023/QH15 vẫn được áp dụng.", nil},
		{"bare name of an older law", "Nghị định 102/2024/NĐ-CP hướng dẫn Luật Đất đai. Trước đó có Luật Đất đai năm 2013.", nil},
		{"only as the law says", decreeHead + "Điều 1. Phạm vi điều chỉnh\nNghị định này quy định mức chi theo quy định của Luật Giá số 16/2023/QH15.\n" +
			"Điều 2. Mức chi\nNghị định này quy định kho theo quy định tại khoản 2 Điều 7 Luật Gốm số 35/2018/QH14.", nil},
		{"amended, not ended", lawHead + "Điều 39. Sửa đổi Luật Muối\nSửa đổi khoản 2 Điều 7 của Luật Muối số 21/2009/QH12 " +
			"đã được sửa đổi, bổ sung một số điều theo Luật số 35/2013/QH13 như sau:\n“2. Kho muối.”",
			[]string{"35/2013/QH13 amends 21/2009/QH12", "this amends 21/2009/QH12"}},
		{"one rule ends", decreeHead + "Điều 9. Hiệu lực\nQuy định tại khoản 3 Điều 5 Nghị định số 24/2020/NĐ-CP được sửa đổi, bổ sung " +
			"theo Nghị định số 30/2022/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
			[]string{"30/2022/NĐ-CP amends 24/2020/NĐ-CP", "this amends 24/2020/NĐ-CP"}},
	} {
		if got := stated(tt.in); !slices.Equal(got, tt.want) {
			t.Errorf("%s: Read states\n\t%s\nwant\n\t%s", tt.name, strings.Join(got, "\n\t"), strings.Join(tt.want, "\n\t"))
		}
	}
}

// What news say that their subject refers to.
func TestRelayed(t *testing.T) {
	head := "UBND tỉnh Cà Mau phê duyệt điều chỉnh dự án kè biển\n\nNgày 24/11/2025, UBND tỉnh Cà Mau đã ban hành Quyết định số 3650/QĐ-UBND " +
		"phê duyệt điều chỉnh dự án kè biển.\n\n"
	for _, tt := range []struct {
		name, in string
		want     int
	}{
		{"what it says", "Quyết định số 3650/QĐ-UBND có những nội dung sau:\n\n- Giữ nguyên theo các Quyết định số 1563/QĐ-UBND ngày 11/5/2023, " +
			"số 2741/QĐ-UBND ngày 14/8/2025.", 2},
		{"without its name", "Cụ thể, UBND tỉnh quyết định những nội dung sau:\n\n- Lập hồ sơ theo quy định tại Nghị định số 12/2020/NĐ-CP.", 1},

		{"any colon", "Quyết định số 3650/QĐ-UBND nêu rõ:\n\n- Lập hồ sơ theo quy định tại Nghị định số 12/2020/NĐ-CP.", 1},

		{"what the site says", "Lập hồ sơ theo quy định tại Nghị định số 12/2020/NĐ-CP.", 0},
		{"behind a heading", "Quyết định số 3650/QĐ-UBND có những nội dung sau:\n\n- Kè dài 3 km.\n\n## Hỏi đáp\n\n" +
			"- Lập hồ sơ theo quy định tại Nghị định số 12/2020/NĐ-CP.", 0},
	} {
		n := 0
		for _, x := range Read(Source{Text: head + tt.in}).Relations {
			if x.Kind == "refers_to" {
				n++
			}
		}
		if n != tt.want {
			t.Errorf("%s: Read(%q) has %d references, want %d", tt.name, tt.in, n, tt.want)
		}
	}
}

// What a relation says of its places.
func TestParts(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"until", "7. Ngưng hiệu lực thi hành Điều 4 Nghị định số 20/2013/NĐ-CP từ ngày 01 tháng 8 năm 2026 đến ngày 15 tháng 9 năm 2026.",
			"#dieu-4 2026-08-01 2026-09-15"},
		{"to the end of", "8. Tạm ngưng hiệu lực Nghị định số 21/2013/NĐ-CP đến hết ngày 15 tháng 9 năm 2026.", "2026-09-15"},
		{"words", "9. Thay thế cụm từ “kho” bằng cụm từ “bãi” tại khoản 2 Điều 8 Nghị định số 22/2013/NĐ-CP.", "#dieu-8.khoan-2 substitute"},
		{"save", "10. Bãi bỏ Nghị định số 23/2013/NĐ-CP, trừ Điều 5.", "Điều 5."},
		{"rules of a ground", "12. Hồ sơ theo quy định tại khoản 2 Điều 7 Luật Biển đảo số 18/2012/QH13.", "#dieu-7.khoan-2"},

		{"a count of laws", "11. Sửa đổi, bổ sung một số điều của 37 luật tại Nghị định số 24/2013/NĐ-CP.", ""},
	} {
		r := Read(Source{Text: decreeHead + "Điều 8. Hiệu lực\n" + tt.in})
		var got []string
		for _, x := range r.Relations {
			for _, p := range x.Parts {
				got = append(got, p.ScopeTo, p.Op, p.Effective, p.Until, p.Exception)
			}
		}
		if got := strings.Join(strings.Fields(strings.Join(got, " ")), " "); got != tt.want {
			t.Errorf("%s: Read(%q) has parts %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

// stated returns the relations of a text but bare references and grounds, in order.
func stated(in string) []string {
	r := Read(Source{Text: in})
	names := map[string]string{}
	for _, d := range r.Documents {
		names[d.Key] = d.Symbol
	}
	for _, i := range r.Instruments {
		names[i.Key] = i.Name
	}
	names[r.Subject] = "this"
	var out []string
	for _, x := range r.Relations {
		if x.Kind != "refers_to" && x.Kind != "based_on" {
			out = append(out, names[x.From]+" "+x.Kind+" "+names[x.To])
		}
	}
	slices.Sort(out)
	return out
}
