package signer

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/agency"
	"vnlex/extractors/sentence"
)

// A Statement is what a sentence says about who signed which documents.
type Statement struct {
	Signature
	Docs []int // indices of the citations given
	Weak bool  // phê duyệt, ban hành: the one named is not certainly the one who signed
	Act  extractors.Span
}

const (
	signs    = iota + 1 // ký
	signsFor            // ký thay
	issues              // ban hành, phê duyệt
	adverb              // vừa, đã, mới
	onBehalf            // thay mặt
	proxy               // thừa ủy quyền
	order               // thừa lệnh
	by                  // do, được
)

func addActs(p *sentence.Phrases) {
	add := func(v int, phrases ...string) {
		for _, s := range phrases {
			p.Add(s, v)
		}
	}
	add(signs, "ký", "ký ban hành", "ký duyệt", "ký công bố", "kí", "ký phê duyệt")
	add(signsFor, "ký thay", "ký thay mặt", "kí thay")
	add(issues, "ban hành", "phê duyệt", "ra", "công bố")
	add(adverb, "vừa", "đã", "mới", "vừa mới", "chính thức", "cũng", "đã chính thức", "vừa chính thức", ",")
	add(onBehalf, "thay mặt")
	add(proxy, "thừa ủy quyền", "thừa uỷ quyền", "theo ủy quyền của", "được ủy quyền của")
	add(order, "thừa lệnh")
	add(by, "do", "được")
}

// Statements returns what the sentence s of l says about the signers of the
// documents cited at docs, which are in order.
func Statements(l *sentence.Layout, s extractors.Span, docs []extractors.Span) []Statement {
	text := l.Norm[s.Start:s.End]
	if !strings.Contains(text, "ký") && !strings.Contains(text, "phê duyệt") && !strings.Contains(text, "ban hành") {
		return nil
	}
	r := reader{Layout: l, w: vocabulary(), docs: docs}
	r.tokens = l.Tokens(nil, r.w.vocab, s)
	var all []Statement
	for i := 0; i < len(r.tokens); i++ {
		if r.tokens[i].Case == sentence.LowerCase && !r.afterWord(i) {
			continue
		}
		st, next, ok := r.statement(i)
		if ok {
			all = append(all, st)
		}
		if next > i {
			i = next - 1
		}
	}
	return all
}

// A reader goes through one sentence.
type reader struct {
	*sentence.Layout
	w      *words
	tokens []sentence.Token
	docs   []extractors.Span
}

// afterWord lets a post written small stand behind "do" and the like.
func (r *reader) afterWord(i int) bool {
	v, _ := r.w.posts.At(r.tokens, i)
	return v > 0
}

// statement reads a post, a name and an act of signing at token i.
func (r *reader) statement(i int) (st Statement, next int, ok bool) {
	j := r.post(i, &st.Signature)
	if j == i {
		return st, i, false
	}
	j = r.name(i, j, &st.Signature)
	verb, k := r.act(j)
	if verb == 0 {
		return st, j, false
	}
	st.Act = extractors.Span{Start: int(r.tokens[j].Start), End: int(r.tokens[k-1].End)}
	st.At = extractors.Span{Start: int(r.tokens[i].Start), End: st.Act.End}
	if verb == signsFor {
		k = r.principal(k, &st.Signature)
	} else if r.mandate(i, &st.Signature); len(st.Capacity) == 0 {
		r.mandate(k-1, &st.Signature)
	}
	st.Weak = verb == issues
	st.Docs = r.objects(k)
	if len(st.Docs) == 0 && verb != issues && r.passive(i) {
		st.Docs = r.before(i)
	}
	if len(st.Docs) == 0 || st.Weak && st.Name == "" {
		return st, j, false
	}
	if verb == signsFor || len(st.Capacity) == 0 && Deputy(st.Title) {
		st.Capacity = append(st.Capacity, "KT")
	}
	return st, k, true
}

// post reads the post at token i, with the body it belongs to.
func (r *reader) post(i int, sig *Signature) int {
	v, n := r.w.posts.At(r.tokens, i)
	if v == 0 {
		return i
	}
	start := int(r.tokens[i].Start)
	end := int(r.tokens[i+n-1].End)
	rest := r.Norm[start:min(start+160, len(r.Norm))]
	if m, ok := agency.ByName(rest); ok && m.Office != "" && start+m.End > end {
		end = start + m.End
	} else if m, ok := agency.ByName(strings.TrimLeft(rest[end-start:], " \n")); ok {
		end += len(rest[end-start:]) - len(strings.TrimLeft(rest[end-start:], " \n")) + m.End
	}
	sig.Title = Clean(r.Norm[start:end])
	j := i + n
	for j < len(r.tokens) && int(r.tokens[j].Start) < end {
		j++
	}
	return j
}

