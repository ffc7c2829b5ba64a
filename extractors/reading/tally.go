package reading

import (
	"slices"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/number"
	"vnlex/extractors/relation"
)

// answers reports whether the page answers a reader who asked about his case: it explains
// the law and reports on no document, save one that its title names.
func (p *page) answers(title extractors.Span) bool {
	if c := p.firstCite(title.Start); c < len(p.cites) && p.cites[c].Span.End <= title.End {
		return false
	}
	for _, b := range p.layout.Blocks[:min(len(p.layout.Blocks), 12)] {
		text := strings.TrimLeft(p.layout.Text(b), "*_ ")
		if readerAsks(text) || hasAny(text, "Hỏi:", "Hỏi :", "Câu hỏi:", "Trả lời:", "Luật sư trả lời", "Bạn đọc hỏi", "Luật sư tư vấn:") {
			return true
		}
	}
	return false
}

// counts reports whether a title speaks of several documents and names none: "Hai nghị
// định mới về muối", "Ba nghị định hướng dẫn". Those that end are ended by another one.
func (p *page) counts(title extractors.Span) bool {
	named := p.firstCite(title.Start) < len(p.cites) && p.cites[p.firstCite(title.Start)].Span.End <= title.End
	words := strings.Fields(strings.ToLower(oneLine(p.norm(title))))
	if !named && roundUp(strings.TrimLeft(strings.Join(words, " "), "#* ")) {
		return true
	}
	for i := 0; i+1 < len(words); i++ {
		if i > 0 && !strings.HasSuffix(words[i-1], ",") && !strings.HasSuffix(words[i-1], ":") {
			continue // what the title's document acts on: "Lùi áp dụng hai thông tư"
		}
		if named && words[i] != "chuỗi" && words[i] != "loạt" {
			continue // of a chain of documents a title names the one they carry out
		}
		if t, ok := number.NextWord(strings.Join(words[i+1:min(i+3, len(words))], " "), 0); ok && t.Start == 0 && several[words[i]] &&
			(t.Type.Family == "qppl" || t.Type.Family == "generic") {
			rest := strings.Join(words[i+1:], " ")
			return !strings.Contains(rest, "hết hiệu lực") && !strings.Contains(rest, "bãi bỏ") // by another one
		}
	}
	return false
}

// roundUp reports whether a title announces what comes into force, whatever it is by:
// "Những quy định có hiệu lực từ tháng 7", "Loạt chính sách mới có hiệu lực".
func roundUp(title string) bool {
	for _, w := range []string{"những ", "loạt ", "hàng loạt ", "nhiều ", "các ", "một số "} {
		if rest, ok := strings.CutPrefix(title, w); ok && hasAny(rest, "quy định", "chính sách") {
			return strings.Contains(rest, "có hiệu lực")
		}
	}
	return false
}

var several = map[string]bool{"hai": true, "ba": true, "bốn": true, "sáu": true, "bảy": true, "tám": true, "chín": true, "mười": true,
	"2": true, "3": true, "4": true, "5": true, "6": true, "7": true, "8": true, "9": true, "10": true, "02": true, "03": true,
	"04": true, "05": true, "nhiều": true, "loạt": true, "chuỗi": true, "những": true}

// readerAsks reports whether a paragraph gives the floor to a reader: "Độc giả Minh (Hà
// Nội): …", "Bạn đọc Lê An: …".
func readerAsks(text string) bool {
	head, _, ok := strings.Cut(text, ":")
	return ok && len(head) < 90 && hasAny(head, "Độc giả ", "Bạn đọc ", "Ban Tư vấn", "Ban tư vấn")
}

// surpassed reports whether a page that does not name document i in its title goes on to
// a later one that the same body issued: it recounts what was done, and reports on none.
func (p *page) surpassed(i int, l lead) bool {
	d := &p.docs[i]
	for _, c := range d.cites {
		if within(l.title, p.cites[c].Span) {
			return false
		}
	}
	for j := range p.docs {
		x := &p.docs[j]
		if j == i || x.num.Type != d.num.Type || !slices.Equal(x.num.Orgs, d.num.Orgs) || !relation.Older(d.date, x.date) {
			continue
		}
		for _, c := range x.cites {
			if p.isIssued(c) && !p.isBase(c) {
				return true
			}
		}
	}
	return false
}
