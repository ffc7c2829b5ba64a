package citation

import (
	"strings"
	"testing"

	"vnlex/extractors/normalize"
)

// A bare number stands for what the page named in full, by its year where two share it;
// what follows may be a verb that begins with a word that is counted.
func TestShortForms(t *testing.T) {
	full := "Quyết định số 768/QĐ-TTg ngày 15/4/2025; Quyết định số 1922/QĐ-BCT ngày 6/5/2025; Thông tư số 02/2023/TT-BCT; Thông tư số 02/2021/TT-BCT. "
	for in, want := range map[string]string{
		"Quy hoạch đã được Quyết định 768 điều chỉnh.":   "vn:quyet-dinh:ttg:2025:768",
		"Từ ngày Quyết định 1922 được ký.":               "vn:quyet-dinh:bct:2025:1922",
		"Theo Thông tư 02 năm 2023, kho muối được mở.":   "vn:thong-tu:bct:2023:2",
		"Theo Thông tư 02 năm 2021, kho muối được mở.":   "vn:thong-tu:bct:2021:2",
		"Theo Thông tư 02, kho muối được mở.":            "-", // two have it
		"Theo Quyết định 2025, kho muối được mở.":        "",
		"Theo Nghị định 5 điều, kho muối được mở.":       "",
		"Bị án theo Quyết định 15 năm tù, nay được thả.": "",
	} {
		got := ""
		for _, m := range Extract(normalize.Text(full + in))[4:] {
			if got = m.Value.Key(); got == "" {
				got = "-"
			}
		}
		if !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("Extract(%q) has %q, want %q", in, got, want)
		}
	}
}
