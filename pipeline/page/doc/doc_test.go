package doc

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"vnlex/pipeline/page/fault"
	"vnlex/pipeline/page/sheet/sheettest"
	"vnlex/testdata"
)

func load(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// TestMadeByOffice reads a file that an office program has written: capitals, counted
// articles, a note, tracked changes, hidden words, a field, a table in a table, a header.
func TestMadeByOffice(t *testing.T) {
	body, err := Read(load(t, "rich.doc"))
	if err != nil {
		t.Fatal(err)
	}
	want := `DỰ THẢO 3
BỘ TÀI NGUYÊN ĐẤT RỪNG
Số: 15/TT-BTNĐR
Chương I QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
1. Thông tư này quy định về hồ sơ:
a) Hồ sơ giấy;
b) Hồ sơ điện tử.
2. Hồ sơ nộp tại Sở[1].
Điều 2. Đối tượng áp dụng
1. Cơ quan nhà nước
mới còn lại
Luật Đất rừng số 11/2021/QH15 sau tab/dòng-mới
[STT | Tên | | ]
[1 | [trong 1 | trong 2 | ]
ngoài | a
b | ]
Cuối cùng
[1]  Sở Nông nghiệp.`
	if diff := cmp.Diff(want, sheettest.Lines(body)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestStyles reads a file whose paragraphs are counted and shown by their styles.
func TestStyles(t *testing.T) {
	body, err := Read(load(t, "styled.doc"))
	if err != nil {
		t.Fatal(err)
	}
	want := `DỰ THẢO 3
BỘ TÀI NGUYÊN ĐẤT RỪNG
Điều 1. Phạm vi điều chỉnh
1. Thông tư này quy định về hồ sơ
2. Hồ sơ nộp tại Sở[1]
Điều 2. Đối tượng áp dụng
1. Cơ quan
Không đánh số
[1]  Sở Nông nghiệp.`
	if diff := cmp.Diff(want, sheettest.Lines(body)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestAgainstAntiword compares words with another reader of such files.
func TestAgainstAntiword(t *testing.T) {
	path := testdata.Program(t, "antiword")
	out, err := exec.Command(path, "-m", "UTF-8", "-w", "0", "testdata/decision.doc").Output()
	if err != nil {
		t.Fatalf("antiword: %v", err)
	}
	body, err := Read(load(t, "decision.doc"))
	if err != nil {
		t.Fatal(err)
	}
	ours := map[string]int{}
	for _, w := range words(sheettest.Lines(body)) {
		ours[w]++
	}
	for _, w := range words(string(out)) {
		if ours[w] == 0 {
			t.Errorf("antiword reads %q, we do not", w)
		}
		ours[w]--
	}
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) &&
			!unicode.IsDigit(r)
	})
}

func TestPieces(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   []wrote
		want string
	}{
		{"wide", []wrote{{"Điều 1.\rThông tư\r", false}}, "Điều 1.\nThông tư"},
		{"narrow, with signs of Windows-1252", []wrote{{"\x93a\x94 \x96 \xe1\r", true}}, "“a” – á"},
		{"a font from before Unicode is left to the normaliser",
			[]wrote{{"Qu\xf8t \xae\xc1nh\r", true}},
			"Quøt ®Ánh"},
		{"several", []wrote{{"Quyet dinh ", true}, {"số 12", false}, {"/QD-TTg\r", true}},
			"Quyet dinh số 12/QD-TTg"},
		{"beyond the first plane", []wrote{{"a\U0001F4C4b\r", false}}, "a\U0001F4C4b"},
		{"no last end", []wrote{{"Điều 1", false}}, "Điều 1"},
		{"fields in each other", []wrote{{"a\x13 IF \x13 PAGE \x147\x15 \x14b\x15c\r", false}},
			"abc"},
		{"a field without an end", []wrote{{"a\x13 PAGE\rb\x15c\r", false}}, "a\nc"},
		{"signs", []wrote{{"TTr\x1eBCT\tx\x0by\x1fz\x01\x08\r", false}}, "TTr-BCT x/yz"},
		{"pages", []wrote{{"a\x0cb\r", false}}, "a\nb"},
	} {
		body, err := Read(make97(tt.in...))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, sheettest.Lines(body)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.name, diff)
		}
	}
}

func TestRefused(t *testing.T) {
	whole := load(t, "rich.doc")
	change := func(at int, with ...byte) []byte {
		raw := make97(wrote{"a\r", false})
		copy(raw[512*3+at:], with)
		return raw
	}
	for _, tt := range []struct {
		name, want string
		raw        []byte
	}{
		{"cut off", "bad_doc", whole[:1000]},
		{"only a beginning", "bad_doc", whole[:8]},
		{"a password", "encrypted", change(0x0A, 0, 3)},
		{"Word 95", "unsupported", change(0, 0xDC, 0xA5)},
		{"no Word", "bad_doc", change(0, 1, 2)},
		{"no table", "bad_doc", change(0x0A, 0, 0)},
		{"no pieces", "bad_doc", change(154+8*33+4, 0, 0, 0, 0)},

		{"all well", "", change(0)},
	} {
		_, err := Read(tt.raw)
		if sheettest.Code(err) != tt.want || (err == nil) != (tt.want == "") {
			t.Errorf("%s: %v, want code %q", tt.name, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(load(f, "rich.doc"))
	f.Add(load(f, "decision.doc"))
	f.Add(make97(wrote{"a\x13b\x14c\x15\r", true}, wrote{"Điều\x07\x07\r", false}))
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
