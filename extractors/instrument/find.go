package instrument

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// Find returns the instruments named in toks, the masked tokens of one sentence of
// norm. document tells whether a marked token is a document; own says that the
// sentence is the document's own title, or enacts: then what it approves is its own.
func (f *Finder) Find(norm string, toks []sentence.Token, document func(ref int32) bool, own bool) []Mention {
	s := search{Finder: f, norm: norm, toks: toks, document: document, own: own}
	for i := 0; i < len(toks); {
		k, n := f.kinds.At(toks, i)
		if k == 0 || !s.begins(i, k) {
			i++
			continue
		}
		m, next := s.read(i, n, k)
		if m.Bare && (m.Carrier == None && toks[i].Case == sentence.LowerCase || s.word(i+n) == "này") || s.word(i+n) == "mới" && m.Name.End <= int(s.toks[i+n].End) {
			i += n
			continue
		}
		s.found = append(s.found, m)
		i = max(next, i+1)
	}
	return s.found
}

// A search goes through one sentence.
type search struct {
	*Finder
	norm     string
	toks     []sentence.Token
	document func(ref int32) bool
	own      bool
	found    []Mention
}

// begins reports whether the kind word at token i can begin a name: it has a
// capital, or stands behind an act that carries it. Some kinds are verbs too.
func (s *search) begins(i, k int) bool {
	t := s.toks[i]
	slug := kinds[k-1].slug
	behind := s.actBefore(i)
	switch slug {
	case "quy-dinh", "huong-dan", "khung", "dinh-huong", "tieu-chi", "quy-trinh", "bang-gia", "du-an", "dinh-muc":
		return behind == promulgate || behind == attached || behind == approve || t.Case == sentence.Capital && s.attachedSoon(i)
	}
	return t.Case != sentence.LowerCase || behind == approve || behind == promulgate || behind == attached
}

// actBefore returns the act whose words end right before token i, over a
// quotation mark, "bản" or a pronoun "kèm theo Quyết định này".
func (s *search) actBefore(i int) int {
	j := i
	for j > 0 && (s.toks[j-1].Kind == sentence.Punct && (s.toks[j-1].ID == '"' || s.toks[j-1].ID == sentence.OpenQuote || s.toks[j-1].ID == ':') ||
		s.word(j-1) == "bản" || s.word(j-1) == "các") {
		j--
	}
	return s.actEnding(j)
}

// actEnding returns the act whose words end at token j.
func (s *search) actEnding(j int) int {
	for n := 5; n > 0; n-- {
		if j-n < 0 {
			continue
		}
		if v, k := s.acts.At(s.toks, j-n); v > 0 && k == n {
			return v
		}
	}
	return 0
}

// attachedSoon reports whether "ban hành kèm theo «C»" follows within the name.
func (s *search) attachedSoon(i int) bool {
	for j := i; j < min(i+40, len(s.toks)); j++ {
		if v, n := s.acts.At(s.toks, j); v == attached && j+n < len(s.toks) && s.toks[j+n].Kind == sentence.Marked {
			return true
		}
		if s.toks[j].Kind == sentence.Marked {
			return false
		}
	}
	return false
}

func (s *search) word(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.norm[s.toks[i].Start:s.toks[i].End]
}

// read reads the name that begins at token i with a kind word of n tokens.
func (s *search) read(i, n, k int) (m Mention, next int) {
	m = Mention{Kind: kinds[k-1].slug, Carrier: None, Trust: 0.95}
	if m.Kind == "ke-hoach" || m.Kind == "chuong-trinh" {
		for s.word(i+n) == "hành" && s.word(i+n+1) == "động" || s.word(i+n) == "HÀNH" {
			n += 2
		}
	}
	end := s.nameEnd(i, i+n)
	head := s.headEnd(i+n, end)
	m.Name = s.span(i, end)
	m.Head = s.span(i, head)
	m.Bare = end <= i+n
	s.period(&m, i, end)
	s.carrier(&m, i, end)
	s.alias(&m, end)
	return m, head
}

func (s *search) span(from, to int) extractors.Span {
	return extractors.Span{Start: int(s.toks[from].Start), End: int(s.toks[max(to, from+1)-1].End)}
}

// longName is the most words a name has.
const longName = 60

// nameEnd returns the token behind the name that begins at token from, its kind
// word ending before token i.
func (s *search) nameEnd(from, i int) int {
	if j := s.quotedEnd(i); j > 0 {
		return j
	}
	quoted := from > 0 && s.opensQuote(from-1)
	dated, nested := false, s.nested(from)
	j := i
	for j < len(s.toks) && j-i < longName {
		t := &s.toks[j]
		if n := s.yearsAt(j); n > 0 {
			j += n
			dated = true
			continue
		}
		switch {
		case t.Kind == sentence.Marked:
			if s.actionBefore(j) {
				return j + 1
			}
			return s.trim(from, j)
		case t.Kind == sentence.Punct && t.ID == ',':
			if !s.commaGoesOn(j, dated) {
				return s.trim(from, j)
			}
		case t.Kind == sentence.Punct && (t.ID == '-' || t.ID == '&' || t.ID == '/'):
		case t.Kind == sentence.Punct:
			return s.trim(from, j)
		case dated && !quoted && (nested || !s.goesOn(j)):
			return s.trim(from, j)
		case !quoted && s.stopsAt(j):
			return s.trim(from, j)
		case s.ownerAt(j) && s.named(i, j):
			return s.trim(from, j)
		}
		j++
	}
	return s.trim(from, j)
}

