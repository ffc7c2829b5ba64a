package signer

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
	"vnlex/extractors/sentence"
)

// FuzzSigner: names stand in the text, on the borders of runes; reading twice gives the same.
func FuzzSigner(f *testing.F) {
	for _, s := range []string{
		"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Văn Minh", "TL. BỘ TRƯỞNG, \nCHỦ NHIỆM\nPGS.TS. Lê Thị Mai\n",
		"Thứ trưởng Đỗ Hoài Phương vừa ký thay Bộ trưởng Quyết định số 7/QĐ-BCT và Quyết định số 8/QĐ-BCT.",
		"Ông Võ Minh Tâm, Giám đốc Sở Công Thương, điện thoại: 0900000000", "Tác giả: Mai Thanh - TTKC", "Q. CỤC TRƯỞNG\nY Thanh Hà Niê Kđăm",
		"T/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ", "K'Mák", "\xffKT. \xc4", "PHÓ ", "KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Lê An Bình y]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := sentence.New(normalize.Text(s).Norm)
		first, again := everybody(l), everybody(l)
		for _, at := range first {
			if at.Start < 0 || at.End < at.Start || at.End > len(l.Norm) {
				t.Fatalf("span %v outside of %q", at, l.Norm)
			}
			if utf8.ValidString(l.Norm) && !utf8.ValidString(l.Norm[at.Start:at.End]) {
				t.Fatalf("span %v cuts a rune of %q", at, l.Norm)
			}
		}
		if !reflect.DeepEqual(first, again) {
			t.Fatalf("%q is read in two ways: %v, %v", s, first, again)
		}
	})
}

// everybody returns the places of all whom l names in any way.
func everybody(l *sentence.Layout) []extractors.Span {
	var docs, all []extractors.Span
	for i := 0; ; {
		j := strings.Index(l.Norm[i:], "Quyết định số ")
		if j < 0 {
			break
		}
		docs = append(docs, extractors.Span{Start: i + j, End: i + j + len("Quyết định số ")})
		i += j + 1
	}
	if len(l.Blocks) == 0 {
		return nil
	}
	for _, s := range Blocks(l, 0, len(l.Norm)) {
		all = append(all, s.At, s.NameAt)
	}
	for _, b := range l.Blocks {
		for _, s := range Statements(l, b.Span(), docs) {
			all = append(all, s.At, s.NameAt, s.Act)
		}
		for _, p := range Officials(l, b) {
			all = append(all, p.At)
		}
		for _, read := range []func() (Person, bool){
			func() (Person, bool) { return Contact(l, b) },
			func() (Person, bool) { return Author(l, b, true) }} {
			if p, ok := read(); ok {
				all = append(all, p.At)
			}
		}
	}
	return all
}
