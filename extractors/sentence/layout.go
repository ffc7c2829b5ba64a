package sentence

import (
	"strings"

	"vnlex/extractors"
)

// New divides the text norm.
func New(norm string) *Layout {
	l := &Layout{Norm: norm}
	l.measure()
	l.Blocks = make([]Block, 0, len(norm)/96+8)
	b := builder{Layout: l}
	for i := 0; i < len(norm); {
		end := len(norm)
		if n := strings.IndexByte(norm[i:], '\n'); n >= 0 {
			end = i + n
		}
		b.line(i, end)
		i = end + 1
	}
	if len(l.Blocks) == 0 && len(l.Noise) > 0 { // whatever stands in noise has a block near it
		l.Blocks = append(l.Blocks, Block{})
	}
	return l
}

const (
	bucket  = 8
	buckets = 52
)

// measure finds the usual length of a wrapped line: nine lines of ten are not
// longer. Texts with one line a paragraph have none.
func (l *Layout) measure() {
	var lengths [buckets]int
	n := 0
	for i := 0; i < len(l.Norm); n++ {
		j := strings.IndexByte(l.Norm[i:], '\n')
		if j < 0 {
			j = len(l.Norm) - i
		}
		if j > 2 {
			lengths[min(j/bucket, buckets-1)]++
		} else {
			n--
		}
		i += j + 1
	}
	for b, over := buckets-1, 0; b > 0; b-- {
		if over += lengths[b]; over*10 >= n {
			if b < buckets-1 && n > 8 {
				l.Width = b * bucket
			}
			return
		}
	}
}

// A builder joins lines into blocks.
type builder struct {
	*Layout
	last    line // the last line of the block at hand
	stars   int  // runs of * in that block
	lines   int  // lines of that block
	gap     bool // blank lines or a rule since
	broken  bool // noise since
	stamp   bool // within a digital signature stamp
	gazette bool // a page header was seen
}

func (b *builder) line(start, end int) {
	s := b.Norm[start:end]
	switch {
	case isRule(s):
		b.gap = true
		if strings.Contains(s, "*") && !strings.ContainsAny(s, "-_=|") {
			b.stars += countStars(b.Norm, start, end)
		}
		return
	case b.isNoise(s):
		b.Noise = append(b.Noise, extractors.Span{Start: start, End: end})
		b.broken = true
		return
	}
	b.stamp = false
	if strings.IndexByte(s, '|') >= 0 {
		b.row(start, end)
		return
	}
	var l line
	l.read(b.Norm, start, end)
	b.add(l)
}

// row adds each cell of a line of a table.
func (b *builder) row(start, end int) {
	cell := false
	for i := start; i <= end; {
		j := strings.IndexByte(b.Norm[i:end], '|')
		if j < 0 {
			j = end - i
		}
		if !isRule(b.Norm[i : i+j]) {
			l := line{table: true, cell: cell}
			l.read(b.Norm, i, i+j)
			b.add(l)
			cell = true
		}
		i += j + 1
	}
	b.gap = true
}

func (b *builder) add(l line) {
	if l.start >= l.end {
		b.stars += l.stars
		return
	}
	if n := len(b.Blocks); n > 0 && b.joins(&l) {
		last := &b.Blocks[n-1]
		last.End = l.end
		last.Shouted = last.Shouted && l.shouted
		b.stars += l.stars
		b.lines++
	} else {
		b.Blocks = append(b.Blocks, Block{Start: l.start, End: l.end, Item: l.item, Gap: b.gap,
			Table: l.table, Cell: l.cell, Shouted: l.shouted})
		b.stars, b.lines = l.stars, 1
	}
	b.last, b.gap, b.broken = l, false, false
}

