package render

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	decomposed := "Quye\u0302\u0301t \u0111i\u0323nh" // the same letters, other bytes
	table := Table{
		Head: []string{"Số hiệu", "Ngày", "Trích yếu"},
		Rows: [][]string{
			{"4127/QĐ-TTg", "14/03/2023", "Phê duyệt Chiến lược phát triển công nghiệp vật liệu tái chế"},
			{"77/CT-TTg", "", decomposed},
			{"\x1b[2Jx\u009by", "a\nb", "\u202eevil"},
		},
		Long: []int{2},
	}
	var b strings.Builder
	table.Text(&b, 60, Style{})
	want := `Số hiệu      Ngày        Trích yếu
────────────────────────────────────────────────────────────
4127/QĐ-TTg  14/03/2023  Phê duyệt Chiến lược phát triển
                         công nghiệp vật liệu tái chế
77/CT-TTg                Quyết định
�[2Jx�y      a b         �evil
`
	if b.String() != want {
		t.Errorf("Text = \n%s\nwant\n%s", b.String(), want)
	}
}

func TestTableOfTwoLongColumns(t *testing.T) {
	table := Table{
		Head: []string{"quan hệ", "văn bản", "câu"},
		Rows: [][]string{{
			"thực hiện", "Chiến lược phát triển công nghiệp vật liệu tái chế",
			"Bộ Công Thương ban hành Kế hoạch thực hiện Chiến lược phát triển công nghiệp",
		}},
		Long: []int{1, 2},
	}
	var b strings.Builder
	table.Text(&b, 70, Style{})
	want := `quan hệ    văn bản                   câu
──────────────────────────────────────────────────────────────────────
thực hiện  Chiến lược phát triển     Bộ Công Thương ban hành Kế
           công nghiệp vật liệu tái  hoạch thực hiện Chiến lược phát
           chế                       triển công nghiệp
`
	if b.String() != want {
		t.Errorf("Text = \n%s\nwant\n%s", b.String(), want)
	}
}

func TestTree(t *testing.T) {
	root := &Node{Head: "Chiến lược", Notes: []string{"4127/QĐ-TTg"}, Children: []*Node{
		{Head: "7305/QĐ-BCT", Notes: []string{"một hai ba bốn năm sáu bảy tám chín"}, Children: []*Node{
			{Head: "8816/BCT-ATMT"},
		}},
		{Head: "6218/QĐ-BXD", Notes: []string{"\x1b[31mđỏ"}},
	}}
	var b strings.Builder
	Tree(&b, root, 32, Style{})
	want := `Chiến lược
│  4127/QĐ-TTg
├─ 7305/QĐ-BCT
│  │  một hai ba bốn năm sáu bảy
│  │  tám chín
│  └─ 8816/BCT-ATMT
└─ 6218/QĐ-BXD
      �[31mđỏ
`
	if b.String() != want {
		t.Errorf("Tree = \n%s\nwant\n%s", b.String(), want)
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		in   string
		wide int
		want string
	}{
		{"một hai ba", 7, "một hai|ba"},
		{"một hai ba", 100, "một hai ba"},
		{"", 10, ""},

		{"dàiquámứcchophép xong", 8, "dàiquámứ|cchophép|xong"},
	} {
		if got := strings.Join(Wrap(tt.in, tt.wide), "|"); got != tt.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", tt.in, tt.wide, got, tt.want)
		}
	}
}
