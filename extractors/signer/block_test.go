package signer

import (
	"strings"
	"testing"

	"vnlex/extractors/sentence"
)

// Text repair joins what stood near a signature.
func TestBlocksJoined(t *testing.T) {
	long := strings.Repeat("quy định về kho muối ở các xã ven biển ", 12)
	for _, tt := range []struct{ name, in, want string }{
		{"date line before", "Hà Nội, ngày 3 tháng 4 năm 2018 \nKT. BỘ TRƯỞNG \nTHỨ TRƯỞNG\n\nTrần Văn Minh\n", "Trần Văn Minh"},
		{"text behind", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nTrần Văn Minh \n \n \n" + long + "\n", "Trần Văn Minh"},

		{"a sentence", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nTrần Văn Minh chủ trì cuộc họp\n", ""},
		{"a dated sentence", "Ngày 3 tháng 4 năm 2018, \nBỘ TRƯỞNG\n\nhọp với Sở.\n", ""},
	} {
		got := ""
		if all := Blocks(sentence.New(tt.in), 0, len(tt.in)); len(all) > 0 {
			got = all[0].Name
		}
		if got != tt.want {
			t.Errorf("%s: Blocks(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}
