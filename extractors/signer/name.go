package signer

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors/sentence"
)

// families are the first syllables of Vietnamese names (spec 4.5).
var families = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for _, f := range strings.Fields(`Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý
		Trương Đào Đoàn Vương Trịnh Đinh Lâm Phùng Mai Tô Hà Tạ Cao Thái Châu Quách Tăng Lưu La Lương Thạch
		Kim Giàng Lò Vàng Hầu Y H K Nông Triệu Chu Cù Doãn Khuất Nghiêm Ninh Ông Tống Từ Viên Văn Phó Thân
		Bạch Bế Ma Sùng Tôn Lã Lại Hứa Tiêu Diệp Đàm Đồng Lục Mạc Khổng Giáp Kiều Thiều Phí Vi Cầm Đèo Hạng
		Lù Vừ Thào Mùa Chẩu Hoàn Nhữ Uông Ứng Đậu Trưng Thịnh An Âu Điểu Siu Rơ Ksor Hồng Quản Tòng Quàng
		Lường Thẩm Cung Quan Đường Bàn Chảo Tẩn Phàn Lỗ Liêu Trà Danh Hàn Khúc Mã Sơn Thi Tất Ân Bá Cái Chử
		Cồ Dư Đới Hán Lộ Nhan Phương Quyền Sầm Tiết Tưởng Ưng Ca Bá`) {
		m[f] = true
	}
	return m
})

// Family reports whether a syllable, in any case, is one that names begin with.
func Family(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n > 0 && families()[string(unicode.ToUpper(r))+strings.ToLower(w[n:])]
}

// maxName is the most syllables a name has.
const maxName = 6

// NameAt reads a personal name at byte i of s and returns its end: two to six
// capitalised syllables, family name first. ok is false where none stands.
func NameAt(s string, i int) (end int, ok bool) {
	n := 0
	for at := i; n < maxName; n++ {
		e := syllable(s, at)
		if e == at || n == 0 && !families()[familyOf(s[at:e])] {
			break
		}
		end = e
		for at = e; at < len(s) && (s[at] == ' ' || s[at] == '\n' || s[at] == '*') && at-e < 3; at++ {
		}
	}
	return end, n >= 2 && !placeholder(s[i:end])
}

// familyOf cuts an apostrophe or hyphen: K'Mák, H'Yim.
func familyOf(w string) string {
	if i := strings.IndexAny(w, "'’-"); i > 0 {
		return w[:i]
	}
	return w
}

// syllable returns the end of a capitalised syllable at byte i; i when there is none.
func syllable(s string, i int) int {
	r, n := sentence.RuneAt(s, i)
	if !sentence.IsUpper(r) {
		return i
	}
	j, lower := i+n, 0
	for j < len(s) {
		r, n := sentence.RuneAt(s, j)
		if (r == '\'' || r == '’' || r == '-') && j+1 < len(s) {
			if c, m := sentence.RuneAt(s, j+1); r != '-' && sentence.IsUpper(c) || r == '-' && sentence.IsLetter(c) {
				j += 1 + m
				continue
			}
		}
		if !sentence.IsLetter(r) {
			break
		}
		if sentence.IsUpper(r) {
			return i
		}
		lower++
		j += n
	}
	if r, _ := sentence.RuneAt(s, j); sentence.IsDigit(r) {
		return i
	}
	if lower == 0 && j-i > n {
		return i
	}
	return j
}

// placeholder reports whether a name is one that templates print: Nguyễn Văn A.
func placeholder(name string) bool {
	w := strings.Fields(name)
	last := w[len(w)-1]
	r, n := sentence.RuneAt(last, 0)
	return n == len(last) && r != 'Y' && r != 'Ý' && r != 'Ô'
}

// Clean gives a name with one space between its syllables and no marks of emphasis.
func Clean(name string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(name, "*", " ")), " ")
}

// honours are what stands before a name and is no part of it.
var honours = []struct {
	word string
	kind byte // r rank, d degree, p polite
}{
	{"Đại tướng", 'r'}, {"Thượng tướng", 'r'}, {"Trung tướng", 'r'}, {"Thiếu tướng", 'r'}, {"Đô đốc", 'r'},
	{"Phó Đô đốc", 'r'}, {"Chuẩn Đô đốc", 'r'}, {"Đại tá", 'r'}, {"Thượng tá", 'r'}, {"Trung tá", 'r'}, {"Thiếu tá", 'r'},
	{"PGS.TS.", 'd'}, {"PGS. TS.", 'd'}, {"PGS.TS", 'd'}, {"PGS, TS.", 'd'}, {"GS.TSKH.", 'd'}, {"GS. TSKH.", 'd'},
	{"GS.TS.", 'd'}, {"GS. TS.", 'd'}, {"GS.TS", 'd'}, {"GS.", 'd'}, {"PGS.", 'd'}, {"TSKH.", 'd'}, {"TS.", 'd'},
	{"ThS.", 'd'}, {"Ths.", 'd'}, {"BS.", 'd'}, {"LS.", 'd'}, {"NGND.", 'd'}, {"NGƯT.", 'd'}, {"KS.", 'd'}, {"TS ", 'd'},
	{"đồng chí", 'p'}, {"Đồng chí", 'p'}, {"đ/c", 'p'}, {"Đ/c", 'p'}, {"ông", 'p'}, {"bà", 'p'}, {"Ông", 'p'}, {"Bà", 'p'},
}

// skipHonours returns the byte behind ranks, degrees and polite words at byte i.
func skipHonours(s string, i int, sig *Signature) int {
	for again := true; again; {
		again = false
		for _, h := range honours {
			if strings.HasPrefix(s[i:], h.word) {
				switch h.kind {
				case 'r':
					sig.Rank = h.word
				case 'd':
					sig.Degree = strings.TrimSpace(h.word)
				}
				i += len(h.word)
				for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == ',') {
					i++
				}
				again = true
				break
			}
		}
	}
	return i
}

func hasAny(s string, heads ...string) bool {
	for _, h := range heads {
		if strings.HasPrefix(s, h) {
			return true
		}
	}
	return false
}
