package sentence

import "strings"

// itemAt says how the line s[i:end] begins.
func itemAt(s string, i, end int) Item {
	switch c := s[i]; {
	case c == '-' || c == '+' || c == '*':
		if i+1 < end && s[i+1] != c {
			return Dash
		}
	case c == '[':
		if j := digits(s, i+1, end); j > i+1 && j < end && s[j] == ']' {
			return Note
		}
	case '0' <= c && c <= '9':
		return numbered(s, i, end)
	case c == 'I' || c == 'V' || c == 'X':
		return roman(s, i, end)
	}
	if lettered(s, i, end) {
		return Letter
	}
	switch s[i] {
	case "•"[0]:
		if strings.HasPrefix(s[i:end], "•") {
			return Dash
		}
	case "Đ"[0], 'C', 'M', 'P':
		return heading(s[i:end])
	}
	return Plain
}

func digits(s string, i, end int) int {
	for i < end && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

// numbered knows 1. and 1.2. and 1) before text, and the footnote numeral
// of "1 Thông tư số".
func numbered(s string, i, end int) Item {
	j := digits(s, i, end)
	if j-i > 3 {
		return Plain
	}
	k := j
	for k+1 < end && s[k] == '.' && digits(s, k+1, end) > k+1 && digits(s, k+1, end)-k <= 3 {
		k = digits(s, k+1, end)
	}
	if k < end && (s[k] == '.' || s[k] == ')') && (k+1 == end || !isDigitByte(s[k+1])) {
		return Number
	}
	if k == j && j+1 < end && s[j] == ' ' {
		if r, _ := RuneAt(s, j+1); IsUpper(r) {
			return Note
		}
	}
	return Plain
}

func isDigitByte(c byte) bool { return '0' <= c && c <= '9' }

// lettered knows a) and đ) and a1).
func lettered(s string, i, end int) bool {
	r, n := RuneAt(s, i)
	if !IsLetter(r) || IsUpper(r) {
		return false
	}
	i = digits(s, i+n, end)
	return i < end && s[i] == ')'
}

func roman(s string, i, end int) Item {
	j := i
	for j < end && (s[j] == 'I' || s[j] == 'V' || s[j] == 'X') {
		j++
	}
	if j < end && s[j] == '.' && (j+1 == end || !isDigitByte(s[j+1])) {
		return Roman
	}
	return Plain
}

// heading knows "Điều 5." and the lines of Phần, Chương and Mục.
func heading(s string) Item {
	if rest, ok := cutWord(s, "Điều ", "ĐIỀU "); ok {
		j := digits(rest, 0, len(rest))
		for j > 0 && j < len(rest) && 'a' <= rest[j] && rest[j] <= 'z' {
			j++
		}
		if j > 0 && (j == len(rest) || rest[j] == '.' || rest[j] == ':' || rest[j] == '*') {
			return Article
		}
		return Plain
	}
	if _, ok := cutWord(s, "Chương ", "CHƯƠNG ", "Mục ", "MỤC ", "Phần thứ", "PHẦN THỨ", "Phần ", "PHẦN "); ok && len(s) < 60 {
		return Chapter
	}
	return Plain
}

func cutWord(s string, heads ...string) (string, bool) {
	for _, h := range heads {
		if rest, ok := strings.CutPrefix(s, h); ok {
			return rest, true
		}
	}
	return s, false
}
