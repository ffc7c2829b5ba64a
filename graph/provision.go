package graph

import (
	"slices"
	"strings"
)

// SplitProvision parts what a person typed into the KEY and the provision
// behind it: #dieu-5.khoan-2, #phu-luc-i. Another # belongs to the KEY.
func SplitProvision(text string) (key, provision string) {
	i := strings.LastIndexByte(text, '#')
	if i < 0 || !isProvision(text[i+1:]) {
		return text, ""
	}
	return text[:i], text[i:]
}

// units are the names that a unit of a provision may have.
var units = []string{
	"phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "diem", "tiet", // phần … điểm, tiết
	"phu-luc", "mau", "bieu", "doan", "gach-dau-dong",
}

// isProvision reports whether s is units joined by dots, each a name and a
// number or letter joined by a hyphen.
func isProvision(s string) bool {
	for unit := range strings.SplitSeq(s, ".") {
		name, number, _ := cutLast(unit, '-')
		if !slices.Contains(units, name) || number == "" || strings.ContainsAny(number, "/?=& ") {
			return false
		}
	}
	return true
}

func cutLast(s string, sep byte) (before, after string, found bool) {
	i := strings.LastIndexByte(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// within reports whether provision p is q or a part of it.
func within(p, q string) bool {
	return strings.HasPrefix(p, q) && (len(p) == len(q) || p[len(q)] == '.')
}

// touches reports whether one of the scopes is the provision, a part of it, or
// holds it.
func touches(scopes []string, provision string) bool {
	for _, s := range scopes {
		if within(s, provision) || within(provision, s) {
			return true
		}
	}
	return false
}
