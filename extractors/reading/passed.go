package reading

import (
	"slices"
	"strings"

	"vnlex/extractors/date"
	"vnlex/extractors/number"
)

// passed dates the law that news report on: "Được Quốc hội thông qua ngày D, Luật
// này …", "Luật này được Quốc hội thông qua ngày D" (spec 2.2: a law is dated by
// the day on which it was passed).
func (p *page) passed() {
	if !p.news || p.subject == none {
		return
	}
	d := &p.docs[p.subject]
	if len(d.date) > len("2006") || !lawTypes[d.num.Type] {
		return
	}
	for i, m := range p.dates {
		iso := dayOf(m.Value.String())
		if m.Value.Precision < date.Day || p.role(i) != date.Passed || !p.saidOfThis(m) {
			continue
		}
		if d.agrees(iso) && strings.HasPrefix(iso, d.date) {
			d.date, d.dateAt = iso, field("issued", iso, m.Span, "prose", 0.85)
			return
		}
	}
}

// signedOn dates the documents of news by the day behind the act: "«C» … được Bộ Công
// Thương ban hành ngày D", "Nghị định này do Phó Thủ tướng … ký ngày D". Of several
// documents in the sentence the one is meant whose number has the year of that day.
func (p *page) signedOn() {
	if !p.news {
		return
	}
	for _, m := range p.dates {
		iso := dayOf(m.Value.String())
		left := strings.TrimSuffix(oneLine(strings.ToValidUTF8(p.text.Norm[max(0, m.Span.Start-32):m.Span.Start], "")), " ngày")
		if m.Value.Precision < date.Day || !strings.HasSuffix(left, " ban hành") && !strings.HasSuffix(left, " ký") {
			continue
		}
		d := p.meantIn(m, iso)
		if d == none || len(p.docs[d].date) > len("2006") || !p.docs[d].agrees(iso) || !strings.HasPrefix(iso, p.docs[d].date) {
			continue
		}
		p.docs[d].date, p.docs[d].dateAt = iso, field("issued", iso, m.Span, "prose", 0.85)
	}
}

// callsSubject returns where the words behind the type of the subject begin, where news
// call it by its type alone: "Thông tư mới do …", "Nghị định nêu trên do …"; -1 when they
// do not.
func (p *page) callsSubject(words string) int {
	if p.subject == none {
		return -1
	}
	t, ok := number.TypeBySlug(p.docs[p.subject].num.Type)
	at := len(words) - len(strings.TrimLeft(words, " *\n"))
	if !ok || !strings.HasPrefix(words[at:], t.Name+" ") {
		return -1
	}
	rest := words[at+len(t.Name)+1:]
	for _, w := range []string{"mới ", "này ", "trên ", "nêu trên ", "nói trên "} {
		rest = strings.TrimPrefix(rest, w)
	}
	if !strings.HasPrefix(rest, "do ") {
		return -1
	}
	return len(words) - len(rest)
}

// actBefore is how far before the day of an act its document is looked for, in bytes.
const actBefore = 800

// meantIn returns the document whose day of issue a sentence gives: its only one, that
// with the year of the day in its number, or the subject of news where it says "này".
func (p *page) meantIn(m dateMention, iso string) int {
	s := p.sentenceOf(m.Span)
	s.Start = max(s.Start, m.Span.Start-actBefore)
	var all, dated []int
	for c := p.firstCite(s.Start); c < len(p.cites) && p.cites[c].Span.End <= m.Span.Start; c++ {
		d := p.docOf[c]
		if d == none || p.cites[c].Span.Start < s.Start || slices.Contains(all, d) {
			continue
		}
		all = append(all, d)
		if p.docs[d].num.Family != number.F3 && year4(p.docs[d].num.Year) == iso[:4] {
			dated = append(dated, d)
		}
	}
	words := strings.ToValidUTF8(p.text.Norm[s.Start:m.Span.Start], "")
	switch {
	case len(all) == 1:
		return all[0]
	case len(dated) == 1:
		return dated[0]
	case len(all) == 0 && (strings.Contains(words, " này ") && p.ownNoun(words) || p.callsSubject(words) >= 0):
		return p.subject
	}
	return none
}

var lawTypes = map[string]bool{"luat": true, "bo-luat": true, "phap-lenh": true}

// behindPassed is the most bytes between the day and the law that was passed then.
const behindPassed = 60

// saidOfThis reports whether the sentence of a date says "Luật này" before any document.
func (p *page) saidOfThis(m dateMention) bool {
	s := p.sentenceOf(m.Span)
	end := min(s.End, m.Span.End+behindPassed)
	if c := p.firstCite(s.Start); c < len(p.cites) {
		end = min(end, p.cites[c].Span.Start)
	}
	if end < m.Span.End {
		return false
	}
	words := strings.ToLower(oneLine(strings.ToValidUTF8(p.text.Norm[s.Start:end], "")))
	return strings.Contains(words, "luật này") || strings.Contains(words, "pháp lệnh này")
}
