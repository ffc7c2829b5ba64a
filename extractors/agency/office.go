package agency

import "strings"

// officeBase is added to the value of an office in the lexicon of names.
const officeBase = 1 << 20

// offices are the posts whose holder acts for the agency named behind them.
var offices = []string{
	"Bộ trưởng", "Thứ trưởng", "Quyền Bộ trưởng", "Chủ nhiệm", "Phó Chủ nhiệm",
	"Thống đốc", "Phó Thống đốc", "Chủ tịch", "Phó Chủ tịch", "Giám đốc", "Phó Giám đốc",
	"Tổng Giám đốc", "Phó Tổng Giám đốc", "Tổng cục trưởng", "Phó Tổng cục trưởng",
	"Cục trưởng", "Phó Cục trưởng", "Chánh án", "Phó Chánh án", "Viện trưởng",
	"Phó Viện trưởng", "Chánh Văn phòng", "Phó Chánh Văn phòng", "Bí thư", "Phó Bí thư",
	"Trưởng Ban", "Phó Trưởng Ban", "Lãnh đạo", "Ban Thường vụ", "Ban Chấp hành",
	"Thường trực", "Tổng Thư ký",
}

// titles are posts that name their agency themselves.
var titles = []struct{ name, code, office string }{
	{"Tổng Thanh tra Chính phủ", "TTCP", "Tổng Thanh tra"},
	{"Tổng Kiểm toán nhà nước", "KTNN", "Tổng Kiểm toán"},
	{"Phó Thủ tướng Chính phủ", "TTg", "Phó Thủ tướng"},
	{"Phó Thủ tướng", "TTg", "Phó Thủ tướng"},
	{"Phó Thủ tướng Thường trực", "TTg", "Phó Thủ tướng Thường trực"},
	{"Phó Thủ tướng Thường trực Chính phủ", "TTg", "Phó Thủ tướng Thường trực"},
	{"Phó Chủ tịch nước", "CTN", "Phó Chủ tịch nước"},
}

// addOffices enters the posts and the names of ministries without "Bộ".
func (t *table) addOffices() {
	for i, o := range offices {
		t.names.Add(o, officeBase+i)
	}
	for i, o := range titles {
		t.names.Add(o.name, officeBase+len(offices)+i)
	}
	for i, a := range t.all {
		if rest, ok := strings.CutPrefix(a.Name, "Bộ "); ok {
			t.short.Add(rest, i)
		}
	}
}

// byOffice reads the agency behind post i, which ends at end: "Bộ trưởng, Chủ nhiệm Văn
// phòng Chính phủ" holds two posts, "Bộ trưởng Công Thương" leaves "Bộ" out.
func byOffice(s string, i, end, posts int) (Match, bool) {
	if i >= len(offices) {
		o := titles[i-len(offices)]
		a, _ := ByCode(o.code)
		return Match{Agency: a, Office: o.office, End: end}, true
	}
	at := afterOffice(s, end)
	if at < 0 {
		return Match{}, false
	}
	m, ok := byName(s[at:], posts)
	if !ok && strings.HasSuffix(offices[i], "trưởng") {
		m, ok = byShort(s[at:])
	}
	if !ok {
		return Match{}, false
	}
	m.End += at
	m.Office = s[:end]
	return m, true
}

// afterOffice returns where the agency or a second post may begin; -1: nowhere.
func afterOffice(s string, i int) int {
	for _, mark := range []string{" ", ", ", " - ", "\n"} {
		if strings.HasPrefix(s[i:], mark) && len(s) > i+len(mark) {
			if c := s[i+len(mark)]; c != ' ' && c != ',' && c != '-' {
				return i + len(mark)
			}
		}
	}
	return -1
}
