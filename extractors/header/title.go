package header

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// title reads type and title, the lines between letterhead and preamble. A
// công văn has no type line; its abstract stands under the number.
func (r *reader) title(m int) {
	if r.h.Type.Len() > 0 && r.h.Title.Len() > 0 {
		return
	}
	defer func() {
		if r.h.Title.Len() == 0 && r.h.Recipient.Len() == 0 {
			r.titleBefore(m)
		}
	}()
	for i := max(r.h.First, m+1); i < min(m+20, len(r.Blocks)); i++ {
		b := r.Blocks[i]
		switch {
		case r.recipient(i):
			return
		case r.abstract(i):
			continue
		case b.Item == sentence.Article || b.Item == sentence.Chapter || r.begins(i, r.w.grounds) > 0 && !b.Shouted:
			return
		case b.Shouted && r.begins(i, r.w.kinds) > 0:
			r.typed(i)
			return
		case r.untyped(i):
			return
		}
	}
}

// titleBefore reads type and title that stand before the letterhead, where the text
// layer of a PDF has the letterhead last.
func (r *reader) titleBefore(m int) {
	first := r.h.First
	for i := range m {
		t := r.words(i)
		if v, n := r.w.kinds.At(t, 0); v == 0 || n < len(t) || !r.Blocks[i].Shouted {
			continue
		}
		if r.typed(i); r.h.Title.Len() > 0 && r.groundsNear(r.h.First-1) {
			return
		}
		r.h.Type, r.h.Title, r.h.First = extractors.Span{}, extractors.Span{}, first
	}
}

// untyped reads a title whose type line was lost: it stands right before the grounds.
func (r *reader) untyped(i int) bool {
	b := r.Blocks[i]
	if b.Shouted || b.Table || b.Item != sentence.Plain || i+1 >= len(r.Blocks) || b.End-b.Start < 24 ||
		!strings.HasPrefix(r.Text(r.Blocks[i+1]), "Căn cứ ") {
		return false
	}
	r.h.Title = b.Span()
	r.h.First = i + 1
	return true
}

// recipient reads "Kính gửi: …".
func (r *reader) recipient(i int) bool {
	text := r.Text(r.Blocks[i])
	if !strings.HasPrefix(text, "Kính gửi") && !strings.HasPrefix(text, "KÍNH GỬI") {
		return false
	}
	r.h.Recipient = r.Blocks[i].Span()
	r.h.First = i + 1
	return true
}

// abstract reads a line "V/v …" of its own.
func (r *reader) abstract(i int) bool {
	t := r.firstWords(i, manyWords)
	if v, _ := r.w.abstract.At(t, 0); v == 0 || r.Blocks[i].Shouted {
		return false
	}
	r.h.Title = extractors.Span{Start: r.abstractEnd(t, 0), End: r.Blocks[i].End}
	r.h.First = i + 1
	return true
}

// typed reads the type line i and the title behind it. The two may share the
// line: LUẬT ĐẤT ĐAI.
func (r *reader) typed(i int) {
	b, t := r.Blocks[i], r.firstWords(i, manyWords)
	_, n := r.w.kinds.At(t, 0)
	r.h.Type = extractors.Span{Start: b.Start, End: int(t[n-1].End)}
	r.h.First = i + 1
	if n < len(t) {
		r.h.Title = extractors.Span{Start: int(t[n].Start), End: b.End}
		return
	}
	if j := i + 1; j+1 < len(r.Blocks) && r.Blocks[j].Shouted && hasPrefix(r.Text(r.Blocks[j]), "CỦA ") &&
		hasPrefix(r.Text(r.Blocks[j+1]), "về ", "Về ", "VỀ ") {
		i = j // NGHỊ QUYẾT / CỦA BỘ CHÍNH TRỊ / về …
	}
	last := i
	for j := i + 1; j < min(i+6, len(r.Blocks)) && r.titled(j, last > i); j++ {
		last = j
	}
	if last > i {
		r.h.Title = r.cutOffice(extractors.Span{Start: r.Blocks[i+1].Start, End: r.Blocks[last].End})
		r.h.First = last + 1
		if i := strings.Index(r.Norm[r.h.Title.Start:r.h.Title.End], "\nCăn cứ "); i > 0 {
			r.h.Title.End = r.h.Title.Start + i // a ground that a text repair joined
		}
	}
}

// cutOffice takes off a title the line of capitals behind it that names who acts: the
// head of the body opens the preamble, "… / CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH / Căn cứ".
func (r *reader) cutOffice(title extractors.Span) extractors.Span {
	text := r.Norm[title.Start:title.End]
	i := strings.LastIndexByte(text, '\n')
	if i < 0 || text != strings.ToUpper(text) {
		return title
	}
	line, before := strings.Trim(text[i:], "\n* "), strings.TrimRight(text[:i], "\n* ")
	word := before[strings.LastIndexAny(before, " \n")+1:]
	if hasPrefix(line, heads...) && !linking[word] && !strings.HasSuffix(word, ",") {
		title.End = title.Start + len(before)
	}
	return title
}

// heads are the posts in whose name documents are issued.
var heads = []string{"THỦ TƯỚNG", "BỘ TRƯỞNG", "CHỦ TỊCH", "THỐNG ĐỐC", "GIÁM ĐỐC", "CỤC TRƯỞNG", "TỔNG CỤC TRƯỞNG", "TỔNG GIÁM ĐỐC",
	"CHÁNH ÁN", "VIỆN TRƯỞNG", "CHỦ NHIỆM", "HIỆU TRƯỞNG", "TỔNG KIỂM TOÁN", "TỔNG THANH TRA"}

