package reading

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/header"
	"vnlex/extractors/number"
)

// force is from when, and until when, a document is in force.
type force struct {
	effective string
	expires   string
	parts     []EffectivePart
}

// inForce binds the clauses of force to the documents that they speak of.
func (p *page) inForce() {
	p.metadataForce()
	for _, e := range header.Effects(p.layout) {
		if e.At.Start >= p.end {
			break
		}
		if p.partInForce(e) {
			continue
		}
		d := p.forceOf(e)
		if d == none {
			continue
		}
		if e.Ends {
			p.endsIn(d, e)
		} else {
			p.beginsIn(d, e)
		}
	}
	p.governed()
}

func (p *page) metadataForce() {
	if p.own == none {
		return
	}
	d := &p.docs[p.own]
	if m, ok := p.dateIn(p.label(header.Effective)); ok {
		d.force.effective = dayOf(m.Value.String())
		d.fields = append(d.fields, field("effective", d.force.effective, m.Span, "metadata", 0.97))
	}
	if m, ok := p.dateIn(p.label(header.Expires)); ok {
		d.force.expires = dayOf(m.Value.String())
		d.fields = append(d.fields, field("expires", d.force.expires, m.Span, "metadata", 0.97))
	}
	if v := p.label(header.Status); v.Len() > 0 && v.Len() < 120 {
		d.status = oneLine(p.norm(v))
		d.fields = append(d.fields, field("status", d.status, v, "metadata", 0.97))
	}
}

// forceOf returns the document that a clause of force speaks of: the one named
// last before it, or this one; none when only a part of one comes into force.
func (p *page) forceOf(e header.Effect) int {
	before := extractors.Span{Start: e.Sentence.Start, End: e.At.Start}
	last, at := none, before.Start
	for i := p.firstCite(before.Start); i < len(p.cites) && p.cites[i].Span.End <= before.End; i++ {
		if p.docOf[i] != none && p.cites[i].Span.Start >= before.Start {
			last, at = p.docOf[i], p.cites[i].Span.End
		}
	}
	words := p.text.Norm[at:before.End]
	switch {
	case strings.Contains(words, "dự kiến") || strings.Contains(p.norm(before), "ự thảo"):
		return none
	case strings.Contains(words, "này") && p.ownNoun(words):
		return p.spokenOf(words, last)
	case last != none:
		return p.forceOfOther(before, at, last)
	case p.news && p.subject != none && p.bareNoun(words):
		return p.subject
	case !p.news && p.own != none && p.base == none && p.bareType(words):
		return p.own
	}
	return none
}

// forceOfOther returns the document whose force a clause behind other documents
// speaks of: «A» … sửa đổi «B», có hiệu lực kể từ … is said of A; without the
// comma, of the document right before.
func (p *page) forceOfOther(before extractors.Span, at, last int) int {
	words := strings.TrimRight(p.text.Norm[at:before.End], " \n*")
	switch {
	case !p.byItsRule(before, last) && p.partial(p.text.Norm[before.Start:at]) || strings.Contains(words, ";"):
		return none
	case strings.HasSuffix(words, ","):
		for i := p.firstCite(before.Start); i < len(p.cites); i++ {
			if p.docOf[i] != none {
				return p.docOf[i]
			}
		}
	case len(oneLine(words)) < 60 || p.aloneIn(before) || p.byItsRule(before, last):
		return last
	}
	return none
}

// byItsRule reports whether a sentence says by a rule of a document from when the
// document itself holds: "Theo Điều 5 «C» thì «C» có hiệu lực …".
func (p *page) byItsRule(before extractors.Span, last int) bool {
	n, then := 0, before.Start
	for i := p.firstCite(before.Start); i < len(p.cites) && p.cites[i].Span.Start < before.End; i++ {
		if p.docOf[i] != last {
			return false
		}
		if n++; n == 2 {
			words := oneLine(p.text.Norm[then:p.cites[i].Span.Start])
			return words == "," || words == "thì" || strings.HasSuffix(words, " thì")
		}
		then = p.cites[i].Span.End
	}
	return false
}

// aloneIn reports whether the words of a sentence up to a clause of force begin
// with their only document.
func (p *page) aloneIn(before extractors.Span) bool {
	n := 0
	for i := p.firstCite(before.Start); i < len(p.cites) && p.cites[i].Span.Start < before.End; i++ {
		if n++; n == 1 && p.cites[i].Span.Start > before.Start+4 {
			return false
		}
	}
	return n == 1
}

// ownNoun reports whether "này" stands behind a word for a document, and the
// document itself is meant, not a rule in it: "khoản 2 Điều này".
func (p *page) ownNoun(words string) bool {
	i := strings.LastIndex(words, "này")
	left := strings.TrimRight(words[:i], " \n*")
	for _, w := range typeNouns {
		if strings.HasSuffix(strings.ToLower(oneLine(left)), w) {
			rest := oneLine(words[i+len("này"):])
			if strings.HasPrefix(rest, ",") && strings.Contains(rest, "kèm theo") && len(rest) < 200 {
				return true
			}
			return len(rest) < 60 || strings.HasPrefix(rest, "được ") && strings.Contains(rest, "thông qua") && len(rest) < 300
		}
	}
	return false
}

