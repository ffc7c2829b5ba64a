package complete

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/testdata"
)

func TestCheck(t *testing.T) {
	const three = "Điều 1. Phạm vi\nThông tư này quy định hồ sơ.\nĐiều 2. Đối tượng\nCơ quan, " +
		"tổ chức.\n"
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"an article without text", three + "Điều 3. Giải quyết tranh chấp\nChương II\nQUY " +
			"ĐỊNH\nĐiều 4. Hồ sơ\nGồm đơn.",
			[]string{"Điều 3 has no text"}},
		{"the last article without text", three + "Điều 3.", []string{"Điều 3 has no text"}},
		{"an article that is missing", three + "Điều 4. Hồ sơ\nGồm đơn.",
			[]string{"Điều 3 is missing before Điều 4"}},
		{"several", three + "Điều 6. Hồ sơ\nGồm đơn.", []string{"Điều 3-5 is missing before " +
			"Điều 6"}},
		{"a clause", three + "Điều 3. Hồ sơ\n1. Đơn.\n2. Bản sao.\n4. Ảnh.",
			[]string{"khoản 3 is missing before khoản 4 of Điều 3"}},
		{"a point", three + "Điều 3. Hồ sơ\n1. Gồm:\na) Đơn;\nb) Bản sao;\nd) Ảnh.",
			[]string{"điểm c is missing before điểm d of Điều 3"}},
		{"a list cut off behind its colon", three + "Điều 3. Hồ sơ\n1. Hồ sơ gồm:\n2. Thời hạn " +
			"là 5 ngày.",
			[]string{"nothing stands under a line that ends in a colon"}},
		{"at the end", three + "Điều 3. Hồ sơ\n1. Hồ sơ bao gồm các giấy tờ sau đây:",
			[]string{"nothing stands under a line that ends in a colon"}},
		{"a table of contents with an article that is not there",
			"Điều 1. Phạm vi\nĐiều 2. Đối tượng\n" +
				"Điều 3. Hồ sơ\nĐiều 4. Thời hạn\n" + three + "Điều 3. Hồ sơ\nGồm đơn.",
			[]string{"Điều 4 of the table of contents is missing"}},
		{"titles alone", "Điều 1. Phạm vi\nĐiều 2. Đối tượng\n", []string{"Điều 1 has no text",
			"Điều 2 has no text"}},

		{"nothing to check", "Hôm nay, Bộ công bố kế hoạch:\n- thi đua;\n- khen thưởng.", nil},
		{"short articles", "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n" +
			"Điều 2. Quyết định này có hiệu lực kể từ ngày ký\nĐiều 3. Các đơn vị chịu trách " +
			"nhiệm thi hành./.", nil},
		{"an attached text begins anew", three + "Nơi nhận:\n- Như trên;\nQUY CHẾ\n" + three, nil},
		{"inserted articles, clauses and points", three + "Điều 2a. Hồ sơ\n1. Đơn:\na) giấy;\n" +
			"a1) điện tử;\nb) khác.\n1a. Ảnh.\n" +
			"2. Khác.\nĐiều 3. Thời hạn\nNăm ngày.", nil},
		{"letters of Vietnamese and of lists", three + "Điều 3. Hồ sơ gồm:\na) A;\nb) B;\nc) " +
			"C;\nd) D;\nđ) Đ;\ne) E;\ng) G;\n" +
			"Điều 4. Khác:\nd) D;\ne) E;\nf) F;\ng) G;\nh) H;\ni) I;\nj) J;\nk) K.", nil},
		{"quoted articles", "Điều 1. Sửa đổi Nghị định số 5/2020/NĐ-CP:\n1. Sửa đổi Điều 9 như " +
			"sau:\n“Điều 9. Hồ sơ\n" +
			"1. Hồ sơ gồm:\n4. Ảnh.”\n2. Bãi bỏ Điều 10.\nĐiều 2. Hiệu lực\nTừ ngày ký.", nil},
		{"articles quoted without marks", "Điều 1. Sửa đổi, bổ sung một số điều của Luật A\n1. " +
			"Điều 9 được sửa đổi như sau:\n" +
			"Điều 9. Hồ sơ\n3. Đơn.\n5. Ảnh.\n2. Bãi bỏ Điều 10.\nĐiều 2. Hiệu lực\nTừ ngày " +
			"ký.", nil},
		{"a quotation mark that was lost", "Điều 1. Tên “A\nlà tên.\nĐiều 2. Hồ sơ\nĐơn.\nĐiều " +
			"3. Khác\nẢnh.", nil},
		{"notes glued to numbers", three + "Điều 3. Hồ sơ\n1. A:\na) Đơn;\nb)15 Bản sao;\nc) " +
			"Ảnh.\n218. (được bãi bỏ)\n3. B.", nil},
		{"repealed chapters", three + "Chương II (được bãi bỏ)\nChương III\nKHÁC\nĐiều 11. Hồ " +
			"sơ\nĐơn.", nil},
		{"names of articles in a table", three + "Điều 9\nĐiều 25", nil},
		{"the furniture of printed pages", three + "Điều 3. Hồ sơ\n1. Hồ sơ gồm:\n\n54\nCÔNG " +
			"BÁO/Số 815 + 816/Ngày 12-7-2023\n" +
			"a) Đơn;\nb) Ảnh.", nil},
		{"a form to be filled in", three + "Mẫu số 01\nĐiều 1. Cho phép\n1. Tên:\n2. Địa chỉ:\n" +
			"Điều 9. Khác", nil},
		{"figures", three + "Điều 3. Quy mô\n1. Từ 3.500 đến\n4.000 người trở lên.", nil},
		{"a number broken off", three + "**Điều\n3. Hồ sơ**\nĐơn.\nĐiều 4. Khác\nẢnh.", nil},
		{"a line that begins with chương trình", three + "Điều 3. Nội dung\nChương trình gồm " +
			"các phần sau:\n1. A.", nil},
		{"decomposed letters", strings.ReplaceAll(three, "Điều", "Đie\u0302\u0300u"), nil},
	} {
		var got []string
		for _, g := range Check(tt.text) {
			got = append(got, g.Message)
			if line := tt.text[g.Start:g.End]; line == "" || strings.Contains(line, "\n") {
				t.Errorf("%s: the place %q is no line", tt.name, line)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.name, diff)
		}
	}
}

