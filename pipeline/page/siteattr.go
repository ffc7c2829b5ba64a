package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"vnlex/extractors/header"
	"vnlex/extractors/normalize"
	"vnlex/extractors/reading"
	"vnlex/pipeline/source"
)

// A labelled value is what a page says under a label.
type labelled struct {
	label  string
	values []string
}

// attributes reads the i-th group of attributes.
func (p *sitePage) attributes(i int) section {
	a := p.layout.Attributes[i]
	labels, values := p.hits(labelSlot("attributes", i)), p.hits(valueSlot("attributes", i))
	all := p.pairs(labels, values)
	if a.Value.Empty() {
		all = p.behind(labels)
	}
	first := ""
	n := 0
	for _, l := range all {
		if len(l.values) > 0 {
			n++
			first = firstOf(first, cleanLabel(l.label)+": "+l.values[0])
		}
	}
	p.count("attributes", a.Label.String(), n, first)
	at := -1
	if len(labels) > 0 {
		at = labels[0].at
	}
	p.leaveOut(labels)
	p.leaveOut(values)
	return section{at, func() {
		for _, l := range all {
			p.attribute(l, a.Names, a.Label.String())
		}
	}}
}

// leaveOut takes elements out of the body: they are written apart.
func (p *sitePage) leaveOut(hits []hit) {
	for _, h := range hits {
		p.w.skip[h.node] = true
	}
}

// pairs gives each value to the last label before it; a label inside a value opens no
// pair, and neither does a value inside a label.
func (p *sitePage) pairs(labels, values []hit) []labelled {
	var all []labelled
	last := -1
	for len(labels) > 0 || len(values) > 0 {
		if len(labels) > 0 && (len(values) == 0 || labels[0].at <= values[0].at) {
			all = append(all, labelled{label: p.textIn(labels[0].node)})
			last, labels = labels[0].end, labels[1:]
			continue
		}
		v := values[0]
		values = values[1:]
		if text := p.textIn(v.node); len(all) > 0 && v.at >= last && text != "" {
			l := &all[len(all)-1]
			l.values = append(l.values, text)
		}
	}
	return all
}

// behind reads labels whose values have no element: behind the colon, or behind the label.
func (p *sitePage) behind(labels []hit) []labelled {
	is := map[*html.Node]bool{}
	for _, h := range labels {
		is[h.node] = true
	}
	var all []labelled
	for _, h := range labels {
		name, value, _ := strings.Cut(p.textIn(h.node), ":")
		if cleanLabel(name) == "" {
			continue
		}
		value = strings.TrimSpace(value)
		w := writer{skip: p.w.skip, inline: 1}
		for c := h.node.NextSibling; value == "" && c != nil && !is[c]; c = c.NextSibling {
			switch c.Type {
			case html.TextNode:
				w.text(c.Data)
			case html.ElementNode:
				w.element(c)
			}
		}
		value = firstOf(value, strings.TrimPrefix(oneLine(w.String()), ": "))
		l := labelled{label: name}
		if value != "" {
			l.values = []string{value}
		}
		all = append(all, l)
	}
	return all
}

// attribute writes what stands under a label; one that names several values, each.
func (p *sitePage) attribute(l labelled, names map[string]source.Field, selector string) {
	label := cleanLabel(l.label)
	parts := strings.Split(label, "/")
	if len(parts) == 1 || len(l.values) < 2 || len(l.values)%len(parts) != 0 {
		parts = []string{label}
		l.values = l.values[:min(len(l.values), 1)]
	}
	for i, v := range l.values {
		name := cleanLabel(parts[i%len(parts)])
		field, known := p.fieldOf(name, names)
		p.found.Labels++
		if !known {
			p.found.Unknown = append(p.found.Unknown, name)
		}
		p.field(field, name, v, selector)
	}
	if len(l.values) == 0 && label != "" {
		p.found.Labels++
		if _, known := p.fieldOf(label, names); !known {
			p.found.Unknown = append(p.found.Unknown, label)
		}
	}
}

// field writes one attribute; a withheld value is none.
func (p *sitePage) field(f source.Field, name, value, selector string) {
	if v, ok := p.layout.Values[value]; ok {
		value = v
	}
	if value == "" || f == source.Ignore || p.withheld(value) {
		return
	}
	if f != "" {
		p.count(string(f), selector, 1, value)
	}
	p.w.newline(1)
	p.w.text(name + ": ")
	p.w.flush()
	start := len(p.w.buf)
	p.w.text(value)
	p.w.newline(1)
	if l := firstOf(printed[f], name); f != "" || isKnownLabel(name) {
		p.w.labels = append(p.w.labels, reading.Label{Name: l,
			Value: string(p.w.buf[start:]), Start: start, End: len(p.w.buf)})
	}
}

func (p *sitePage) withheld(v string) bool {
	return header.Withheld(v) || slices.Contains(p.site.Withheld, v)
}

func cleanLabel(s string) string { return strings.Trim(s, " :-–•*\u00a0") }

// fieldOf returns the field that a label names, and whether it is one of the vocabulary.
func (p *sitePage) fieldOf(label string, names map[string]source.Field) (source.Field, bool) {
	key := normalize.Key(label)
	for name, f := range names {
		if normalize.Key(name) == key {
			return f, true
		}
	}
	if f := header.LabelField(label); f != 0 {
		return fieldNames[f], true
	}
	return "", isKnownLabel(label)
}

// fieldNames are the fields of usual labels.
var fieldNames = map[header.Field]source.Field{
	header.Symbol: source.Symbol, header.TypeName: source.Type, header.Issued: source.Issued,
	header.Issuer: source.Issuer, header.Signer: source.Signer, header.Post: source.Post,
	header.Effective: source.Effective, header.Expires: source.Expires,
	header.Status: source.Status, header.Abstract: source.Abstract,
}

// printed are the labels by which a reading knows the fields.
var printed = map[source.Field]string{
	source.Symbol: "Số hiệu", source.Type: "Loại văn bản", source.Issued: "Ngày ban hành",
	source.Issuer: "Cơ quan ban hành", source.Signer: "Người ký", source.Post: "Chức danh",
	source.Effective: "Ngày có hiệu lực", source.Expires: "Ngày hết hiệu lực",
	source.Status: "Tình trạng hiệu lực", source.Abstract: "Trích yếu",
	source.Gazetted: "Ngày công báo",
}

// fields writes what stands at places of its own.
func (p *sitePage) fields() section {
	at := -1
	var all []func()
	for _, f := range source.Fields {
		s := p.layout.Fields[f]
		if s.Empty() {
			continue
		}
		v := p.values(string(f), s)
		if hits := p.hits(string(f)); len(hits) > 0 && at < 0 {
			at = hits[0].at
		}
		if len(v) == 0 {
			p.count(string(f), s.String(), 0, "")
			continue
		}
		all = append(all, func() { p.field(f, printed[f], dayOf(f, v[0]), s.String()) })
	}
	return section{at, func() {
		for _, write := range all {
			write()
		}
	}}
}
