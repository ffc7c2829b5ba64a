package lexicon

import (
	"testing"

	"vnlex/testdata"
)

// BenchmarkNext looks for phrases that begin as many others do in the gazette texts.
func BenchmarkNext(b *testing.B) {
	texts := testdata.Gazette(b)
	l := New()
	for i, p := range []string{"Nghị quyết", "Nghị định", "Quyết định", "Quy định", "Thông tư", "Luật",
		"Bộ luật", "Chỉ thị", "Công văn", "Kế hoạch", "Thông báo", "Quy chế", "Hướng dẫn", "Điều lệ"} {
		l.Add(p, i)
	}
	n := 0
	for _, t := range texts {
		n += len(t)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			for i := 0; ; {
				h, ok := l.Next(t, i)
				if !ok {
					break
				}
				i = h.End
			}
		}
	}
}
