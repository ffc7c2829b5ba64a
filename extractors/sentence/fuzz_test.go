package sentence

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"vnlex/extractors"
)

// FuzzNew: blocks follow each other inside the text, on the borders of runes; so do the
// sentence and the tokens of each; dividing twice gives the same.
func FuzzNew(f *testing.F) {
	for _, s := range []string{"", "Điều 1. Kho muối\n1. Xã quản lý kho; a) kho lớn.\n- Lưu: VT.", "| Số | 1/QĐ-TTg |\n|---|---|\n",
		"CÔNG BÁO/Số 1 + 2/Ngày 01-7-2025\n12\nKý bởi: CÔNG BÁO\nNgày ký: 2025\nChương I\nQUY ĐỊNH", "**CỘNG\nHÒA** “Điều 2.”\n[1] Đ",
		"\xff\xfe Đ\n\n\n—", "TP. Hà Nội, KT. BỘ TRƯỞNG. Hết./."} {
		f.Add(s)
	}
	v := NewVocab()
	v.Add("điều")
	f.Fuzz(func(t *testing.T, s string) {
		l := New(s)
		last := 0
		for _, b := range l.Blocks {
			check(t, s, b.Span())
			if b.Start < last {
				t.Fatalf("New(%q): block %v begins before %d", s, b.Span(), last)
			}
			last = b.End
			at := l.Sentence(b, extractors.Span{Start: b.Start, End: min(b.Start+1, b.End)})
			check(t, s, at)
			if !b.Span().Contains(at) {
				t.Fatalf("New(%q): sentence %v outside of its block %v", s, at, b.Span())
			}
			for _, tok := range l.Tokens(nil, v, b.Span()) {
				check(t, s, extractors.Span{Start: int(tok.Start), End: int(tok.End)})
			}
		}
		if again := New(s); !reflect.DeepEqual(again.Blocks, l.Blocks) {
			t.Fatalf("New(%q) differs from itself", s)
		}
	})
}

// check tests that a span lies in s and begins and ends between runes.
func check(t *testing.T, s string, at extractors.Span) {
	t.Helper()
	if at.Start < 0 || at.End < at.Start || at.End > len(s) {
		t.Fatalf("span %v outside of %q", at, s)
	}
	if utf8.ValidString(s) && !utf8.ValidString(s[at.Start:at.End]) {
		t.Fatalf("span %v cuts a rune of %q", at, s)
	}
}
