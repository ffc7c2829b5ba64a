package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNext(t *testing.T) {
	strict, loose := New(), NewLoose()
	for i, p := range []string{"Nghị quyết", "Nghị quyết liên tịch", "Ủy ban"} {
		strict.Add(p, i)
	}
	for i, p := range []string{"Văn hóa, Thể thao và Du lịch", "Bà Rịa - Vũng Tàu", "TP. Huế"} {
		loose.Add(p, i)
	}
	for _, tt := range []struct {
		l     *Lexicon
		in    string
		found string
		value int
	}{
		{strict, "theo Nghị quyết 66", "Nghị quyết", 0},
		{strict, "NGHỊ QUYẾT LIÊN TỊCH số", "NGHỊ QUYẾT LIÊN TỊCH", 1},
		{strict, "nghị\nquyết liên quan", "nghị\nquyết", 0},
		{strict, "Uỷ ban", "Uỷ ban", 2},
		{loose, "văn hoá - thể thao, du lịch", "văn hoá - thể thao, du lịch", 0},
		{loose, "Bà Rịa-Vũng Tàu", "Bà Rịa-Vũng Tàu", 1},
		{loose, "TP Huế", "TP Huế", 2},

		{strict, "Nghị, quyết", "", 0},
		{strict, "Nghị quyếtliên", "", 0},
		{strict, "xNghị quyết", "", 0},
		{loose, "Bà Rịa", "", 0},
		{loose, "", "", 0},
	} {
		h, ok := tt.l.Next(tt.in, 0)
		if ok != (tt.found != "") || ok && (tt.in[h.Start:h.End] != tt.found || h.Value != tt.value) {
			t.Errorf("Next(%q) = %+v, %v, want %q, %d", tt.in, h, ok, tt.found, tt.value)
		}
	}
}

func FuzzNext(f *testing.F) {
	l := NewLoose()
	for i, p := range []string{"Bộ Công Thương", "Bộ Công", "Thủy sản và Môi trường", "TP. Huế"} {
		l.Add(p, i)
	}
	for _, s := range []string{"Bộ Công Thương", "thuỷ sản - môi trường", "TP.Huế", "Bộ \xe1\xbb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i := 0; ; {
			h, ok := l.Next(s, i)
			if !ok {
				return
			}
			if h.Start < i || h.End <= h.Start || h.End > len(s) {
				t.Fatalf("Next(%q, %d) = %+v", s, i, h)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[h.Start:h.End]) {
				t.Fatalf("Next(%q, %d) = %+v cuts a rune", s, i, h)
			}
			i = h.End
		}
	})
}

func TestBreaks(t *testing.T) {
	for c := range 256 {
		x := uint64(c)<<24 | 0xB1E1616161616161&^(0xFF<<24)
		want := !letter(byte(c))
		if got := breaks(x)>>31&1 == 1; got != want {
			t.Errorf("breaks(…%#x…) = %v, want %v", c, got, want)
		}
	}
}

// TestNextEverywhere: a phrase is found at whatever place of the text it stands.
func TestNextEverywhere(t *testing.T) {
	l := New()
	l.Add("Luật", 1)
	l.Add("TT", 2)
	for _, p := range []string{"Luật", "luật", "TT"} {
		for _, before := range []string{"", " ", "“", "1", "a ", "|", "…", "[", "\n", "é "} {
			for n := range 40 {
				in := strings.Repeat(".", n) + before + p + " này"
				if h, ok := l.Next(in, 0); !ok || h.Start != n+len(before) || h.End != h.Start+len(p) {
					t.Errorf("Next(%q) = %+v, %v", in, h, ok)
				}
			}
		}
		for _, before := range []string{"x", "é", "ạ", "x\u0302"} {
			for n := range 40 {
				in := strings.Repeat(".", n) + before + p + " này"
				if h, ok := l.Next(in, 0); ok {
					t.Errorf("Next(%q) = %+v, want none", in, h)
				}
			}
		}
	}
}
