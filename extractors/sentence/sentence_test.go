package sentence

import (
	"slices"
	"strings"
	"testing"

	"vnlex/extractors"
)

func TestNew(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"paragraphs", "Bộ họp.\n\nSở báo cáo.", []string{"Bộ họp.", "Sở báo cáo."}},
		{"items", "Gồm:\n1. Một;\na) Hai;\n- Ba.", []string{"Gồm:", "1. Một;", "a) Hai;", "- Ba."}},
		{"place and date", "V/v họp giao ban\nHà Nội, ngày 3 tháng 5 năm 2024", []string{"V/v họp giao ban", "Hà Nội, ngày 3 tháng 5 năm 2024"}},
		{"lost break", "1. Bãi bỏ\nĐiều 9 của Luật Muối.\n2.\nThay khoản 1\nĐiều 24 của Luật Gốm.\nĐiều 3. Hiệu lực",
			[]string{"1. Bãi bỏ\nĐiều 9 của Luật Muối.", "2.\nThay khoản 1\nĐiều 24 của Luật Gốm.", "Điều 3. Hiệu lực"}},
		{"grounds under a title", "Quy định mức lương cơ sở cho người làm muối ven biển\nvà trợ cấp hằng tháng\nCăn cứ Luật Muối;\nXét đề nghị của Bộ.\n" +
			"Một dòng dài như thế này được in trên trang giấy khổ lớn\n" + strings.Repeat("Điều 3. Kho.\n", 9),
			append([]string{"Quy định mức lương cơ sở cho người làm muối ven biển\nvà trợ cấp hằng tháng", "Căn cứ Luật Muối;", "Xét đề nghị của Bộ.",
				"Một dòng dài như thế này được in trên trang giấy khổ lớn"}, slices.Repeat([]string{"Điều 3. Kho."}, 9)...)},
		{"cells", "| Số | Tên |\n| 1 | Hai |", []string{"Số", "Tên", "1", "Hai"}},

		{"nothing", "\n---\n", nil},
	} {
		l := New(tt.in)
		var got []string
		for _, b := range l.Blocks {
			got = append(got, l.Text(b))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: New(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestSentence(t *testing.T) {
	in := "UBND TP. Huế họp. Theo khoản 2 Điều 3. Ông A. Nguyễn nói! Hết"
	l := New(in)
	for at, want := range map[int]string{0: "UBND TP. Huế họp.", 25: "Theo khoản 2 Điều 3."} {
		s := l.Sentence(l.Blocks[0], extractors.Span{Start: at, End: at + 1})
		if got := in[s.Start:s.End]; got != want {
			t.Errorf("Sentence(%q, %d) = %q, want %q", in, at, got, want)
		}
	}
}

// TestSentenceOutside: the sentence around what stands between blocks, as noise does, lies in
// the block that it was asked for.
func TestSentenceOutside(t *testing.T) {
	in := "CÔNG BÁO/Số 1\nUBND họp\nCÔNG BÁO/Số 2. A. Ngày 1.\n\nSở họp. Hết"
	for _, b := range New(in).Blocks {
		for at := range len(in) {
			s := New(in).Sentence(b, extractors.Span{Start: at, End: at + 1})
			if s.Start > s.End || !b.Span().Contains(s) {
				t.Errorf("Sentence(%v, %d) = %v, want inside", b.Span(), at, s)
			}
		}
	}
}

// TestWalk: whatever the stretches, a Walk gives the tokens that Tokens and Mask give.
func TestWalk(t *testing.T) {
	v := NewVocab()
	v.Add("họp")
	part := "UBND họp (số 1),\n**Sở “A”** họp.\nCÔNG BÁO/Số 2\nNgày 1/2 của Bộ; "
	for _, in := range []string{part, strings.Repeat(part, 900), strings.Repeat("(", 40_000),
		strings.Repeat("“", 20_000), strings.Repeat("ạ", 20_000), strings.Repeat("a \n", 20_000)} {
		l := New(in)
		var marks []Mark
		for i := 20; i+90 < len(in); i += 700 {
			marks = append(marks, Mark{Span: extractors.Span{Start: i, End: i + 60}})
		}
		span := extractors.Span{End: len(in)}
		want := Mask(l.Tokens(nil, v, span), marks)
		var got []Token
		var w Walk
		for w.Start(l, v, span, marks); !w.Done(); got = append(got, w.Tokens[len(w.Tokens)/3:]...) {
			w.Next(len(w.Tokens))
			got = append(got, w.Tokens[:len(w.Tokens)/3]...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("a walk through %.40q… gives %d tokens, want %d", in, len(got), len(want))
		}
	}
}
