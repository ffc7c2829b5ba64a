package relation

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// FuzzFind: relations hold between things of the page, never of one with itself, and are
// said in the text, on the borders of runes; reading twice gives the same. A document is
// every "Nghị định số N".
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Nghị định số 1 sửa đổi, bổ sung một số điều của Nghị định số 2 đã được thay thế bởi Nghị định số 3.",
		"Căn cứ Nghị định số 1;\nTheo đề nghị của Vụ;\nĐiều 1. Bãi bỏ khoản 2 Điều 3 Nghị định số 2, trừ điểm a.\n“1. Nghị định này” như sau:",
		"Các văn bản sau hết hiệu lực:\na) Nghị định số 1;\nb) Nghị định số 2.", "| Nghị định số 1 | thay thế | Nghị định số 2 |",
		"Thực hiện Nghị định số 1, Bộ ban hành Nghị định số 2 hướng dẫn Nghị định số 1", "Nghị định số 1 \xff Nghị định số 2", ""} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, news bool) {
		p := pageOf(s, news)
		all, conflicts := Find(p)
		for _, st := range all {
			if st.From == st.To || st.From < 0 || st.To < 0 || st.From >= len(p.Things) || st.To >= len(p.Things) {
				t.Fatalf("Find(%q) relates %d to %d", s, st.From, st.To)
			}
			for _, at := range []extractors.Span{st.Sentence, st.At, st.Part.Exception} {
				if at.Start < 0 || at.End < at.Start || at.End > len(s) {
					t.Fatalf("span %v outside of %q", at, s)
				}
				if utf8.ValidString(s) && !utf8.ValidString(s[at.Start:at.End]) {
					t.Fatalf("span %v cuts a rune of %q", at, s)
				}
			}
		}
		again, others := Find(pageOf(s, news))
		if !reflect.DeepEqual(again, all) || !reflect.DeepEqual(others, conflicts) {
			t.Fatalf("Find(%q) = %v, then %v", s, all, again)
		}
	})
}

// pageOf makes a page of a text; the first document is its own, save of news.
func pageOf(s string, news bool) *Page {
	const word = "Nghị định số "
	p := &Page{Layout: sentence.New(s), This: -1, Base: -1, News: news, End: len(s)}
	for i := strings.Index(s, word); i >= 0; {
		end := i + len(word)
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		p.Marks = append(p.Marks, Mark{extractors.Span{Start: i, End: end}, len(p.Things)})
		p.Things = append(p.Things, Thing{Type: "nghi-dinh", Carrier: -1})
		next := strings.Index(s[end:], word)
		if next < 0 {
			break
		}
		i = end + next
	}
	if len(p.Things) > 0 && !news {
		p.This = 0
	}
	return p
}