// nested reports whether the name at token i is what another carries out: "trên
// địa bàn tỉnh" behind it belongs to the other.
func (s *search) nested(i int) bool {
	n := len(s.found)
	return s.actionBefore(i) || n > 0 && s.found[n-1].Name.End > int(s.toks[i].Start)
}

// actionBefore reports whether "thực hiện", "triển khai" or "thi hành" ends right
// before token i: a document there is part of the name of the plan for it.
func (s *search) actionBefore(i int) bool {
	switch strings.ToLower(s.word(i-2) + " " + s.word(i-1)) {
	case "thực hiện", "triển khai", "thi hành":
		return true
	}
	return false
}

// opensQuote reports whether token i opens a quotation.
func (s *search) opensQuote(i int) bool {
	t := s.toks[i]
	return t.Kind == sentence.Punct && (t.ID == '"' || t.ID == sentence.OpenQuote)
}

// quotedEnd returns the token behind a name in quotation marks: Đề án “…”; 0 when
// none begins at token i.
func (s *search) quotedEnd(i int) int {
	if i >= len(s.toks) || !s.opensQuote(i) {
		return 0
	}
	closing := uint16(sentence.CloseQuote)
	if s.toks[i].ID == '"' {
		closing = '"'
	}
	for j := i + 1; j < min(i+longName, len(s.toks)); j++ {
		if t := s.toks[j]; t.Kind == sentence.Punct && t.ID == closing {
			return j + 1
		}
	}
	return 0
}

// trim takes conjunctions and marks off the end of a name.
func (s *search) trim(from, j int) int {
	for j > from+1 {
		t := s.toks[j-1]
		w := s.word(j - 1)
		if t.Kind == sentence.Punct && t.ID != sentence.CloseQuote && t.ID != '"' || w == "và" || w == "của" || w == "về" || w == "trong" || w == "các" || w == "thực" || w == "theo" || w == "cho" || w == "với" {
			j--
			continue
		}
		break
	}
	return j
}

// stopsAt reports whether words that no name has begin at token j.
func (s *search) stopsAt(j int) bool {
	v, _ := s.stops.At(s.toks, j)
	return v > 0
}

// commaGoesOn reports whether a name goes on behind the comma at token j:
// "tầm nhìn đến năm 2050" always; another noun only before the period has been
// named, and only in small letters.
func (s *search) commaGoesOn(j int, dated bool) bool {
	if j+1 >= len(s.toks) {
		return false
	}
	if s.yearsAt(j+1) > 0 {
		return true
	}
	t := s.toks[j+1]
	return !dated && t.Kind == sentence.Word && (t.Case == sentence.LowerCase || s.toks[j-1].Case == sentence.AllCaps && t.Case == sentence.AllCaps) &&
		!s.stopsAt(j+1)
}

// goesOn reports whether a name goes on behind its period: "trên địa bàn tỉnh".
func (s *search) goesOn(j int) bool {
	return s.word(j) == "trên" && s.word(j+1) == "địa" || s.word(j) == "TRÊN"
}

// ownerAt reports whether "của" and a body begin at token j.
func (s *search) ownerAt(j int) bool {
	return (s.word(j) == "của" || s.word(j) == "CỦA") && j+1 < len(s.toks) && s.toks[j+1].Case == sentence.Capital
}

// named reports whether the tokens between the kind word and j name something:
// the owner of "Kế hoạch của Bộ Công Thương" belongs to the name, that of
// "Chiến lược phát triển … của Thủ tướng Chính phủ" does not.
func (s *search) named(i, j int) bool { return j-i >= 3 }

// headEnd returns the token where what the instrument carries out begins:
// "thực hiện Chiến lược …", "triển khai thi hành Luật …".
func (s *search) headEnd(i, end int) int {
	for j := i; j < end; j++ {
		switch s.word(j) {
		case "thực", "triển", "thi", "THỰC", "TRIỂN", "THI":
			next := s.word(j + 1)
			if next == "hiện" || next == "khai" || next == "hành" || next == "HIỆN" || next == "KHAI" || next == "HÀNH" {
				if k := s.carriesOut(j, end); k {
					return j
				}
			}
		}
	}
	return end
}

// carriesOut reports whether another instrument, or a law, is named from token j on.
func (s *search) carriesOut(j, end int) bool {
	for k := j + 2; k < min(end, j+8); k++ {
		if v, _ := s.kinds.At(s.toks, k); v > 0 && s.toks[k].Case != sentence.LowerCase {
			return true
		}
	}
	return end-j <= 6 && (s.toks[end-1].Kind == sentence.Marked || end < len(s.toks) && s.toks[end].Kind == sentence.Marked)
}

// CleanName gives a name on one line, without marks of emphasis.
func CleanName(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("*", " ", "_", " ").Replace(s)), " ")
}
