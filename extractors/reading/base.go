package reading

import (
	"slices"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
	"vnlex/extractors/relation"
	"vnlex/extractors/signer"
)

// outdated reports whether title or lead rest on a document that is younger than
// document i: then the news are not about the issue of i.
func (p *page) outdated(i int, bases []int) bool {
	if p.docs[i].date == "" {
		return false
	}
	for _, x := range bases {
		if x != i && relation.Older(p.docs[i].date, p.docs[x].date) {
			return true
		}
	}
	return false
}

// bases returns the documents that title and first paragraphs only rest on.
func (p *page) bases(l lead) []int {
	var out []int
	for _, s := range append([]extractors.Span{l.title, l.third}, l.first...) {
		for c := p.firstCite(s.Start); c < len(p.cites) && p.cites[c].Span.Start < s.End; c++ {
			if d := p.docOf[c]; d != none && !slices.Contains(out, d) && len(out) < 50 && p.isBase(c) {
				out = append(out, d)
			}
		}
	}
	return out
}

func (p *page) named(d *doc, l lead) bool {
	for _, c := range d.cites {
		if within(l.title, p.cites[c].Span) || inAny(l.first, p.cites[c].Span) {
			return true
		}
	}
	return false
}

// before returns at most n bytes before citation c, up to the one before it.
func (p *page) before(c, n int) string {
	at := p.cites[c].Span.Start
	from := max(0, at-n)
	if c > 0 {
		from = min(max(from, p.cites[c-1].Span.End), at)
	}
	return p.text.Norm[from:at]
}

// isIssued reports whether an act of issuing stands right before citation c: "vừa ký
// Quyết định số …", "ban hành «C»", "có văn bản số …".
func (p *page) isIssued(c int) bool {
	left := p.before(c, 60)
	left = strings.TrimRight(left, " \n*“\"")
	for _, w := range []string{"ban hành", "ký", "ký ban hành", "có", "ra", "công bố", "phê duyệt", "thông qua", "gửi", "ký thay Bộ trưởng",
		"chịu sự điều chỉnh của", "cụ thể hóa bằng", "cụ thể hoá bằng", "triển khai bằng", "thay thế bằng", "sửa đổi bằng"} {
		if strings.HasSuffix(left, w) {
			return true
		}
	}
	if opensSentence(left) && (p.askedIn(c) || p.issuedOn(c)) {
		return true
	}
	if d := p.cites[c].Value.DateAt; d.Len() > 0 && d.End <= p.cites[c].Span.Start && p.signedFirst(d) {
		return true
	}
	return p.wasIssued(c)
}

// opensSentence reports whether words end in a "Tại" or "Theo" that opens its clause; a
// "theo" within one only says by what something is done: "cho vay theo «C»".
func opensSentence(left string) bool {
	head := left[:len(left)-len(lastWord(left))]
	switch lastWord(left) {
	case "Tại", "Theo":
		return true
	case "tại", "theo":
		return strings.HasSuffix(strings.TrimRight(head, " \n*"), ",")
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexAny(s, " \n*")+1:] }

// issuedOn reports whether the day of issue follows citation c: "Theo «C» ban hành ngày
// 3/4/2025, …".
func (p *page) issuedOn(c int) bool {
	at := p.cites[c].Span.End
	return hasAny(strings.TrimLeft(p.text.Norm[at:min(len(p.text.Norm), at+60)], " \n,"), "ban hành ngày ", "được ban hành ngày ", "ký ngày ", "vừa ban hành")
}

// askedIn reports whether a demand follows: "Tại «C», Thủ tướng yêu cầu".
func (p *page) askedIn(c int) bool {
	at := p.cites[c].Span
	right := p.text.Norm[at.End:min(len(p.text.Norm), at.End+220)]
	if i := strings.IndexByte(right, '.'); i >= 0 {
		right = right[:i]
	}
	if actor, ok := strings.CutPrefix(oneLine(right), ", "); ok { // Tại «C», Bộ trưởng … sửa đổi
		if _, n := signer.PostAt(actor); n > 0 && strings.Contains(actor, " sửa đổi, bổ sung ") {
			return true
		}
	}
	for _, w := range []string{"yêu cầu", "giao ", "đề nghị", "chỉ đạo", "chấp thuận", "vừa được"} {
		if strings.Contains(right, w) {
			return true
		}
	}
	return false
}

