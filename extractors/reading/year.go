package reading

import (
	"strconv"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/number"
	"vnlex/extractors/sentence"
)

// years gives documents without a date the date of the sentence that says they
// were issued: "Ngày 19/02/2021, Bộ … ban hành Chỉ thị số 04/CT-BCT", "«C» được
// Chính phủ ban hành ngày 10/11/2025" (spec 2.2 no. 6).
func (p *page) years() {
	taken := make(map[int]bool)
	for i := range p.cites {
		if p.cites[i].Value.DateAt.Len() > 0 {
			taken[p.cites[i].Value.DateAt.Start] = true
		}
	}
	for i := range p.cites {
		c := &p.cites[i]
		if len(c.Value.Date) > len("2006") || c.Value.ByName || c.Value.Low || c.Value.Symbol.Len() == 0 {
			continue
		}
		if d, ok := p.dateBefore(i, taken); ok || p.dateBehind(i, &d, taken) {
			iso := d.Value.String()
			if c.Value.Year != 0 && yearOf(iso) != c.Value.Year && !(c.Value.Date == "" && p.borrowed(c.Value.Symbol, c.Value.Year)) || len(iso) <= len(c.Value.Date) {
				continue
			}
			c.Value.Date, c.Value.DateAt = dayOf(iso), d.Span
			c.Value.Year = d.Value.Year
		}
	}
}

// borrowed reports whether the year of a number stands not in its symbol: it is that of
// another mention, maybe of another document with the number.
func (p *page) borrowed(symbol extractors.Span, year int) bool {
	return !strings.Contains(p.text.Norm[symbol.Start:symbol.End], strconv.Itoa(year))
}

// justIssued gives documents without any date the year of the page that says
// they were issued just now: "vừa ký «C»", "«C» vừa được ban hành" (2.2 no. 8).
func (p *page) justIssued() {
	year := yearOf(p.out.Page.Published)
	if year == 0 {
		year = yearOf(p.pageDate().String())
	}
	if !p.news || year == 0 {
		return
	}
	for i := range p.cites {
		c := &p.cites[i]
		if c.Value.Year != 0 || c.Value.ByName || c.Value.Low || c.Value.Symbol.Len() == 0 || c.Value.Family == number.F9 {
			continue
		}
		right := p.text.Norm[c.Span.End:min(len(p.text.Norm), c.Span.End+40)]
		if strings.Contains(p.before(i, 60), "vừa") && p.isIssued(i) || strings.HasPrefix(strings.TrimLeft(right, " \n"), "vừa được") {
			c.Value.Year = year
			p.paged = append(p.paged, i)
		}
	}
}

// issuing are the words by which a document is issued.
var issuing = []string{"ban hành", "ký", "có ", "ra ", "phê duyệt", "gửi", "công bố", "thông qua", "trình"}

// far are the most bytes between a date and the number it dates.
const farDate = 260

// dateBefore returns the date that opens the sentence of citation i, with an act
// of issuing between the two and no other citation.
func (p *page) dateBefore(i int, taken map[int]bool) (extractors.Mention[date.Date], bool) {
	c := &p.cites[i]
	from := max(p.sentenceOf(c.Span).Start, c.Span.Start-farDate)
	if i > 0 && p.cites[i-1].Span.End > from {
		from = p.cites[i-1].Span.End
	}
	for d := p.firstDate(from); d < len(p.dates) && p.dates[d].Span.End <= c.Span.Start; d++ {
		m := p.resolved(p.dates[d])
		if m.Value.Precision < date.Year || taken[m.Span.Start] || m.Span.Start < from {
			continue
		}
		between := p.text.Norm[m.Span.End:c.Span.Start]
		signed := p.signedFirst(m.Span) && strings.Trim(between, " ,\n") == "" || p.decidedOn(m.Span, between)
		if p.role(d) != date.NoRole && p.role(d) != date.Issue || !issues(between) && !signed || strings.ContainsAny(between, ";:") {
			continue
		}
		if signed || p.opensWith(m.Span) {
			return m, true
		}
	}
	return p.sameDay(i)
}

// signedFirst reports whether a date stands behind the act that opens its sentence: "Ký
// ngày 15/9/2025, «C» …", "Được ban hành ngày …".
func (p *page) signedFirst(s extractors.Span) bool {
	head := strings.ToLower(oneLine(strings.ToValidUTF8(p.text.Norm[max(p.sentenceOf(s).Start, s.Start-40):s.Start], "")))
	head = strings.TrimSuffix(head, " ngày")
	switch head {
	case "ký", "ban hành", "được ký", "được ban hành", "vừa ký", "được ký ban hành", "ra đời":
		return true
	}
	return false
}

// decidedOn reports whether a date is the day of an act that was done by the document
// behind it: "được Thủ tướng phê duyệt ngày 20/12/2023 tại «C»".
func (p *page) decidedOn(s extractors.Span, between string) bool {
	head := oneLine(strings.ToValidUTF8(p.text.Norm[max(0, s.Start-40):s.Start], ""))
	head = strings.TrimSuffix(head, " ngày")
	switch oneLine(between) {
	case "tại", "bằng", "theo":
		return strings.HasSuffix(head, " phê duyệt") || strings.HasSuffix(head, " ban hành") || strings.HasSuffix(head, " thông qua")
	}
	return false
}

