package agency

import (
	"slices"
	"testing"

	"vnlex/extractors"
)

func TestByName(t *testing.T) {
	for _, tt := range []struct{ in, key, office, rest string }{
		{"Bộ Công Thương ban hành", "bct", "", " ban hành"},
		{"bộ công thương", "bct", "", ""},
		{"BỘ TÀI CHÍNH", "btc", "", ""},
		{"Bộ Văn hoá - Thể thao và Du lịch", "bvhttdl", "", ""},
		{"Bộ Văn hóa, Thể thao và Du lịch", "bvhttdl", "", ""},
		{"Bộ Lao động, Thương binh và Xã hội", "bldtbxh", "", ""},
		{"Bộ LĐ-TB&XH", "bldtbxh", "", ""},
		{"Bộ NN&PTNT", "bnnptnt", "", ""},
		{"Bộ trưởng Bộ Công Thương", "bct", "Bộ trưởng", ""},
		{"Bộ trưởng Công Thương", "bct", "Bộ trưởng", ""},
		{"Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "vpcp", "Bộ trưởng", ""},
		{"Thống đốc Ngân hàng Nhà nước Việt Nam", "nhnn", "Thống đốc", ""},
		{"Thủ tướng Chính phủ", "ttg", "", ""},
		{"Phó Thủ tướng Thường trực", "ttg", "Phó Thủ tướng Thường trực", ""},
		{"Chính phủ quy định", "cp", "", " quy định"},
		{"Uỷ ban thường vụ Quốc hội", "ubtvqh", "", ""},
		{"Ban Bí thư", "tw", "", ""},
		{"Ủy ban nhân dân tỉnh Cà Mau về", "ubnd@ca-mau", "", " về"},
		{"UBND TP. Hà Nội", "ubnd@ha-noi", "", ""},
		{"UBND thành phố Hồ Chí Minh", "ubnd@ho-chi-minh", "", ""},
		{"UBND tỉnh", "ubnd@x", "", " tỉnh"},
		{"Chủ tịch UBND tỉnh Bà Rịa - Vũng Tàu", "ubnd@ba-ria-vung-tau", "Chủ tịch", ""},
		{"UBND huyện Lâm Hà, tỉnh Lâm Đồng ban", "ubnd@lam-ha.lam-dong", "", " ban"},
		{"UBND huyện Lâm Hà (Lâm Đồng) họp", "ubnd@lam-ha.lam-dong", "", " họp"},
		{"UBND quận 1, TP. Hồ Chí Minh", "ubnd@quan-1.ho-chi-minh", "", ""},
		{"Sở Công Thương Hải Dương", "sct@hai-duong", "", ""},
		{"Ban Thường vụ Tỉnh ủy Nghệ An", "tu@nghe-an", "", ""},
		{"Ban Thường vụ Đảng ủy Bộ Công Thương", "dub@bct", "Ban Thường vụ", ""},
		{"Bảo hiểm xã hội tỉnh Thái Nguyên", "bhxh@thai-nguyen", "", ""},
		{"BHXH Việt Nam", "bhxh", "", ""},

		{"Bộ phận một cửa", "", "", ""},
		{"Chủ tịch công đoàn", "", "", ""},
		{"Ministry of Industry and Trade", "", "", ""},
		{"", "", "", ""},
	} {
		m, ok := ByName(tt.in)
		if !ok {
			if tt.key != "" {
				t.Errorf("ByName(%q) found nothing, want %q", tt.in, tt.key)
			}
			continue
		}
		if m.Key() != tt.key || m.Office != tt.office || tt.in[m.End:] != tt.rest {
			t.Errorf("ByName(%q) = %q, %q, rest %q, want %q, %q, %q", tt.in, m.Key(), m.Office,
				tt.in[m.End:], tt.key, tt.office, tt.rest)
		}
	}
}

func TestAllByName(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"liên Bộ Tài chính - Công Thương", []string{"btc", "bct"}},
		{"Liên bộ Tài chính, Công Thương, Y tế", []string{"btc", "bct", "byt"}},
		{"Bộ Tài chính và Bộ Công Thương", []string{"btc", "bct"}},
		{"Bộ Tài chính, Thông tư", []string{"btc"}},

		{"liên tịch", nil},
	} {
		var got []string
		for _, m := range AllByName(tt.in) {
			got = append(got, m.Key())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("AllByName(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestIssuerOf(t *testing.T) {
	for _, tt := range []struct{ in, code, key string }{
		{"BCT", "BCT", "bct"},
		{"TTG", "TTg", "ttg"},
		{"BGDDT", "BGDĐT", "bgddt"},
		{"BGD&ĐT", "BGDĐT", "bgddt"},
		{"BLDTBXH", "BLĐTBXH", "bldtbxh"},
		{"BNN", "BNNPTNT", "bnnptnt"},
		{"BNN&PTNT", "BNNPTNT", "bnnptnt"},
		{"BKH", "BKH", "bkh"},
		{"BTN&MT", "BTNMT", "btnmt"},
		{"VKSTC", "VKSNDTC", "vksndtc"},
		{"TƯ", "TW", "tw"},
		{"ĐHKT", "ĐHKT", ""},
	} {
		is := IssuerOf(tt.in)
		if is.Code != tt.code || is.Key != tt.key {
			t.Errorf("IssuerOf(%q) = %q, %q, want %q, %q", tt.in, is.Code, is.Key, tt.code, tt.key)
		}
	}
}

func TestName(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"bct", "Bộ Công Thương"},
		{"qh15", "Quốc hội"},
		{"bkh", "Bộ Kế hoạch và Đầu tư"},
		{"ubnd@ca-mau", "Ủy ban nhân dân tỉnh Cà Mau"},
		{"ubnd@gia-lai~2025", "Ủy ban nhân dân tỉnh Gia Lai"},
		{"hdnd@ha-noi", "Hội đồng nhân dân thành phố Hà Nội"},
		{"tu@nghe-an", "Tỉnh ủy Nghệ An"},
		{"tu@ha-noi", "Thành ủy Hà Nội"},
		{"ubnd@x", "Ủy ban nhân dân"},

		{"dhkt", "dhkt"},
	} {
		if got := Name(tt.in); got != tt.want {
			t.Errorf("Name(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestAt(t *testing.T) {
	for _, tt := range []struct{ issuer, issued, want string }{
		{"bct", "2024-05-16", "bct"},
		{"qh15", "2025-02-18", "qh"},
		{"bkh", "2009", "bkhdt"},
		{"bnv", "1994-05-04", "bnv*"},
		{"bnv", "1998-05", "bnv*"},
		{"bnv", "2005", "bnv"},
		{"bnv", "", "bnv"},
		{"ubnd@gia-lai", "2025-06-30", "ubnd@gia-lai"},
		{"ubnd@gia-lai", "2025-07-01", "ubnd@gia-lai~2025"},
		{"ubnd@gia-lai", "2025-07", "ubnd@gia-lai~2025"},
		{"ubnd@gia-lai", "2025", "ubnd@gia-lai"},
		{"ubnd@gia-lai", "2026", "ubnd@gia-lai~2025"},
		{"ubnd@gia-lai~2025", "2025-08-01", "ubnd@gia-lai~2025"},
		{"ubnd@ha-noi", "2026-01-01", "ubnd@ha-noi"},
		{"ubnd@x", "2026-01-01", "ubnd@x"},
	} {
		if got := At(tt.issuer, tt.issued); got != tt.want {
			t.Errorf("At(%q, %q) = %q, want %q", tt.issuer, tt.issued, got, tt.want)
		}
	}
}

func TestComponent(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"ubnd@gia-lai", []string{"ubnd@binh-dinh", "ubnd@gia-lai", "ubnd@gia-lai~2025"}},
		{"hdnd@hue", []string{"hdnd@hue", "hdnd@thua-thien-hue"}},
		{"hdbt", []string{"cp", "hdbt", "hdcp"}},
		{"nhnn", []string{"nhnn"}},
	} {
		if got := Component(tt.in); !slices.Equal(got, tt.want) {
			t.Errorf("Component(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Every end of a succession is an agency that the tables know.
func TestSuccessions(t *testing.T) {
	seen := map[Succession]bool{}
	for _, s := range Successions() {
		for _, code := range []string{s.From, s.To} {
			if a, ok := ByKey(code); !ok || a.Name == "" {
				t.Errorf("ByKey(%q) of %v found nothing", code, s)
			}
		}
		if s.From == s.To || seen[s] {
			t.Errorf("Successions() holds %v twice or with itself", s)
		}
		seen[s] = true
	}
	if n := len(Successions()); n != 50+2*(52+2) {
		t.Errorf("Successions() has %d edges, want %d", n, 50+2*(52+2))
	}
}

func TestPlaces(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Cà Mau", "ca-mau"}, {"tỉnh Đắk Lắk", "dak-lak"}, {"Đắc Lắc", "dak-lak"},
		{"TP. Hồ Chí Minh", "ho-chi-minh"}, {"TP.HCM", "ho-chi-minh"}, {"Hoà Bình", "hoa-binh"},

		{"Vinh", ""}, {"Cà Mau và", ""},
	} {
		if got, _ := Province(tt.in); got.Slug != tt.want {
			t.Errorf("Province(%q) = %q, want %q", tt.in, got.Slug, tt.want)
		}
	}
	for _, tt := range []struct{ in, want string }{
		{"Vinh", "nghe-an"}, {"Phan Rang-Tháp Chàm", "ninh-thuan"}, {"Quy Nhơn", "binh-dinh"},
		{"TP. Hồ Chí Minh", "ho-chi-minh"}, {"Paris", ""},
	} {
		if got, _ := Seat(tt.in); got.Slug != tt.want {
			t.Errorf("Seat(%q) = %q, want %q", tt.in, got.Slug, tt.want)
		}
	}
}

func TestExtract(t *testing.T) {
	text := "Bộ trưởng Bộ Y tế giao UBND tỉnh Cà Mau; ngân sách trung ương; the Ministry."
	var got []string
	for _, m := range Extract(extractors.Plain(text)) {
		got = append(got, text[m.Span.Start:m.Span.End]+"="+m.Value.Key())
	}
	want := []string{"Bộ trưởng Bộ Y tế=byt", "UBND tỉnh Cà Mau=ubnd@ca-mau"}
	if !slices.Equal(got, want) {
		t.Errorf("Extract(%q) = %q, want %q", text, got, want)
	}
}
