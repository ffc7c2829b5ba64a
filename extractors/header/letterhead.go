package header

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// letterhead reads what stands around the motto in block m.
func (r *reader) letterhead(m int) {
	r.h.First = m + 1
	for i := max(m-8, 0); i < min(m+12, len(r.Blocks)); i++ {
		switch {
		case r.h.Number.Len() == 0 && (r.number(i) || i == m && r.numberInside(i) || (i == m || r.isSlogan(i) || r.before(i, m)) && r.numberAtEnd(i)):
			if r.h.Date.Len() == 0 && i != m { // "Số: … Hà Nội, ngày …" on one line
				r.datedInside(i)
			}
		case r.h.Date.Len() == 0 && (i != m && (r.dated(i) || r.numeric(i)) || i == m && r.datedInside(i)):
		case i > m && r.h.Title.Len() == 0 && r.abstract(i), i < m && r.abstractBefore(i):
		case i > m && (r.begins(i, r.w.grounds) > 0 || r.Blocks[i].Item == sentence.Article):
			r.agencies(m)
			return
		default:
			continue
		}
		r.h.First = max(r.h.First, i+1)
	}
	r.agencies(m)
}

// numberInside reads the number on the line of the issuing body, to which a text repair
// has joined the motto.
func (r *reader) numberInside(m int) bool {
	text := r.Text(r.Blocks[m])
	line, _, more := strings.Cut(text, "\n")
	if !more || !numberedLine(line) {
		return false
	}
	at := strings.Index(line, "Số:") + len("Số:")
	r.h.Number = extractors.Span{Start: r.Blocks[m].Start + at, End: r.Blocks[m].Start + len(line)}
	return true
}

// before reports whether block i is the line of the issuing body next to the motto in
// block m, on which the number may stand too.
func (r *reader) before(i, m int) bool {
	text := r.Text(r.Blocks[i])
	first, n := sentence.RuneAt(text, 0)
	second, _ := sentence.RuneAt(text, n)
	return i >= m-2 && i < m && len(text) < 150 && sentence.IsUpper(first) && sentence.IsUpper(second)
}

// numeric reads the place-date line "Hà Nội, ngày 13/5/2016" or "Hà Nội, 13-5-2016".
func (r *reader) numeric(i int) bool {
	b := r.Blocks[i]
	place, rest, ok := strings.Cut(r.Text(b), ",")
	first, _ := sentence.RuneAt(place, 0)
	day := strings.TrimSpace(strings.TrimPrefix(strings.TrimLeft(rest, " "), "ngày"))
	if !ok || len(place) > 40 || !sentence.IsUpper(first) || len(day) < 8 || len(day) > 14 ||
		strings.Trim(day, "0123456789/-. ") != "" {
		return false
	}
	r.h.Date = extractors.Span{Start: b.End - len(strings.TrimLeft(rest, " ")), End: b.End}
	r.h.Place = extractors.Span{Start: b.Start, End: b.Start + len(place)}
	return true
}

// abstractBefore reads "V/v …" under the number where the body's half of a letterhead
// stands before the motto.
func (r *reader) abstractBefore(i int) bool {
	first := r.h.First
	ok := r.h.Number.Len() > 0 && r.h.Title.Len() == 0 && r.abstract(i)
	r.h.First = first
	return ok
}

// isSlogan reports whether block i is the second line of the motto, to which a
// text repair may have joined the number line.
func (r *reader) isSlogan(i int) bool {
	return hasPrefix(r.Text(r.Blocks[i]), "Độc lập", "ĐỘC LẬP")
}

// number reads a line "Số: 4108/BCT-KHCN", "Luật số: 64/2025/QH15", or "Số:"
// with the number in the next cell.
func (r *reader) number(i int) bool {
	b, t := r.Blocks[i], r.firstWords(i, manyWords)
	v, n := r.w.number.At(t, 0)
	if v == 0 || t[0].Case == sentence.LowerCase {
		return false
	}
	t = r.words(i)
	for n < len(t) && t[n].Kind == sentence.Punct && (t[n].ID == ':' || t[n].ID == '.') {
		n++
	}
	if n == len(t) {
		if i+1 < len(r.Blocks) && strings.ContainsAny(r.Text(r.Blocks[i+1]), "0123456789") {
			r.h.Number = r.Blocks[i+1].Span()
			r.h.First = max(r.h.First, i+2)
			return true
		}
		return false
	}
	end := b.End
	for j := n; j < len(t); j++ {
		if v, _ := r.w.abstract.At(t, j); v > 0 {
			r.h.Title = extractors.Span{Start: r.abstractEnd(t, j), End: b.End}
			end = int(t[j-1].End)
			break
		}
	}
	if end <= int(t[n].Start) || !strings.ContainsAny(r.Norm[t[n].Start:end], "0123456789/") {
		return false
	}
	r.h.Number = extractors.Span{Start: int(t[n].Start), End: end}
	return true
}