// linking words want what follows.
var linking = map[string]bool{"CỦA": true, "DO": true, "VÀ": true, "CHO": true, "VỚI": true, "BỞI": true, "LÀ": true, "PHÓ": true,
	"THAY": true, "THƯỞNG": true}

// titled reports whether block j belongs to the title; more says that the
// title has begun.
func (r *reader) titled(j int, more bool) bool {
	b := r.Blocks[j]
	switch {
	case b.Item != sentence.Plain && b.Item != sentence.Roman, b.Table != r.Blocks[j-1].Table && b.Table:
		return false
	case r.isAgency(j), r.ended(j) && (more || !r.action(j)):
		return false
	case !more:
		return b.End-b.Start < 1500
	case !b.Shouted && !r.Blocks[j-1].Shouted:
		return !b.Gap && r.groundsNear(j)
	}
	return b.Shouted && r.Blocks[j-1].Shouted && !b.Gap
}

// groundsNear reports whether the grounds begin within the next blocks: a title that
// was broken over lines goes on up to them.
func (r *reader) groundsNear(j int) bool {
	for k := j + 1; k < min(j+4, len(r.Blocks)); k++ {
		if strings.HasPrefix(r.Text(r.Blocks[k]), "Căn cứ ") {
			return true
		}
	}
	return false
}

// ended reports whether block j begins with a word that no title begins with.
// "THỰC HIỆN …" in capitals begins many a plan's title.
func (r *reader) ended(j int) bool {
	return r.begins(j, r.w.ends) > 0 && !r.Blocks[j].Shouted || strings.HasPrefix(r.Text(r.Blocks[j]), "Kính gửi") ||
		strings.HasSuffix(r.Text(r.Blocks[j]), ":")
}

// action reports whether block j is the title of a plan, "Triển khai thực hiện
// Chiến lược …", not a ground, which ends in a mark.
func (r *reader) action(j int) bool {
	text := r.Text(r.Blocks[j])
	return hasPrefix(text, "Triển khai", "Thực hiện", "Tổ chức") && len(text) < 600 &&
		!strings.ContainsAny(text[len(text)-1:], ":;,.") && !strings.Contains(text, " ban hành Kế hoạch")
}

// isAgency reports whether block j repeats the issuing body, as decisions do
// before their preamble.
func (r *reader) isAgency(j int) bool {
	b := r.Blocks[j]
	if !b.Shouted || b.End-b.Start > 100 {
		return false
	}
	for _, a := range r.h.Agencies {
		if squeeze(r.Norm[a.Start:a.End]) == squeeze(r.Text(b)) {
			return true
		}
	}
	return j+1 < len(r.Blocks) && r.begins(j+1, r.w.grounds) > 0 && hasPrefix(r.Text(b),
		"THỦ TƯỚNG", "BỘ TRƯỞNG", "CHÍNH PHỦ", "ỦY BAN", "UỶ BAN", "CHỦ TỊCH", "HỘI ĐỒNG", "QUỐC HỘI", "THỐNG ĐỐC",
		"BỘ ", "GIÁM ĐỐC", "TỔNG ", "CHÁNH ÁN", "VIỆN TRƯỞNG", "CHỦ NHIỆM", "CỤC TRƯỞNG", "HIỆU TRƯỞNG")
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func hasPrefix(s string, heads ...string) bool {
	for _, h := range heads {
		if strings.HasPrefix(s, h) {
			return true
		}
	}
	return false
}

// preamble finds the items between title and enacting words: from the first
// Căn cứ to the heading or sentence that enacts.
func (r *reader) preamble() {
	from := -1
	for i := r.h.First; i < min(r.h.First+60, len(r.Blocks)); i++ {
		b := r.Blocks[i]
		ground := r.begins(i, r.w.grounds) > 0
		switch {
		case from < 0 && ground:
			from = i
		case from < 0 && (b.Item == sentence.Article || b.Item == sentence.Chapter || b.Item == sentence.Roman && !r.basis(b) || i > r.h.First+12):
			return
		case from >= 0 && !ground && r.enacts(i):
			r.h.Preamble = extractors.Span{Start: r.Blocks[from].Start, End: b.Start}
			return
		}
	}
	if from >= 0 {
		r.h.Preamble = r.Blocks[from].Span()
	}
}

// basis reports whether a heading is that of the grounds: "I. CĂN CỨ PHÁP LÝ".
func (r *reader) basis(b sentence.Block) bool {
	text := r.Text(b)
	return strings.Contains(text, "CĂN CỨ") || strings.Contains(text, "Căn cứ") || strings.Contains(text, "CƠ SỞ") || strings.Contains(text, "Cơ sở")
}

// enacts reports whether block i ends the preamble.
func (r *reader) enacts(i int) bool {
	b := r.Blocks[i]
	if b.Item == sentence.Note || b.Item == sentence.Dash {
		return false
	}
	return b.Item != sentence.Plain || b.Shouted || !strings.HasSuffix(r.Text(b), ";")
}

// adopted finds the sentence that a law was passed, after its last article. The
// resolution of a people's council is dated by its place-date line (spec 2.2).
func (r *reader) adopted() {
	const words = "thông qua ngày"
	from := max(0, min(len(r.Norm)/2, len(r.Norm)-20000))
	at := -1
	for i := strings.Index(r.Norm[from:], words); i >= 0; i = strings.Index(r.Norm[from:], words) {
		at, from = from+i, from+i+len(words)
	}
	if at < 0 {
		return
	}
	b := r.Blocks[r.At(at)]
	t := r.firstWords(r.At(at), manyWords)
	if v, n := r.w.kinds.At(t, 0); v > 0 && n < len(t) && strings.Contains(r.Text(b), "này") && strings.Contains(r.Text(b), "Quốc hội") {
		r.h.Adopted = extractors.Span{Start: at, End: b.End}
	}
}
