package agency

import (
	"testing"
	"unicode/utf8"

	"vnlex/extractors"
)

func FuzzExtract(f *testing.F) {
	for _, s := range []string{"Bộ trưởng Bộ Y tế, Chủ nhiệm Văn phòng Chính phủ", "UBND huyện Lâm Hà, tỉnh Lâm Đồng",
		"liên Bộ Tài chính - Công Thương", "UBND quận 1, TP. Hồ Chí Minh", "Đảng ủy Bộ", "Sở ", "UBND xã ", "Bộ \xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range Extract(extractors.Plain(s)) {
			if m.Span.Start < 0 || m.Span.End > len(s) || m.Span.End <= m.Span.Start {
				t.Fatalf("Extract(%q): span %v", s, m.Span)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[m.Span.Start:m.Span.End]) {
				t.Fatalf("Extract(%q): span %v cuts a rune", s, m.Span)
			}
			if m.Value.Agency.Code == "" || m.Value.Key() == "" {
				t.Fatalf("Extract(%q): %+v has no code", s, m.Value)
			}
		}
		AllByName(s)
		Provinces(extractors.Plain(s))
		ByKey(s)
		At(s, s)
	})
}
