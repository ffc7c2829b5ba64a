package signer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

func TestStatements(t *testing.T) {
	type want struct {
		Name, Title, Principal string
		Capacity               []string
		Docs                   []int
		Weak                   bool
	}
	tests := []struct {
		name string
		in   string // citations in «»
		want []want
	}{
		{"deputy minister", "Thứ trưởng Đỗ Hoài Phương vừa ký «Quyết định số 7305/QĐ-BCT» ban hành Kế hoạch.",
			[]want{{Name: "Đỗ Hoài Phương", Title: "Thứ trưởng", Capacity: []string{"KT"}, Docs: []int{0}}}},
		{"with the agency", "Ngày 2/6/2023, Bộ trưởng Bộ Công Thương Trần Minh Khôi đã ký «Thông tư số 171/2023/TT-BCT».",
			[]want{{Name: "Trần Minh Khôi", Title: "Bộ trưởng Bộ Công Thương", Docs: []int{0}}}},
		{"two documents", "Phó Thủ tướng Chính phủ Lê An Bình đã ký «Quyết định số 1/QĐ-TTg» và «Quyết định số 2/QĐ-TTg».",
			[]want{{Name: "Lê An Bình", Title: "Phó Thủ tướng Chính phủ", Capacity: []string{"KT"}, Docs: []int{0, 1}}}},
		{"in whose place", "Thứ trưởng Bộ Tài chính Võ Thị Mai vừa ký thay Bộ trưởng «Thông tư số 9/2024/TT-BTC».",
			[]want{{Name: "Võ Thị Mai", Title: "Thứ trưởng Bộ Tài chính", Capacity: []string{"KT"}, Principal: "Bộ trưởng", Docs: []int{0}}}},
		{"by", "«Quyết định số 264/QĐ-UBND» do Phó Chủ tịch UBND tỉnh Lâm Văn Sang ký ngày 3/5/2024.",
			[]want{{Name: "Lâm Văn Sang", Title: "Phó Chủ tịch UBND tỉnh", Capacity: []string{"KT"}, Docs: []int{0}}}},
		{"approved only", "Thủ tướng Chính phủ Phan Văn Hòa phê duyệt «Quyết định số 4127/QĐ-TTg».",
			[]want{{Name: "Phan Văn Hòa", Title: "Thủ tướng Chính phủ", Docs: []int{0}, Weak: true}}},

		{"asked", "Tại «Công văn số 8816/VPCP-NN», Phó Thủ tướng Lê An Bình yêu cầu báo cáo.", nil},
		{"another act", "Bộ trưởng Trần Minh Khôi đã dự lễ ký kết; «Nghị định số 1/2024/NĐ-CP» còn hiệu lực.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, docs := masked(tt.in)
			l := sentence.New(text)
			var got []want
			for _, s := range Statements(l, extractors.Span{End: len(text)}, docs) {
				got = append(got, want{s.Name, s.Title, s.Principal, s.Capacity, s.Docs, s.Weak})
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Statements(%q) (-want +got):\n%s", text, diff)
			}
		})
	}
}

// masked takes the marks « » out of s and returns where they stood.
func masked(s string) (string, []extractors.Span) {
	var docs []extractors.Span
	for {
		i := strings.Index(s, "«")
		j := strings.Index(s, "»")
		if i < 0 {
			return s, docs
		}
		s = s[:i] + s[i+len("«"):j] + s[j+len("»"):]
		docs = append(docs, extractors.Span{Start: i, End: j - len("«")})
	}
}
