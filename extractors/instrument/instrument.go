// Package instrument extracts strategies, programmes, plans, regulations and the
// like (chiến lược, chương trình, kế hoạch, quy chế …) by name: what documents
// carry, and what policy is cited by (spec 1.7).
package instrument

import (
	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// A Mention is one place that names an instrument.
type Mention struct {
	Head extractors.Span // up to where another document comes in: "Kế hoạch hành động của Bộ Công Thương"
	Name extractors.Span // the whole name
	Kind string          // slug: chien-luoc, ke-hoach …
	From string          // first year of its period
	To   string          // last year
	Far  string          // the year of "tầm nhìn đến năm"

	Carrier int    // mark of the document that carries it; This for the page's own; None
	Act     string // approves, promulgates; empty without carrier
	Rule    string // trigger of the carrying statement: T022 … T027
	Alias   string // "(sau đây gọi tắt là Chiến lược)"
	Bare    bool   // only a word of kind, without a name
	Trust   float64
}

// Carriers that are no mark.
const (
	None = -1
	This = -2 // "Ban hành kèm theo Quyết định này …", or the document's own title
)

// kinds are the words that name kinds of instruments, longest first where one
// begins another; hành động is no kind of its own.
var kinds = []struct{ word, slug string }{
	{"chiến lược", "chien-luoc"}, {"chương trình", "chuong-trinh"}, {"kế hoạch", "ke-hoach"}, {"đề án", "de-an"},
	{"quy hoạch", "quy-hoach"}, {"quy chế", "quy-che"}, {"điều lệ", "dieu-le"}, {"danh mục", "danh-muc"},
	{"hiệp định", "hiep-dinh"}, {"quy định", "quy-dinh"}, {"phương án", "phuong-an"}, {"khung", "khung"},
	{"lộ trình", "lo-trinh"}, {"bộ tiêu chí", "bo-tieu-chi"}, {"tiêu chí", "tieu-chi"}, {"nội quy", "noi-quy"},
	{"định hướng", "dinh-huong"}, {"bộ chỉ số", "bo-chi-so"}, {"quy trình", "quy-trinh"}, {"quy tắc", "quy-tac"},
	{"quy chuẩn", "quy-chuan"}, {"hướng dẫn", "huong-dan"}, {"định mức", "dinh-muc"}, {"biểu mẫu", "bieu-mau"},
	{"bảng giá", "bang-gia"}, {"dự án", "du-an"},
}

// policy are the kinds that other documents carry out.
var policy = map[string]bool{"chien-luoc": true, "chuong-trinh": true, "ke-hoach": true, "de-an": true, "quy-hoach": true,
	"phuong-an": true, "lo-trinh": true, "dinh-huong": true, "du-an": true, "hiep-dinh": true}

// Policy reports whether instruments of a kind are carried out by others.
func Policy(kind string) bool { return policy[kind] }

// A Finder finds instruments in masked sentences whose tokens are numbered by
// one vocabulary.
type Finder struct {
	vocab *sentence.Vocab
	kinds *sentence.Phrases
	acts  *sentence.Phrases
	stops *sentence.Phrases
	years *sentence.Phrases
}

const (
	approve = iota + 1
	promulgate
	attached // ban hành kèm theo
	given    // được … tại, theo
	about    // về
	adjust   // điều chỉnh: of what is approved, not the thing itself
)

const (
	until   = iota + 1 // đến năm
	period             // giai đoạn, thời kỳ
	vision             // tầm nhìn đến năm
	inYear             // năm
	yearEnd            // đến
)

// NewFinder makes a Finder over v.
func NewFinder(v *sentence.Vocab) *Finder {
	f := &Finder{vocab: v, kinds: sentence.NewPhrases(v), acts: sentence.NewPhrases(v),
		stops: sentence.NewPhrases(v), years: sentence.NewPhrases(v)}
	for i, k := range kinds {
		f.kinds.Add(k.word, i+1)
	}
	add := func(p *sentence.Phrases, v int, phrases ...string) {
		for _, s := range phrases {
			p.Add(s, v)
		}
	}
	add(f.acts, approve, "phê duyệt", "về việc phê duyệt", "về phê duyệt", "đã phê duyệt", "phê chuẩn", "thông qua")
	add(f.acts, promulgate, "ban hành", "về việc ban hành", "về ban hành", "đã ban hành", "kèm", "công bố", "ban hành kèm", "quyết định ban hành")
	add(f.acts, attached, "ban hành kèm theo", "kèm theo", "ban hành theo", "ban hành tại", "được ban hành kèm theo")
	add(f.acts, about, "về", "về việc")
	add(f.acts, adjust, "điều chỉnh", "sửa đổi", "bổ sung")
	add(f.stops, 1, "được", "đã được", "đã", "gửi", "nhằm", "để", "như sau", "trên cơ sở", "ban hành", "ban hành kèm theo", "kèm theo",
		"có hiệu lực", "do", "với", "theo đó", "thì", "sau đây", "dưới đây", "từ đây", "vừa", "sẽ", "đang", "yêu cầu", "trong đó", "bao gồm",
		"là", "tại", "xác định", "nêu", "đề ra", "hết hiệu lực", "thay thế", "phê duyệt", "nêu rõ", "gồm", "đặt mục tiêu", "trong quá trình", "trong thời gian",
		"này", "nêu trên", "nói trên", "kể trên")
	add(f.years, until, "đến năm", "tới năm", "đến")
	add(f.years, period, "giai đoạn", "thời kỳ", "thời kì", "nhiệm kỳ", "các năm", "từ năm")
	add(f.years, vision, "tầm nhìn đến năm", "tầm nhìn đến", "tầm nhìn", "định hướng đến năm", "định hướng đến", "tầm nhìn tới năm", "tầm nhìn năm")
	add(f.years, inYear, "năm")
	return f
}
