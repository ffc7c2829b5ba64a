package instrument

import (
	"strings"
	"testing"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name, in string // «…» is a document
		want     string // name kind from to far carried act; one mention after the other
	}{
		{"approved", "«Q» phê duyệt Chiến lược phát triển nghề gốm đến năm 2030, tầm nhìn đến năm 2045.",
			"Chiến lược phát triển nghề gốm đến năm 2030, tầm nhìn đến năm 2045 chien-luoc - 2030 2045 carried approves"},
		{"passive", "Chương trình trồng rừng giai đoạn 2021 - 2025 đã được Thủ tướng phê duyệt tại «Q»",
			"Chương trình trồng rừng giai đoạn 2021 - 2025 chuong-trinh 2021 2025 - carried approves"},
		{"attached", "Quy chế làm việc ban hành kèm theo «Q»", "Quy chế làm việc quy-che - - - carried promulgates"},
		{"brackets", "để thực hiện Đề án “Đọc sách” («Q»)", "Đề án “Đọc sách” de-an - - - carried approves"},
		{"carried out by", "nhằm thực hiện Đề án trồng rừng theo «Q»", "Đề án trồng rừng de-an - - - carried approves"},
		{"plan for a document", "«A» ban hành Kế hoạch hành động thực hiện «B»", "Kế hoạch hành động thực hiện «B» ke-hoach - - - carried promulgates"},

		{"pronoun", "Kế hoạch này thay thế «Q»", ""},
		{"made by", "xây dựng Đề án trồng rừng theo «Q»", "Đề án trồng rừng de-an - - - - -"},
		{"new one", "Kế hoạch mới được lập theo «Q»", ""},
		{"lower case", "lập kế hoạch theo «Q»", ""},
	} {
		if got := findIn(tt.in); got != tt.want {
			t.Errorf("%s: Find(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func findIn(in string) string {
	v := sentence.NewVocab()
	f := NewFinder(v)
	l := sentence.New(in)
	var marks []sentence.Mark
	for i := 0; ; {
		n := strings.Index(in[i:], "«")
		if n < 0 {
			break
		}
		end := i + n + strings.Index(in[i+n:], "»") + len("»")
		marks = append(marks, sentence.Mark{Span: extractors.Span{Start: i + n, End: end}, Ref: int32(len(marks))})
		i = end
	}
	toks := sentence.Mask(l.Tokens(nil, v, extractors.Span{End: len(in)}), marks)
	var out []string
	for _, m := range f.Find(in, toks, func(int32) bool { return true }, false) {
		carried := "-"
		if m.Carrier >= 0 {
			carried = "carried"
		}
		words := []string{in[m.Name.Start:m.Name.End], m.Kind}
		for _, w := range []string{m.From, m.To, m.Far, carried, m.Act} {
			if w == "" {
				w = "-"
			}
			words = append(words, w)
		}
		out = append(out, strings.Join(words, " "))
	}
	return strings.Join(out, "; ")
}

func TestSame(t *testing.T) {
	for _, tt := range []struct {
		a, b            string
		contains, alike bool
	}{
		{"Chiến lược phát triển ngành gốm sứ Việt Nam", "Chiến lược phát triển gốm sứ", true, false},
		{"Chiến lược phát triển ngành gốm sứ", "chiến lược phát triển gốm sứ", true, true},
		{"Kế hoạch năm 2024", "Kế hoạch năm 2025", false, false},
	} {
		a, b := Words(tt.a), Words(tt.b)
		if Contains(a, b) != tt.contains || Alike(a, b) != tt.alike {
			t.Errorf("%q, %q: Contains = %v, Alike = %v, want %v, %v", tt.a, tt.b, Contains(a, b), Alike(a, b), tt.contains, tt.alike)
		}
	}
}
