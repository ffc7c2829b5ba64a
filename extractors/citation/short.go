package citation

import (
	"strings"

	"vnlex/extractors/normalize"
)

// A full is a document that the page names with all that its key needs.
type full struct {
	at  int // index of its first citation
	key string
}

// An index finds the documents that the page names in full, by type and number and by name.
type index struct {
	numbers map[string][]full
	names   map[string][]full
	folded  map[string]string // names in folded form, so that each is folded once
}

// shortForms resolves bare numbers ("Nghị quyết 66") and laws named without number to the
// one document that the page names in full (spec 1.7, 2.3 step 4).
func (p *page) shortForms() {
	x := index{map[string][]full{}, map[string][]full{}, map[string]string{}}
	for i := range p.out {
		x.add(i, &p.out[i].Value)
	}
	for i := range p.out {
		c := &p.out[i].Value
		var fit []full
		switch {
		case c.Low:
			fit = p.fitting(x.numbers[c.short()], func(o *Citation) bool {
				return c.IssuerAt.End == 0 || len(c.Orgs) == 0 ||
					len(o.Orgs) == 1 && c.Orgs[0] == o.Orgs[0]
			})
		case c.ByName && c.Num == "" && !c.Draft && len(c.Candidates) == 0:
			fit = p.fitting(x.names[x.fold(c.Name)], func(o *Citation) bool {
				return (c.Year == 0 || o.Year == c.Year) &&
					(o.Type == c.Type || o.Type == "bo-luat" && c.Type == "luat")
			})
		}
		if len(fit) == 1 {
			c.same(fit[0].at, p.out[fit[0].at].Value)
		}
	}
}

// add enters citation i, if it has a key of its own.
func (x *index) add(i int, c *Citation) {
	if c.Low || c.Draft || c.Num == "" {
		return
	}
	f := full{i, c.Number.Key()}
	if f.key == "" {
		return
	}
	enter(x.numbers, c.short(), f)
	if c.Name != "" {
		enter(x.names, x.fold(c.Name), f)
	}
}

// enter adds f once for each key.
func enter(m map[string][]full, k string, f full) {
	for _, o := range m[k] {
		if o.key == f.key {
			return
		}
	}
	m[k] = append(m[k], f)
}

// short is how a bare number names c.
func (c *Citation) short() string { return c.Type + " " + trim0(c.Num) }

func trim0(s string) string { return strings.TrimLeft(strings.ToLower(s), "0") }

// fold returns a name without type word, as names are compared.
func (x *index) fold(name string) string {
	f, ok := x.folded[name]
	if !ok {
		f = normalize.Key(bare(name))
		x.folded[name] = f
	}
	return f
}

func (p *page) fitting(all []full, ok func(*Citation) bool) []full {
	var out []full
	for _, f := range all {
		p.steps++
		if ok(&p.out[f.at].Value) {
			out = append(out, f)
		}
	}
	return out
}

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
