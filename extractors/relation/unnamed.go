package relation

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/sentence"
)

// unnamed reads a block that amends a part of the document that the article at
// hand amends, without naming it: "1. Sửa đổi, bổ sung điểm b khoản 9 Điều 3 như
// sau:", "Khoản 2 Điều 1 được sửa đổi như sau:".
func (r *reader) unnamed(i int) {
	b := r.Layout.Blocks[i]
	if b.Item == sentence.Article && i != r.article || r.inQuote(b.Start) {
		return
	}
	text := r.Layout.Text(b)
	passive := amendedWords(text)
	if !passive && !amendingWords(text) {
		return
	}
	c := clause{reader: r, first: true, block: b}
	c.toks = r.Layout.Tokens(nil, r.t.vocab, extractors.Span{Start: b.Start, End: min(b.End, b.Start+400)})
	c.begin()
	c.findVerbs()
	if len(c.verbs) == 0 || c.verbs[0].v.family() != "amends" {
		return
	}
	f, to := &c.verbs[0], []string(nil)
	switch {
	case passive:
		to = Scopes(r.Layout.Norm[c.toks[min(c.start, f.at)].Start:c.toks[f.at].Start])
	case f.at == c.start:
		to = c.unnamedScopes(f, text)
	}
	if len(to) > 0 {
		r.sayUnnamed(&c, f, to)
	}
}

// unnamedScopes returns the parts that stand behind verb f, up to "như sau" or
// the text that is quoted.
func (c *clause) unnamedScopes(f *found, text string) []string {
	end := f.end
	for end < len(c.toks) && !c.punct(end, ':') && !c.punct(end, sentence.OpenQuote) && c.word(end) != "như" {
		end++
	}
	if end == len(c.toks) && end > f.end+30 {
		return nil
	}
	to := Scopes(c.Layout.Norm[c.toks[f.end-1].End:c.toks[end-1].End])
	if i := strings.LastIndex(text, " tại "); len(to) == 0 && i >= 0 && f.v.rows[0].ID == "T034" {
		to = Scopes(text[i:]) // thay thế cụm từ “…” bằng cụm từ “…” tại Điều 8
	}
	return to
}

func (r *reader) sayUnnamed(c *clause, f *found, to []string) {
	p := Part{ScopeTo: to}
	switch {
	case f.v.kind() == "repeals":
		p.Op = "repeal"
	case f.v.kind() == "replaces", f.v.rows[0].ID == "T034":
		p.Op = "substitute"
	}
	from := r.This
	if r.Base >= 0 {
		from = r.Base
	}
	if ok, _ := r.allows("amends", from, r.amending); !ok {
		return
	}
	r.out = append(r.out, Statement{From: from, To: r.amending, Trigger: r.t.triggers["T028"], Kind: "amends", Family: "amends",
		Confidence: 0.8, Part: p, Sentence: c.span(), At: c.span()})
}

// amendingWords is the quick look at a block: an item that begins with a verb of amending.
func amendingWords(s string) bool {
	head := s[:min(len(s), 24)]
	for _, w := range []string{"Sửa đổi", "Bổ sung", "Bãi bỏ", "Thay thế", "Thay cụm", "SỬA ĐỔI", "BỔ SUNG"} {
		if i := strings.Index(head, w); i >= 0 || strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// amendedWords is the quick look at a block that begins with a part and says that
// it is amended.
func amendedWords(s string) bool {
	if !hasAny(s[:min(len(s), 20)], "Khoản ", "Điểm ", "Điều ", "Mục ", "Chương ", "Phụ lục ", "Tên ") {
		return false
	}
	return hasAny(s[:min(len(s), 160)], "được sửa đổi", "được bổ sung", "được thay thế", "được bãi bỏ", "bị bãi bỏ")
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
