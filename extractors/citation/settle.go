package citation

import (
	"strings"

	"vnlex/extractors/number"
)

// settle lets the citations of a page explain each other: the type of laws without a word,
// titles that end where the next item begins, places, years, bare numbers and names.
func (p *page) settle() {
	for i := range p.out {
		p.table(&p.out[i].Value)
		p.cutTitle(i)
		p.localPlace(i)
	}
	p.share()
	p.onlyProvince()
	p.shortForms()
}

// table takes the type of a law from the table of laws: it tells a Bộ luật from a Luật, and a
// law without type word from a resolution.
func (p *page) table(c *Citation) {
	if c.Family != number.F2 || c.Type != "" && c.Type != "luat" && c.Type != "bo-luat" {
		return
	}
	l, ok := laws().nums[p.canonical(c.Printed)]
	if ok && (l.Type != "phap-lenh" || c.Type == "") {
		c.Type = l.Type
	}
}

// cutTitle ends the title of citation i before the next item of its level: one that stands
// behind a comma or "và" while the title has no citation inside yet.
func (p *page) cutTitle(i int) {
	t := &p.out[i].Value.Title
	if i+1 == len(p.out) {
		return
	}
	at := p.out[i+1].Span.Start
	if at >= t.End || at < t.Start {
		return
	}
	head := strings.TrimRight(p.s[t.Start:at], " \n")
	head = strings.TrimRight(strings.TrimSuffix(head, "số"), " \n")
	if cut, ok := cutSuffix(head, ",", " và", "\nvà"); ok {
		t.End = t.Start + len(strings.TrimRight(cut, " \n,"))
	}
}

// canonical returns the canonical spelling of a symbol; each is spelled once.
func (p *page) canonical(printed string) string {
	s, ok := p.canon[printed]
	if !ok {
		if p.canon == nil {
			p.canon = map[string]string{}
		}
		s = number.Canon(printed)
		p.canon[printed] = s
	}
	return s
}
