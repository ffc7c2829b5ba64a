package date

import "strings"

// A word is one that dates are written with, in its three cases.
type word [3]string

var (
	ngay  = word{"ngày", "Ngày", "NGÀY"}
	thang = word{"tháng", "Tháng", "THÁNG"}
	nam   = word{"năm", "Năm", "NĂM"}
	mong  = word{"mồng", "mùng", "Mồng"}
)

// months are the month words, the longer before its own beginning.
var months = [...]struct {
	name  word
	month int
}{
	{word{"giêng", "Giêng", "GIÊNG"}, 1}, {word{"một", "Một", "MỘT"}, 1},
	{word{"hai", "Hai", "HAI"}, 2}, {word{"ba", "Ba", "BA"}, 3},
	{word{"tư", "Tư", "TƯ"}, 4}, {word{"bốn", "Bốn", "BỐN"}, 4},
	{word{"năm", "Năm", "NĂM"}, 5}, {word{"sáu", "Sáu", "SÁU"}, 6},
	{word{"bảy", "Bảy", "BẢY"}, 7}, {word{"tám", "Tám", "TÁM"}, 8},
	{word{"chín", "Chín", "CHÍN"}, 9},
	{word{"mười một", "Mười một", "MƯỜI MỘT"}, 11},
	{word{"mười hai", "Mười hai", "MƯỜI HAI"}, 12},
	{word{"mười", "Mười", "MƯỜI"}, 10}, {word{"chạp", "Chạp", "CHẠP"}, 12},
}

// at returns the end of w at byte i of s, else -1.
func (w *word) at(s string, i int) int {
	if i >= len(s) {
		return -1
	}
	for _, form := range w {
		if s[i] == form[0] && strings.HasPrefix(s[i:], form) {
			return i + len(form)
		}
	}
	return -1
}

// backWord returns where w begins that ends at byte e of s, else -1.
func backWord(s string, e, done int, w word) int {
	if e <= done {
		return -1
	}
	last := s[e-1]
	for _, form := range w {
		if last == form[len(form)-1] && strings.HasSuffix(s[done:e], form) {
			return e - len(form)
		}
	}
	return -1
}

// backMonth returns where "tháng" begins whose month, in words, ends before byte e.
func backMonth(s string, e, done int) int {
	from := max(done, e-24)
	for _, form := range thang {
		at := strings.LastIndex(s[from:e], form)
		if at < 0 {
			continue
		}
		at += from
		if _, end := monthWord(s, skipBlank(s, at+len(form))); end >= 0 && skipBlank(s, end) == e {
			return at
		}
	}
	return -1
}

// monthWord returns the month that s names at byte i and its end, else -1.
func monthWord(s string, i int) (month, end int) {
	for k := range months {
		if end = months[k].name.at(s, i); end >= 0 {
			return months[k].month, end
		}
	}
	return 0, -1
}

// skipBlank passes at most three spaces, one line break among them.
func skipBlank(s string, i int) int {
	for n, lines := 0, 0; i < len(s) && n < 3; n++ {
		if s[i] == '\n' {
			lines++
		} else if s[i] != ' ' {
			break
		}
		if lines > 1 {
			break
		}
		i++
	}
	return i
}

// backBlank is skipBlank to the left, down to done.
func backBlank(s string, i, done int) int {
	for n, lines := 0, 0; i > done && n < 3; n++ {
		if s[i-1] == '\n' {
			lines++
		} else if s[i-1] != ' ' {
			break
		}
		if lines > 1 {
			break
		}
		i--
	}
	return i
}

const widestBlank = 120

// skipDots passes what a form leaves to be filled in: blanks, dots, underscores.
func skipDots(s string, i int) int {
	for limit := min(len(s), i+widestBlank); i < limit; {
		switch {
		case s[i] == ' ', s[i] == '.', s[i] == '_', s[i] == '\n':
			i++
		case strings.HasPrefix(s[i:], "…"):
			i += len("…")
		default:
			return i
		}
	}
	return i
}

// backDots is skipDots to the left, down to done.
func backDots(s string, i, done int) int {
	for limit := max(done, i-widestBlank); i > limit; {
		switch c := s[i-1]; {
		case c == ' ', c == '.', c == '_', c == '\n':
			i--
		case i >= limit+len("…") && strings.HasSuffix(s[:i], "…"):
			i -= len("…")
		default:
			return i
		}
	}
	return i
}
