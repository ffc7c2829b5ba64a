package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vnlex/extractors"
	"vnlex/extractors/header"
	"vnlex/extractors/number"
)

// longTitle is the most runes of a title.
const longTitle = 400

// titleOf returns the title of document i: its own from caption, metadata or
// heading, another's from the words behind its number.
func (p *page) titleOf(i int) (string, extractors.Span, string) {
	if i == p.own && !p.news {
		if at, rule := p.titleOfOwn(); at.Len() > 0 {
			return clip(p.lawTitle(strings.TrimRight(p.spell(at), " ;:,")), longTitle), at, rule
		}
	}
	d := &p.docs[i]
	if lawTypes[d.num.Type] && named(d.name) {
		return d.name, p.cites[d.cites[0]].Span, "after-number"
	}
	for _, c := range d.cites {
		at := p.cites[c].Value.Title
		if at.Len() == 0 {
			continue
		}
		if at, ok := p.readsAsTitle(at, p.cites[c].Value.Printed); ok {
			return clip(p.spell(at), longTitle), at, "after-number"
		}
	}
	if d.name != "" && d.byName {
		return d.name, p.cites[d.cites[0]].Span, "after-number"
	}
	return "", extractors.Span{}, ""
}

// named reports whether s is the name of a law as one writes it: "Luật Giá".
func named(s string) bool {
	word, rest, ok := strings.Cut(s, " ")
	r, _ := utf8.DecodeRuneInString(word)
	return ok && rest != "" && unicode.IsUpper(r) && !strings.HasSuffix(s, " số")
}

// titleOfOwn returns where the page gives the title of the document that it holds.
func (p *page) titleOfOwn() (extractors.Span, string) {
	for _, c := range p.captions {
		return c.title, "metadata"
	}
	if v := p.label(header.Abstract); v.Len() > 0 {
		return v, "metadata"
	}
	return p.head.Title, "header"
}

// lawTitle puts the type before the name of a law, which the heading parts from
// it by a line: LUẬT / TÁI CHẾ VẬT LIỆU is the Luật Tái chế vật liệu.
func (p *page) lawTitle(title string) string {
	t, ok := number.TypeBySlug(p.docs[p.own].num.Type)
	if !ok || !lawTypes[t.Slug] && t.Slug != "hien-phap" || strings.HasPrefix(title, t.Name) || title == "" {
		return title
	}
	r, n := utf8.DecodeRuneInString(title)
	if strings.HasPrefix(title, "Sửa đổi") || strings.HasPrefix(title, "Nước ") || strings.HasPrefix(title, "Về ") {
		return t.Name + " " + strings.ToLower(string(r)) + title[n:]
	}
	return t.Name + " " + title
}

// readsAsTitle takes the chrome off the words behind a number. What introduces a
// quotation ("quy định … như sau:") or asks ("… như thế nào?") is no title.
func (p *page) readsAsTitle(at extractors.Span, symbol string) (extractors.Span, bool) {
	words := p.norm(at)
	if i := strings.IndexByte(words, '?'); i >= 0 {
		words = words[:i]
	}
	for _, w := range []string{" Văn bản này", " Tải về", " TẢI VỀ", " Tải ", " Xem chi tiết", " tại đây", " (có hiệu lực", " (hiệu lực", " hết hiệu lực kể từ",
		" thì ", ", theo đó", ", trong đó", " hết hiệu lực thi hành", " có hiệu lực kể từ", " có hiệu lực từ", " có hiệu lực thi hành"} {
		if i := strings.Index(words, w); i > 0 {
			words = words[:i]
		}
	}
	if symbol != "" {
		if i := strings.Index(words, symbol); i > 0 {
			words = words[:lastWords(words[:i])]
		}
	}
	words = strings.TrimRight(words, " \n,.:;-*(")
	line := strings.ToLower(oneLine(words))
	if line == "" || strings.Contains(line, "như sau") {
		return at, false
	}
	for _, q := range questions {
		if strings.HasSuffix(line, q) {
			return at, false
		}
	}
	return extractors.Span{Start: at.Start, End: at.Start + len(words)}, true
}

// questions end a question, or words that a quotation follows.
var questions = []string{" thế nào", " ra sao", " bao nhiêu", " là gì", " gồm những gì", " ở đâu", " khi nào", " hay không", " cụ thể",
	" không", " bao gồm", " nêu rõ", " sau đây", " những nội dung"}

// lastWords cuts a type word and "số" off the end of s and returns what is left.
func lastWords(s string) int {
	t := strings.TrimRight(s, " \n*(")
	t = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(t, "số"), "Số"), " \n*(")
	at := len(t)
	for i := 0; i < len(s); {
		w, ok := number.NextWord(s, i)
		if !ok {
			break
		}
		if w.End == len(t) {
			at = w.Start
		}
		i = w.End
	}
	return at
}

// clip cuts s to n runes.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	i := 0
	for at := range s {
		if i == n {
			return s[:at]
		}
		i++
	}
	return s
}
