package instrument

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// FuzzFind: names stand in the text, on the borders of runes, and their heads in them;
// reading twice gives the same.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Quyết định phê duyệt Chiến lược phát triển nghề muối đến năm 2030, tầm nhìn đến năm 2045 (sau đây gọi tắt là Chiến lược).",
		"Chương trình trồng rừng giai đoạn 2021 - 2025 được phê duyệt tại 7/QĐ-TTg", "Kế hoạch hành động thực hiện Kế hoạch số 5",
		"Ban hành kèm theo Quyết định này Quy chế làm việc", "Đề án “kho muối”\nĐề án", "Kế hoạch \xff năm 2024", ""} {
		f.Add(s, 8)
	}
	v := sentence.NewVocab()
	find := NewFinder(v)
	f.Fuzz(func(t *testing.T, s string, at int) {
		l := sentence.New(s)
		var marks []sentence.Mark
		if at >= 0 && at+4 < len(s) && utf8.RuneStart(s[at]) && utf8.RuneStart(s[at+4]) {
			marks = append(marks, sentence.Mark{Span: extractors.Span{Start: at, End: at + 4}})
		}
		for _, b := range l.Blocks {
			toks := sentence.Mask(l.Tokens(nil, v, b.Span()), marks)
			all := find.Find(s, toks, func(int32) bool { return true }, true)
			for _, m := range all {
				for _, span := range []extractors.Span{m.Head, m.Name} {
					if span.Start < 0 || span.End < span.Start || span.End > len(s) {
						t.Fatalf("span %v outside of %q", span, s)
					}
					if utf8.ValidString(s) && !utf8.ValidString(s[span.Start:span.End]) {
						t.Fatalf("span %v cuts a rune of %q", span, s)
					}
				}
			}
			if again := find.Find(s, toks, func(int32) bool { return true }, true); !reflect.DeepEqual(again, all) {
				t.Fatalf("Find(%q) = %v, then %v", s, all, again)
			}
		}
	})
}
