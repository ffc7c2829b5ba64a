package instrument

import (
	"vnlex/extractors/sentence"
)

// carrier finds the document that carries the instrument named in the tokens
// from i to end, and by which act.
func (s *search) carrier(m *Mention, i, end int) {
	switch {
	case s.passive(m, i, end), s.active(m, i), s.selfAttached(m, i), s.bracketed(m, end), s.carriedOutBy(m, i, end):
	}
}

// bracketed reads the document that alone stands in brackets behind a name in quotation
// marks or with its period: Đề án “…” (Quyết định số …).
func (s *search) bracketed(m *Mention, end int) bool {
	if end+2 >= len(s.toks) || s.toks[end].Kind != sentence.Punct || s.toks[end].ID != '(' || !s.isDocument(end+1) ||
		s.toks[end+2].Kind != sentence.Punct || s.toks[end+2].ID != ')' || !s.quotedName(end) && m.To == "" {
		return false
	}
	m.Carrier, m.Act, m.Rule, m.Trust = int(s.toks[end+1].Ref), "approves", "T024", 0.8
	return true
}

// carriedOutBy reads "thực hiện Đề án … theo «C»": what is carried out by a decision is
// what it approved. A plan made by a decision is another matter.
func (s *search) carriedOutBy(m *Mention, i, end int) bool {
	if m.Kind == "ke-hoach" || !s.actionBefore(i) || s.word(end) != "theo" || !s.isDocument(end+1) || !Policy(m.Kind) {
		return false
	}
	m.Carrier, m.Act, m.Rule, m.Trust = int(s.toks[end+1].Ref), "approves", "T024", 0.7
	return true
}

// quotedName reports whether a quotation ends right before token end.
func (s *search) quotedName(end int) bool {
	t := s.toks[end-1]
	return t.Kind == sentence.Punct && (t.ID == '"' || t.ID == sentence.CloseQuote)
}

func (s *search) isDocument(i int) bool {
	return i >= 0 && i < len(s.toks) && s.toks[i].Kind == sentence.Marked && s.document(s.toks[i].Ref)
}

// passive reads "… (đã) được Thủ tướng phê duyệt tại «C»", "… ban hành kèm theo
// «C»" behind the name, over a bracket that names an alias.
func (s *search) passive(m *Mention, from, end int) bool {
	act, rule := 0, ""
	for j := end; j < min(end+26, len(s.toks)); j++ {
		if s.isDocument(j) {
			if act == 0 {
				return false
			}
			m.Carrier, m.Rule = int(s.toks[j].Ref), rule
			m.Act = actName(act)
			return true
		}
		if s.toks[j].Kind == sentence.Marked {
			return false
		}
		v, n := s.acts.At(s.toks, j)
		switch {
		case s.toks[j].Kind == sentence.Punct && s.toks[j].ID == '(':
			if j = s.closing(j); j < 0 {
				return false
			}
		case v == attached && s.behind(j+n):
			act, rule = promulgate, "T026"
			j += n - 1
		case v == approve || v == promulgate:
			act, rule = v, "T024"
			j += n - 1
		case s.toks[j].Kind == sentence.Punct && s.toks[j].ID != ',' && s.toks[j].ID != '"' && s.toks[j].ID != sentence.CloseQuote:
			return false
		case act > 0 && !s.by(j):
			return false
		case act == 0 && j > end+16:
			return false
		case act == 0 && s.otherKind(j):
			return false
		}
	}
	return false
}

// behind reports whether a document stands at token i, over "Quyết định số".
func (s *search) behind(i int) bool { return s.isDocument(i) || s.isDocument(i+1) || s.isDocument(i+2) }

// otherKind reports whether another instrument begins at token j.
func (s *search) otherKind(j int) bool {
	v, _ := s.kinds.At(s.toks, j)
	return v > 0 && s.toks[j].Case == sentence.Capital
}

// by reports whether token j may stand between the act and the document.
func (s *search) by(j int) bool {
	switch s.word(j) {
	case "tại", "theo", "bằng", "kèm", "các", "số", "ngày", "trong", "bởi", "Quyết", "định":
		return true
	}
	return false
}

func (s *search) closing(i int) int {
	for j := i + 1; j < min(i+30, len(s.toks)); j++ {
		if s.toks[j].Kind == sentence.Punct && s.toks[j].ID == ')' {
			return j
		}
	}
	return -1
}

func actName(act int) string {
	if act == approve {
		return "approves"
	}
	return "promulgates"
}

