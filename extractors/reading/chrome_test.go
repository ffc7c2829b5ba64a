package reading

import "testing"

// A notice of the site to its members is no part of the document above it.
func TestNoticeToMembers(t *testing.T) {
	letter := "BỘ CÔNG THƯƠNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/BCT-KHCN\n\n" +
		"Hà Nội, ngày 3 tháng 4 năm 2024\n\nKính gửi: Sở Công Thương\n\nThực hiện Quyết định số 7/QĐ-TTg ngày 5/3/2024, đề nghị quý sở báo cáo.\n\n" +
		"KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nTrần Văn Minh\n\n"
	notice := "THÔNG BÁO\n\nvề dữ liệu\n\nKính gửi: Quý Thành viên,\n\nThực hiện Nghị định 13/2023/NĐ-CP, chúng tôi cập nhật quy chế.\n"
	for _, tt := range []struct {
		name, in string
		want     int
	}{
		{"notice", letter + notice, 1},

		{"to an office", letter + "Kính gửi: Các sở\n\nThực hiện Nghị định 13/2023/NĐ-CP, Bộ Công Thương đề nghị báo cáo.\n", 2},
	} {
		r := Read(Source{Text: tt.in, Kind: kindLegal})
		if len(r.Relations) != tt.want {
			t.Errorf("%s: Read(%q) gives %d relations, want %d: %+v", tt.name, tt.in, len(r.Relations), tt.want, r.Relations)
		}
	}
}
