package extractors_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"vnlex/extractors"
)

func TestPlain(t *testing.T) {
	text := extractors.Plain("Điều 1")
	if got := text.Quote(extractors.Span{Start: 0, End: 7}); got != "Điều" {
		t.Errorf("Quote(0, 7) = %q, want %q", got, "Điều")
	}
	if text.Repaired() {
		t.Errorf("Repaired() of a plain text = true")
	}
	if got := text.Raw(extractors.Span{Start: -3, End: 99}); got != (extractors.Span{Start: 0,
		End: 9}) {
		t.Errorf("Raw of a span beyond the text = %v", got)
	}
	if got := text.Quote(extractors.Span{Start: 1, End: 3}); got != "Đi" {
		t.Errorf("Quote(1, 3) = %q, want whole runes", got)
	}
}

func TestBuilder(t *testing.T) {
	b := extractors.NewBuilder(extractors.Plain("số34  của–X\u200bY"))
	b.Keep(4)
	b.Replace(4, " ") // inserted
	b.Keep(6)
	b.Replace(8, " ") // shortened
	b.Keep(13)
	b.Replace(16, "-") // shortened
	b.Keep(17)
	b.Replace(20, "") // deleted
	text := b.Text()
	if want := "số 34 của-XY"; text.Norm != want {
		t.Fatalf("Norm = %q, want %q", text.Norm, want)
	}
	for _, tt := range []struct{ words, want string }{
		{"số", "số"}, {"34", "34"}, {"34 ", "34  "}, {" 34", "34"}, {" ", ""}, {"số 34", "số34"},
		{"của-", "của–"}, {"-X", "–X"}, {"X", "X"}, {"Y", "Y"}, {"XY", "X\u200bY"},
	} {
		at := strings.Index(text.Norm, tt.words)
		span := extractors.Span{Start: at, End: at + len(tt.words)}
		if got := text.Quote(span); got != tt.want {
			t.Errorf("Quote(%q) = %q, want %q", tt.words, got, tt.want)
		}
	}
}

// TestBuilderOnBuilder builds one text upon another, at random, and compares
// with the places that were noted rune by rune.
func TestBuilderOnBuilder(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		stored := randomText(rnd)
		text := extractors.Plain(stored)
		var from []int // per byte of Norm: the stored byte it came from, -1 for inserted ones
		for i := range len(stored) {
			from = append(from, i)
		}
		for range 3 {
			text, from = change(rnd, text, from)
		}
		compare(t, text, from)
	}
}

func randomText(rnd *rand.Rand) string {
	b := make([]byte, rnd.IntN(20))
	for i := range b {
		b[i] = 'a' + byte(rnd.IntN(26))
	}
	return string(b)
}

// change deletes, inserts and overwrites single bytes.
func change(rnd *rand.Rand, text extractors.Text, from []int) (extractors.Text, []int) {
	b := extractors.NewBuilder(text)
	var kept []int
	for i := range len(text.Norm) {
		b.Keep(i)
		switch rnd.IntN(6) {
		case 0:
			b.Replace(i+1, "")
			continue
		case 1:
			b.Replace(i, "-")
			kept = append(kept, -1)
		case 2:
			b.Replace(i+1, "*")
		}
		kept = append(kept, from[i])
	}
	return b.Text(), kept
}

func compare(t *testing.T, text extractors.Text, from []int) {
	t.Helper()
	if len(from) != len(text.Norm) {
		t.Fatalf("Norm of %q is %q, want %d bytes", text.Stored, text.Norm, len(from))
	}
	end := 0
	for i, want := range from {
		raw := text.Raw(extractors.Span{Start: i, End: i + 1})
		if want >= 0 && raw != (extractors.Span{Start: want, End: want + 1}) {
			t.Fatalf("Raw(%d) in %q of %q = %v, want %d", i, text.Norm, text.Stored, raw, want)
		}
		if raw.Start > raw.End || raw.Start < end {
			t.Fatalf("Raw(%d) in %q of %q = %v, before %d", i, text.Norm, text.Stored, raw, end)
		}
		end = raw.End
		if want < 0 {
			continue
		}
		if back := text.Find(raw); back != (extractors.Span{Start: i, End: i + 1}) {
			t.Fatalf("Find(%v) in %q of %q = %v, want %d", raw, text.Norm, text.Stored, back, i)
		}
	}
}
