package number

import "strings"

// A prefix is what stands to the left of the first mark of a number.
type prefix struct {
	num   string // "04", "66.16", "30a", "522b"
	start int
	glued string // type letters between number and slash: "1CĐ/", "12 TC/"
	ocr   bool
}

// digitOrLetter marks the bytes that may stand before a mark.
var digitOrLetter = func() (t [256]bool) {
	for c := '0'; c <= '9'; c++ {
		t[c] = true
	}
	for c := 0; c < 26; c++ {
		t['a'+c], t['A'+c] = true, true
	}
	t[0x90] = true // the end of Đ
	return t
}()

// leftOf reads the number that ends before the mark at i and begins after done.
func leftOf(s string, i, done int) (prefix, bool) {
	end := back(s, i) + 1
	j, glued := end, ""
	if !digit(s[j-1]) {
		j, glued = suffix(s, j)
		if j <= 0 || !digit(s[j-1]) {
			return prefix{}, false
		}
	}
	start := digitsFrom(s, j)
	if j-start > 5 || start < done {
		return prefix{}, false
	}
	if start >= 2 && s[start-1] == '.' && digit(s[start-2]) && j-start <= 2 {
		start = digitsFrom(s, start-1) // 66.16
	}
	p := prefix{num: s[start:end], start: start, glued: glued}
	if glued != "" {
		p.num = s[start:j]
	} else if j < end {
		p.num = strings.ToLower(p.num)
	}
	if from, num, ok := apart(s, start, end); ok {
		return prefix{num: num, start: from, ocr: true}, true
	}
	return p, bounded(s, start)
}

// digitsFrom returns where the digits that end at j begin.
func digitsFrom(s string, j int) int {
	for j > 0 && digit(s[j-1]) {
		j--
	}
	return j
}

// suffix reads letters between the digits and the mark: one that belongs to the number
// (30a, 522b), or a glued type (1CĐ, 12 TC). It returns where the digits end.
func suffix(s string, j int) (int, string) {
	for _, g := range [...]string{"CĐ", "CV", "TC"} {
		if strings.HasSuffix(s[:j], g) {
			return back(s, j-len(g)) + 1, g
		}
	}
	c := s[j-1] | 0x20
	if j < 2 || c < 'a' || c > 'z' {
		return 0, ""
	}
	return j - 1, ""
}

// bounded reports whether a number may begin at start: not inside a word, a longer number,
// a path, a period (2021-2025) or a blank form (…/2026) (spec 1.3 step 7).
func bounded(s string, start int) bool {
	if start == 0 {
		return true
	}
	c := s[start-1]
	switch {
	case c == '.' || c == ',':
		return start < 2 || !digit(s[start-2])
	case c == '-':
		return start < 2 || !digit(s[start-2])
	case c == '/' || c == '_' || digit(c):
		return false
	case c == ' ':
		return s[back(s, start)] != '/'
	case c < 0x80 && !asciiLetter(c):
		return true
	}
	return gluedTo(s[:start])
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// gluedTo reports whether s ends in no letter, or in a word to which numbers get glued.
func gluedTo(s string) bool {
	if !letterEnd(s) {
		return !strings.HasSuffix(s, "…")
	}
	for _, w := range gluing {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

var gluing = []string{"số", "Số", "SỐ", " định", "ĐỊNH", " quyết", " tư", " Luật", " thị", " văn",
	" lệnh", " tịch", " trình", " hoạch", " luận"}

// apart reads digits that OCR set apart: "Số: 6 | 0 1 8 /" (spec 1.4). Only what begins right
// behind "Số:" and holds a gap counts.
func apart(s string, start, end int) (from int, num string, ok bool) {
	j := start
	for j > 0 && start-j < 24 && (digit(s[j-1]) || s[j-1] == ' ' || s[j-1] == '|') {
		j--
	}
	if j < 1 || s[j-1] != ':' || !follows(s, j, "số:") {
		return 0, "", false
	}
	for j < start && !digit(s[j]) {
		j++
	}
	if j == start {
		return 0, "", false
	}
	num = strings.NewReplacer(" ", "", "|", "").Replace(s[j:end])
	return j, num, len(num) <= 5
}
