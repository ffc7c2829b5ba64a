package reading

import (
	"strings"

	"vnlex/extractors/date"
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
