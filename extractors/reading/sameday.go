package reading

import (
	"vnlex/extractors"
	"vnlex/extractors/date"
)

// sameDay returns the day of the latest act before citation i where the sentence of i
// says that it was issued on the same day: "Cùng ngày, Thủ tướng ký «C»".
func (p *page) sameDay(i int) (extractors.Mention[date.Date], bool) {
	s := p.sentenceOf(p.cites[i].Span)
	head := oneLine(p.text.Norm[s.Start:max(s.Start, p.cites[i].Span.Start)])
	if !hasAny(head, "Cùng ngày,", "Cùng ngày ", "Trong cùng ngày,") || len(head) > 120 || !issues(head) || p.firstCite(s.Start) != i {
		return extractors.Mention[date.Date]{}, false
	}
	latest, best := "", none
	for k := i - 1; k >= 0 && s.Start-p.cites[k].Span.Start < 8*farDate; k-- {
		if c := &p.cites[k].Value; len(c.Date) == len("2006-01-02") && c.Date > latest {
			latest, best = c.Date, k
		}
	}
	if best == none {
		return extractors.Mention[date.Date]{}, false
	}
	return p.dateIn(p.cites[best].Value.DateAt)
}