// wasIssued reports whether "(vừa) được … ban hành" follows citation c.
func (p *page) wasIssued(c int) bool {
	at := p.cites[c].Span
	if p.signedBy(at) {
		return true
	}
	if rest, ok := strings.CutPrefix(oneLine(strings.ToValidUTF8(p.text.Norm[at.End:min(len(p.text.Norm), at.End+90)], "")), "mà "); ok {
		rest, _, _ = strings.Cut(rest, ".")
		return strings.Contains(rest, " vừa ban hành") || strings.Contains(rest, " mới ban hành") || strings.Contains(rest, " vừa ký")
	}
	right := skipApposition(p.text.Norm[at.End:min(len(p.text.Norm), at.End+160)])
	right = right[:min(len(right), 90)]
	for _, w := range []string{"vừa được", ", được", " được", " vừa được"} {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(right, " \n"), strings.TrimLeft(w, " ")); ok {
			return strings.Contains(rest[:min(len(rest), 60)], "ban hành") || strings.Contains(rest[:min(len(rest), 60)], "ký") || strings.Contains(rest[:min(len(rest), 60)], "thông qua")
		}
	}
	return false
}

// skipApposition skips what a citation is explained by: ", văn bản đặt ra quy định này,
// được Thứ trưởng … ký".
func skipApposition(right string) string {
	if rest, ok := strings.CutPrefix(right, ", văn bản "); ok {
		if i := strings.Index(rest, ", được "); i >= 0 && i < 80 && !strings.Contains(rest[:i], ".") {
			return rest[i:]
		}
	}
	return right
}

// signedBy reports whether the words behind a citation say who signed it: "«C» do Phó
// Thủ tướng … thay mặt Chính phủ ký".
func (p *page) signedBy(at extractors.Span) bool {
	right := oneLine(strings.ToValidUTF8(p.text.Norm[at.End:min(len(p.text.Norm), at.End+140)], ""))
	rest, ok := strings.CutPrefix(right, "do ")
	if i := strings.IndexAny(rest, ",.;"); i >= 0 {
		rest = rest[:i]
	}
	_, n := signer.PostAt(rest)
	return ok && n > 0 && (strings.Contains(rest, " ký ") || strings.HasSuffix(rest, " ký") || strings.Contains(rest, " ban hành"))
}

// isBase reports whether citation c is only what something else rests on, carries
// out or changes: thực hiện «C», căn cứ «C», sửa đổi … «C».
func (p *page) isBase(c int) bool {
	left := strings.ToLower(strings.TrimRight(p.before(c, 70), " \n*"))
	if strings.HasSuffix(left, "chịu sự điều chỉnh của") || p.signedBy(p.cites[c].Span) {
		return false
	}
	if strings.Contains(left, "sau khi ") || strings.Contains(left, "kể từ khi ") || strings.Contains(left, "trước khi ") {
		return true // "Ba tháng sau khi Bộ Chính trị ban hành «A», …"
	}
	for _, w := range []string{"thực hiện", "triển khai", "căn cứ", "của", "thay thế", "bãi bỏ", "thi hành", "hướng dẫn", "hiệu lực",
		"bởi", "sửa đổi", "bổ sung", "đính chính", "đối với", "quy định tại", "kèm theo", "ban hành theo"} {
		if strings.HasSuffix(left, w) {
			return true
		}
	}
	return ruleBefore(left) || p.example(c) || approvedIn(left)
}

// approvedIn reports whether words end in a bracket that says by what the words before
// it were approved: "Chiến lược … (được Thủ tướng phê duyệt tại «C»)".
func approvedIn(left string) bool {
	i := strings.LastIndex(left, "(được ")
	return i >= 0 && strings.Contains(left[i:], "phê duyệt") && !strings.Contains(left[i:], ")")
}

// example reports whether citation c stands in a bracket behind one of several that a
// sentence names as examples: "như An Giang («C»), Cà Mau («D»)".
func (p *page) example(c int) bool {
	at := p.cites[c].Span
	if !strings.HasSuffix(strings.TrimRight(p.text.Norm[:at.Start], " "), "(") || within(p.leads().title, at) {
		return false
	}
	from := max(p.sentenceOf(at).Start, at.Start-400)
	return strings.Contains(strings.ToValidUTF8(p.text.Norm[from:at.Start], ""), " như ")
}

// ruleBefore reports whether words end in the name of a rule: "khoản 2 Điều 5",
// "(Điều 5 của".
func ruleBefore(left string) bool {
	w := strings.Fields(left)
	for n := len(w); n >= 2; n-- {
		switch w[n-2] {
		case "điều", "khoản", "điểm", "mục", "lục", "chương":
			return n >= len(w)-1
		}
		if n < len(w)-1 {
			break
		}
	}
	return false
}

// likeness is the part of the words of two titles that they share.
func likeness(a, b string) float64 {
	x, y := titleWords(a), titleWords(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

// titleWords are the words of a title but those that every title has (spec 2.3).
func titleWords(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.FieldsFunc(normalize.Fold(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		switch w {
		case "ve", "viec", "ban", "hanh", "phe", "duyet", "sua", "doi", "bo", "sung", "mot", "so", "dieu", "quy", "dinh", "cua", "cac", "va":
		default:
			m[w] = true
		}
	}
	return m
}
