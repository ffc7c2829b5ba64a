package normalize_test

import (
	"strings"
	"testing"

	"vnlex/extractors/normalize"
)

const whole = `Thủ tướng Chính phủ quyết định phê duyệt chương trình phát triển nghề muối ở các xã ven biển,
giao Ủy ban nhân dân tỉnh lập dự toán và tổ chức thực hiện từ năm tới, bảo đảm người dân được vay vốn.`

// lost is s without the letters outside of Latin-1, ă, đ, ơ and ư apart.
func lost(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x1ea0 && r <= 0x1ef9 {
			return ' '
		}
		return r
	}, s)
}

func TestLossy(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     bool
	}{
		{"glyphs lost", lost(whole), true},

		{"Vietnamese", whole, false},
		{"French", "La décision du gouvernement a été publiée à Genève et à Orléans, où elle est déjà entrée en vigueur hier, très tôt", false},
		{"short", "TH TƯ NG CHÍNH PH", false},
	} {
		if got := normalize.Lossy(tt.in); got != tt.want {
			t.Errorf("%s: Lossy(%q) = %v", tt.name, tt.in, got)
		}
	}
}

func TestSpun(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     bool
	}{
		{"synonyms inside compounds", "Các văn phiên bản phía dẫn thi hành về muối; văn phiên bản mới.", true},

		{"once", "Bản in lỗi: văn phiên bản.", false},
		{"words of their own", "Phiên bản thứ hai từ phía dẫn đầu; văn bản hướng dẫn thi hành.", false},
	} {
		if got := normalize.Spun(tt.in); got != tt.want {
			t.Errorf("%s: Spun(%q) = %v", tt.name, tt.in, got)
		}
	}
}
