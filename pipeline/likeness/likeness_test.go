package likeness

import (
	"fmt"
	"strings"
	"testing"
)

// article is a text of n sentences that no other seed has.
func article(seed, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Câu %d của bài %d nói về nhiệm vụ %d tại địa phương %d. ", i, seed, i*seed, i+seed)
	}
	return b.String()
}

func TestLike(t *testing.T) {
	whole := article(1, 60)
	tests := []struct {
		name, other string
		want        bool
	}{
		{"same", whole, true},
		{"other case and white space", strings.ToUpper(strings.ReplaceAll(whole, " ", "\n")), true},
		{"a lead of its own", "Theo phóng viên thường trú tại địa phương. " + whole, true},
		{"a sentence less", strings.Replace(whole, "Câu 7 của bài 1 nói về nhiệm vụ 7", "", 1), true},

		{"another article", article(2, 60), false},
		{"half of it", article(1, 30) + article(3, 30), false},
		{"too short", "Một tin ngắn.", false},
	}
	for _, tt := range tests {
		if got := Of(whole).Like(Of(tt.other)); got != tt.want {
			t.Errorf("%s: Like() = %v, want %v", tt.name, got, tt.want)
		}
		if tt.want && !share(Of(whole).Bands(), Of(tt.other).Bands()) {
			t.Errorf("%s: no band in common", tt.name)
		}
	}
	if short := Of("ngắn"); short.Like(short) || !short.IsZero() || short.Bands() != nil {
		t.Error("a text that is too short is like something")
	}
}

func share(a, b []int64) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

func TestPack(t *testing.T) {
	s := Of(article(1, 60))
	if got := Unpack(s.Pack()); got != s {
		t.Errorf("Unpack(Pack()) = %v, want %v", got, s)
	}
	if !Unpack([]byte("khác")).IsZero() {
		t.Error("bytes of another make give a sign")
	}
}

func BenchmarkOf(b *testing.B) {
	text := article(1, 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Of(text)
	}
}
