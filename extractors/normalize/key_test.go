package normalize_test

import (
	"testing"

	"vnlex/extractors/normalize"
)

func TestKeys(t *testing.T) {
	tests := []struct{ in, key, fold, slug string }{
		{"  Bộ  Công\nThương ", "bộ công thương", "bo cong thuong", "bo-cong-thuong"},
		{"“Hoá chất” – Đắk Lắk", `"hóa chất" - đắk lắk`, `"hoa chat" - dak lak`,
			"hoa-chat-dak-lak"},
		{"Kế hoạch 12/KH-UBND", "kế hoạch 12/kh-ubnd", "ke hoach 12/kh-ubnd",
			"ke-hoach-12-kh-ubnd"},
		{"Ủy ban, UỶ BAN", "ủy ban, ủy ban", "uy ban, uy ban", "uy-ban-uy-ban"},
		{"Krông Pắc, Niê Kđăm", "krông pắc, niê kđăm", "krong pac, nie kdam", "krong-pac-nie-kdam"},
		{"Quê hương", "quê hương", "que huong", "que-huong"},

		{"", "", "", ""},
		{" \n", "", "", ""},
		{"Ελλάδα 公", "ελλάδα 公", "ελλαδα 公", ""},
	}
	for _, tt := range tests {
		if got := normalize.Key(tt.in); got != tt.key {
			t.Errorf("Key(%q) = %q, want %q", tt.in, got, tt.key)
		}
		if got := normalize.Fold(tt.in); got != tt.fold {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.fold)
		}
		if got := normalize.Slug(tt.in); got != tt.slug {
			t.Errorf("Slug(%q) = %q, want %q", tt.in, got, tt.slug)
		}
	}
}
