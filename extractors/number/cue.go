package number

import (
	"strings"
	"unicode/utf8"
)

// A cue is what the words left of a number say about it.
type cue struct {
	word     Word // the nearest type word in the window
	typed    bool // there is one
	adjacent bool // nothing but "số", a colon or a parenthesis between it and the number
	so       bool // "số", "số hiệu", "Số:" directly before
	form     bool // a word for forms is nearer than any type word
}

// is reports whether the nearest type word names the given type.
func (c cue) is(slug string) bool { return c.typed && c.word.Type.Slug == slug }

// window is how far left of a number a cue counts, in runes (spec 1.3 step 5).
const window = 40

// cue reads the words before byte start.
func (r *reader) cue(start int) cue {
	s := r.s
	from := max(runesBack(s, start, window), 0)
	var c cue
	for i := from; ; {
		w, form, ok := types().next(s[:start], i)
		if !ok {
			break
		}
		i = w.End
		c.form = form
		if !form {
			c.word, c.typed = w, true
		}
	}
	gap, so := cutSo(s[:start])
	c.so = so
	between := s[c.word.End:max(gap, c.word.End)]
	c.adjacent = c.typed && !c.form && strings.Trim(between, " \n\r\t:(*|") == ""
	return c
}

// cutSo takes "số", "số hiệu:" and blanks off the end of s and returns where it then ends.
func cutSo(s string) (end int, ok bool) {
	t := strings.TrimRight(s, " \n\r\t:.*|")
	for _, w := range [...]string{"số ký hiệu", "số hiệu", "số", "so"} {
		n := len(t) - len(w)
		if n >= 0 && strings.EqualFold(t[n:], w) && !letterEnd(t[:n]) {
			return len(strings.TrimRight(t[:n], " \n\r\t(*|")), true
		}
	}
	return len(strings.TrimRight(s, " \n\r\t(")), false
}

// runesBack returns the byte n runes before i, at the beginning of a word.
func runesBack(s string, i, n int) int {
	j := i
	for ; n > 0 && j > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(s[:j])
		j -= w
	}
	for j > 0 && j < i && letterEnd(s[:j]) {
		_, w := utf8.DecodeRuneInString(s[j:])
		j += w
	}
	return j
}

// cued reports whether words say that the digits are a document's number (F4, F5, F7).
func (r *reader) cued(left prefix, f Family) bool {
	if r.own {
		return true
	}
	c := r.cue(left.start)
	if c.form {
		return false
	}
	if f == F4 {
		return c.typed || c.so || left.glued != "" && left.glued != "TC" || r.listed(left)
	}
	return c.typed && (c.adjacent || c.so || f == F7) || c.so || r.listed(left)
}

// admits judges n/TYPE-ORG (F3). An issuer that no table has needs a type word or "số"
// directly before the number; no form code is taken.
func (r *reader) admits(n *Number, left prefix, kind Type, o org) bool {
	c := r.cue(left.start)
	if r.own {
		return true
	}
	if c.form && (!o.Known || c.so || formEnd(r.s[:left.start])) {
		return false
	}
	if o.Known {
		return true
	}
	if kind.Slug == "chi-thi" && !c.is("chi-thi") {
		return false // of Cục Thuế: 5467/CT-CS
	}
	return c.adjacent || c.so || r.listed(left)
}

// formEnd reports whether s ends in a word for forms: "biểu 01/TB-BTC".
func formEnd(s string) bool {
	s = strings.TrimRight(s, " ")
	for _, w := range formWords {
		if follows(s, len(s), w) {
			return true
		}
	}
	return false
}

// named reports whether a type word or "số" stands directly before the number.
func (r *reader) named(left prefix) bool {
	c := r.cue(left.start)
	return c.adjacent || c.so || r.listed(left)
}

// formed reports whether the number is that of a form.
func (r *reader) formed(left prefix) bool { return r.cue(left.start).form }

// listed reports whether the number goes on a list: only a date, and a comma, a semicolon
// or "và", stand between the last number and this one.
func (r *reader) listed(left prefix) bool {
	if len(r.out) == 0 || left.start < r.done || left.start-r.done > 64 {
		return false
	}
	mark := false
	for _, w := range strings.Fields(r.s[r.done:left.start]) {
		word := strings.TrimRight(w, ",;")
		mark = mark || word != w || word == "và" || word == "hoặc"
		if word != "" && !digit(word[0]) && !listWords[word] {
			return false
		}
	}
	return mark
}

var listWords = map[string]bool{"ngày": true, "tháng": true, "năm": true, "và": true,
	"hoặc": true, "số": true, "-": true}
