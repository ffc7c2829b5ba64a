package header

import (
	"fmt"
	"strings"
	"testing"

	"vnlex/extractors/normalize"
	"vnlex/extractors/sentence"
)

func TestDiagram(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"active and passive", "Văn bản bị thay thế (1)\n\n- Thông tư 8/2011/TT-BCT Về kho\n\n" +
			"Văn bản thay thế (1)\n\n- Thông tư 9/2021/TT-BCT Về kho\n",
			[]string{"own replaces 1", "other replaces 1"}},
		{"current", "Văn bản hiện thời\n\n- Nghị định 7/2014/NĐ-CP Về phân bón\n\nVăn bản căn cứ (0)\n",
			[]string{"current 1"}},
		{"without number", "VĂN BẢN ĐƯỢC HƯỚNG DẪN\n\n- Nghị định 7/2014/NĐ-CP\n- Luật 3/2007/QH12\n",
			[]string{"own guides 2"}},

		{"other number", "Văn bản dẫn chiếu (3)\n\n- Nghị định 7/2014/NĐ-CP\n", nil},
		{"columns", "VĂN BẢN ĐƯỢC HỢP NHẤT\n\nVĂN BẢN HỢP NHẤT\n\n- Luật 3/2007/QH12\n", nil},
		{"a sentence", "Văn bản thay thế phải gửi về Bộ.\n\n- Sở Công Thương\n", nil},
		{"no list", "Văn bản thay thế\n\nDoanh nghiệp gửi hồ sơ.\n", nil},
	} {
		var got []string
		for _, g := range Diagram(sentence.New(normalize.Text(tt.in).Norm)) {
			who := map[bool]string{true: "own", false: "other"}[g.Acts] + " " + g.Kind
			if g.Current {
				who = "current"
			}
			got = append(got, fmt.Sprintf("%s %d", who, len(g.Items)))
		}
		if strings.Join(got, "; ") != strings.Join(tt.want, "; ") {
			t.Errorf("%s: Diagram(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}
