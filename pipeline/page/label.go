package page

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"vnlex/extractors/normalize"
	"vnlex/extractors/reading"
)

// knownLabels are the names of what portals say of a document. (spec 4.8)
var knownLabels = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, name := range []string{
		"Số hiệu", "Số ký hiệu", "Số kí hiệu", "Số/ký hiệu", "Số, ký hiệu", "Số hiệu văn bản",
		"Số văn bản", "Ký hiệu", "Loại văn bản", "Thể loại", "Hình thức văn bản", "Nơi ban hành",
		"Cơ quan ban hành", "Người ký", "Chức danh",
		"Chức vụ", "Người ký duyệt", "Ngày ban hành", "Ngày ký", "Ngày hiệu lực",
		"Ngày có hiệu lực", "Ngày bắt đầu hiệu lực", "Ngày áp dụng", "Ngày hết hiệu lực",
		"Ngày công báo", "Ngày đăng công báo", "Số công báo", "Tình trạng",
		"Tình trạng hiệu lực", "Trạng thái", "Hiệu lực", "Trích yếu", "Trích yếu nội dung",
		"Về việc", "Tên văn bản", "Lĩnh vực", "Ngành", "Phạm vi", "Nguồn thu thập",
		"Ngày cập nhật", "Cập nhật", "Ngày đăng", "Ngày xác thực", "Ngày ký xác thực",
		"Cơ quan hợp nhất", "Cơ quan trình",
		"Cơ quan thẩm tra", "Ban hành",
	} {
		known[normalize.Key(name)] = true
	}
	return known
})

// labelStarts are the first words of the known labels, for a first look.
var labelStarts = sync.OnceValue(func() map[string]bool {
	starts := map[string]bool{}
	for name := range knownLabels() {
		word, _, _ := strings.Cut(name, " ")
		starts[strings.Trim(word, ",/")] = true
		word, _, _ = strings.Cut(word, "/")
		starts[word] = true
	}
	return starts
})

const longestLabel = 80

// isKnownLabel reports whether s, a colon behind it or not, is the name of
// something that portals say of a document.
func isKnownLabel(s string) bool {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), ":"))
	if s == "" || len(s) > longestLabel {
		return false
	}
	word, _, _ := strings.Cut(s, " ")
	if !labelStarts()[strings.ToLower(strings.TrimRight(word, ",/"))] && utf8.ValidString(word) &&
		!strings.ContainsAny(word, "/\u0300\u0301\u0323\u00a0\n") {
		return false
	}
	return isKnown(normalize.Key(s))
}

// isKnown reports whether key is a known label or several, with slashes between.
func isKnown(key string) bool {
	first, rest, more := strings.Cut(key, "/")
	return knownLabels()[key] ||
		more && knownLabels()[strings.TrimSpace(first)] && isKnown(strings.TrimSpace(rest))
}

// label notes the label of a place, which must not be empty.
func (w *writer) label(name string, p place) {
	name = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(name), ":"))
	for p.end > p.start && (w.buf[p.end-1] == ' ' || w.buf[p.end-1] == '\n') {
		p.end--
	}
	if name == "" || len(name) > longestLabel || p.start >= p.end {
		return
	}
	w.labels = append(w.labels,
		reading.Label{Name: name, Value: w.words(p), Start: p.start, End: p.end})
}

// rowLabels notes the labels in a table row: "Số hiệu | 12/2024/QĐ-UBND |", also
// several of one row, and several values of a label that names them all.
func (w *writer) rowLabels(cells []place) {
	full := slices.DeleteFunc(slices.Clone(cells), func(p place) bool { return p.start >= p.end })
	for i := 0; i < len(full); {
		if !w.isLabel(full, i) {
			i++
			continue
		}
		values := i + 1
		for values < len(full) && !w.isLabel(full, values) {
			values++
		}
		w.labelValues(w.words(full[i]), full[i+1:values])
		i = values
	}
}

func (w *writer) labelValues(name string, values []place) {
	names := strings.Split(name, "/")
	if len(names) > 1 && len(names) == len(values) {
		for i, v := range values {
			w.label(names[i], v)
		}
		return
	}
	if len(values) > 0 {
		w.label(name, values[0])
	}
}

// isLabel reports whether cell i of a row is a label: by its name, its colon, or as
// a heading before a plain cell.
func (w *writer) isLabel(row []place, i int) bool {
	s := w.words(row[i])
	if len(s) > longestLabel {
		return false
	}
	if isKnownLabel(s) || strings.HasSuffix(s, ":") {
		return true
	}
	return row[i].head && i+1 < len(row) && !row[i+1].head
}

// allLabels returns the labels noted and those on lines of their own, "Số hiệu: 12",
// or the value on the next line, in order.
func (w *writer) allLabels() []reading.Label {
	noted := map[int]bool{}
	for _, l := range w.labels {
		noted[l.Start] = true
	}
	text := w.String()
	pending := ""
	for start := 0; start < len(text); {
		end := start + lineLen(text[start:])
		if strings.TrimSpace(text[start:end]) != "" {
			pending = w.lineLabel(text, start, end, pending, noted)
		}
		start = end + 1
	}
	slices.SortStableFunc(w.labels, func(a, b reading.Label) int { return a.Start - b.Start })
	if isListing(w.labels) {
		return nil
	}
	return w.labels
}

// isListing reports whether the labels are those of many documents: of a list of
// them, or of the results of a search. They say nothing of the page as a whole.
func isListing(labels []reading.Label) bool {
	values := map[string]map[string]bool{}
	for _, l := range labels {
		name := normalize.Key(l.Name)
		if values[name] == nil {
			values[name] = map[string]bool{}
		}
		values[name][l.Value] = true
		if len(values[name]) >= 3 && knownLabels()[name] {
			return true
		}
	}
	return false
}

// lineLabel notes the label of the line text[start:end]; pending is a label that
// stood alone on the line before. It returns the label that stands alone on this one.
func (w *writer) lineLabel(text string, start, end int, pending string, noted map[int]bool) string {
	if strings.HasPrefix(text[start:end], "- ") {
		start += 2
	}
	if strings.HasSuffix(text[start:end], "|") {
		return ""
	}
	name, value, colon := strings.Cut(text[start:min(end, start+longestLabel)], ":")
	if !isKnownLabel(name) {
		if pending != "" && !noted[start] {
			w.label(pending, place{start: start, end: end})
		}
		return ""
	}
	if strings.TrimSpace(value) == "" {
		if !colon {
			return "" // a heading
		}
		return name
	}
	at := start + len(name) + 1
	at += len(text[at:end]) - len(strings.TrimLeft(text[at:end], " "))
	if !noted[at] {
		w.label(name, place{start: at, end: end})
	}
	return ""
}

func lineLen(s string) int {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return n
	}
	return len(s)
}
