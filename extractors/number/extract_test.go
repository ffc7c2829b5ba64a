package number

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
)

// show prints a number with what it tells: family, number, type, issuers, year, term, unit.
func show(n Number) string {
	s := n.Family.String() + " " + n.Num + " " + n.Type + " " + strings.Join(n.Orgs, "+")
	if n.Year != 0 {
		s += " y" + strconv.Itoa(n.Year)
	}
	if n.Term != 0 {
		s += " t" + strconv.Itoa(n.Term)
	}
	if n.Unit != "" {
		s += " u" + n.Unit
	}
	return s
}

func TestExtract(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"decree", "Nghị định số 15/2021/NĐ-CP.", []string{"F1 15 nghi-dinh CP y2021"}},
		{"law", "Luật số 64/2025/QH15", []string{"F2 64  QH y2025 t15"}},
		{"term left out", "Pháp lệnh số 02/2020/UBTVQH ngày", []string{"F2 02  UBTVQH y2020"}},
		{"term cut short", "43/2024/QH1;", []string{"F2 43  QH y2024"}},
		{"footnote behind", "30/2020/NĐ-CP3 và", []string{"F1 30 nghi-dinh CP y2020"}},
		{"joint", "(05/2019/TTLT-BTC-BCA)", []string{"F10 05 thong-tu-lien-tich BTC+BCA y2019"}},
		{"joint, comma", "số 3/2009/TTLT-BNN, BTC hướng dẫn", []string{"F10 3 thong-tu-lien-tich BNNPTNT+BTC y2009"}},
		{"joint, line break", "9/2012/TTLT-BTC-\nBCT", []string{"F10 9 thong-tu-lien-tich BTC+BCT y2012"}},
		{"joint, no list", "Thông tư số 02/TTLB", []string{"F7 02 thong-tu-lien-tich LB"}},
		{"code with hyphen", "12/2001/TT-GD-ĐT", []string{"F1 12 thong-tu GD-ĐT y2001"}},
		{"order of the President", "7/2018/L-CTN", []string{"F1 7 lenh CTN y2018"}},
		{"precedent", "Án lệ số 69/2023/AL về", []string{"F1 69 an-le HĐTP y2023"}},
		{"no hyphen", "số 92/2017/NĐCP ngày", []string{"F1 92 nghi-dinh CP y2017"}},
		{"hyphen behind the year", "255/2025-NĐ-CP", []string{"F1 255 nghi-dinh CP y2025"}},
		{"Markdown", "Nghị quyết số** 203**/2025/QH15**", []string{"F2 203  QH y2025 t15"}},
		{"copy", "12/SL-BCT", []string{"F3 12 ban-sao-luc BCT"}},
		{"chairman", "Quyết định 52/2025/QĐ-CTUBND", []string{"F1 52 quyet-dinh CTUBND y2025"}},
		{"units", "số 2265/BC-BNG-NVVH ngày", []string{"F3 2265 bao-cao BNG uNVVH"}},
		{"tax office", "Số: 5467/CT-CS", []string{"F4 5467 cong-van CT uCS"}},
		{"list of letters", "các văn bản số: 8004/BNNMT-ĐCKS\nngày 17 tháng 10 năm 2025, 8008/BNNMT-ĐCKS",
			[]string{"F4 8004 cong-van BNNMT uĐCKS", "F4 8008 cong-van BNNMT uĐCKS"}},
		{"table of metadata", "**Số hiệu:**\n|\n10989/BNV-TCBC\n|", []string{"F4 10989 cong-van BNV uTCBC"}},
		{"Party in the State's form", "số 160/QĐ-TW", []string{"F3 160 quyet-dinh TW"}},
		{"Party letter", "Công văn số 9151- CV/BTCTW", []string{"F6 9151 cong-van BTCTW"}},
		{"council of ministers", "Quyết định số 87-CT ngày", []string{"F7 87  CT"}},
		{"old finance", "Quyết định số 141 TC/CĐKT", []string{"F7 141  BTC uCĐKT"}},
		{"standards", "QCVN\n61-MT:2016/BTNMT, TCVN 4513-88", []string{"F9 61-MT qcvn BTNMT y2016", "F9 4513 tcvn  y1988"}},
		{"bullet before", "-12/2020/TT-BYT", []string{"F1 12 thong-tu BYT y2020"}},
		{"next item", "Quyết định số 3/QĐ-TTg\n- Bộ Y tế", []string{"F3 3 quyet-dinh TTg"}},

		{"path", "/vb/15/2020/NĐ-CP/tai-ve", nil},
		{"blank", "Quyết định số …/2026/QĐ-TTg; số ..../2026/QĐ-TTg", nil},
		{"court", "Bản án 12/2020/DS-ST, 5/2021/QĐ-PT, 01/2017/QĐ-TA", nil},
		{"licence", "Giấy phép số 12/GP-BTTTT", nil},
		{"forms", "Mẫu số 02/BC-BTC, biểu 03/KH-UBND, tờ khai 01/TSMH", nil},
		{"gazette", "CÔNG BÁO/Số 347 + 348/Ngày 25-02-2025", nil},
		{"annex form", "01/PL-BT", nil},
		{"unknown issuer, no cue", "bảng 3/KH-XYZ", nil},
		{"numbers", "1/500; 24/7; 10.000 đồng/QĐ; 5.120/QĐ-TTg; 2021-2025/KH-CP", nil},
		{"too long", "123456/2020/NĐ-CP", nil},
		{"English", "Decision No. 12 of 2020/21, see p. 3/BCD-X", nil},
		{"empty", "", nil},
	} {
		var got []string
		for _, m := range Extract(normalize.Text(tt.in)) {
			got = append(got, show(m.Value))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: Extract(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestTypeByWord(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Nghị định", "nghi-dinh"}, {"nghi dinh", "nghi-dinh"}, {"NGHỊ QUYẾT LIÊN TỊCH", "nghi-quyet-lien-tich"},
		{"NĐ", "nghi-dinh"}, {"Thông tư liên bộ", "thong-tu-lien-tich"}, {"Văn bản hợp nhất", "vbhn"},
		{"Đề án", "de-an"}, {"Dự án", "du-an"}, {"ĐA", "de-an"}, {"DA", "du-an"},

		{"pháp luật", ""}, {"nghị", ""}, {"Nghị định này", ""}, {"", ""},
	} {
		if got, _ := TypeByWord(tt.in); got.Slug != tt.want {
			t.Errorf("TypeByWord(%q) = %q, want %q", tt.in, got.Slug, tt.want)
		}
	}
}

// The slugs of the table are unique, and every type that has a code is found by it.
func TestTypes(t *testing.T) {
	seen := map[string]bool{}
	for _, is := range types().all {
		if seen[is.Slug] {
			t.Errorf("slug %q stands twice", is.Slug)
		}
		seen[is.Slug] = true
		if got, ok := TypeBySlug(is.Slug); !ok || got != is {
			t.Errorf("TypeBySlug(%q) = %+v, want %+v", is.Slug, got, is)
		}
		if got, _ := TypeByWord(is.Code); is.Code != "" && got != is {
			t.Errorf("TypeByWord(%q) = %+v, want %+v", is.Code, got, is)
		}
	}
}

func TestTerms(t *testing.T) {
	for _, tt := range []struct {
		year int
		day  string
		want int
	}{
		{1993, "", 9}, {1997, "", 0}, {1997, "1997-05-10", 9}, {1997, "1997-12-12", 10},
		{2002, "2002-04-02", 10}, {2020, "", 14}, {2021, "2021-03-30", 0}, {1980, "", 0},
	} {
		if got := TermOn(tt.year, tt.day); got != tt.want {
			t.Errorf("TermOn(%d, %q) = %d, want %d", tt.year, tt.day, got, tt.want)
		}
	}
	for _, tt := range []struct {
		term, year int
		want       bool
	}{{13, 2012, true}, {15, 2012, false}, {14, 2021, true}, {7, 1985, true}, {15, 0, true}} {
		if got := InTerm(tt.term, tt.year); got != tt.want {
			t.Errorf("InTerm(%d, %d) = %v, want %v", tt.term, tt.year, got, tt.want)
		}
	}
}

func TestOwn(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"office that no table has", "Số: 3257/TNI-QLDN1", "3257/TNI-QLDN1"},
		{"school", "Số: 839/QyĐ-ĐHXYZ-TCHC", "839/QyĐ-ĐHXYZ-TCHC"},
		{"known", "Số: 12/QĐ-BCT", "12/QĐ-BCT"},

		{"blank", "Số:     /QĐ-UBND", ""},
		{"a date", "Số: 12/2024", ""},
	} {
		text := normalize.Text(tt.in)
		m, ok := Own(text, extractors.Span{Start: len("Số: "), End: len(text.Norm)})
		if m.Value.Printed != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: Own(%q) = %q, want %q", tt.name, tt.in, m.Value.Printed, tt.want)
		}
	}
}