// official returns texts of official documents as they were published.
func official(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"gold/texts/F*.txt", "gazette/*.txt", "gazette/more/*.txt"} {
		files, err := filepath.Glob(filepath.Join(testdata.Shared(t, "data"), pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("no texts in %s: %v", pattern, err)
		}
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			texts[f] = string(raw)
		}
	}
	return texts
}

// TestOfficial checks texts that are whole, but for one whose last articles are empty and
// three whose numbers were never given.
func TestOfficial(t *testing.T) {
	texts := official(t)
	flagged := 0
	for name, text := range texts {
		if gaps := Check(text); len(gaps) > 0 {
			flagged++
			t.Logf("%s: %v", filepath.Base(name), gaps)
		}
	}
	if most := 4; flagged > most {
		t.Errorf("%d of %d texts are flagged, want %d at most", flagged, len(texts), most)
	}
}

// TestLoss takes an article out of whole texts, heading and all or only what it says:
// most losses must show.
func TestLoss(t *testing.T) {
	lost, found := 0, 0
	for _, text := range official(t) {
		if len(text) > 200_000 || len(Check(text)) > 0 {
			continue
		}
		heads := articleStarts(text)
		for i := 3; i+1 < len(heads); i += 3 {
			lineEnd := heads[i] + strings.IndexByte(text[heads[i]:], '\n')
			for _, cut := range []string{text[:heads[i]] + text[heads[i+1]:],
				text[:lineEnd+1] + text[heads[i+1]:]} {
				lost++
				if len(Check(cut)) > 0 {
					found++
				}
			}
		}
	}
	t.Logf("%d of %d losses show", found, lost)
	if found*10 < lost*6 {
		t.Errorf("%d of %d losses show", found, lost)
	}
}

// articleStarts returns where articles begin that follow each other.
func articleStarts(text string) []int {
	c := &checker{lines: split(text)}
	var out []int
	next := 1
	for _, l := range c.lines {
		if l.kind == articleK && !l.quoted && l.number == next && l.rest != "" {
			out = append(out, l.start)
			next++
		}
	}
	return out
}

func FuzzCheck(f *testing.F) {
	f.Add("Điều 1. A\n1. B:\na) C\nc) D\nĐiều\n4. “E\nPHỤ LỤC I\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, g := range Check(text) {
			if g.Start < 0 || g.End > len(text) || g.Start > g.End || g.Message == "" {
				t.Errorf("a gap at %d:%d of %d bytes: %q", g.Start, g.End, len(text), g.Message)
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	text := strings.Repeat("1. Hồ sơ gồm đơn, bản sao và ảnh của người đề nghị cấp giấy "+
		"phép.\n", 4000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Check("Điều 1. Hồ sơ\n" + text)
	}
}