var typeNouns = []string{"luật", "nghị định", "nghị quyết", "quyết định", "thông tư", "chỉ thị", "pháp lệnh", "văn bản", "thông tư liên tịch", "nghị quyết liên tịch", "lệnh", "quy chuẩn", "công văn", "thông báo", "công điện",
	"quy định", "quy chế", "kế hoạch", "hướng dẫn"}

// spokenOf returns the document that "Nghị định này" means here.
func (p *page) spokenOf(words string, last int) int {
	if !p.news {
		if p.base != none {
			return p.base
		}
		return p.own
	}
	if last != none {
		return last
	}
	return p.subject
}

// bareNoun reports whether the words before a clause of force are those of the
// subject of news: "Thông tư mới", "Nghị định", "Quyết định".
func (p *page) bareNoun(words string) bool {
	w := strings.ToLower(oneLine(words))
	for _, since := range []string{"kể từ ngày ", "từ ngày ", "khi ", "từ khi "} {
		w = strings.TrimPrefix(w, since)
	}
	w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, " mới"), " trên"), " chính thức")
	for _, n := range typeNouns {
		if w == n || strings.HasSuffix(w, ", "+n) || strings.HasPrefix(w, n) && len(w) < len(n)+12 {
			return true
		}
	}
	return false
}

// bareType reports whether the words before a clause of force are only the type of the
// page's own document: "Nghị quyết có hiệu lực kể từ …".
func (p *page) bareType(words string) bool {
	t, ok := number.TypeBySlug(p.docs[p.own].num.Type)
	w := strings.Trim(oneLine(words), "0123456789. ")
	return ok && w == t.Name
}

// partial reports whether only a rule of a document is spoken of.
func (p *page) partial(before string) bool {
	w := strings.ToLower(oneLine(before))
	for _, u := range []string{"điều ", "khoản ", "điểm ", "phụ lục ", "quy định tại", "quy định về"} {
		if i := strings.Index(w, u); i >= 0 && i < 40 && !strings.HasPrefix(w, "điều ") {
			return true
		}
	}
	return false
}

// beginsIn sets from when document d is in force.
func (p *page) beginsIn(d int, e header.Effect) {
	f := &p.docs[d].force
	value, at := p.effectDate(d, e)
	if value == "" || f.effective != "" {
		return
	}
	f.effective = value
	p.docs[d].fields = append(p.docs[d].fields, field("effective", value, at, p.forceRule(), 0.93))
	if end, at, ok := p.untilDate(e); ok && f.expires == "" {
		f.expires = end
		p.docs[d].fields = append(p.docs[d].fields, field("expires", end, at, p.forceRule(), 0.9))
	}
}

func (p *page) forceRule() string {
	if p.news {
		return "prose"
	}
	return "clause"
}

// effectDate returns the day that a clause names, or counts from the signing.
func (p *page) effectDate(d int, e header.Effect) (string, extractors.Span) {
	switch {
	case e.Signing && e.Days == 0:
		if issued := p.docs[d].date; len(issued) == len("2006-01-02") {
			return issued, e.At
		}
	case e.Signing:
		if day, ok := addDays(p.docs[d].date, e.Days); ok {
			return day, e.At
		}
	case e.Date > 0:
		if m, ok := p.dateAt(e.Date); ok && m.Value.Precision >= date.Day {
			return dayOf(m.Value.String()), m.Span
		}
	}
	return "", extractors.Span{}
}

// dateAt returns the date that begins at byte at or right behind it.
func (p *page) dateAt(at int) (m dateMention, ok bool) {
	i := p.firstDate(at)
	if i < len(p.dates) && p.dates[i].Span.Start <= at+16 {
		return p.resolved(p.dates[i]), true
	}
	return m, false
}

type dateMention = extractors.Mention[date.Date]

// untilDate returns the day behind "đến hết ngày".
func (p *page) untilDate(e header.Effect) (string, extractors.Span, bool) {
	for i := p.firstDate(e.At.End); i < len(p.dates) && p.dates[i].Span.End <= e.Sentence.End; i++ {
		m := p.dates[i]
		left := oneLine(p.text.Norm[max(e.At.End, m.Span.Start-24):m.Span.Start])
		left = strings.TrimSuffix(left, " ngày")
		if m.Value.Precision >= date.Day && (strings.HasSuffix(left, "đến hết") || strings.HasSuffix(left, "đến")) {
			return dayOf(m.Value.String()), m.Span, true
		}
	}
	return "", extractors.Span{}, false
}

// endsIn sets until when document d is in force, where a day is named.
func (p *page) endsIn(d int, e header.Effect) {
	f := &p.docs[d].force
	if e.With.Len() > 0 || e.Date == 0 || f.expires != "" {
		return
	}
	if m, ok := p.dateAt(e.Date); ok && m.Value.Precision >= date.Day {
		f.expires = dayOf(m.Value.String())
		p.docs[d].fields = append(p.docs[d].fields, field("expires", f.expires, m.Span, p.forceRule(), 0.8))
	}
}

// addDays counts n days on from an ISO date.
func addDays(iso string, n int) (string, bool) {
	if len(iso) != len("2006-01-02") {
		return "", false
	}
	return dayAfter(iso, n)
}
