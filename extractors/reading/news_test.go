package reading

import (
	"strings"
	"testing"
)

const filler = "\n\nĐây là chính sách được người dân các xã ven biển chờ đợi trong nhiều năm qua, nhất là sau các đợt mưa bão lớn.\n"

// What news say of the document that they report on: which it is, its day, its signer and
// from when it holds.
func TestNewsSubject(t *testing.T) {
	for _, tt := range []struct{ name, in, key, issued, effective, signer string }{
		{"short lead", "Đính chính thông tư về kho muối\n\nBộ Tài chính có Quyết định 37/QĐ-BTC ngày 8/2/2026 đính chính Thông tư 13/2025/TT-BTC.",
			"vn:quyet-dinh:btc:2026:37", "2026-02-08", "", ""},
		{"day behind the act", "Bãi bỏ quy định cũ về kho muối\n\nThông tư 12/2026/TT-BCT bãi bỏ Thông tư 05/2015/TT-BCT về quản lý kho muối, " +
			"được Bộ Công Thương ban hành ngày 12/5/2026 sau một năm lấy ý kiến.", "vn:thong-tu:bct:2026:12", "2026-05-12", "", ""},
		{"signed by, again", "Gia hạn nộp thuế muối cho các hộ ven biển\n\nChính phủ ban hành Nghị định 82/2025/NĐ-CP gia hạn nộp thuế muối. " +
			"Nghị định này do Phó Thủ tướng Hồ Văn An ký ngày 2/4/2025.", "vn:nghi-dinh:cp:2025:82", "2025-04-02", "", "Hồ Văn An"},
		{"governed from", "Quy chế kho muối đi vào cuộc sống\n\nTừ ngày 01/5/2023, các kho muối ven biển chịu sự điều chỉnh của Thông tư số 10/2023/TT-BCT, " +
			"văn bản được chờ đợi nhiều năm.", "vn:thong-tu:bct:2023:10", "2023", "2023-05-01", ""},
		{"in force from, first", "Quy chế kho muối của Bộ Công Thương\n\nNgày 2/3/2023, Bộ Công Thương ban hành Thông tư số 10/2023/TT-BCT về kho muối ven biển.\n\n" +
			"Từ ngày 01/5/2023, Thông tư số 10/2023/TT-BCT chính thức có hiệu lực.", "vn:thong-tu:bct:2023:10", "2023-03-02", "2023-05-01", ""},
		{"district", "Kế hoạch kho muối của huyện\n\nUBND huyện Lâm Hà (Lâm Đồng) vừa ban hành Kế hoạch số 45/KH-UBND ngày 5/1/2024 về kho muối ven biển các xã.",
			"vn:ke-hoach:ubnd@lam-ha.lam-dong:2024:45", "2024-01-05", "", ""},
		{"signed on, first", "Thủ tục kho muối mới\n\nKý ngày 15/9/2025, Quyết định số 37/QĐ-BCT của Bộ trưởng Bộ Công Thương công bố thủ tục về kho muối. " +
			"Trước đây Chính phủ đã ban hành Nghị định số 10/2018/NĐ-CP.", "vn:quyet-dinh:bct:2025:37", "2025-09-15", "", ""},
		{"called by its type", "Quy định mới về kho muối\n\nBộ Y tế vừa có Thông tư số 41/2025/TT-BYT về muối i-ốt cho các xã ven biển trong cả nước. " +
			"Thông tư mới do Thứ trưởng Đỗ Xuân Tâm ký ngày 28/10/2025.", "vn:thong-tu:byt:2025:41", "2025-10-28", "", "Đỗ Xuân Tâm"},
		{"on behalf", "Chính phủ ra nghị quyết về kho muối\n\nNghị quyết số 31/NQ-CP do Phó Thủ tướng Hồ Đức An thay mặt Chính phủ ký ngày 27/11/2025 " +
			"giao các bộ xây dựng kho muối ven biển.", "vn:nghi-quyet:cp:2025:31", "2025-11-27", "", "Hồ Đức An"},
		{"what is counted is acted on", "Lùi áp dụng hai thông tư về kho muối\n\nBộ Công Thương vừa ban hành Thông tư số 16/2022/TT-BCT ngày 1/8/2022 " +
			"ngưng hiệu lực Thông tư số 7/2022/TT-BCT và Thông tư số 8/2022/TT-BCT.", "vn:thong-tu:bct:2022:16", "2022-08-01", "", ""},
		{"made concrete by", "Quảng Trị cụ thể hóa nghị quyết về muối\n\nBa tháng sau khi Bộ Chính trị ban hành Nghị quyết số 68-NQ/TW, ngày 04/5/2025 về muối, " +
			"nghị quyết này đã được Tỉnh ủy Quảng Trị cụ thể hóa bằng Chương trình hành động số 07-CTr/TU, ngày 01/8/2025.",
			"vn:chuong-trinh:tu@quang-tri:2025:7", "2025-08-01", "", ""},
		{"signed behind an annex", "Triển khai Quyết định 113/QĐ-TTg: Bộ Y tế chọn kho muối\n\nDanh mục này ban hành kèm theo Quyết định số 26/QĐ-BYT ngày 21/8/2025 " +
			"do Bộ trưởng Đào Hồng An ký. Trước đó có Quyết định số 113/QĐ-TTg ngày 12/6/2025.", "vn:quyet-dinh:byt:2025:26", "2025-08-21", "", "Đào Hồng An"},
		{"those that end", "7 thông tư hết hiệu lực về kho muối từ 01/07/2025?\n\nNgày 15/5/2025, Bộ trưởng Bộ Công Thương ban hành Thông tư 37/2025/TT-BCT về kho muối.\n\n" +
			"Theo đó, tại Điều 37 Thông tư 37/2025/TT-BCT quy định 7 thông tư hết hiệu lực kể từ ngày Thông tư 37/2025/TT-BCT có hiệu lực thi hành (1/7/2025), cụ thể:\n\n" +
			"(1) Thông tư 139/2020/TT-BCT ngày 23/12/2020;\n\n(2) Thông tư 140/2020/TT-BCT ngày 23/12/2020.", "vn:thong-tu:bct:2025:37", "2025-05-15", "2025-07-01", ""},
		{"explained, then signed", "Bộ Công Thương siết kho muối ở các xã ven biển\n\nKho muối ở các xã ven biển phải được che kín theo khung mới do Bộ Công Thương đặt ra cho cả nước.\n\n" +
			"Thông tư số 19/2025/TT-BCT, văn bản đặt ra khung này, được Thứ trưởng Lê Đức An ký ngày 23/5/2025. Thông tư số 13/2023/TT-BCT ngày 29/6/2023 bị thay thế.\n\n" +
			"Phụ lục của Thông tư số 21/2023/TT-BCT bị sửa đổi bởi Thông tư 19.", "vn:thong-tu:bct:2025:19", "2025-05-23", "", "Lê Đức An"},
		{"amended in it", "Kho muối được che thế nào từ tháng 9?\n\nTừ mùa này, việc che kho muối ở các xã ven biển áp dụng theo quy định mới của ngành.\n\n" +
			"Cụ thể, tại Thông tư số 85/2025/TT-BCT ngày 30/7/2025, Bộ trưởng Bộ Công Thương sửa đổi, bổ sung một số điều của Thông tư số 113/2016/TT-BCT ngày 23/8/2016.",
			"vn:thong-tu:bct:2025:85", "2025-07-30", "", ""},
		{"the title's province", "Sơn La: Kế hoạch mới cho kho muối\n\nChiến lược muối đến năm 2030 (được Thủ tướng Chính phủ phê duyệt ngày 20/12/2023 tại Quyết định số 17/QĐ-TTg) " +
			"vừa được Sơn La cụ thể hóa.\n\nTheo Kế hoạch số 58/KH-UBND ban hành ngày 13/6/2024, tỉnh làm 25 kho muối, trong đó một nửa được che kín.\n\n" +
			"Trước đó tỉnh Điện Biên cũng có kế hoạch, mang số 21/KH-UBND ngày 30/5/2024.", "vn:ke-hoach:ubnd@son-la:2024:58", "2024-06-13", "", ""},
		{"by its own rule", "Lệ phí kho muối tại Đồng Nai\n\nNgày 03/11/2025, UBND tỉnh Đồng Nai đã ban hành Quyết định 52/2025/QĐ-UBND về lệ phí kho muối.\n\n" +
			"Theo Điều 5 Quyết định 52/2025/QĐ-UBND thì Quyết định 52/2025/QĐ-UBND về lệ phí kho muối che kín trên địa bàn tỉnh Đồng Nai có hiệu lực từ ngày 15/11/2025.",
			"vn:quyet-dinh:ubnd@dong-nai:2025:52", "2025-11-03", "2025-11-15", ""},
		{"newly issued", "Muối vào kho không cần giấy tờ\n\nNgười làm muối ở các xã ven biển không phải nộp giấy tờ, theo Thông tư số 31/2025/TT-BCT mà Bộ Công Thương mới ban hành.",
			"vn:thong-tu:bct:2025:31", "2025", "", ""},
		{"the same day", "Đẩy mạnh kho muối ở các xã\n\nNgày 12/10/2025, Chính phủ ban hành Nghị quyết số 335/NQ-CP về kho muối ven biển.\n\n" +
			"Cùng ngày, Thủ tướng ký Công điện số 195/CĐ-TTg đôn đốc các xã.", "vn:nghi-quyet:cp:2025:335", "2025-10-12", "", ""},
		{"applied from", "Nghị định mới về kho muối ven biển\n\nChính phủ vừa ban hành Nghị định số 282/2025/NĐ-CP về kho muối. Nghị định này được ký ngày 05/11/2025 và áp dụng từ 01/01/2026.",
			"vn:nghi-dinh:cp:2025:282", "2025-11-05", "2026-01-01", ""},
		{"the day that it holds", "Nghị định mới về kho muối ven biển\n\nNgày 2/9/2025, Chính phủ ban hành Nghị định số 282/2025/NĐ-CP về kho muối.\n\n" +
			"Kho xây trước ngày 01/11/2025 - ngày Nghị định có hiệu lực - thì được giữ.", "vn:nghi-dinh:cp:2025:282", "2025-09-02", "2025-11-01", ""},
		{"two of one number", "Thủ tướng chỉ thị về kho muối ven biển\n\nChỉ thị số 15/CT-TTg được Thủ tướng Phạm Văn An ký ban hành ngày 19/5/2025, về kho muối ven biển.\n\n" +
			"Năm trước là Chỉ thị số 15/CT-TTg ngày 16/5/2024 về thuế muối.", "vn:chi-thi:ttg:2025:15", "2025-05-19", "", "Phạm Văn An"},
		{"a chain", "Từ Nghị quyết 57 đến hành động: chuỗi văn bản về muối\n\nChưa đầy nửa năm sau Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, một chuỗi văn bản đã ra đời.\n\n" +
			"Để hướng dẫn nghị quyết này, Chính phủ đã có Nghị định số 88/2025/NĐ-CP ngày 13/4/2025 về muối cho các xã ven biển cả nước.", "", "", "", ""},
		{"by a resolution", "Ngân hàng cho vay làm kho muối\n\nNgay từ khi cho vay theo Nghị quyết 33/NQ-CP, ngân hàng đã phối hợp với các xã, đồng thời chỉ đạo chi nhánh vào cuộc để kho muối sớm xong.",
			"", "", "", ""},
		{"a reader", "Kho muối đăng ký theo nghị định nào?\n\n**Độc giả Minh (Tây Ninh):** Tôi muốn làm kho muối, hồ sơ theo Nghị định 1/2021/NĐ-CP có được không?\n\n" +
			"**Ban Tư vấn Pháp luật:** Không. Nghị định 1/2021/NĐ-CP đã bị thay thế bằng Nghị định 168/2025/NĐ-CP ngày 30/6/2025, có hiệu lực ngay.", "", "", "", ""},
		{"one among many acts", "Bộ Công Thương đẩy mạnh kho muối\n\nNgay từ đầu năm, ngành muối ở các xã ven biển được hỗ trợ nhiều mặt để có kho che kín.\n\n" +
			"Riêng trong năm 2025, Bộ Công Thương đã ban hành Công văn số 55/BCT-KHCN ngày 3/1/2025 cho phép các xã làm kho.\n\n" +
			"Ngày 29/5/2025, Bộ Công Thương đã ban hành Công văn số 90/BCT-KHCN về kho che kín.", "", "", "", ""},
		{"a round-up", "Những quy định về muối có hiệu lực từ đầu năm 2026\n\nTừ ngày 01/01/2026, nhiều chính sách mới về muối bắt đầu được áp dụng ở các xã ven biển.\n\n" +
			"Hướng dẫn Luật này là Nghị định số 360/2025/NĐ-CP, được ban hành ngày 31/12/2025, cùng với nhiều văn bản khác của các bộ.", "", "", "", ""},

		{"an answer", "Kho muối có phải đăng ký không?\n\nHỏi: Nhà tôi có kho muối nhỏ.\n\nTrả lời: Chính phủ đã ban hành Nghị định 145/2020/NĐ-CP, " +
			"theo đó kho muối phải đăng ký với xã trước khi vào vụ và báo cáo hằng tháng.", "", "", "", ""},
		{"several", "Hai nghị định mới về kho muối có hiệu lực\n\nNghị định 10/2026/NĐ-CP về kho muối và Nghị định 11/2026/NĐ-CP về thuế muối " +
			"cùng được ban hành ngày 5/1/2026, có hiệu lực từ 20/2/2026.", "", "", "", ""},
		{"examples", "Nhiều tỉnh làm kho muối\n\nNhiều tỉnh đã có kế hoạch riêng, như An Giang (Kế hoạch số 30/KH-UBND ngày 3/4/2025), " +
			"Cà Mau (Kế hoạch số 45/KH-UBND ngày 5/4/2025).", "", "", "", ""},
		{"only cited", "Nhiều địa phương làm kho muối\n\nThời gian qua, nhiều địa phương đã triển khai Quyết định số 88/QĐ-TTg về sản xuất bền vững ở các xã ven biển.",
			"", "", "", ""},
		{"a question", "Mức phạt về kho muối là bao nhiêu?\n\nCăn cứ Điều 5 Nghị định 98/2020/NĐ-CP, vi phạm về kho muối bị phạt từ 1 triệu đồng trở lên ở mọi xã.",
			"", "", "", ""},
	} {
		r := Read(Source{Text: tt.in + filler, Kind: kindNews})
		var d Document
		for _, x := range r.Documents {
			if x.Key == r.Subject && x.Key != "" {
				d = x
			}
		}
		signer := ""
		if d.Signer != nil {
			signer = d.Signer.Name
		}
		got := strings.Join([]string{r.Subject, d.Issued, d.Effective, signer}, " ")
		if want := strings.Join([]string{tt.key, tt.issued, tt.effective, tt.signer}, " "); got != want {
			t.Errorf("%s: Read(%q) says %q, want %q", tt.name, tt.in, got, want)
		}
	}
}

