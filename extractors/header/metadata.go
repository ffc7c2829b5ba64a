package header

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// A Field is what a label of a metadata block stands for.
type Field int

// The fields of metadata blocks (spec 4.8).
const (
	Symbol    Field = iota + 1 // Số hiệu
	TypeName                   // Loại văn bản
	Issued                     // Ngày ban hành
	Issuer                     // Nơi ban hành
	Signer                     // Người ký
	Post                       // Chức danh
	Effective                  // Ngày hiệu lực
	Expires                    // Ngày hết hiệu lực
	Status                     // Tình trạng hiệu lực
	Abstract                   // Trích yếu
	Other                      // a label that this package knows and nobody needs
)

// A Label is one labelled value of a metadata block.
type Label struct {
	Field Field
	Value extractors.Span
}

func labels(v *sentence.Vocab) *sentence.Phrases {
	p := sentence.NewPhrases(v)
	add := func(f Field, names ...string) {
		for _, n := range names {
			p.Add(n, int(f))
		}
	}
	add(Symbol, "số hiệu", "số ký hiệu", "số / ký hiệu", "số hiệu văn bản", "ký hiệu", "số văn bản", "số kí hiệu")
	add(TypeName, "loại văn bản", "loại", "thể loại")
	add(Issued, "ngày ban hành", "ban hành", "ngày văn bản",
		"ngày xác thực", "ngày ký xác thực") // a consolidated text is authenticated
	add(Issuer, "nơi ban hành", "cơ quan ban hành", "cơ quan", "nơi ban hành văn bản")
	add(Signer, "người ký", "người ký văn bản", "người ký duyệt")
	add(Post, "chức danh", "chức vụ")
	add(Effective, "ngày hiệu lực", "ngày có hiệu lực", "ngày bắt đầu hiệu lực", "ngày áp dụng", "áp dụng")
	add(Expires, "ngày hết hiệu lực", "ngày hết hạn")
	add(Status, "tình trạng", "tình trạng hiệu lực", "hiệu lực", "trạng thái")
	add(Abstract, "trích yếu", "trích yếu nội dung", "tên văn bản", "tiêu đề")
	add(Other, "ngày công báo", "số công báo", "ngày đăng công báo", "lĩnh vực", "ngành", "phạm vi",
		"nguồn thu thập", "thông tin áp dụng", "ngày đăng", "cập nhật", "ngày cập nhật", "lượt xem")
	return p
}

// LabelField returns the field that a label of a page's markup names, 0 when unknown.
func LabelField(name string) Field {
	w := vocabulary()
	l := sentence.Layout{Norm: name}
	t := l.Tokens(nil, w.vocab, extractors.Span{End: len(name)})
	for len(t) > 0 && t[len(t)-1].Kind == sentence.Punct {
		t = t[:len(t)-1]
	}
	if f, n := w.labels.At(t, 0); n == len(t) {
		return Field(f)
	}
	return 0
}

// Metadata returns the labelled values of the metadata block of a portal, in
// order; none when the page has none. Withheld values are left out.
func Metadata(l *sentence.Layout) []Label {
	r := reader{Layout: l, w: vocabulary()}
	var best, run []Label
	last := -1
	for i := 0; i < len(l.Blocks); i++ {
		if !couldLabel(l.Text(l.Blocks[i])) {
			continue
		}
		found, next := r.labelled(i)
		if len(found) == 0 {
			continue
		}
		if last >= 0 && i-last > 6 {
			best, run = richer(best, run), nil
		}
		run = append(run, found...)
		last, i = next, next-1+max(0, i+1-next)
	}
	best = richer(best, run)
	if weight(best) < 2 {
		return nil
	}
	return withheldOut(l, best)
}

// couldLabel is the quick look: a capital letter and no long text before a colon.
func couldLabel(s string) bool {
	s = strings.TrimLeft(s, "-+ *•")
	if s == "" || len(s) > 1200 || labelStarts[s[0]] == 0 {
		return false
	}
	if !hasPrefix(s, labelWords...) {
		return false
	}
	colon := strings.IndexByte(s, ':')
	return colon >= 0 && colon < 60 || len(s) < 60
}

