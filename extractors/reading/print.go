package reading

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/date"
	"vnlex/extractors/number"
)

// The roles of documents on a page.
const (
	roleSubject = "subject"
	roleCited   = "cited"
	roleRelated = "related"
)

// print turns what was found into the reading: places in the stored text, keys
// for indices.
func (p *page) print() {
	p.printDocuments()
	p.printInstruments()
	p.printLinks()
	p.printRelated()
	p.printAgencies()
	p.printDates()
	p.printPeople()
	if p.subject != none {
		p.out.Subject = p.docs[p.subject].key
	}
	for i := range p.cites {
		for _, w := range p.cites[i].Value.Warn {
			p.warn(w, "check this citation", p.cites[i].Span)
		}
	}
	slices.SortStableFunc(p.out.Warnings, func(a, b Warning) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	p.out.Warnings = slices.Compact(p.out.Warnings)
}

// place returns the stored place of a span.
func (p *page) place(s extractors.Span) Place {
	raw := p.text.Raw(s)
	return Place{Start: raw.Start, End: raw.End, Text: p.src.Text[raw.Start:raw.End]}
}

func (p *page) printDocuments() {
	related := p.listedCites()
	for i := range p.docs {
		d := &p.docs[i]
		out := Document{Key: d.key, Symbol: symbolOf(d), ByName: d.byName, Issued: d.date, Unit: d.unit,
			Signer: d.signer, CoSigners: d.others, Effective: d.force.effective, EffectiveParts: d.force.parts,
			Expires: d.force.expires, StatusPrinted: d.status, Carried: i == p.own && !p.news, Place: d.num.Place.Name}
		if t, ok := number.TypeBySlug(d.num.Type); ok {
			out.Type = t.Name
		}
		out.Issuers = issuersOf(d.key)
		out.Role = p.roleOf(i, related)
		title, at, rule := p.titleOf(i)
		out.Title = title
		for _, c := range d.cites {
			out.Mentions = append(out.Mentions, p.place(p.cites[c].Span))
		}
		if d.dateAt.Value != "" {
			d.fields = append(d.fields, d.dateAt)
		}
		if title != "" {
			d.fields = append(d.fields, field("title", title, at, rule, 0.9))
		}
		d.fields = append(d.fields, field("symbol", out.Symbol, p.symbolAt(d), "number", 0.95))
		out.Fields = p.printFields(d.fields)
		p.out.Documents = append(p.out.Documents, out)
	}
	slices.SortStableFunc(p.out.Documents, func(a, b Document) int {
		return cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start)
	})
}

// symbolOf gives the symbol of a document in its canonical spelling; of a law
// cited by name the one that its key tells.
func symbolOf(d *doc) string {
	if d.num.Printed != "" {
		return number.Canon(d.num.Printed)
	}
	k, err := number.ParseKey(d.key)
	if err != nil || len(k.Issuers) != 1 || k.Year == 0 || k.Num == "0" { // a constitution has none
		return ""
	}
	if len(k.Num) == 1 {
		k.Num = "0" + k.Num // below 10 numbers have a zero (NĐ 34/2016 Art. 58)
	}
	return number.Canon(k.Num + "/" + year4(k.Year) + "/" + strings.ToUpper(k.Issuers[0]))
}

func (p *page) symbolAt(d *doc) extractors.Span {
	for _, c := range d.cites {
		if s := p.cites[c].Value.Symbol; s.Len() > 0 {
			return s
		}
	}
	return p.cites[d.cites[0]].Span
}

