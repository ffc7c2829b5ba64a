package eval

import (
	"strings"
	"unicode/utf8"
)

// around is how many bytes of its sentence stand on each side of what is quoted.
const around = 160

// sentence returns the words around a stretch of a text, up to the ends of its line.
func sentence(text string, start, end int) string {
	if start < 0 || end > len(text) || start > end {
		return ""
	}
	from, to := max(0, start-around), min(len(text), end+around)
	for from < start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	if i := strings.LastIndexByte(text[from:start], '\n'); i >= 0 {
		from += i + 1
	}
	if i := strings.IndexByte(text[end:to], '\n'); i >= 0 {
		to = end + i
	}
	return oneLine(text[from:to])
}

// oneLine joins the lines of a quote, and cuts a long one.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 2*around {
		return string(r[:2*around]) + "…"
	}
	return s
}
