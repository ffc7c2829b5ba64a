package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"vnlex/extractors/instrument"
	"vnlex/extractors/normalize"
)

// carried makes instruments of the names that a document carries: those of one
// kind and carrier are one when the words of the shorter stand in the longer and
// their years do not contradict (spec graph.md).
func (p *page) carried(all []found) {
	byCarrier := make(map[int][]int)
	for _, f := range all {
		if f.carrier == none {
			continue
		}
		name := p.nameOf(f.Mention)
		words := instrument.Words(name)
		at := none
		for _, i := range byCarrier[f.carrier] {
			if t := &p.tools[i]; t.kind == f.Kind && oneName(t, words, f.Mention) {
				at = i
				break
			}
		}
		if at == none && len(byCarrier[f.carrier]) >= manyTools {
			continue
		}
		if at == none {
			at = len(p.tools)
			byCarrier[f.carrier] = append(byCarrier[f.carrier], at)
			p.tools = append(p.tools, tool{kind: f.Kind, carrier: f.carrier, act: f.Act, rule: f.Rule, trust: f.Trust,
				evidence: p.sentenceOf(f.Name), words: words, used: true})
		}
		p.tools[at].add(name, words, f.Mention, p)
	}
}

// manyTools bounds the instruments that a name is compared with.
const manyTools = 100

func oneName(t *tool, words []string, m instrument.Mention) bool {
	if instrument.Contradict(t.from, m.From) || instrument.Contradict(t.to, m.To) || instrument.Contradict(t.far, m.Far) {
		return false
	}
	return instrument.Contains(t.words, words) || instrument.Contains(words, t.words)
}

// nameOf gives the name of a mention on one line, without outer quotation marks.
func (p *page) nameOf(m instrument.Mention) string {
	return strings.Trim(instrument.CleanName(p.text.Quote(m.Name)), ` ,.;:`)
}

// add takes one more mention. The longest name is the name, then the smallest by bytes.
func (t *tool) add(name string, words []string, m instrument.Mention, p *page) {
	t.heads = append(t.heads, m.Head)
	if m.Alias != "" && !slices.Contains(t.alias, m.Alias) {
		t.alias = append(t.alias, m.Alias)
	}
	if !slices.Contains(t.names, name) {
		t.names = append(t.names, name)
	}
	if longer(name, t.name) {
		t.name, t.words = name, words
	}
	if t.from == "" {
		t.from = m.From
	}
	if t.to == "" {
		t.to = m.To
	}
	if t.far == "" {
		t.far = m.Far
	}
	if t.act == "" || m.Trust > t.trust {
		if m.Act != "" {
			t.act, t.rule, t.trust, t.evidence = m.Act, m.Rule, m.Trust, p.sentenceOf(m.Name)
		}
	}
}

// longer reports whether name a is to be preferred to b: a name in capitals is a
// heading's spelling of a name.
func longer(a, b string) bool {
	if b == "" {
		return true
	}
	ua, ub := strings.ToUpper(a) == a, strings.ToUpper(b) == b
	if ua != ub {
		return ub
	}
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	return la > lb || la == lb && a < b
}

// uncarried joins names without a carrier to the one carried instrument that
// they match; what is left is an instrument by its name alone.
func (p *page) uncarried(all []found) {
	carried := len(p.tools)
	byName, bySlug := make(map[string]int), make(map[string]int)
	for _, f := range all {
		if f.carrier != none || f.Bare || !instrument.Policy(f.Kind) {
			continue
		}
		id := f.Kind + ":" + p.norm(f.Name)
		if i, ok := byName[id]; ok {
			p.tools[i].heads = append(p.tools[i].heads, f.Head)
			continue
		}
		name := p.nameOf(f.Mention)
		words := instrument.Words(name)
		at := p.matching(carried, f.Mention, words)
		slug := f.Kind + ":" + normalize.Slug(name)
		if i, ok := bySlug[slug]; ok && at == none {
			at = i
		}
		if at == none {
			at = len(p.tools)
			bySlug[slug] = at
			p.tools = append(p.tools, tool{kind: f.Kind, carrier: none, evidence: p.sentenceOf(f.Name), words: words, trust: 0.7})
		}
		p.tools[at].add(name, words, f.Mention, p)
		byName[id] = at
	}
}

// matching returns the only carried instrument of m's kind that the name can mean.
func (p *page) matching(carried int, m instrument.Mention, words []string) int {
	at := none
	for i := range p.tools[:min(carried, manyTools)] {
		t := &p.tools[i]
		if t.kind != m.Kind || instrument.Contradict(t.from, m.From) || instrument.Contradict(t.to, m.To) || instrument.Contradict(t.far, m.Far) {
			continue
		}
		if !instrument.Alike(t.words, words) && !(len(words) >= 5 && instrument.Contains(t.words, words)) {
			continue
		}
		if at != none {
			return none
		}
		at = i
	}
	return at
}

// bare gives a word of kind alone, "thực hiện Chiến lược", to the only instrument
// of that kind that a document of the page carries.
func (p *page) bare(all []found) {
	only := make(map[string]int)
	for i := range p.tools {
		if t := &p.tools[i]; t.carrier != none {
			if _, twice := only[t.kind]; twice {
				only[t.kind] = none
			} else {
				only[t.kind] = i
			}
		}
	}
	for _, f := range all {
		if f.carrier != none || !f.Bare || !instrument.Policy(f.Kind) {
			continue
		}
		if i, ok := only[f.Kind]; ok && i != none {
			p.tools[i].heads = append(p.tools[i].heads, f.Head)
		}
	}
}

// keyTools gives the instruments their keys: carrier and kind; of several of one
// kind under one carrier all but the first by slug have their name behind it.
func (p *page) keyTools() {
	plain := make(map[string]int)
	for i := range p.tools {
		t := &p.tools[i]
		if t.carrier == none {
			t.key = "I::" + normalize.Slug(t.name)
			continue
		}
		t.key = "I:" + strings.TrimPrefix(p.docs[t.carrier].key, "vn:") + ":" + t.kind
		if j, ok := plain[t.key]; !ok || normalize.Slug(t.name) < normalize.Slug(p.tools[j].name) {
			plain[t.key] = i
		}
	}
	for i := range p.tools {
		if t := &p.tools[i]; t.carrier != none && plain[t.key] != i {
			t.key += ":" + normalize.Slug(t.name)
		}
	}
}