// numberAtEnd reads "… Hạnh phúc --------------- Luật số:", a letterhead on one
// line whose number is the next.
func (r *reader) numberAtEnd(i int) bool {
	t := r.words(i)
	for j := len(t) - 1; j >= 0; j-- {
		v, n := r.w.number.At(t, j)
		if v == 0 || t[j].Case == sentence.LowerCase || j+n < len(t) && t[j+n].ID != ':' {
			continue
		}
		for n < len(t)-j && t[j+n].Kind == sentence.Punct {
			n++
		}
		switch {
		case j+n < len(t):
			r.h.Number = extractors.Span{Start: int(t[j+n].Start), End: r.Blocks[i].End}
		case i+1 < len(r.Blocks):
			r.h.Number = r.Blocks[i+1].Span()
		}
		return r.h.Number.Len() > 0
	}
	return false
}

// abstractEnd returns where the abstract begins behind "V/v".
func (r *reader) abstractEnd(t []sentence.Token, j int) int {
	_, n := r.w.abstract.At(t, j)
	for j += n; j < len(t) && t[j].Kind == sentence.Punct; j++ {
	}
	if j == len(t) {
		return int(t[len(t)-1].End)
	}
	return int(t[j].Start)
}

// dated reads the place-date line "Hà Nội, ngày 13 tháng 5 năm 2016".
func (r *reader) dated(i int) bool {
	b := r.Blocks[i]
	if b.End-b.Start > 300 {
		return false
	}
	t := r.words(i)
	if len(t) < 3 || t[0].Kind != sentence.Word || t[0].Case == sentence.LowerCase {
		return false
	}
	for j := 0; j < min(len(t)-1, 9); j++ {
		if v, _ := r.w.day.At(t, j); v > 0 && strings.Contains(r.Norm[t[j].Start:b.End], "năm") {
			r.h.Date = extractors.Span{Start: int(t[j].Start), End: b.End}
			r.typeBehind(i, t, j)
			if k := j - 1; k >= 0 {
				for k > 0 && t[k].Kind == sentence.Punct {
					k--
				}
				r.h.Place = extractors.Span{Start: b.Start, End: int(t[k].End)}
			}
			return true
		}
	}
	return false
}

// datedInside reads the date in a letterhead that stands on one line.
func (r *reader) datedInside(i int) bool {
	t := r.words(i)
	for j := range t {
		if v, _ := r.w.day.At(t, j); v > 0 && strings.Contains(r.Norm[t[j].Start:r.Blocks[i].End], "năm") {
			r.h.Date = extractors.Span{Start: int(t[j].Start), End: r.Blocks[i].End}
			r.typeBehind(i, t, j)
			return true
		}
	}
	return false
}

// typeBehind reads type and title that stand behind the date on its line:
// "… năm 2023 LUẬT GIÁ".
func (r *reader) typeBehind(i int, t []sentence.Token, j int) {
	for ; j < len(t); j++ {
		v, n := r.w.kinds.At(t, j)
		if v == 0 || t[j].Case != sentence.AllCaps {
			continue
		}
		r.h.Date.End = int(t[j-1].End)
		r.h.Type = extractors.Span{Start: int(t[j].Start), End: int(t[j+n-1].End)}
		if j+n < len(t) {
			r.h.Title = extractors.Span{Start: int(t[j+n].Start), End: r.Blocks[i].End}
		}
		return
	}
}

// agencies reads the shouted lines before the motto, and the beginning of its
// own line where a table was flattened.
func (r *reader) agencies(m int) {
	from := m
	for from > 0 && m-from < 4 && r.Blocks[from-1].Shouted && !r.taken(from-1) {
		from--
	}
	if from == m { // boxes 2 and 3 may stand before box 1: agency, number, motto
		for from > 0 && m-from < 4 && (r.taken(from-1) || r.Blocks[from-1].Shouted) {
			from--
		}
	}
	for i := from; i < m; i++ {
		if r.Blocks[i].Shouted && !r.taken(i) {
			r.h.Agencies = append(r.h.Agencies, r.Blocks[i].Span())
		}
	}
	t := r.words(m)
	for j := range t {
		if v, _ := r.w.motto.At(t, j); v > 0 && !r.taken(m) {
			if j > 0 {
				r.h.Agencies = append(r.h.Agencies, extractors.Span{Start: r.Blocks[m].Start, End: int(t[j-1].End)})
				r.beside(m + 1)
			}
			return
		}
	}
}

// beside adds the line of the issuing body's name that stands beside the second line of
// the motto where two columns share their lines: "TỈNH LONG AN      Độc lập - Tự do".
func (r *reader) beside(i int) {
	if i >= len(r.Blocks) {
		return
	}
	text := r.Text(r.Blocks[i])
	at := max(strings.Index(text, "Độc lập"), strings.Index(text, "ĐỘC LẬP"))
	if name := strings.TrimRight(text[:max(at, 0)], " \t|*"); len(name) > 2 && name == strings.ToUpper(name) && !strings.Contains(name, ":") {
		r.h.Agencies = append(r.h.Agencies, extractors.Span{Start: r.Blocks[i].Start, End: r.Blocks[i].Start + len(name)})
	}
}

// taken reports whether block i holds the number or the date.
func (r *reader) taken(i int) bool {
	b := r.Blocks[i].Span()
	return b.Contains(r.h.Number) && r.h.Number.Len() > 0 || b.Contains(r.h.Date) && r.h.Date.Len() > 0 ||
		r.begins(i, r.w.number) > 0
}
