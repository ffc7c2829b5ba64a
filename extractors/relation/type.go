package relation

import "strings"

// A noun is a word for documents behind which "này" may stand.
type noun struct {
	words string
	slugs string // the types that it may mean, joined by blanks; empty: any
}

var nouns = []noun{
	{"nghị định", "nghi-dinh"}, {"thông tư", "thong-tu thong-tu-lien-tich"},
	{"thông tư liên tịch", "thong-tu-lien-tich"}, {"quyết định", "quyet-dinh"}, {"nghị quyết", "nghi-quyet nghi-quyet-lien-tich"},
	{"nghị quyết liên tịch", "nghi-quyet-lien-tich"},
	{"chỉ thị", "chi-thi"}, {"luật", "luat bo-luat"}, {"bộ luật", "bo-luat luat"}, {"pháp lệnh", "phap-lenh"},
	{"công văn", "cong-van"}, {"công điện", "cong-dien"}, {"kế hoạch", ""}, {"hướng dẫn", "huong-dan"},
	{"thông báo", "thong-bao"}, {"kết luận", "ket-luan thong-bao"}, {"tờ trình", "to-trinh"}, {"báo cáo", "bao-cao"},
	{"văn bản", ""}, {"quy chế", ""}, {"quy định", ""}, {"điều lệ", ""}, {"chương trình", ""}, {"chương trình hành động", ""}, {"kế hoạch hành động", ""}, {"đề án", ""},
	{"lệnh", "lenh"}, {"sắc lệnh", "sac-lenh"}, {"hiến pháp", "hien-phap"}, {"văn bản hợp nhất", ""}, {"danh mục", ""},
	{"chiến lược", ""}, {"quy hoạch", ""}, {"phương án", ""}, {"quy chuẩn", ""}, {"phụ lục", ""},
}

func (t *table) addTypes() {
	for i, n := range nouns {
		t.types.Add(n.words, i+1)
	}
}

// means reports whether noun n may stand for a document of the given type.
func (n noun) means(slug string) bool {
	if n.slugs == "" {
		return true
	}
	for one := range strings.SplitSeq(n.slugs, " ") {
		if one == slug {
			return true
		}
	}
	return false
}
