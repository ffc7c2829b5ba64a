package reading

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/date"
)

// publishedDate returns the date of publication that news print under the title.
func (p *page) publishedDate() (extractors.Mention[date.Date], bool) {
	for i, d := range p.dates {
		if d.Span.Start > 6000 {
			break
		}
		if d.Value.Precision >= date.Day && p.role(i) == date.Published {
			return d, true
		}
	}
	if d, ok := p.dateLine(); ok {
		return d, true
	}
	for i, d := range p.dates { // "Giờ đăng: …" under the text, not the times of other news
		if d.Value.Precision >= date.Day && p.news && p.role(i) == date.Published &&
			strings.Contains(strings.ToLower(strings.ToValidUTF8(p.text.Norm[max(0, d.Span.Start-40):d.Span.Start], "")), "đăng") {
			return d, true
		}
	}
	return extractors.Mention[date.Date]{}, false
}

// dateLines are the lines of a page that may hold its date of publication: under the
// title, over the text.
const dateLines = 8

// online is the year in which the country's first sites went online.
const online = 1997

// dateLine returns the date of publication that stands on a line of its own with the
// source at most: "(BNP) 09/12/2025 18:00", "Báo Long An, 3/4/2025 | 16:45".
func (p *page) dateLine() (extractors.Mention[date.Date], bool) {
	for i, d := range p.dates {
		k := p.layout.At(d.Span.Start)
		if k >= dateLines || !p.news {
			break
		}
		line := p.lineOf(d.Span)
		if d.Value.Precision < date.Day || d.Value.Year < online || p.role(i) != date.NoRole && p.role(i) != date.Issue || line.Len() > 80 {
			continue
		}
		if c := p.firstCite(line.Start); c < len(p.cites) && p.cites[c].Span.Start < line.End {
			continue
		}
		if sourceWords(p.text.Norm[line.Start:d.Span.Start]) && bareTime(p.text.Norm[d.Span.End:line.End]) {
			return d, true
		}
	}
	return extractors.Mention[date.Date]{}, false
}

// lineReach is how far the ends of a date's line are looked for: a longer line is text.
const lineReach = 100

// lineOf returns the line of a date, or more bytes of it than the line of a source has.
func (p *page) lineOf(s extractors.Span) extractors.Span {
	before, behind := max(0, s.Start-lineReach), min(len(p.text.Norm), s.End+lineReach)
	line := extractors.Span{Start: before + strings.LastIndexByte(p.text.Norm[before:s.Start], '\n') + 1, End: behind}
	if end := strings.IndexByte(p.text.Norm[s.End:behind], '\n'); end >= 0 {
		line.End = s.End + end
	}
	return line
}

// bareTime reports whether nothing but a time of day and signs follows a date.
func bareTime(s string) bool { return strings.Trim(s, " 0123456789:|,-–()*_GMT+") == "" }

// sourceWords reports whether the words before a date can be the name of who published:
// a few, none a sentence's.
func sourceWords(s string) bool {
	w := strings.Fields(s)
	if len(w) > 6 || strings.ContainsAny(s, ":;?!") {
		return false
	}
	for _, x := range w {
		switch x {
		case "từ", "đến", "sau", "trước", "hiệu", "tại", "ban", "ký", "kể", "vào", "Từ", "Kể", "Sau", "Trước", "Đến", "số":
			return false
		}
	}
	return true
}

// headline cuts the date line off a title under which it stands without a blank line.
func (p *page) headline(s extractors.Span) extractors.Span {
	text := p.text.Norm[s.Start:s.End]
	at := strings.LastIndexByte(text, '\n')
	if at < 0 {
		return s
	}
	for i := p.firstDate(s.Start + at); i < len(p.dates) && p.dates[i].Span.End <= s.End; i++ {
		d := p.dates[i]
		if d.Value.Precision >= date.Day && sourceWords(p.text.Norm[s.Start+at+1:max(d.Span.Start, s.Start+at+1)]) &&
			bareTime(p.text.Norm[d.Span.End:s.End]) {
			return extractors.Span{Start: s.Start, End: s.Start + at}
		}
	}
	return s
}
