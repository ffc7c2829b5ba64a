package reading

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/number"
)

// governed reads what news say of a document that begins to hold: "Từ ngày D, «C» chính
// thức có hiệu lực", "Từ ngày D, … chịu sự điều chỉnh của «C»".
func (p *page) governed() {
	if !p.news {
		return
	}
	p.appliedFrom()
	for i, c := range p.cites {
		d := p.docOf[i]
		if d == none || p.docs[d].force.effective != "" {
			continue
		}
		s := p.sentenceOf(c.Span)
		if m, ok := p.bracketedDay(c.Span.End, s.End); ok {
			p.holdsFrom(d, m)
			continue
		}
		head := strings.TrimLeft(p.text.Norm[s.Start:c.Span.Start], " *")
		if !hasAny(head, "Từ ngày ", "Kể từ ngày ", "Bắt đầu từ ngày ") {
			continue
		}
		m, ok := p.dateIn(extractors.Span{Start: s.Start, End: min(s.End, s.Start+60)})
		if !ok || m.Value.Precision < date.Day || m.Span.End > c.Span.Start || !p.begins(m.Span.End, c.Span, s.End) {
			continue
		}
		p.holdsFrom(d, m)
	}
}

func (p *page) holdsFrom(d int, m extractors.Mention[date.Date]) {
	f := &p.docs[d]
	f.force.effective = dayOf(m.Value.String())
	f.fields = append(f.fields, field("effective", f.force.effective, m.Span, "prose", 0.85))
}

// bracketedDay returns the day that explains when a document holds, in the bracket behind
// the clause: "kể từ ngày «C» có hiệu lực thi hành (1/7/2025)".
func (p *page) bracketedDay(at, end int) (extractors.Mention[date.Date], bool) {
	words := p.text.Norm[at:max(at, min(end, at+90))]
	open := strings.IndexByte(words, '(')
	if open < 0 {
		return extractors.Mention[date.Date]{}, false
	}
	switch oneLine(words[:open]) {
	case "có hiệu lực", "có hiệu lực thi hành", "chính thức có hiệu lực", "bắt đầu có hiệu lực":
	default:
		return extractors.Mention[date.Date]{}, false
	}
	m, ok := p.dateIn(extractors.Span{Start: at + open, End: min(end, at+open+40)})
	inside := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(p.text.Norm[at+open+1:max(m.Span.Start, at+open+1)], "từ "), "ngày "))
	return m, ok && m.Value.Precision >= date.Day && inside == ""
}

// begins reports whether a sentence says that the document named at c holds from the day
// that ends at byte at.
func (p *page) begins(at int, c extractors.Span, end int) bool {
	before := strings.Trim(oneLine(p.text.Norm[at:c.Start]), ", ")
	if strings.HasSuffix(before, "chịu sự điều chỉnh của") || strings.HasSuffix(before, "chịu sự điều chỉnh bởi") {
		return true
	}
	behind := oneLine(p.text.Norm[c.End:end])
	return before == "" && hasAny(behind, "chính thức có hiệu lực", "bắt đầu có hiệu lực", "có hiệu lực", "sẽ có hiệu lực",
		"sẽ chính thức có hiệu lực", "chính thức được áp dụng", "được áp dụng", "có hiệu lực thi hành")
}

func hasAny(s string, heads ...string) bool {
	for _, h := range heads {
		if strings.HasPrefix(s, h) {
			return true
		}
	}
	return false
}

// appliedFrom reads from when the subject of news holds where its own words tell it:
// "nghị định này được ký ngày 5/11/2025 và áp dụng từ 1/1/2026", "trước 1/11/2025 – ngày
// Nghị định có hiệu lực".
func (p *page) appliedFrom() {
	if p.subject == none || p.docs[p.subject].force.effective != "" {
		return
	}
	t, ok := number.TypeBySlug(p.docs[p.subject].num.Type)
	if !ok {
		return
	}
	name := strings.ToLower(t.Name)
	for _, m := range p.dates {
		if m.Value.Precision < date.Day {
			continue
		}
		s := p.sentenceOf(m.Span)
		head := strings.ToLower(oneLine(strings.ToValidUTF8(p.text.Norm[max(s.Start, m.Span.Start-160):max(m.Span.Start, s.Start)], "")))
		behind := strings.ToLower(strings.TrimLeft(oneLine(p.text.Norm[m.Span.End:max(m.Span.End, s.End)]), " -–(,"))
		head = strings.TrimSuffix(head, " ngày")
		if strings.HasSuffix(head, " và áp dụng từ") && strings.Contains(head, name+" này được ký") ||
			hasAny(behind, "ngày "+name+" có hiệu lực", "ngày "+name+" này có hiệu lực") {
			p.holdsFrom(p.subject, m)
			return
		}
	}
}