// name reads the name at token j, behind ranks and degrees. Between it and the post at
// token i the words of an unknown body may stand.
func (r *reader) name(i, j int, sig *Signature) int {
	for skip := 0; skip < 8 && j+skip < len(r.tokens); skip++ {
		t := r.tokens[j+skip]
		if t.Kind != sentence.Word {
			break
		}
		at := skipHonours(r.Norm, int(t.Start), sig)
		end, ok := NameAt(r.Norm, at)
		if !ok {
			if v, _ := r.w.acts.At(r.tokens, j+skip); v > 0 {
				break
			}
			continue
		}
		if skip > 0 {
			sig.Title = Clean(r.Norm[r.tokens[i].Start:t.Start])
		}
		sig.Name, sig.NameAt = Clean(r.Norm[at:end]), extractors.Span{Start: at, End: end}
		for j < len(r.tokens) && int(r.tokens[j].Start) < end {
			j++
		}
		return j
	}
	return j
}

// act reads "vừa ký", "đã ký ban hành", "phê duyệt" at token j and returns the
// kind of act and the token behind it.
func (r *reader) act(j int) (verb, next int) {
	for j < len(r.tokens) {
		v, n := r.w.acts.At(r.tokens, j)
		switch v {
		case adverb:
			j += n
		case signs, signsFor, issues:
			return v, j + n
		case onBehalf, proxy, order: // "thay mặt Chính phủ ký"
			k := j + n
			for k < len(r.tokens) && k < j+n+6 && r.tokens[k].Kind == sentence.Word {
				if v, m := r.w.acts.At(r.tokens, k); v == signs || v == signsFor {
					return v, k + m
				}
				k++
			}
			return 0, j
		default:
			return 0, j
		}
	}
	return 0, j
}

// principal reads whose place the signer takes: ký thay Bộ trưởng.
func (r *reader) principal(k int, sig *Signature) int {
	var p Signature
	next := r.post(k, &p)
	sig.Principal = p.Title
	return next
}

// mandate reads "thừa ủy quyền Thủ tướng Chính phủ," before the post at token i.
func (r *reader) mandate(i int, sig *Signature) {
	for j := max(0, i-14); j < i; j++ {
		v, n := r.w.acts.At(r.tokens, j)
		code := map[int]string{onBehalf: "TM", proxy: "TUQ", order: "TL"}[v]
		if code == "" {
			continue
		}
		sig.Capacity = append(sig.Capacity, code)
		if k := j + n; code != "TM" && k < i {
			sig.Principal = strings.Trim(Clean(r.Norm[r.tokens[k].Start:r.tokens[i-1].End]), ", ")
		}
		return
	}
}

// far is how many words may stand between the act and the document.
const far = 8

// objects returns the documents signed: the first behind token k and those
// joined with it by comma or và.
func (r *reader) objects(k int) []int {
	if k >= len(r.tokens) {
		return nil
	}
	from := int(r.tokens[k].Start)
	var all []int
	for d, at := range r.docs {
		if at.Start < from-1 {
			continue
		}
		between := r.count(from, at.Start)
		if len(all) == 0 && between > far || len(all) > 0 && !joins(r.Norm[from:at.Start]) {
			break
		}
		all = append(all, d)
		from = at.End
	}
	return all
}

func joins(s string) bool {
	switch strings.TrimSpace(s) {
	case ",", "và", ", và", "và số", ", số":
		return true
	}
	return false
}

// count returns how many tokens begin in norm[from:to].
func (r *reader) count(from, to int) int {
	n := 0
	for _, t := range r.tokens {
		if int(t.Start) >= from && int(t.Start) < to {
			n++
		}
	}
	return n
}

// passive reports whether the post at token i stands behind "do" or "được": then the document stands before it.
func (r *reader) passive(i int) bool {
	if i == 0 {
		return false
	}
	v, _ := r.w.acts.At(r.tokens, i-1)
	return v == by
}

// before returns the nearest document before token i.
func (r *reader) before(i int) []int {
	for d := len(r.docs) - 1; d >= 0; d-- {
		if at := r.docs[d]; at.End <= int(r.tokens[i].Start) {
			return []int{d}
		}
	}
	return nil
}
