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
	var x index
	for i := range p.out {
		x.want(&p.out[i].Value)
	}
	if len(x.numbers)+len(x.names) == 0 {
		return
	}
	for i := range p.out {
		x.add(i, &p.out[i].Value)
	}
	for i := range p.out {
		c := &p.out[i].Value
		fit, n := full{}, 0
		switch {
		case c.Low:
			fit, n = p.fitting(x.numbers[c.short()], func(o *Citation) bool {
				return (c.Year == 0 || o.Year == c.Year) && (c.IssuerAt.End == 0 || len(c.Orgs) == 0 ||
					len(o.Orgs) == 1 && c.Orgs[0] == o.Orgs[0])
			})
		case c.nameOnly():
			fit, n = p.fitting(x.names[x.fold(c.Name)], func(o *Citation) bool {
				return (c.Year == 0 || o.Year == c.Year) &&
					(o.Type == c.Type || o.Type == "bo-luat" && c.Type == "luat")
			})
		}
		if n == 1 {
			c.same(fit.at, p.out[fit.at].Value)
		}
	}
}

// nameOnly reports whether c is a law named without what its key needs.
func (c *Citation) nameOnly() bool {
	return c.ByName && c.Num == "" && !c.Draft && len(c.Candidates) == 0
}

// want makes a place for what may stand for c.
func (x *index) want(c *Citation) {
	switch {
	case c.Low:
		if x.numbers == nil {
			x.numbers = map[string][]full{}
		}
		x.numbers[c.short()] = nil
	case c.nameOnly():
		if x.names == nil {
			x.names, x.folded = map[string][]full{}, map[string]string{}
		}
		x.names[x.fold(c.Name)] = nil
	}
}

// add enters citation i where it is wanted, if it has a key of its own.
func (x *index) add(i int, c *Citation) {
	if c.Low || c.Draft || c.Num == "" {
		return
	}
	var buf [64]byte
	_, number := x.numbers[string(c.appendShort(buf[:0]))]
	name := false
	if c.Name != "" && len(x.names) > 0 {
		_, name = x.names[x.fold(c.Name)]
	}
	if !number && !name {
		return
	}
	f := full{i, c.Number.Key()}
	if f.key == "" {
		return
	}
	if number {
		enter(x.numbers, c.short(), f)
	}
	if name {
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
func (c *Citation) short() string { return string(c.appendShort(nil)) }

func (c *Citation) appendShort(buf []byte) []byte {
	return append(append(append(buf, c.Type...), ' '), trim0(c.Num)...)
}

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

// fitting returns how many of the documents may be meant, and the last of them.
func (p *page) fitting(all []full, ok func(*Citation) bool) (fit full, n int) {
	for _, f := range all {
		p.steps++
		if ok(&p.out[f.at].Value) {
			fit, n = f, n+1
		}
	}
	return fit, n
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
