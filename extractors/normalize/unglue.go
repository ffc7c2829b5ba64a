package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors"
)

// DeGlue returns s with a space where one was lost around digits and symbols.
// Words glued to words are left. (spec 5.8)
func DeGlue(s string) string { return unglue(extractors.Plain(s)).Norm }

// unglue is DeGlue for a Text.
func unglue(t extractors.Text) extractors.Text {
	found := seams(t.Norm)
	if len(found) == 0 {
		return t
	}
	b := extractors.NewBuilder(t)
	for _, at := range found {
		b.Keep(at)
		b.Replace(at, " ")
	}
	return b.Text()
}

// seams returns the places in s where a space was lost, in order.
func seams(s string) []int {
	var g gluer
	g.s = s
	for i := nextSign(s, 0); i < len(s); i = nextSign(s, i) {
		switch c := s[i]; {
		case c >= '0':
			i = g.digits(i)
		case c != '.':
			i = g.symbol(i)
		default:
			i++
		}
	}
	return g.seams
}

// A gluer goes through a text and notes where a space was lost.
type gluer struct {
	s     string
	index int // of the last list item with a number glued to it
	seams []int
}

func (g *gluer) add(at int) {
	if n := len(g.seams); n == 0 || g.seams[n-1] < at {
		g.seams = append(g.seams, at)
	}
}

// digits looks to both sides of the number at byte i and returns its end.
func (g *gluer) digits(i int) int {
	j := i
	for j < len(g.s) && isDigit(g.s[j]) {
		j++
	}
	if i > 0 && letterByte(g.s[i-1]) {
		g.wordBefore(i, j)
	}
	if j < len(g.s) && letterByte(g.s[j]) {
		g.wordBehind(i, j)
	}
	return j
}

// before are the words that a number follows: how many digits it has at most.
var before = []struct {
	word   string
	digits int
}{
	{"số", 5}, {"ngày", 2}, {"tháng", 2}, {"năm", 4}, {"điều", 3}, {"khoản", 2}, {"điểm", 2},
	{"chương", 2}, {"mục", 2},
}

// wordBefore notes a seam in "số34", "ngày30", "năm2018".
func (g *gluer) wordBefore(i, j int) {
	for _, b := range before {
		from := i - len(b.word)
		if from < 0 || j-i > b.digits || !strings.EqualFold(g.s[from:i], b.word) {
			continue
		}
		if b.word == "năm" && (j-i != 4 || g.s[i:i+2] != "19" && g.s[i:i+2] != "20") {
			continue
		}
		if g.bounded(from) {
			g.add(i)
		}
		return
	}
}

// bounded reports whether a word may begin at byte i.
func (g *gluer) bounded(i int) bool {
	if n := len(g.seams); n > 0 && g.seams[n-1] == i {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(g.s[:i])
	return i == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}

// wordBehind notes a seam in "07tháng", "9năm" and in the item "- 1Công văn" of a list.
func (g *gluer) wordBehind(i, j int) {
	rest := g.s[j:]
	if j-i > 2 {
		return
	}
	for _, w := range [...]string{"tháng", "năm"} {
		if strings.HasPrefix(rest, w) && wordEnds(rest, len(w)) {
			g.add(j)
			return
		}
	}
	if !opensItem(g.s, i) || !startsType(rest) {
		return
	}
	index := int(g.s[j-1] - '0')
	if j-i == 2 {
		index += 10 * int(g.s[i]-'0')
	}
	if index == 1 || index == g.index+1 {
		g.index = index
		g.add(j)
	}
}

// wordEnds reports whether no letter stands at byte i of s.
func wordEnds(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r)
}

// longBullet is more bytes than a dash and the spaces around it have.
const longBullet = 64

// opensItem reports whether only a dash stands before byte i in its line.
func opensItem(s string, i int) bool {
	from := max(0, i-longBullet)
	line := s[from+strings.LastIndexByte(s[from:i], '\n')+1 : i]
	return strings.TrimSpace(line) == "-"
}

// types are the words that the titles in the lists of portals begin with. (spec 4.8)
var types = []string{
	"Công văn", "Công điện", "Quyết định", "Nghị định", "Nghị quyết", "Thông tư", "Thông báo",
	"Chỉ thị", "Luật", "Bộ luật", "Pháp lệnh", "Lệnh", "Sắc lệnh", "Hiến pháp", "Kế hoạch",
	"Tờ trình", "Văn bản", "Hướng dẫn", "Quy định", "Quy chế", "Báo cáo", "Kết luận",
	"Chương trình", "Đề án", "Thông tri", "Thông cáo", "Công ước", "Hiệp định", "Tiêu chuẩn",
	"Quy chuẩn", "Dự thảo",
}

func startsType(s string) bool {
	for _, w := range types {
		if strings.HasPrefix(s, w) && wordEnds(s, len(w)) {
			return true
		}
	}
	return false
}

// follow are the words that stand behind a symbol.
var follow = []string{
	"ngày", "năm", "của", "về", "và", "do", "quy định", "ban hành", "hướng dẫn", "sửa đổi",
}

// symbol notes a seam behind the issuer of a symbol, "NĐ-CPngày", whose dash or
// slash stands at byte i, and returns where to go on.
func (g *gluer) symbol(i int) int {
	i++
	j := i
	for j < len(g.s) && (g.s[j]-'A' < 26 || g.s[j] == '&' || strings.HasPrefix(g.s[j:], "Đ")) {
		j++
		if g.s[j-1] == "Đ"[0] {
			j++
		}
	}
	if j-i < 2 || j == len(g.s) {
		return i
	}
	if g.s[i:j] == "TT" && g.s[j] == 'g' {
		j++
	}
	if j == len(g.s) || g.s[j]-'a' >= 26 {
		return i
	}
	for _, w := range follow {
		if strings.HasPrefix(g.s[j:], w) && wordEnds(g.s[j:], len(w)) {
			g.add(j)
			break
		}
	}
	return i
}

// nextSign returns the first place from i on with one of - . / 0 … 9, else len(s).
func nextSign(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		if mask := within(eightAt(s, i), '-', '9'); mask != 0 {
			return i + first(mask)
		}
	}
	for ; i < len(s); i++ {
		if s[i] >= '-' && s[i] <= '9' {
			return i
		}
	}
	return len(s)
}

func isDigit(c byte) bool { return c-'0' <= 9 }

// letterByte reports whether c can be the last or the first byte of a letter.
func letterByte(c byte) bool { return c|0x20-'a' < 26 || c >= 0x80 }
