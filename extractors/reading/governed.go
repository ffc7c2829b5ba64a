package reading

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/date"
)

// governed reads what news say of a document that begins to hold: "Từ ngày D, «C» chính
// thức có hiệu lực", "Từ ngày D, … chịu sự điều chỉnh của «C»".
func (p *page) governed() {
	if !p.news {
		return
	}
	for i, c := range p.cites {
		d := p.docOf[i]
		if d == none || p.docs[d].force.effective != "" {
			continue
		}
		s := p.sentenceOf(c.Span)
		head := strings.TrimLeft(p.text.Norm[s.Start:c.Span.Start], " *")
		if !hasAny(head, "Từ ngày ", "Kể từ ngày ", "Bắt đầu từ ngày ") {
			continue
		}
		m, ok := p.dateIn(extractors.Span{Start: s.Start, End: min(s.End, s.Start+60)})
		if !ok || m.Value.Precision < date.Day || m.Span.End > c.Span.Start || !p.begins(m.Span.End, c.Span, s.End) {
			continue
		}
		f := &p.docs[d]
		f.force.effective = dayOf(m.Value.String())
		f.fields = append(f.fields, field("effective", f.force.effective, m.Span, "prose", 0.85))
	}
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
