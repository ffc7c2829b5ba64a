package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors/date"
	"vnlex/extractors/number"
)

// amending reports whether the name at i is that of a law that amends others.
func amending(s string, i int) bool {
	return len(s) > i+len("sửa đổi") && strings.EqualFold(s[i:i+len("sửa đổi")], "sửa đổi")
}

// amendingLaw reads "Luật sửa đổi, bổ sung một số điều của Luật X ngày D". Without date or
// year only the laws it amends are named.
func (p *page) amendingLaw(w number.Word, i int) (c named, end int, ok bool) {
	limit := min(len(p.s), i+amendingMax)
	for j := i; j < limit; j++ {
		switch p.s[j] {
		case ';':
			if w, ok := number.NextWord(p.s, j); !ok || w.Start > j+2 || !initial(p.s, w.Start) {
				return c, 0, false
			}
		case ':', '(', ')', '.', '"', '|':
			return c, 0, false
		case ' ', '\n':
			m, found := date.Bound(p.s, j)
			listed := strings.Contains(p.s[i:j], ";") && yearAt(p.s, j+1) // of the last name in a list
			if !listed && (!found || m.Value.Precision < date.Year || m.Span.Start > j+1) {
				continue
			}
			if clause(p.s[i:j]) || !p.wordIn(i, j) {
				return c, 0, false
			}
			c.Name = oneLine(p.s[w.Start:j])
			c.law = laws().amending(c.Name)
			return c, p.when(&c, j), true
		}
	}
	return c, 0, false
}

// clause reports whether s says more than a name does.
func clause(s string) bool {
	for _, w := range [...]string{" này", "hiệu lực", "kể từ", "Căn cứ", "căn cứ", "được"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// amendingMax is the most bytes of the name of an amending law.
const amendingMax = 420

// nameMax is the most words of a law's name that no table has.
const nameMax = 18

// unlisted finds the end of a law's name that no table has, which begins at i: where date,
// year or number follow it stands before them, else at the first word that cannot go on.
func (p *page) unlisted(w number.Word, i int) (end int, ok bool) {
	if end, ok := p.dated(i); ok {
		return end, true
	}
	if !initial(p.s, w.Start) || !initial(p.s, i) || strings.Contains(p.s[w.End:i], "\n") {
		return 0, false
	}
	end = i
	for n := 0; n < nameMax; n++ {
		word, stop := wordAt(p.s, end)
		if word == "" || n > 0 && ending[strings.ToLower(word)] {
			break
		}
		if p.s[end] == '\n' && initial(p.s, end+1) {
			break
		}
		end = stop
	}
	return end, end > i && !ending[strings.ToLower(p.s[i:end])] && !properNoun(p.s[i:end])
}

// properNoun reports whether all of several words have a capital: Luật Việt Nam is no law.
func properNoun(s string) bool {
	all := strings.Fields(s)
	for _, w := range all {
		if !initial(w, 0) {
			return false
		}
	}
	return len(all) > 1
}

// wordAt returns the word behind at most one blank at i, and its end.
func wordAt(s string, i int) (word string, end int) {
	at := i
	if at < len(s) && (s[at] == ' ' || s[at] == '\n') {
		at++
	}
	end = at
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += n
	}
	return s[at:end], end
}

// ending are words that do not go on with a law's name.
var ending = words("này đó và của về quy được có là thì trong theo tại số ngày năm đã do với " +
	"cho khi nêu trên nói hoặc hay các những để từ đến trước sau như bằng không phải còn hiện mới " +
	"sửa bổ thay ban hành căn sư pháp định gia học cũng nếu mà nhưng cần nhằm thuộc vào ra nên vẫn sẽ đang " +
	"chưa chỉ bao gồm hướng thi tố")

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// dated finds the end of a name before "ngày D", "năm Y" on the same clause: at most 100 bytes
// away, no other type word between.
func (p *page) dated(i int) (end int, ok bool) {
	s := p.s
	limit := min(len(s), i+100)
	for j := i; j < limit; j++ {
		switch s[j] {
		case ';', ':', '(', ')', '.', '"', '|':
			return 0, false
		case ' ', '\n':
			m, found := date.Bound(s, j)
			if found && m.Value.Precision >= date.Year && m.Span.Start <= j+1 && j > i {
				return j, !p.wordIn(i, j) && !strings.HasSuffix(s[:j], ",") && plainName(s[i:j])
			}
		}
	}
	return 0, false
}

// plainName reports whether a stretch before a date reads as a name, not as a clause.
func plainName(s string) bool {
	for _, w := range strings.Fields(s) {
		if unnamed[strings.ToLower(strings.Trim(w, ","))] {
			return false
		}
	}
	return true
}

// unnamed are words that stand in no law's name.
var unnamed = words("này được có từ trước kể hiệu đến thì là hết trong ký do căn số")

// wordIn reports whether a type word of a law begins in s[i:j].
func (p *page) wordIn(i, j int) bool {
	for n := 0; ; {
		w, ok := number.NextWord(p.s[i:j], n)
		if !ok {
			return false
		}
		switch w.Type.Slug {
		case "luat", "bo-luat", "phap-lenh", "hien-phap", "nghi-dinh", "nghi-quyet", "thong-tu":
			return true
		}
		n = w.End
	}
}