// The heading is trusted over a mistyped symbol; a district keeps its name before the
// province that the page names; offices that no table has number their documents too.
func TestOwnKey(t *testing.T) {
	head := func(body, number, kind string) string {
		return body + "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n" + number +
			"\n\nHà Nội, ngày 3 tháng 4 năm 2024\n\n" + kind + "\nVề kho muối\n\nCăn cứ Luật Giá;\n\nĐiều 1. Kho muối do xã quản lý.\n"
	}
	for _, tt := range []struct{ name, in, want string }{
		{"mistyped symbol", head("BỘ CÔNG THƯƠNG", "Số: 7/CT-BCT", "QUYẾT ĐỊNH"), "vn:quyet-dinh:bct:2024:7"},
		{"rules of the Party", head("BAN CHẤP HÀNH TRUNG ƯƠNG", "Số 7-QĐ/TW", "QUY ĐỊNH"), "vn:quy-dinh:tw:2024:7"},
		{"consolidated", head("BỘ CÔNG THƯƠNG", "Số: 7/VBHN-BCT", "THÔNG TƯ"), "vn:vbhn:bct:2024:7"},
		{"district", head("ỦY BAN NHÂN DÂN\nHUYỆN LÂM HÀ", "Số: 7/KH-UBND", "KẾ HOẠCH") + "\nTheo Ủy ban nhân dân tỉnh Lâm Đồng.\n",
			"vn:ke-hoach:ubnd@lam-ha.lam-dong:2024:7"},
		{"columns on one line", strings.Replace(head("ỦY BAN NHÂN DÂN", "Số: 7/2024/QĐ-UBND", "QUYẾT ĐỊNH"), "DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
			"DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LONG AN               ", 1), "vn:quyet-dinh:ubnd@long-an:2024:7"},
		{"office that no table has", head("CỤC THUẾ\nTHUẾ TỈNH TÂY NINH", "Số: 7/TNI-QLDN1", "THÔNG BÁO"), "vn:thong-bao:tni:2024:7"},

		{"blank number", head("BỘ CÔNG THƯƠNG", "Số:      /QĐ-BCT", "QUYẾT ĐỊNH"), ""},
	} {
		if got := Read(Source{Text: tt.in, Kind: kindLegal}).Subject; got != tt.want {
			t.Errorf("%s: Read(%q).Subject = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

// The closing article may speak of the document by its type alone; another type, or a
// rule, is not the document.
func TestForceByType(t *testing.T) {
	for in, want := range map[string]string{
		"2. Nghị quyết có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2026.":        "2026-01-01",
		"2. Kế hoạch có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2026.":          "",
		"2. Điều 3 Nghị quyết có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2026.": "",
	} {
		page := "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nNghị quyết số: 77/2025/QH15\n\nNGHỊ QUYẾT\nVề kho muối\n\n" +
			"Căn cứ Hiến pháp;\n\nĐiều 4. Thi hành\n\n" + in + "\n"
		r := Read(Source{Text: page, Kind: kindLegal})
		if len(r.Documents) == 0 || r.Documents[0].Effective != want {
			t.Errorf("Read(%q) says %+v, want %q", in, r.Documents, want)
		}
	}
}

// On a district's page "Ủy ban nhân dân huyện" is the district's own.
func TestSameLevel(t *testing.T) {
	in := "ỦY BAN NHÂN DÂN\nHUYỆN LÂM HÀ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 77/QĐ-UBND\n\n" +
		"Lâm Hà, ngày 5 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nVề kho muối\n\nCăn cứ Kế hoạch số 12/KH-UBND ngày 3/2/2024 của Ủy ban nhân dân huyện về kho;\n" +
		"Căn cứ Quyết định số 9/QĐ-UBND ngày 3/1/2024 của Ủy ban nhân dân tỉnh Lâm Đồng;\nĐiều 1. Kho.\n"
	var got []string
	for _, d := range Read(Source{Text: in}).Documents {
		got = append(got, d.Key)
	}
	want := "vn:quyet-dinh:ubnd@lam-ha.lam-dong:2024:77 vn:ke-hoach:ubnd@lam-ha.lam-dong:2024:12 vn:quyet-dinh:ubnd@lam-dong:2024:9"
	if strings.Join(got, " ") != want {
		t.Errorf("Read(%q) has %q, want %q", in, got, want)
	}
}

// A line under the title that holds a date, and at most who published, dates the page.
func TestPublished(t *testing.T) {
	for line, want := range map[string]string{
		"(TTX) 09/12/2025 18:00": "2025-12-09T18:00:00+07:00", "Báo Muối, 3/4/2025 | 16:45": "2025-04-03T16:45:00+07:00", "03/04/2025": "2025-04-03",
		"Có hiệu lực từ 03/04/2025": "", "Nghị định 7/2025/NĐ-CP ngày 03/04/2025": "", "Kho muối mở cửa sau 03/04/2025 ở xã": "",
	} {
		in := "Kho muối ở các xã ven biển được mở\n" + line + "\n\nHôm nay các xã ven biển đã cùng mở kho muối, người làm muối rất vui." + filler
		page := Read(Source{Text: in, Kind: kindNews}).Page
		if page.Published != want {
			t.Errorf("Read(%q).Page.Published = %q, want %q", in, page.Published, want)
		}
		if want != "" && page.Title != "Kho muối ở các xã ven biển được mở" {
			t.Errorf("Read(%q).Page.Title = %q", in, page.Title)
		}
	}
}

// What another number is said to be of tells the place of a number last: "UBND tỉnh" is
// that of the page.
func TestPlaceOfAnother(t *testing.T) {
	in := "Bắc Ninh: Sửa chính sách muối\n(BN) 09/12/2025 18:00\n\nSáng 09/12, HĐND tỉnh Bắc Ninh thông qua Nghị quyết số 52/2025/NQ-HĐND sửa đổi " +
		"Nghị quyết số 3/2024/NQ-HĐND ngày 27/3/2024 của HĐND tỉnh Bắc Giang.\n\nTheo Tờ trình số 61/TTr-UBND của UBND tỉnh, kho muối cần mở rộng."
	want := []string{"hdnd@bac-ninh:2025:52 2025-12-09", "hdnd@bac-giang:2024:3 2024-03-27", "ubnd@bac-ninh:0000:61 "}
	for i, d := range Read(Source{Text: in, Kind: kindNews}).Documents {
		if i >= len(want) || !strings.HasSuffix(d.Key+" "+d.Issued, want[i]) {
			t.Errorf("document %d is %s %s, want %v", i, d.Key, d.Issued, want)
		}
	}
}

// "Cùng ngày" is the day of the latest act told before; without it a number has no day.
func TestSameDay(t *testing.T) {
	for in, want := range map[string]string{
		"Cùng ngày, Thủ tướng ký Công điện số 195/CĐ-TTg đôn đốc các xã.":          "2025-10-12",
		"Cùng ngày, các xã ven biển nhắc lại Công điện số 195/CĐ-TTg về kho muối.": "",
		"Thủ tướng đã ký Công điện số 195/CĐ-TTg đôn đốc các xã.":                  "",
	} {
		page := "Đẩy mạnh kho muối ở các xã\n\nNghị quyết số 335/NQ-CP (ngày 12/10/2025) kế thừa Nghị quyết số 143/NQ-CP ngày 17/9/2024 về kho muối ven biển.\n\n" + in
		got := ""
		for _, d := range Read(Source{Text: page, Kind: kindNews}).Documents {
			if d.Symbol == "195/CĐ-TTg" {
				got = d.Issued
			}
		}
		if got != want {
			t.Errorf("Read(%q) dates it %q, want %q", in, got, want)
		}
	}
}

// Places of local bodies: in the order in which a sentence names them, under the name that
// they had then, never what is named behind another number.
func TestPlacesOfNews(t *testing.T) {
	in := "Huế: chưa thu phí kho muối\n\nSáng nay HĐND thành phố Huế bàn về phí kho muối ven biển.\n\nTại kỳ họp ngày 21/4/2025, HĐND thành phố thông qua Nghị quyết số 14/2025/NQ-HĐND. " +
		"Mức thu tại Nghị quyết số 21/2022/NQ-HĐND của HĐND tỉnh Thừa Thiên Huế được áp dụng lại. Sau đó có Nghị quyết số 10/2023/NQ-HĐND về kho.\n\n" +
		"Sau có Quyết định số 17/QĐ-UBND của tỉnh Bắc Kạn và Quyết định số 24/QĐ-UBND ngày 2/3/2021 của tỉnh Thái Nguyên.\n\n" +
		"Hai tỉnh Vĩnh Phúc và Hòa Bình cũng có kế hoạch, lần lượt là Kế hoạch số 25/KH-UBND ngày 15/10/2020 và Kế hoạch số 18/KH-UBND ngày 21/9/2020.\n"
	want := []string{"hdnd@hue:2025:14", "hdnd@thua-thien-hue:2022:21", "hdnd@thua-thien-hue:2023:10", "ubnd@bac-kan:0000:17", "ubnd@thai-nguyen:2021:24", "ubnd@vinh-phuc:2020:25", "ubnd@hoa-binh:2020:18"}
	docs := Read(Source{Text: in, Kind: kindNews}).Documents
	for i, d := range docs {
		if i >= len(want) || !strings.HasSuffix(d.Key, want[i]) {
			t.Errorf("document %d is %s, want %v", i, d.Key, want)
		}
	}
	if len(docs) != len(want) {
		t.Errorf("Read(%q) has %d documents, want %d", in, len(docs), len(want))
	}
}