// active reads "«C» … phê duyệt", "«C» về", "ban hành «C» kèm theo" before the name.
func (s *search) active(m *Mention, i int) bool {
	j := i
	for j > 0 && (s.opensQuote(j-1) || s.word(j-1) == "bản" || s.word(j-1) == "các" || s.word(j-1) == "bộ") {
		j--
	}
	act := s.actEnding(j)
	if act == 0 || act == adjust {
		return false
	}
	j -= s.actLen(j)
	if act == attached {
		return s.attachedTo(m, j)
	}
	if act == about {
		return s.aboutIt(m, j)
	}
	d := s.documentBefore(j)
	switch {
	case d >= 0:
		m.Carrier, m.Act = int(s.toks[d].Ref), actName(act)
		m.Rule = map[int]string{approve: "T023", promulgate: "T025"}[act]
	case s.own && s.enactment(j):
		m.Carrier, m.Act, m.Rule = This, actName(act), "T022"
	default:
		return false
	}
	return true
}

// actLen returns how many tokens the act that ends at token j has.
func (s *search) actLen(j int) int {
	for n := 5; n > 0; n-- {
		if j-n >= 0 {
			if v, k := s.acts.At(s.toks, j-n); v > 0 && k == n {
				return n
			}
		}
	}
	return 0
}

// documentBefore returns the document in whose title token j stands: nothing
// but issuer and small words stand between.
func (s *search) documentBefore(j int) int {
	for k := j - 1; k >= 0 && j-k < 24; k-- {
		t := &s.toks[k]
		switch {
		case s.isDocument(k):
			return k
		case t.Kind == sentence.Marked:
			return -1
		case t.Kind == sentence.Punct && (t.ID == ';' || t.ID == '.' || t.ID == ':' || t.ID == '|'):
			return -1
		case t.Kind == sentence.Punct && t.ID == ',' && k+1 < len(s.toks) && s.toks[k+1].Case == sentence.Capital && s.actor(k+1):
			return -1
		}
	}
	return -1
}

// actor reports whether a body begins at token k as another subject.
func (s *search) actor(k int) bool {
	switch s.word(k) {
	case "Ủy", "UBND", "Bộ", "Thủ", "Chính", "Sở", "Hội", "Chủ", "HĐND", "Tỉnh", "Thành", "Vụ", "Cục", "Ban":
		return true
	}
	return false
}

// aboutIt reads «C» về Kế hoạch …: the document is about its instrument when it
// was itself approved or issued in the sentence (spec 3.4, news misuse).
func (s *search) aboutIt(m *Mention, j int) bool {
	d := j - 1
	for d > 0 && !s.isDocument(d) && j-d < 8 && s.toks[d].Kind == sentence.Word {
		d--
	}
	if !s.isDocument(d) {
		return false
	}
	act := s.actEnding(d)
	if act != approve && act != promulgate {
		return false
	}
	m.Carrier, m.Act, m.Rule = int(s.toks[d].Ref), actName(act), "T027"
	m.Trust = 0.8
	return true
}

// attachedTo reads "Ban hành kèm theo Quyết định này Chương trình …" and "«C» kèm theo …".
func (s *search) attachedTo(m *Mention, j int) bool {
	if d := s.documentBefore(j); d >= 0 {
		m.Carrier, m.Act, m.Rule = int(s.toks[d].Ref), "promulgates", "T025"
		return true
	}
	return false
}

// selfAttached reads "ban hành kèm theo Quyết định này" before the name.
func (s *search) selfAttached(m *Mention, i int) bool {
	if i < 4 || s.word(i-1) != "này" && !(s.isThis(i-1)) {
		return false
	}
	for j := max(0, i-8); j < i-1; j++ {
		if v, _ := s.acts.At(s.toks, j); v == attached {
			m.Carrier, m.Act, m.Rule = This, "promulgates", "T022"
			return true
		}
	}
	return false
}

// isThis reports whether token i is a pronoun for the page's document.
func (s *search) isThis(i int) bool { return s.toks[i].Kind == sentence.Marked && s.toks[i].Ref < 0 }

// enactment reports whether only the words of an enactment stand before token
// j: the title begins with the act, or an article does.
func (s *search) enactment(j int) bool {
	for k := j - 1; k >= 0; k-- {
		t := &s.toks[k]
		switch {
		case t.Kind == sentence.Digit, t.Kind == sentence.Punct && t.ID == '.':
		case s.word(k) == "Điều", s.word(k) == "ĐIỀU", s.word(k) == "Về", s.word(k) == "việc", s.word(k) == "VỀ", s.word(k) == "VIỆC":
		default:
			return false
		}
	}
	return true
}

// alias reads "(sau đây gọi tắt là Chiến lược)" or "(Chương trình)" behind the name.
func (s *search) alias(m *Mention, end int) {
	if end >= len(s.toks) || s.toks[end].Kind != sentence.Punct || s.toks[end].ID != '(' {
		return
	}
	close := s.closing(end)
	if close < 0 {
		return
	}
	for j := end + 1; j < close; j++ {
		if v, _ := s.kinds.At(s.toks, j); v > 0 && s.toks[j].Case == sentence.Capital {
			if first := s.word(end + 1); j == end+1 || first == "sau" || first == "dưới" || first == "từ" || first == "gọi" || first == "viết" {
				m.Alias = CleanName(s.norm[s.toks[j].Start:s.toks[close-1].End])
			}
			return
		}
	}
}
