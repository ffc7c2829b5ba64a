package page

import (
	"strings"

	"golang.org/x/net/html"

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

// mostPairs is how many labels and values of one group are read.
const mostPairs = 10_000

// pairs gives each value to the last label before it. What holds a label is no value, and
// neither is what stands inside a label or another value.
func (p *sitePage) pairs(labels, values []hit) []labelled {
	var all []labelled
	labels = outermost(labels)
	last := -1
	for n := 0; n < mostPairs && (len(labels) > 0 || len(values) > 0); n++ {
		if len(labels) > 0 && (len(values) == 0 || labels[0].at <= values[0].at) {
			all = append(all, labelled{label: p.textIn(labels[0].node)})
			last, labels = labels[0].end, labels[1:]
			continue
		}
		v := values[0]
		values = values[1:]
		if len(all) == 0 || v.at < last || len(labels) > 0 && v.holds(labels[0]) {
			continue
		}
		last = v.end
		if text := p.textIn(v.node); text != "" {
			l := &all[len(all)-1]
			l.values = append(l.values, text)
		}
	}
	return all
}

// behind reads labels whose values have no element: behind the colon, or behind the label.
func (p *sitePage) behind(labels []hit) []labelled {
	labels = outermost(labels)
	labels = labels[:min(len(labels), mostPairs)]
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
