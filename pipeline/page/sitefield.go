package page

import (
	"slices"
	"strings"

	"vnlex/extractors/header"
	"vnlex/extractors/normalize"
	"vnlex/extractors/reading"
	"vnlex/pipeline/source"
)

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
