package signer

import (
	"slices"
	"testing"

	"vnlex/extractors/sentence"
)

func TestOfficials(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"post, body, name", "Chiều 3/4, Phó Chủ tịch Quốc hội Trần Thị Mai Lan điều hành phiên họp.",
			[]string{"Trần Thị Mai Lan, Phó Chủ tịch Quốc hội"}},
		{"rank between", "Bộ trưởng Bộ Công an, Đại tướng Lê Văn Bình nói; Thứ trưởng Bộ Y tế Đỗ Hoài Phương tiếp lời.",
			[]string{"Đỗ Hoài Phương, Thứ trưởng Bộ Y tế"}},
		{"name, post", "Theo ông Võ Minh Tâm, Giám đốc Sở Công Thương, kho muối đã đầy.",
			[]string{"Võ Minh Tâm, Giám đốc Sở Công Thương"}},

		{"post alone", "Bộ trưởng yêu cầu các sở báo cáo.", nil},
		{"place", "Bí thư Hà Nam và Chủ tịch Quốc hội Thái Lan gặp nhau.", nil},
		{"name alone", "Ông Võ Minh Tâm làm muối từ nhỏ.", nil},
		{"photograph", "Thứ trưởng Đỗ Hoài Phương thăm kho muối. Ảnh: Lê Văn Bình", nil},
	} {
		l := sentence.New(tt.in)
		var got []string
		for _, p := range Officials(l, l.Blocks[0]) {
			got = append(got, p.Name+", "+p.Title)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: Officials(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}
