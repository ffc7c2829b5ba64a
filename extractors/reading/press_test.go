package reading

import (
	"strings"
	"testing"
)

// paper is a page of news about nothing, with the given last lines.
func paper(title, end string) string {
	return title + "\n\n" + strings.Repeat("Các hộ làm muối ở ven biển sẽ được hỗ trợ vay vốn để sửa kho trong mùa mưa tới. ", 4) +
		"\n\nSở đề nghị các xã báo cáo trước khi vào vụ, và sẽ kiểm tra từng kho.\n\n" + end
}

func TestPress(t *testing.T) {
	for _, tt := range []struct{ name, in, title, author, source string }{
		{"paper and address", paper("Hỗ trợ sửa kho muối cho các hộ ven biển", "Thu Hải\n\nNguồn Tạp chí Muối: https://tapchimuoi.vn/a-1.html"),
			"Hỗ trợ sửa kho muối cho các hộ ven biển", "Thu Hải", "Tạp chí Muối"},
		{"address alone", paper("Hỗ trợ sửa kho muối cho các hộ ven biển", "Nguồn: https://www.baomuoi.vn/a.html"),
			"Hỗ trợ sửa kho muối cho các hộ ven biển", "", "baomuoi.vn"},
		{"according to", paper("Hỗ trợ sửa kho muối cho các hộ ven biển", "(Theo TTXVN)"),
			"Hỗ trợ sửa kho muối cho các hộ ven biển", "", "TTXVN"},
		{"label", paper("Hỗ trợ sửa kho muối cho các hộ ven biển", "Tác giả: Trần Thu Hải"),
			"Hỗ trợ sửa kho muối cho các hộ ven biển", "Trần Thu Hải", ""},
		{"heading of two sentences", paper("# Kho muối được hỗ trợ ra sao? Hộ nào được vay?", "Quý vị có thể hỏi thêm."),
			"Kho muối được hỗ trợ ra sao? Hộ nào được vay?", "", ""},

		{"picture", paper("Hỗ trợ sửa kho muối cho các hộ ven biển", "Ảnh: Thu Hải\n\n(Nguồn: Internet)"),
			"Hỗ trợ sửa kho muối cho các hộ ven biển", "", ""},
		{"money", paper("Hỗ trợ sửa kho muối cho các hộ ven biển", "Nguồn vốn vay lấy từ ngân sách tỉnh."),
			"Hỗ trợ sửa kho muối cho các hộ ven biển", "", ""},
		{"under a post", paper("Hỗ trợ sửa kho muối cho các hộ ven biển", "Phó Giám đốc\n\nTrần Thu Hải"),
			"Hỗ trợ sửa kho muối cho các hộ ven biển", "", ""},
		{"name of the title", paper("# Xã Hải Châu (Nam Định) sửa kho muối", "Hải Châu\n\nTags: muối"), "Xã Hải Châu (Nam Định) sửa kho muối", "", ""},
	} {
		p := Read(Source{Text: tt.in, Kind: kindNews}).Page
		if p.Title != tt.title || p.Author != tt.author || p.Source != tt.source {
			t.Errorf("%s: Read(%q).Page = %q by %q of %q, want %q by %q of %q", tt.name, tt.in,
				p.Title, p.Author, p.Source, tt.title, tt.author, tt.source)
		}
	}
}
