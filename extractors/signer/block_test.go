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

// What is signed for may go over two lines, and bodies are named by abbreviations.
func TestBlockPosts(t *testing.T) {
	for _, tt := range []struct{ name, in, title, principal string }{
		{"two posts", "KT. BỘ TRƯỞNG,\nCHỦ NHIỆM\nPHÓ CHỦ NHIỆM\n\nTrần Văn Minh\n", "Phó Chủ nhiệm", "Bộ trưởng, Chủ nhiệm"},
		{"behind a comma", "TL. CỤC TRƯỞNG\nKT. TRƯỞNG BAN DỰ BÁO,\nTHỦY VĂN\nPHÓ TRƯỞNG BAN\n\nTrần Văn Minh\n",
			"Phó Trưởng Ban", "Trưởng Ban Dự báo, thủy văn"},
		{"on a second line", "KT. TRƯỞNG BAN QUẢN LÝ\nKHO MUỐI TTHC\nPHÓ TRƯỞNG BAN\n\nTrần Văn Minh\n",
			"Phó Trưởng Ban", "Trưởng Ban Quản lý kho muối TTHC"},
		{"on one line", "KT. TRƯỞNG BAN DÂN TỘC PHÓ TRƯỞNG BAN\n\nTrần Văn Minh\n", "Phó Trưởng Ban", "Trưởng Ban Dân tộc"},

		{"post of its own", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nTrần Văn Minh\n", "Thứ trưởng", "Bộ trưởng"},
	} {
		all := Blocks(sentence.New(tt.in), 0, len(tt.in))
		if len(all) == 0 || all[0].Title != tt.title || all[0].Principal != tt.principal {
			t.Errorf("%s: Blocks(%q) = %+v, want %q for %q", tt.name, tt.in, all, tt.title, tt.principal)
		}
	}
}
