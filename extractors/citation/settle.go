package citation

import (
	"strings"

	"vnlex/extractors/normalize"
	"vnlex/extractors/number"
)

// settle lets the citations of a page explain each other: the type of laws without a word,
// titles that end where the next item begins, places, years, bare numbers and names.
func (p *page) settle() {
	for i := range p.out {
		p.out[i].Value.table()
		p.cutTitle(i)
		p.localPlace(i)
	}
	p.share()
	p.onlyProvince()
	p.bareNumbers()
	p.bareNames()
}

// table takes the type of a law from the table of laws: it tells a Bộ luật from a Luật, and a
// law without type word from a resolution.
func (c *Citation) table() {
	if c.Family != number.F2 || c.Type != "" && c.Type != "luat" && c.Type != "bo-luat" {
		return
	}
	if l, ok := laws().nums[number.Canon(c.Printed)]; ok && (l.Type != "phap-lenh" || c.Type == "") {
		c.Type = l.Type
	}
}

// cutTitle ends the title of citation i before the next item of its level: one that stands
// behind a comma or "và" while the title has no citation inside yet.
func (p *page) cutTitle(i int) {
	t := &p.out[i].Value.Title
	for j := i + 1; j < len(p.out) && t.End > 0; j++ {
		at := p.out[j].Span.Start
		if at >= t.End || at < t.Start {
			return
		}
		head := strings.TrimRight(p.s[t.Start:at], " \n")
		head = strings.TrimRight(strings.TrimSuffix(head, "số"), " \n")
		if cut, ok := cutSuffix(head, ",", " và", "\nvà"); ok {
			t.End = t.Start + len(strings.TrimRight(cut, " \n,"))
		}
		return
	}
}

// bareNumbers resolves "Nghị quyết 66" to the one document of that type and number that the
// page names in full.
func (p *page) bareNumbers() {
	for i := range p.out {
		c := &p.out[i].Value
		if !c.Low {
			continue
		}
		if j := p.full(func(o *Citation) bool { return c.shortOf(o) }); j >= 0 {
			c.same(j, p.out[j].Value)
		}
	}
}

// full returns the first citation with a key that ok accepts; -1 when there is none, or when
// those accepted are several documents.
func (p *page) full(ok func(*Citation) bool) int {
	found, key := -1, ""
	for j := range p.out {
		o := &p.out[j].Value
		if o.Low || o.Draft || o.Num == "" || !ok(o) {
			continue
		}
		switch k := o.Number.Key(); {
		case k == "" || k == key:
		case key != "":
			return -1
		default:
			found, key = j, k
		}
	}
	return found
}

// shortOf reports whether c may be the bare number of o.
func (c *Citation) shortOf(o *Citation) bool {
	if o.Type != c.Type || trim0(o.Num) != trim0(c.Num) {
		return false
	}
	return len(c.Orgs) == 0 || c.IssuerAt.End == 0 || len(o.Orgs) == 1 && c.Orgs[0] == o.Orgs[0]
}

func trim0(s string) string { return strings.TrimLeft(strings.ToLower(s), "0") }

// same makes c a mention of the document that citation j names in full.
func (c *Citation) same(j int, o Citation) {
	c.Same = j
	c.Orgs, c.Term, c.Place, c.Type = o.Orgs, o.Term, o.Place, o.Type
	if c.ByName {
		c.Num = o.Num
	}
	if c.Year == 0 {
		c.Year = o.Year
	}
}

// bareNames resolves a law named without number to the one that the page names in full
// (spec 2.3 step 4).
func (p *page) bareNames() {
	for i := range p.out {
		c := &p.out[i].Value
		if !c.ByName || c.Num != "" || c.Draft || len(c.Candidates) > 0 {
			continue
		}
		name := normalize.Key(bare(c.Name))
		j := p.full(func(o *Citation) bool {
			return o.Name != "" && (c.Year == 0 || o.Year == c.Year) && (o.Type == c.Type ||
				o.Type == "bo-luat" && c.Type == "luat") && normalize.Key(bare(o.Name)) == name
		})
		if j >= 0 {
			c.same(j, p.out[j].Value)
		}
	}
}
