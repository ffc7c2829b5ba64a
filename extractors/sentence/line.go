package sentence

import (
	"strings"
)

// A line is one line of the text, or one cell of a line of a table.
type line struct {
	start, end int // without outer space, table bars and marks of emphasis
	item       Item
	table      bool
	cell       bool // a later cell of its line
	shouted    bool
	closed     bool // ends as a sentence, item or heading does
	head       bool // a line of a letterhead that stands alone: place and date, V/v, Kính gửi
	lone       bool // the number of an item alone: its words stand on the next line
	lower      bool // begins with a lower-case letter, a digit or inside a bracket
	bold       bool // begins with **
	boldEnd    bool // ends with **
	stars      int  // runs of * in it, a bullet not counted
}

// read fills l from s[start:end].
func (l *line) read(s string, start, end int) {
	for end > start && (s[end-1] == ' ' || s[end-1] == '\r' || s[end-1] == '\t') {
		end--
	}
	for start < end && (s[start] == ' ' || s[start] == '\t' || s[start] == '>') {
		start++
	}
	l.stars = countStars(s, start, end)
	start, l.bold = skipEmphasis(s, start, end)
	end, l.boldEnd = dropEmphasis(s, start, end)
	l.start, l.end = start, end
	if start < end {
		l.item = itemAt(s, start, end)
		l.shouted = shouted(s[start:end])
		dated := placeDate(s[start:end])
		l.head = dated || hasPrefix(s[start:end], "V/v", "Kính gửi") || isLabel(s[start:end])
		l.lone = l.item == Number && end-start < 5 && s[end-1] == '.'
		l.closed = dated || closes(s[start:end])
		r, _ := RuneAt(s, start)
		l.lower = l.item == Plain && provision(s[start:end]) || IsDigit(r) || r == '(' || r == ')' || r == ',' || IsLetter(r) && !IsUpper(r)
	}
}

// isLabel reports whether s is the label of a metadata block whose value is the next
// line: "Người ký:".
func isLabel(s string) bool {
	if len(s) > 40 || s[len(s)-1] != ':' {
		return false
	}
	switch strings.TrimRight(s[:len(s)-1], " ") {
	case "Số hiệu", "Số ký hiệu", "Loại văn bản", "Nơi ban hành", "Cơ quan ban hành", "Người ký", "Ngày ban hành", "Ngày hiệu lực",
		"Ngày có hiệu lực", "Ngày hết hiệu lực", "Ngày công báo", "Ngày đăng công báo", "Số công báo", "Tình trạng", "Tình trạng hiệu lực",
		"Trích yếu", "Lĩnh vực", "Chức danh", "Chức vụ":
		return true
	}
	return false
}

// provision reports whether a line that is no heading begins with "Điều 5": the
// sentence before goes on, "Bãi bỏ | Điều 5 của Luật …".
func provision(s string) bool {
	rest, ok := strings.CutPrefix(s, "Điều ")
	return ok && rest != "" && isDigitByte(rest[0])
}

func countStars(s string, i, end int) int {
	n := 0
	for i < end {
		j := strings.IndexByte(s[i:end], '*')
		if j < 0 {
			return n
		}
		n++
		for i += j; i < end && s[i] == '*'; i++ {
		}
	}
	return n
}

// skipEmphasis moves start behind marks of emphasis and heading, and tells
// whether ** was among them. A bullet "* " stays.
func skipEmphasis(s string, start, end int) (int, bool) {
	bold := false
	for start < end {
		switch c := s[start]; {
		case c == '*' && start+1 < end && s[start+1] == ' ' && !bold && (start == 0 || s[start-1] != '*'):
			if strings.Trim(s[start:end], "* ") == "" {
				return end, bold
			}
			return start, bold
		case c == '*', c == '_', c == '#', c == ' ' && start > 0:
			bold = bold || c == '*' && start+1 < end && s[start+1] == '*'
			start++
		default:
			return start, bold
		}
	}
	return start, bold
}

func dropEmphasis(s string, start, end int) (int, bool) {
	bold := false
	for end > start {
		c := s[end-1]
		if c != '*' && c != '_' && c != '#' && c != ' ' {
			break
		}
		bold = bold || c == '*' && end-2 >= start && s[end-2] == '*'
		end--
	}
	return end, bold
}

// placeDate reports whether s is the line "Hà Nội, ngày 13 tháng 5 năm 2016".
func placeDate(s string) bool {
	if len(s) > 90 || len(s) < 20 || !IsDigit(rune(s[len(s)-1])) {
		return false
	}
	place, rest, ok := strings.Cut(s, ", ngày ")
	r, _ := RuneAt(s, 0)
	return ok && len(place) < 40 && IsUpper(r) && !strings.ContainsAny(place, "0123456789/") &&
		strings.Contains(rest, "tháng") && strings.Contains(rest, "năm")
}

// shouted reports whether s has letters and none of them is lower-case.
func shouted(s string) bool {
	letters := 0
	for _, r := range s {
		if IsLetter(r) {
			if !IsUpper(r) {
				return false
			}
			letters++
		}
	}
	return letters > 1
}

// closes reports whether s ends as a sentence, an item or an announcement does.
func closes(s string) bool {
	for len(s) > 0 {
		r, n := RuneBefore(s, len(s))
		switch r {
		case '.', ';', ':', '!', '?', '…':
			return !endsInInitial(s[:len(s)-n])
		case '”', '"', '’', ')', '*', ' ', ']':
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return false
}

// endsInInitial reports whether s ends in an abbreviation of names and posts
// that a full stop belongs to: TP, KT, TM, a single capital.
func endsInInitial(s string) bool {
	i := strings.LastIndexAny(s, " .(\n") + 1
	switch s[i:] {
	case "TP", "Tp", "KT", "TM", "TL", "TUQ", "Q", "GS", "TS", "ThS", "PGS", "BS", "LS", "Th.S":
		return true
	}
	return false
}

// isRule reports whether a line draws a rule or is empty.
func isRule(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '-', '_', '=', '*', '|', ' ', ':', '.', '\t', '\r', '#', '>':
		default:
			return false
		}
	}
	return true
}
