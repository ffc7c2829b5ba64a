package signer

import "strings"

// leadingCaps returns the words in capitals that begin s and where the rest
// begins: a signature block on one line, "CHỦ TỊCH QUỐC HỘI Vương Đình Huệ".
func leadingCaps(s string) (caps string, rest int) {
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && s[end] != ' ' && s[end] != '\n' {
			end++
		}
		w := strings.Trim(s[i:end], ".,*")
		if w != strings.ToUpper(w) || len(w) < 2 {
			break
		}
		for end < len(s) && (s[end] == ' ' || s[end] == '\n') {
			end++
		}
		i, rest = end, end
	}
	if rest == len(s) {
		return "", 0
	}
	return Clean(s[:rest]), rest
}

// splitPosts cuts "TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG" into the lines that
// it was: before each authority, and behind the post that it signs for.
func splitPosts(caps string) []string {
	var lines []string
	words := strings.Fields(caps)
	from := 0
	for i := 1; i <= len(words); i++ {
		if i < len(words) && !isAuthority(strings.Join(words[i:], " ")) {
			continue
		}
		lines = append(lines, splitPost(strings.Join(words[from:i], " "))...)
		from = i
	}
	return lines
}

// splitPost cuts the signer's own post off "KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG".
func splitPost(s string) []string {
	code, of := cutAuthority(s)
	if code == "" || code == "Q" {
		return []string{s}
	}
	if _, n := postAt(of); n > 0 && n < len(of) {
		rest := strings.TrimSpace(of[n:])
		if p, _ := postAt(rest); p != "" {
			return []string{s[:len(s)-len(rest)], rest}
		}
	}
	for i, w := range strings.Fields(of) { // TM. CHÍNH PHỦ THỦ TƯỚNG
		rest := of[strings.Index(of, w):]
		if p, _ := postAt(rest); i > 1 && p != "" {
			return []string{strings.TrimSpace(s[:len(s)-len(rest)]), rest}
		}
	}
	return []string{s}
}
