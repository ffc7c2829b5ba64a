package citation

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/number"
)

// bareTypes are the types whose documents are named by their bare number (F11): true where
// the word is a verb too, so that it needs a capital or "số".
var bareTypes = map[string]bool{
	"nghi-quyet": false, "nghi-dinh": false, "thong-tu": false, "thong-tu-lien-tich": false,
	"chi-thi": false, "cong-dien": false, "cong-van": false, "sac-lenh": false, "luat": true,
	"quyet-dinh": true, "quy-dinh": true, "ket-luan": true, "thong-bao": true, "huong-dan": true,
}

// bareNumber reads "Quyết định 842", "nghị định 08", before byte limit (F11).
func (p *page) bareNumber(w number.Word, limit int) int {
	verb, ok := bareTypes[w.Type.Slug]
	if !ok || w.Short {
		return 0
	}
	at, so := soAt(p.s, w.End)
	if at == w.End || !so && (w.Type.Slug == "luat" || verb && !initial(p.s, w.Start)) {
		return 0
	}
	end := digits(p.s, at)
	if end == at || end-at > 5 || end > limit || !p.alone(at, end, so || p.named(w.Type.Slug, p.s[at:end])) {
		return 0
	}
	c := Citation{Word: span(w.Start, w.End), WordType: w.Type.Slug, Low: true, Same: -1}
	c.Printed, c.Num = p.s[at:end], strings.ToLower(p.s[at:end])
	c.Type, c.Family = w.Type.Slug, number.F11
	c.Symbol = span(at, end)
	end = p.ofYear(&c, end)
	p.bareIssuer(&c, end)
	p.out = append(p.out, Mention{Span: span(w.Start, end), Value: c})
	return end
}

// soAt passes a blank and "số" at i.
func soAt(s string, i int) (at int, so bool) {
	at = afterBlank(s, i)
	for _, w := range [...]string{"số ", "số\n", "số: "} {
		if strings.HasPrefix(s[at:], w) {
			return afterBlank(s, at+len(w)), true
		}
	}
	return at, false
}

// digits returns the end of the number at i: 66, 66.16, 30a.
func digits(s string, i int) int {
	j := i
	for j < len(s) && '0' <= s[j] && s[j] <= '9' {
		j++
	}
	if j+1 < len(s) && s[j] == '.' && '0' <= s[j+1] && s[j+1] <= '9' {
		for j++; j < len(s) && '0' <= s[j] && s[j] <= '9'; j++ {
		}
	}
	if j > i && j < len(s) && 'a' <= s[j] && s[j] <= 'd' && !letterAt(s, j+1) {
		j++
	}
	return j
}

// alone reports whether nothing behind the digits s[at:end] says that they count or date
// something, or are part of a longer number.
func (p *page) alone(at, end int, so bool) bool {
	if !so && end-at == 4 && yearAt(p.s, at) {
		return false
	}
	rest := p.s[end:]
	if rest == "" {
		return true
	}
	if strings.ContainsRune("/%-0123456789", rune(rest[0])) || letterAt(rest, 0) {
		return false
	}
	rest = strings.TrimLeft(rest, " \n")
	if strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, "%") {
		return false
	}
	word, _ := wordAt(rest, 0)
	return !counted[word] || end-at > 1 && strings.HasPrefix(rest, "điều chỉnh") || strings.HasPrefix(rest, "năm ") && yearAt(rest, len("năm "))
}

// named reports whether the number of a document of this type was named in full before:
// then four digits are it, not a year.
func (p *page) named(slug, num string) bool {
	if len(num) != 4 {
		return false
	}
	for i := range p.out {
		if c := &p.out[i].Value; c.Type == slug && c.Num == num && !c.Low {
			return true
		}
	}
	return false
}

// ofYear takes the year of a bare number that ends at i, "Thông tư 02 năm 2023", and
// returns where both end.
func (p *page) ofYear(c *Citation, i int) int {
	at := afterBlank(p.s, i)
	if !strings.HasPrefix(p.s[at:], "năm ") || !yearAt(p.s, at+len("năm ")) {
		return i
	}
	at += len("năm ")
	c.DateAt, c.Year, c.Date = span(at, at+4), atoi(p.s[at:at+4]), p.s[at:at+4]
	return at + 4
}

// counted are words that digits count: "quyết định 3 nội dung".
var counted = words("triệu tỷ tỉ nghìn ngàn đồng người điều khoản điểm ngày tháng năm lần vấn " +
	"trường nội nhóm loại cấp bước mục chương phần phụ trang đơn tổ dự công thủ văn giờ quý kỳ " +
	"bộ tỉnh hộ cá doanh cán giám phó")

// bareIssuer reads the issuer of a bare number: behind "của", by its type, or from the
// subject of the sentence ("Chủ tịch nước đã ký Quyết định 842").
func (p *page) bareIssuer(c *Citation, end int) {
	p.issuer(c, end)
	switch {
	case c.IssuerAt.End > 0:
		c.Orgs, c.Place = []string{c.Issuer.Agency.Code}, c.Issuer.Place
	case c.Type == "nghi-dinh":
		c.Orgs = agency.IssuerOf("CP").Codes()
	case c.Type == "luat":
		c.Orgs = agency.IssuerOf("QH").Codes()
	case c.Type == "sac-lenh":
		c.Orgs = agency.IssuerOf("CTN").Codes()
	default:
		if m, ok := p.subject(c.Word.Start); ok {
			c.Orgs, c.Place = []string{m.Agency.Code}, m.Place
		}
	}
}

// overBracket is lastStop that passes a short bracket: "UBND huyện Lâm Hà (Lâm Đồng) vừa".
func (p *page) overBracket(lo, hi int) int {
	at := lastStop(p.s, lo, hi)
	if at == lo || at < 1 || p.s[at-1] != ')' {
		return at
	}
	if open := strings.LastIndexByte(p.s[lo:at-1], '('); open >= 0 && at-lo-open < 60 {
		return lastStop(p.s, lo, lo+open)
	}
	return at
}

// subject returns the last agency named before byte i in the same sentence.
func (p *page) subject(i int) (agency.Match, bool) {
	lo := back(p.s, i, reach)
	lo = max(lo, p.overBracket(lo, i))
	for lo < i && lo > 0 && wordBefore(p.s, lo) {
		lo++
	}
	all := agency.Extract(extractors.Plain(p.s[lo:i]))
	if len(all) == 0 {
		return agency.Match{}, false
	}
	return all[len(all)-1].Value, true
}
