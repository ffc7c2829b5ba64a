package signer

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/sentence"
)

// Officials returns the office holders whom block b names: "Phó Chủ tịch Quốc hội
// Nguyễn Thị Thanh", "ông Trần Văn Minh, Giám đốc Sở Công Thương". Whom a photograph
// shows or who took it stands in its caption, which names none.
func Officials(l *sentence.Layout, b sentence.Block) []Person {
	text := l.Text(b)
	if strings.HasPrefix(text, "Ảnh") || strings.Contains(text, "Ảnh:") || strings.Contains(text, "ảnh:") {
		return nil
	}
	r := reader{Layout: l, w: vocabulary()}
	buf := make([]sentence.Token, 0, min(len(text)/4, manyWords)+8)
	r.tokens = l.First(buf, r.w.vocab, b.Span(), manyWords)
	var all []Person
	for i := 0; i < len(r.tokens); i++ {
		p, next, ok := r.official(i)
		if !ok {
			p, next, ok = r.polite(i)
		}
		if ok {
			all = append(all, p)
			i = next - 1
		}
	}
	return all
}

// manyWords is how many tokens of a block are searched for office holders.
const manyWords = 10_000

// official reads a post with its body and the name right behind it.
func (r *reader) official(i int) (p Person, next int, ok bool) {
	var sig Signature
	j := r.post(i, &sig)
	if j == i || j >= len(r.tokens) || r.tokens[j].Kind != sentence.Word {
		return p, i, false
	}
	at := skipHonours(r.Norm, int(r.tokens[j].Start), &sig)
	end, ok := NameAt(r.Norm, at)
	if !ok || end > int(r.tokens[len(r.tokens)-1].End) || isPlace(Clean(r.Norm[at:end])) {
		return p, i, false
	}
	for j < len(r.tokens) && int(r.tokens[j].Start) < end {
		j++
	}
	return Person{Name: Clean(r.Norm[at:end]), Title: capital1(sig.Title), Role: "official",
		At: extractors.Span{Start: at, End: end}}, j, true
}

// isPlace reports whether a name is that of a province or a country: "Bí thư Hà Nam".
func isPlace(name string) bool {
	if _, ok := agency.Province(name); ok {
		return true
	}
	switch name {
	case "Thái Lan", "Hàn Quốc", "Hà Lan", "La Mã", "Kim Liên", "Mai Châu":
		return true
	}
	return false
}

// polite reads "ông Trần Văn Minh, Giám đốc Sở Công Thương".
func (r *reader) polite(i int) (p Person, next int, ok bool) {
	switch r.Norm[r.tokens[i].Start:r.tokens[i].End] {
	case "ông", "bà", "Ông", "Bà":
	default:
		return p, i, false
	}
	if i+1 >= len(r.tokens) {
		return p, i, false
	}
	at := int(r.tokens[i+1].Start)
	end, ok := NameAt(r.Norm, at)
	j := i + 1
	for j < len(r.tokens) && int(r.tokens[j].Start) < end {
		j++
	}
	if !ok || j+1 >= len(r.tokens) || r.tokens[j].Kind != sentence.Punct || r.tokens[j].ID != ',' && r.tokens[j].ID != '-' {
		return p, i, false
	}
	var sig Signature
	next = r.post(j+1, &sig)
	if next == j+1 {
		return p, i, false
	}
	return Person{Name: Clean(r.Norm[at:end]), Title: capital1(sig.Title), Role: "official",
		At: extractors.Span{Start: at, End: end}}, next, true
}

// capital1 gives a title its first capital.
func capital1(title string) string {
	if post, n := postAt(title); n > 0 && n == len(post) {
		return post + title[n:]
	}
	return title
}