// labelWords begin the labels of metadata blocks; labelStarts are their first bytes.
var labelWords = []string{"Số", "SỐ", "Loại", "Ngày", "Nơi", "Người", "Cơ quan", "Chức", "Tình", "Hiệu", "Trích", "Trạng", "Lĩnh", "Ngành",
	"Phạm", "Nguồn", "Thông tin", "Thể", "Ban hành", "Ký", "Tên", "Tiêu", "Cập", "Lượt", "Áp dụng"}

var labelStarts = func() (t [256]uint8) {
	for _, w := range labelWords {
		t[w[0]] = 1
	}
	return t
}()

// labelled reads the labels of block i and their values; a value may be the
// next block. It returns the block to go on with.
func (r *reader) labelled(i int) (found []Label, next int) {
	b := r.Blocks[i]
	t := append([]sentence.Token(nil), r.words(i)...)
	for len(t) > 0 && t[0].Kind == sentence.Punct {
		t = t[1:]
	}
	for j := 0; j < len(t); {
		f, n := r.w.labels.At(t, j)
		if f == 0 || t[j].Case == sentence.LowerCase || !r.endsLabel(t, j+n, b) {
			if j == 0 {
				return nil, i + 1
			}
			j++
			continue
		}
		if n := len(found); n > 0 && found[n-1].Value.End > int(t[j].Start) {
			v := &found[n-1].Value // empty where a label follows a label
			v.End = max(v.Start, int(t[j-1].End))
		}
		j += n
		for j < len(t) && t[j].Kind == sentence.Punct && t[j].ID == ':' {
			j++
		}
		v := extractors.Span{Start: b.End, End: b.End}
		if j < len(t) {
			v.Start = int(t[j].Start)
		}
		found = append(found, Label{Field(f), v})
	}
	if n := len(found); n > 0 && found[n-1].Value.Len() == 0 {
		if v, ok := r.valueAfter(i); ok {
			found[n-1].Value = v
			return found, i + 2
		}
	}
	return found, i + 1
}

// endsLabel reports whether a label may end at token j: a colon follows, or the
// block ends and its value is the next one.
func (r *reader) endsLabel(t []sentence.Token, j int, b sentence.Block) bool {
	if j == len(t) {
		return b.End-b.Start < 60
	}
	return t[j].Kind == sentence.Punct && t[j].ID == ':'
}

func (r *reader) valueAfter(i int) (extractors.Span, bool) {
	if i+1 >= len(r.Blocks) {
		return extractors.Span{}, false
	}
	b := r.Blocks[i+1]
	if b.Table && !b.Cell || b.End-b.Start > 1500 {
		return extractors.Span{}, false
	}
	t := r.words(i + 1)
	if f, n := r.w.labels.At(t, 0); f > 0 && r.endsLabel(t, n, b) {
		return extractors.Span{}, false
	}
	return b.Span(), true
}

// richer returns the block with the symbol, then the one with more fields.
func richer(a, b []Label) []Label {
	if weight(b) > weight(a) {
		return b
	}
	return a
}

// weight counts the telling fields; without a symbol nobody knows whose they are.
func weight(ls []Label) int {
	var seen [Other + 1]bool
	n := 0
	for _, l := range ls {
		if l.Field != Other && !seen[l.Field] {
			n++
		}
		seen[l.Field] = true
	}
	if !seen[Symbol] {
		return 0
	}
	return n
}

// withheldOut leaves out labels without a value and those whose value a portal
// does not give (spec 4.8).
func withheldOut(l *sentence.Layout, ls []Label) []Label {
	kept := ls[:0]
	for _, x := range ls {
		if x.Field != Other && !Withheld(l.Norm[x.Value.Start:x.Value.End]) {
			kept = append(kept, x)
		}
	}
	return kept
}

// Withheld reports whether a portal prints v instead of a value.
func Withheld(v string) bool {
	switch strings.Trim(v, " .…*:-") {
	case "", "Đang cập nhật", "Đã biết", "Kiểm tra", "Known", "Updating", "Chưa xác định", "Không có", "Không xác định":
		return true
	}
	return false
}
