package citation

import (
	"strings"
	"unicode/utf8"

	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// titleVerbs begin the title of a document behind its number, date and issuer (spec 1.6).
var titleVerbs = []string{"về việc", "Về việc", "V/v", "v/v", "về", "Về", "quy định", "Quy định",
	"ban hành", "Ban hành", "phê duyệt", "Phê duyệt", "hướng dẫn", "Hướng dẫn", "sửa đổi",
	"Sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "Bãi bỏ", "công bố", "Công bố", "đính chính", "triển khai",
	"Triển khai", "tổ chức thực hiện", "thực hiện", "quyết định về", "điều chỉnh", "hợp nhất"}

// titleMax is the most bytes of a title that is looked at.
const titleMax = 1200

// title finds the title of c that begins at i.
func (p *page) title(c *Citation, i int) {
	s := p.s
	at := len(s) - len(strings.TrimLeft(s[i:], " \n,*"))
	if at-i > 4 {
		return
	}
	for _, v := range titleVerbs {
		if !strings.HasPrefix(s[at:], v) || letterAt(s, at+len(v)) {
			continue
		}
		if rest := s[at+len(v):]; strings.HasSuffix(v, "an hành") && (strings.HasPrefix(rest, " ngày ") || strings.HasPrefix(rest, " năm ")) {
			return // the day of issue
		}
		start := at
		if strings.EqualFold(v[:1], "v") { // "về" stands before the title, a verb is part of it
			start = len(s) - len(strings.TrimLeft(s[at+len(v):], " \n"))
		}
		c.Title = span(start, titleEnd(s, start))
		p.issuedAtEnd(c)
		return
	}
}

// issuedAtEnd takes "do Bộ Công Thương ban hành" off the end of a title, as portals print it.
func (p *page) issuedAtEnd(c *Citation) {
	title := p.s[c.Title.Start:c.Title.End]
	if !strings.HasSuffix(strings.TrimSpace(title), "ban hành") {
		return
	}
	for _, w := range [...]string{" do ", " của "} {
		i := strings.LastIndex(title, w)
		if i < 0 {
			continue
		}
		from := c.Title.Start + i + len(w)
		all := agency.AllByName(p.s[from:c.Title.End])
		if len(all) == 0 {
			continue
		}
		end := from + all[len(all)-1].End
		if strings.TrimSpace(p.s[end:c.Title.End]) != "ban hành" {
			continue
		}
		c.Title.End = c.Title.Start + len(strings.TrimRight(title[:i], " \n"))
		if c.IssuerAt.End == 0 {
			c.Issuer, c.IssuerAt = all[0], span(from, end)
			c.issuedBy()
		}
		return
	}
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isLetter(r)
}

// titleEnd returns the end of a title: a semicolon, a full stop, a closing quote or
// bracket, an empty line, or the next item at the same level.
func titleEnd(s string, i int) int {
	depth, quoted := 0, false
	limit := min(len(s), i+titleMax)
	for j := i; j < limit; {
		r, n := utf8.DecodeRuneInString(s[j:])
		switch r {
		case '“':
			quoted = true
		case '”':
			if !quoted {
				return trimEnd(s, i, j)
			}
			quoted = false
		case '(':
			if _, _, ok := aliasAt(s, j); ok {
				return trimEnd(s, i, j)
			}
			depth++
		case ')':
			if depth--; depth < 0 {
				return trimEnd(s, i, j)
			}
		case ';', '|':
			return trimEnd(s, i, j)
		case '.':
			if !abbreviation(s, j) {
				return trimEnd(s, i, j)
			}
		case '\n':
			if newBlock(s[j+1:]) || newItem(s[i:j], s[j+1:]) {
				return trimEnd(s, i, j)
			}
		}
		j += n
	}
	return trimEnd(s, i, limit)
}

// newBlock reports whether a line begins a new paragraph or item rather than going on.
func newBlock(line string) bool {
	line = strings.TrimLeft(line, " ")
	for _, w := range lineHeads {
		if strings.HasPrefix(line, w) {
			return true
		}
	}
	rest := strings.TrimLeft(line, "0123456789")
	return line == "" || rest != line && strings.HasPrefix(rest, ".")
}

// lineHeads begin a paragraph or an item.
var lineHeads = []string{"\n", "-", "+", "*", "Căn cứ", "Điều ", "Theo đề nghị", "QUYẾT ĐỊNH", "|", "#"}

// newItem reports whether a line that begins with a type word is the next item of a list of
// documents, and not the goal of the words before it ("… một số điều của / Nghị định").
func newItem(before, line string) bool {
	w, ok := number.NextWord(line[:min(len(line), 40)], 0)
	if !ok || w.Start != 0 || w.Short || !initial(line, 0) {
		return false
	}
	at, so := soAt(line, w.End)
	return (so || digits(line, at) > at) && !goalAwaited(before)
}

// goalAwaited reports whether s ends in a word that a document must follow.
func goalAwaited(s string) bool {
	word := s[strings.LastIndexAny(s, " \n")+1:]
	if strings.EqualFold(word, "hành") {
		return strings.HasSuffix(strings.ToLower(s), "thi hành")
	}
	return awaiting[strings.ToLower(word)]
}

var awaiting = words("của và hiện theo tại thế bỏ tiết dẫn khai bổ với cứ đổi các từ đến trong " +
	"quyết")

func trimEnd(s string, i, j int) int {
	for j > i && !utf8.RuneStart(s[min(j, len(s)-1)]) {
		j--
	}
	return i + len(strings.TrimRight(s[i:j], " \n,*"))
}