// joins reports whether l goes on with the block at hand.
func (b *builder) joins(l *line) bool {
	p := &b.last
	switch {
	case l.table || p.table || l.head:
		return false
	case l.item == Note:
		return !p.closed && !b.gap
	case l.item != Plain:
		return false
	case p.lone:
		return true
	case hasPrefix(b.Norm[l.start:l.end], "Căn cứ "): // grounds begin under a title
		return false
	case b.stars%2 == 1 && !b.gap: // inside emphasis that began on an earlier line
		return true
	case p.closed || p.item == Chapter:
		return false
	case p.shouted && l.shouted:
		return !b.gap && !p.boldEnd && !isTypeLine(b.Norm[p.start:p.end])
	case b.gap && !b.broken:
		return l.lower && !p.shouted
	case p.shouted != l.shouted && !(l.shouted && b.long(p)):
		return false
	case l.lower:
		return true
	}
	return b.long(p) || b.Width > 0 && !b.gap && (leansOn(b.Norm[p.start:p.end]) || b.running(p))
}

// running reports whether line p stands in the middle of a sentence: it ends in a
// small letter, and is not the first of its block or begins as no heading does.
func (b *builder) running(p *line) bool {
	r, _ := RuneBefore(b.Norm, p.end)
	if !IsLetter(r) || IsUpper(r) || p.end-p.start < 24 {
		return false
	}
	return b.lines > 1 && p.item == Plain ||
		hasPrefix(b.Norm[p.start:p.end], "Căn cứ ", "Thực hiện ", "Theo ", "Xét ", "Trên cơ sở ", "Triển khai ")
}

// leansOn reports whether a line ends in a word that wants another: "Cảng Cam
// Ranh - Bộ" goes on in the next line, however short it is.
func leansOn(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	switch word {
	case "Bộ", "Nghị", "Quyết", "Thông", "Chỉ", "Kế", "Luật", "Ủy", "Uỷ", "Hội", "Thủ", "Chính", "Quốc", "Nhà",
		"Việt", "Văn", "Sở", "Phó", "Chủ", "Tỉnh", "Thành", "Phụ", "Điều", "số", "của", "và", "các", "tại", "theo",
		"ngày", "tháng", "năm", "tỉnh", "phố", "cho", "về", "với", "do", "bởi", "từ", "đến", "là", "trong", "thuộc":
		return strings.IndexByte(s, ' ') > 0
	}
	return false
}

// long reports whether a line is as long as a line that was wrapped.
func (b *builder) long(p *line) bool { return b.Width > 0 && p.end-p.start >= b.Width*2/3 }

// isTypeLine reports whether a shouted line is the type of a document alone.
func isTypeLine(s string) bool { return typeLines.ID(Hash(strings.ReplaceAll(s, " ", ""))) > 0 }

var typeLines = func() *Vocab {
	v := NewVocab()
	for _, w := range []string{"luật", "bộluật", "nghịđịnh", "nghịquyết", "quyếtđịnh", "thôngtư", "chỉthị",
		"kếhoạch", "côngđiện", "thôngbáo", "thôngtưliêntịch", "pháplệnh", "hướngdẫn", "kếtluận", "báocáo",
		"tờtrình", "chươngtrình", "lệnh", "quyđịnh", "quychế", "vănbảnhợpnhất", "đềán", "phươngán"} {
		v.Add(w)
	}
	return v
}()

// isNoise reports whether a line is the header of a gazette page, its number
// or part of a digital signature stamp (spec 4.4, 4.10).
func (b *builder) isNoise(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" {
		return b.gazette
	}
	if c := s[0]; !b.stamp && c != 'C' && c != 'K' && c != 'N' && (c < '0' || c > '9') {
		return false
	}
	switch {
	case strings.HasPrefix(s, "CÔNG BÁO/Số"):
		b.gazette = true
		return len(s) < longHeader
	case strings.HasPrefix(s, "Ký bởi:"):
		b.stamp = true
	case strings.HasPrefix(s, "Người ký:"):
		b.stamp = shouted(s[len("Người ký:"):]) && strings.Count(s, " ") > 3
	case b.stamp && hasPrefix(s, "Email:", "Cơ quan:", "Ngày ký:", "Thời gian ký:", "Nơi ký:"):
	default:
		return b.gazette && len(s) < 16 && strings.Trim(s, "0123456789 ") == ""
	}
	return b.stamp
}

// longHeader is more bytes than the header of a gazette page has: a text whose lines were
// joined to it is no noise.
const longHeader = 120

func hasPrefix(s string, heads ...string) bool {
	for _, h := range heads {
		if strings.HasPrefix(s, h) {
			return true
		}
	}
	return false
}
