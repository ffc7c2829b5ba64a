package reading

import (
	"sort"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/header"
	"vnlex/extractors/relation"
	"vnlex/extractors/sentence"
)

// partInForce notes rules of the page's own document that have a day of their
// own (split effectivity, spec 3.7): "…, trừ Điều 7 có hiệu lực từ ngày …". It
// reports whether the clause speaks of rules, not of a whole document.
func (p *page) partInForce(e header.Effect) bool {
	if p.news || p.own == none || p.base != none || e.Ends {
		return false
	}
	if p.withAnnexes(extractors.Span{Start: e.Sentence.Start, End: e.At.Start}) {
		return false
	}
	scopes := relation.Scopes(p.norm(p.spokenOfBefore(e)))
	if len(scopes) == 0 {
		return false
	}
	day, at := p.effectDate(p.own, e)
	if day == "" {
		return true
	}
	d := &p.docs[p.own]
	for _, s := range scopes {
		if strings.HasPrefix(s, "#khoan-") || strings.HasPrefix(s, "#diem-") {
			s = joinScope(p.articleAt(at.Start), s)
		}
		d.force.parts = append(d.force.parts, EffectivePart{Scope: s, Effective: day})
	}
	return true
}

// withAnnexes reports whether the words before a clause of force name the document
// whole, and then what comes with it: "Hướng dẫn này, các phụ lục 1, 2A kèm theo".
func (p *page) withAnnexes(before extractors.Span) bool {
	words := oneLine(p.norm(before))
	i := strings.Index(words, "này")
	if i < 0 || i > 60 || !strings.Contains(words[i:], "kèm theo") {
		return false
	}
	rest := strings.TrimLeft(words[i+len("này"):], " ")
	return p.ownNoun(words[:i+len("này")]) && (strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, "và "))
}

// spokenOfBefore returns the words before a clause of force that say what it
// speaks of; none when they name another document.
func (p *page) spokenOfBefore(e header.Effect) extractors.Span {
	s := extractors.Span{Start: e.Sentence.Start, End: e.At.Start}
	if b := p.layout.Blocks[p.layout.At(s.Start)]; b.Start == s.Start && b.Item == sentence.Article {
		if i := strings.IndexAny(p.norm(s), ".:"); i >= 0 {
			s.Start += i + 1
		}
	}
	for _, w := range []string{"trừ ", ";", "từ ngày ", "từ khi "} {
		if i := strings.LastIndex(p.norm(s), w); i >= 0 {
			s.Start += i + len(w)
		}
	}
	for i := p.firstCite(s.Start); i < len(p.cites) && p.cites[i].Span.Start < s.End; i++ {
		if p.docOf[i] != p.own {
			return extractors.Span{}
		}
	}
	return s
}

// ruleForce returns the day from which the rule at byte at is in force.
func (p *page) ruleForce(at int) string {
	f := &p.docs[p.own].force
	if len(f.parts) == 0 {
		return f.effective
	}
	article := p.articleAt(at)
	for _, x := range f.parts {
		if x.Scope == article {
			return x.Effective
		}
	}
	return f.effective
}

// articleAt returns the article that byte at stands in, "#dieu-7"; empty before
// the first.
func (p *page) articleAt(at int) string {
	if p.articles == nil {
		p.articles = []int{}
		for i, b := range p.layout.Blocks {
			if b.Item == sentence.Article {
				p.articles = append(p.articles, i)
			}
		}
	}
	i := sort.Search(len(p.articles), func(i int) bool { return p.layout.Blocks[p.articles[i]].Start > at })
	if i == 0 {
		return ""
	}
	text := p.layout.Text(p.layout.Blocks[p.articles[i-1]])
	if s := relation.Scopes(text[:min(len(text), 16)]); len(s) > 0 {
		return s[0]
	}
	return ""
}

// joinScope puts a clause or point behind the article that it stands in.
func joinScope(article, scope string) string {
	if article == "" {
		return scope
	}
	return article + "." + strings.TrimPrefix(scope, "#")
}
