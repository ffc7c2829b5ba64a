package rtf

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/page/sheet/sheettest"
)

func TestRead(t *testing.T) {
	const fonts = `{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset163 Times;}}`
	for _, tt := range []struct{ name, in, want string }{
		{"paragraphs", `{\rtf1\ansi Mot\par Hai\par}`, "Mot\nHai"},
		{"the last one without an end", `{\rtf1 Mot\par Hai}`, "Mot\nHai"},
		{"by number, with what is for old readers", `{\rtf1\uc1 \u272?i\u7873?u 1\u768 ` +
			`'x\uc0\u272 i}`,
			"Điều 1̀xĐi"},
		{"two characters for one", `{\rtf1\uc2 \u272\'44\'44i\u7873{}ab}`, "Điềab"},
		{"beyond the first plane", `{\rtf1\u-10179?\u-9020?}`, "\U0001F4C4"},
		{"by the font", `{\rtf1` + fonts + `\f0 \'f0\'d0 \f1 \'f0\'ec {\f0 \'f0}\'d0}`,
			"ðÐ đ\u0301 ðĐ"},
		{"signs", `{\rtf1 TTr\_BCT\~a\tab b\line c\-d \ldblquote e\rdblquote  \{f\}\\}`,
			"TTr-BCT a b/cd “e” {f}\\"},
		{"hidden and deleted", `{\rtf1 a{\v b}{\deleted c}\v d\v0 e\plain f}`, "aef"},
		{"capitals", "{\\rtf1 {\\caps b\\u7897? c\\u244?ng} th\\u432?\\u417?ng}", "BỘ CÔNG thương"},
		{"what is no text", `{\rtf1` + fonts + `{\colortbl;\red0;}{\info{\title a}}{\*\unknown b}` +
			`{\pict 0102}{\stylesheet{\s0 Normal;}}{\header h\par}x}`, "x"},
		{"bytes that look like braces", `{\rtf1 a\bin4 {{{{b}`, "ab"},
		{"field", `{\rtf1{\field{\*\fldinst HYPERLINK "x"}{\fldrslt Luat}} a}`, "Luat a"},
		{"numbers of lists", `{\rtf1{\listtext\plain 1.\tab}Mot\par{\pntext a)\tab}Hai\par}`,
			"1. Mot\na) Hai"},
		{"table", `{\rtf1 a\par\trowd\pard\intbl b\cell c\par d\cell\row\pard e\par}`,
			"a\n[b | c\nd | ]\ne"},
		{"empty cells, rows that follow each other",
			`{\rtf1\trowd\pard\intbl\cell b\cell\row\trowd\intbl c\cell\cell\row}`,
			"[| b | ]\n[c | | ]"},
		{"a table in a table", `{\rtf1\trowd\pard\intbl\itap2 ` +
			`b\nestcell{\*\nesttableprops\nestrow}` +
			`\pard\intbl c\cell\row}`, "[[b | ]\nc | ]"},
		{"note", `{\rtf1 a{\footnote\pard b\par c}d\par e}`, "a[1]d\n[1] b\nc\ne"},
	} {
		body, err := Read([]byte(tt.in))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, sheettest.Lines(body)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.name, diff)
		}
	}
}

// TestMadeByOffice reads a file that an office program has written.
func TestMadeByOffice(t *testing.T) {
	raw, err := os.ReadFile("testdata/rich.rtf")
	if err != nil {
		t.Fatal(err)
	}
	body, err := Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	want := `BỘ TÀI NGUYÊN ĐẤT RỪNG
Số: 15/TT-BTNĐR
Chương I QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
1. Thông tư này quy định về hồ sơ:
a) Hồ sơ giấy;
b) Hồ sơ điện tử.
2. Hồ sơ nộp tại Sở[1].
[1]  Sở Nông nghiệp.
Điều 2. Đối tượng áp dụng
1. Cơ quan nhà nước
mới còn lại
Luật Đất rừng số 11/2021/QH15 sau tab/dòng-mới
[STT | Tên | | ]
[1 | [trong 1 | trong 2 | ]
ngoài | a
b | | | ]
Cuối cùng`
	got := strings.ReplaceAll(sheettest.Lines(body), "\n ", "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRefused(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"cut off", `{\rtf1 a`, "bad_rtf"},
		{"cut off in a word", `{\rtf1 \`, "bad_rtf"},
		{"no RTF", `abc`, "bad_rtf"},
		{"deep groups", `{\rtf1` + strings.Repeat("{", 1000) + strings.Repeat("}", 1001),
			"too_deep"},
		{"deep tables", `{\rtf1\pard\intbl\itap99 a\nestcell}`, "too_deep"},
		{"too much", `{\rtf1 ` + strings.Repeat(`\par a`, 1<<20) + `}`, "too_large"},
		{"deep notes", `{\rtf1` + strings.Repeat(`{\footnote a`, 100) + strings.Repeat("}", 101),
			"too_deep"},

		{"all well", `{\rtf1 a}`, ""},
	} {
		_, err := Read([]byte(tt.in))
		if sheettest.Code(err) != tt.want || (err == nil) != (tt.want == "") {
			t.Errorf("%s: %v, want code %q", tt.name, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{\rtf1\trowd\pard\intbl\itap2 b\nestcell{\*\nesttableprops\nestrow}\intbl ` +
		`c\cell\row}`))
	f.Add([]byte(`{\rtf1\uc2 \u272\'44 a{\footnote\pard\intbl b\cell\par c}d\bin3 abc\par e}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		body, err := Read(raw)
		var e *fault.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("an error of another kind: %v", err)
		}
		if err == nil && body == nil {
			t.Error("neither text nor error")
		}
	})
}
