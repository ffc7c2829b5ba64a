package number

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
)

// seeds are our own sentences around every family and trap.
var seeds = []string{
	"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 và 66.16/2026/NQ-CP",
	"Luật số 64/2025/QH15; 34/2009/NQ-QH12; 28/2005/PL-UBTVQH11",
	"221/2012/TTLT-BTC-BCT, 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN",
	"Số: 6 | 0 1 8 /BCT-KHTC; công điện 1CĐ/BCT-ATMT; 12 TC/TCT",
	"57-NQ/TW, 210- KL/TW, 388-HĐBT, 23-L/CTN, 92/TT-LB, 21-SL",
	"QCVN 02-01:2009/BNNPTNT TCVN ISO/IEC 17025:2017 22TCN 211-06 QCVN 61-MT:2016/BTNMT",
	"Mẫu số 01/TB-TĐT, 10.000 đồng/QĐ, 2021-2025/KH, …/2026/TT-BNNMT, 12/2020/DS-ST",
	"số34/2014/QĐ-TTGngày30/5/2014 TT-\nBTC 1/", "1/2020/", "9/-", "-", "/", "12/Đ", "\xff/1/2\xc4",
}

func FuzzExtract(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := normalize.Text(s)
		got := Extract(text)
		end := 0
		for _, m := range got {
			if m.Span.Start < end || m.Span.End <= m.Span.Start || m.Span.End > len(text.Norm) {
				t.Fatalf("Extract(%q): span %v behind %d of %d", s, m.Span, end, len(text.Norm))
			}
			end = m.Span.End
			if utf8.ValidString(text.Norm) && !utf8.ValidString(m.Value.Printed) {
				t.Fatalf("Extract(%q): %q cut inside a rune", s, m.Value.Printed)
			}
			checkKey(t, m.Value)
		}
		if again := Extract(text); !reflect.DeepEqual(got, again) {
			t.Fatalf("Extract(%q) = %v, then %v", s, got, again)
		}
	})
}

// checkKey tests that a key is read back as it was written.
func checkKey(t *testing.T, n Number) {
	k, ok := n.Identity()
	if !ok {
		return
	}
	back, err := ParseKey(k.Base())
	if err != nil || !reflect.DeepEqual(back, k) {
		t.Fatalf("ParseKey(%q) = %+v, %v, want %+v", k.Base(), back, err, k)
	}
	if c := Canon(n.Printed); Canon(c) != c {
		t.Fatalf("Canon(%q) = %q, then %q", n.Printed, c, Canon(c))
	}
}

func FuzzCanon(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Canon(s)
		if twice := Canon(once); twice != once {
			t.Fatalf("Canon(%q) = %q, then %q", s, once, twice)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range append(seeds, "vn:quyet-dinh:ttg:2022:726#dieu-1", "nghi dinh 30/2020", "số 726 QĐ TTg") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, q := range Parse(s) {
			if q.Num == "" {
				t.Fatalf("Parse(%q) = %+v, without a number", s, q)
			}
			q.Matches(Key{Num: q.Num, Issuers: []string{"ttg"}})
		}
		if k, err := ParseKey(s); err == nil {
			if again, err := ParseKey(k.String()); err != nil || again.String() != k.String() {
				t.Fatalf("ParseKey(%q) = %q, then %q, %v", s, k, again, err)
			}
		}
	})
}

// Twice the text makes twice the work, also where candidates stand thick.
func TestLinear(t *testing.T) {
	for _, s := range append(seeds, "1/1-1:1/", "số 1/QĐ-", "1-1-1-", "Số: 1 1 1 1 1 ", "TCVN 1-1-", "mẫu 1/BCT-A ") {
		small, big := work(strings.Repeat(s+" ", 500)), work(strings.Repeat(s+" ", 1000))
		if big > 2*small+10 {
			t.Errorf("%q: %d candidates in 500 copies, %d in 1000", s, small, big)
		}
	}
}

// work returns how many candidates are looked at.
func work(s string) int {
	r := reader{s: extractors.Plain(s).Norm}
	r.all()
	return r.tries
}