// printFields moves the bounds of fields to the stored text, in order of name.
func (p *page) printFields(fs []Field) []Field {
	out := make([]Field, 0, len(fs))
	for _, f := range fs {
		if f.Value == "" {
			continue
		}
		raw := p.text.Raw(extractors.Span{Start: f.Start, End: f.End})
		f.Start, f.End = raw.Start, raw.End
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b Field) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

func (p *page) roleOf(i int, related map[int]bool) string {
	switch {
	case i == p.subject:
		return roleSubject
	case related[i]:
		return roleRelated
	}
	return roleCited
}

// listedCites returns the documents that only the portal's lists name.
func (p *page) listedCites() map[int]bool {
	out := make(map[int]bool)
	for i := range p.docs {
		all := len(p.lists) > 0
		for _, c := range p.docs[i].cites {
			all = all && p.inLists(p.cites[c].Span.Start)
		}
		if all {
			out[i] = true
		}
	}
	return out
}

func (p *page) printInstruments() {
	for i := range p.tools {
		t := &p.tools[i]
		if !t.used {
			continue
		}
		out := Instrument{Key: t.key, Name: t.name, Kind: t.kind, Horizon: t.far, Act: t.act, Rule: t.rule, Confidence: t.trust,
			Evidence: p.evidence(t.evidence, t.heads[0])}
		if t.from != "" || t.to != "" {
			out.Period = []string{t.from, t.to}
		}
		if t.carrier != none {
			out.Carrier = p.docs[t.carrier].key
		}
		for _, n := range append(slices.Clone(t.names), t.alias...) {
			if n != t.name && !slices.Contains(out.Aliases, n) {
				out.Aliases = append(out.Aliases, n)
			}
		}
		slices.Sort(out.Aliases)
		p.out.Instruments = append(p.out.Instruments, out)
	}
	slices.SortStableFunc(p.out.Instruments, func(a, b Instrument) int { return cmp.Compare(a.Key, b.Key) })
	p.out.Instruments = slices.CompactFunc(p.out.Instruments, func(a, b Instrument) bool { return a.Key == b.Key })
}

// keyOf returns the key of a thing.
func (p *page) keyOf(i int) string {
	if i < len(p.docs) {
		return p.docs[i].key
	}
	return p.tools[i-len(p.docs)].key
}

func (p *page) printLinks() {
	for _, l := range p.links {
		r := Relation{From: p.keyOf(l.from), To: p.keyOf(l.to), Family: l.family, Kind: l.kind, Confidence: l.confidence,
			Rule: l.rule, Derived: l.derived, Evidence: p.evidence(l.sentence, l.at)}
		for _, q := range l.parts {
			r.Parts = append(r.Parts, p.partsOf(&l, q)...)
		}
		p.out.Relations = append(p.out.Relations, r)
	}
	sort.SliceStable(p.out.Relations, func(i, j int) bool {
		a, b := &p.out.Relations[i], &p.out.Relations[j]
		return cmp.Or(cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To),
			cmp.Compare(a.Family, b.Family)) < 0
	})
}

// partsOf gives one part for each place that a statement names.
func (p *page) partsOf(l *link, q part) []Part {
	raw := p.text.Raw(q.sentence)
	base := Part{Op: q.Op, Effect: q.Effect, Quoted: q.Quoted, Start: raw.Start, End: raw.End}
	if q.Exception.Len() > 0 {
		base.Exception = clip(oneLine(p.text.Quote(q.Exception)), longTitle)
	}
	p.partDates(&base, l, q)
	from, to := q.ScopeFrom, q.ScopeTo
	if len(from) == 0 && len(to) == 0 {
		if base.Op == "" && base.Effect == "" && !base.Quoted && base.Exception == "" && base.Effective == "" && base.Until == "" {
			return nil
		}
		return []Part{base}
	}
	var out []Part
	for i := range max(len(from), len(to)) {
		x := base
		if len(from) > 0 {
			x.ScopeFrom = from[min(i, len(from)-1)]
		}
		if len(to) > 0 {
			x.ScopeTo = to[min(i, len(to)-1)]
		}
		out = append(out, x)
	}
	return out
}

// partDates gives the day from which a part holds: that of a period which the
// sentence names, or the day on which the acting document comes into force.
func (p *page) partDates(x *Part, l *link, q part) {
	if q.Until {
		var days []string
		last := 0
		for i := p.firstDate(q.sentence.Start); i < len(p.dates) && p.dates[i].Span.End <= q.sentence.End; i++ {
			if r := p.role(i); p.dates[i].Value.Precision >= date.Day && r != date.Issue {
				days, last = append(days, dayOf(p.dates[i].Value.String())), p.dates[i].Span.Start
			}
		}
		if n := len(days); n >= 2 {
			x.Effective, x.Until = days[n-2], days[n-1]
			return
		} else if n == 1 && strings.Contains(p.text.Norm[max(0, last-16):last], "đến ") {
			x.Until = days[0] // tạm ngưng … đến hết ngày
		}
	}
	if l.family == "amends" && l.from < len(p.docs) && l.from == p.own {
		x.Effective = p.ruleForce(q.sentence.Start)
	}
}

func (p *page) printRelated() {
	for _, e := range p.lists {
		for i := p.firstCite(e.Text.Start); i < len(p.cites) && p.cites[i].Span.Start < e.Text.End; i++ {
			d := p.docOf[i]
			if d == none || p.docs[d].key == "" || d == p.own {
				continue
			}
			raw := p.text.Raw(p.cites[i].Span)
			p.out.Related = append(p.out.Related, Related{Key: p.docs[d].key, List: e.List, Start: raw.Start, End: raw.End})
			break // the others stand in its title
		}
	}
}