// opensWith reports whether a date opens its sentence or clause: "Ngày …", "Trước đó,
// ngày …", "Năm 2022, …", "sáng 10/12/2025".
func (p *page) opensWith(s extractors.Span) bool {
	at := s.Start
	text := strings.TrimRight(p.text.Norm[max(0, at-40):at], " \n(")
	for _, w := range []string{"gày", "Năm", "năm", "háng", "áng", "hiều", "tối", "qua", "Trong", "trong"} {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	r := p.text.Norm[at]
	return r == 'N' || r == 'n' || r == 'T' || r == 'S' || r == 'C' || at-p.sentenceOf(s).Start < 40
}

func issues(s string) bool {
	for _, w := range issuing {
		if i := strings.Index(s, w); i >= 0 && (i == 0 || !letterBefore(s, i)) {
			return true
		}
	}
	return false
}

func letterBefore(s string, i int) bool {
	r, _ := sentence.RuneBefore(s, i)
	return sentence.IsLetter(r)
}

// dateBehind finds "… được ban hành ngày D" behind citation i.
func (p *page) dateBehind(i int, out *extractors.Mention[date.Date], taken map[int]bool) bool {
	c := &p.cites[i]
	end := min(p.sentenceOf(c.Span).End, c.Span.End+farDate/2)
	if i+1 < len(p.cites) {
		end = min(end, p.cites[i+1].Span.Start)
	}
	for d := p.firstDate(c.Span.End); d < len(p.dates) && p.dates[d].Span.End <= end; d++ {
		m := p.resolved(p.dates[d])
		between := p.text.Norm[c.Span.End:m.Span.Start]
		if m.Value.Precision < date.Year || taken[m.Span.Start] || strings.ContainsAny(between, ";:") {
			continue
		}
		if p.role(d) != date.NoRole && p.role(d) != date.Issue && p.role(d) != date.Passed {
			return false
		}
		if issuedThen(between) {
			*out = m
			return true
		}
		return false
	}
	return false
}

// issuedThen reports whether the words between a number and a date say that it
// was issued then.
func issuedThen(s string) bool {
	s = strings.TrimRight(s, " \n")
	s = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(s, "ngày"), "vào"), " \n")
	for _, w := range []string{"ban hành", "ký", "ký ban hành", "thông qua", "công bố"} {
		if strings.HasSuffix(s, w) && len(s) < 120 {
			return true
		}
	}
	return strings.HasPrefix(strings.TrimLeft(s, " \n"), "gửi")
}

// resolved completes a date without a year by the date of the page.
func (p *page) resolved(m extractors.Mention[date.Date]) extractors.Mention[date.Date] {
	if m.Value.Precision < date.Year {
		if d, ok := m.Value.Resolve(p.pageDate()); ok {
			m.Value = d
		}
	}
	return m
}

// role returns what date i is the date of.
func (p *page) role(i int) date.Role {
	if p.roles == nil {
		p.roles = make([]date.Role, len(p.dates))
		for i, m := range p.dates {
			p.roles[i] = date.RoleOf(p.text, m)
		}
	}
	return p.roles[i]
}

// sentenceOf returns the sentence around s.
func (p *page) sentenceOf(s extractors.Span) extractors.Span {
	if len(p.layout.Blocks) == 0 {
		return s
	}
	return p.layout.Sentence(p.layout.Blocks[p.layout.At(s.Start)], s)
}

// carriedDates gives documents the date that opens the sentence or paragraph
// before: "Ngày 3/9/2025, Thủ tướng quyết định bổ nhiệm …. Cụ thể, tại «A», …" and,
// paragraph by paragraph, "Tại «B», …".
func (p *page) carriedDates() {
	if !p.news {
		return
	}
	var at date.Date
	var span extractors.Span
	last := none
	for i := range p.cites {
		c := &p.cites[i]
		if c.Value.Symbol.Len() == 0 {
			continue
		}
		b := p.layout.At(c.Span.Start)
		block := p.layout.Blocks[b]
		s := p.sentenceOf(c.Span)
		if n := c.Span.Start - s.Start; n < 0 || n > 40 {
			continue
		}
		head := strings.ToLower(oneLine(p.text.Norm[s.Start:c.Span.Start]))
		if head != "tại" && head != "cụ thể, tại" && head != "theo đó, tại" {
			continue
		}
		if d, ok := p.opener(block, s.Start); ok {
			at, span, last = d.Value, d.Span, b
		}
		if last == none || b-last > 1 || at.Precision != date.Day {
			continue
		}
		last = b
		if c.Value.Date == "" && c.Value.Year == 0 {
			c.Value.Date, c.Value.DateAt, c.Value.Year = dayOf(at.String()), span, at.Year
		}
	}
}

// opener returns the date that opens block b, in a sentence before byte end that
// says something was decided.
func (p *page) opener(b sentence.Block, end int) (dateMention, bool) {
	i := p.firstDate(b.Start)
	if i >= len(p.dates) || p.dates[i].Span.Start > b.Start+8 || p.dates[i].Span.End > end {
		return dateMention{}, false
	}
	words := p.text.Norm[p.dates[i].Span.End:end]
	return p.resolved(p.dates[i]), strings.Contains(words, "quyết định") || issues(words)
}
