package relation

import (
	"strings"

	"vnlex/extractors/sentence"
)

// A unit is a kind of part of a document, the larger ones first (spec 3.6).
type unit int

const (
	phuLuc unit = iota
	mau
	phan
	chuong
	muc
	dieu
	khoan
	diem
	units
)

var unitSlugs = [units]string{"phu-luc", "mau", "phan", "chuong", "muc", "dieu", "khoan", "diem"}

var unitWords = map[string]unit{"phụ lục": phuLuc, "mẫu": mau, "phần": phan, "chương": chuong, "mục": muc,
	"điều": dieu, "khoản": khoan, "điểm": diem}

// Scopes reads the parts that words name: "điểm a, điểm b khoản 1, điểm a khoản
// 2 Điều 5" gives #dieu-5.khoan-1.diem-a, #dieu-5.khoan-1.diem-b,
// #dieu-5.khoan-2.diem-a. Smaller parts stand before the larger they belong to.
func Scopes(s string) []string {
	ps := pieces(s)
	var out []string
	for i := range ps {
		if ps[i].used {
			continue
		}
		out = append(out, fragment(ps, i))
	}
	return out
}

// A piece is one named part: khoản 2.
type piece struct {
	u    unit
	name string
	used bool // a smaller part before it stands in it
}

// fragment puts piece i behind the larger ones that follow it.
func fragment(ps []piece, i int) string {
	path := unitSlugs[ps[i].u] + "-" + ps[i].name
	smallest := ps[i].u
	for j := i + 1; j < len(ps); j++ {
		if ps[j].u < smallest && within(ps[j].u, smallest) {
			path = unitSlugs[ps[j].u] + "-" + ps[j].name + "." + path
			smallest = ps[j].u
		}
	}
	return "#" + path
}

// within reports whether parts of kind small stand in parts of kind large.
func within(large, small unit) bool {
	return large != phan && large != chuong || small != dieu && small != khoan && small != diem
}

// pieces reads the named parts in order and marks those that are only the
// larger part of others.
func pieces(s string) []piece {
	var ps []piece
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '*' || r == '(' || r == ')' })
	last, behind := units, false
	for i := 0; i < len(words); i++ {
		w := trimWord(words[i])
		u, n, ok := unitAt(words, i)
		switch {
		case ok:
			last = u
			i += n - 1
		case last < units && isName(w, last):
			if n := len(ps); !behind || n == 0 || ps[n-1].u != last { // Điều 5a sau Điều 5
				ps = append(ps, piece{u: last, name: slugName(w)})
			}
			behind = false
		case w == "và" || w == "số" || w == "các" || w == "":
		default:
			behind = behind || (w == "sau" || w == "trước") && len(ps) > 0
			last = units
		}
	}
	for i := range ps {
		for j := i + 1; j < len(ps); j++ {
			if ps[j].u < ps[i].u {
				ps[j].used = true
				break
			}
		}
	}
	return ps
}

func trimWord(w string) string { return lower(strings.Trim(w, ",;.:“”\"")) }

func unitAt(words []string, i int) (u unit, n int, ok bool) {
	w := trimWord(words[i])
	if u, ok := unitWords[w]; ok {
		return u, 1, true
	}
	if w == "phụ" && i+1 < len(words) && trimWord(words[i+1]) == "lục" {
		return phuLuc, 2, true
	}
	return 0, 0, false
}

// isName reports whether w can name a part of kind u: a letter for điểm, a
// number with at most a letter for khoản and Điều, also a Roman numeral for others.
func isName(w string, u unit) bool {
	if w == "" {
		return false
	}
	digit := sentence.IsDigit(rune(w[0]))
	switch u {
	case diem:
		r, n := sentence.RuneAt(w, 0)
		return sentence.IsLetter(r) && strings.Trim(w[n:], "0123456789") == "" && len(w) <= 4
	case khoan, dieu:
		return digit && len(w) <= 5
	case phuLuc, mau, muc, chuong, phan:
		return digit && len(w) <= 9 || strings.Trim(w, "ivxlcab") == "" && len(w) <= 6
	}
	return false
}

// slugName writes the name of a part in a fragment; đ is another letter than d.
func slugName(w string) string {
	w = strings.ReplaceAll(w, "đ", "dd")
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, w)
}
