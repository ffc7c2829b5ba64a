package page

import (
	"strings"

	"vnlex/extractors"
	"vnlex/extractors/normalize"
	"vnlex/extractors/reading"
	"vnlex/pipeline/source"
)

// relations reads the i-th group of lists of other documents.
func (p *sitePage) relations(i int) section {
	r := p.layout.Relations[i]
	labels, items := p.hits(labelSlot("relations", i)), p.hits(valueSlot("relations", i))
	all := p.pairs(labels, items)
	at := -1
	if len(labels) > 0 {
		at = labels[0].at
	}
	p.leaveOut(labels)
	p.leaveOut(items)
	return p.lists(r, all, at)
}

// lists writes lists under their labels and says what the labels tell.
func (p *sitePage) lists(r source.Relations, all []labelled, at int) section {
	n, first := 0, ""
	for _, l := range all {
		n += len(l.values)
		if len(l.values) > 0 {
			first = firstOf(first, listName(l.label)+": "+l.values[0])
		}
	}
	p.count("relations", r.Label.String(), n, first)
	return section{at, func() {
		for _, l := range all {
			p.list(r, l)
		}
	}}
}

func (p *sitePage) list(r source.Relations, l labelled) {
	name := listName(l.label)
	if name == "" || len(l.values) == 0 {
		return
	}
	p.found.Labels++
	edge, known := edgeOf(name, r.Names)
	if !known {
		p.found.Unknown = append(p.found.Unknown, name)
		edge = source.Edge{Kind: reading.ListRelated}
	}
	out := reading.List{Kind: edge.Kind, Acts: edge.From == source.This}
	out.Label = p.w.paragraph(firstOf(edge.Title, oneLine(l.label)), 2)
	for _, v := range l.values {
		out.Items = append(out.Items, p.w.paragraph("- "+v, 1))
	}
	p.w.newline(2)
	p.src.Lists = append(p.src.Lists, out)
}

// edgeOf returns what a label tells.
func edgeOf(label string, names map[string]source.Edge) (source.Edge, bool) {
	key := normalize.Key(label)
	for name, e := range names {
		if normalize.Key(name) == key {
			return e, true
		}
	}
	return source.Edge{}, false
}

// listName returns a label without colon and count: "Văn bản căn cứ (4)".
func listName(label string) string {
	label = cleanLabel(oneLine(label))
	if i := strings.LastIndexByte(label, '('); i >= 0 && strings.HasSuffix(label, ")") &&
		strings.Trim(label[i:], "()0123456789 .") == "" {
		label = label[:i]
	}
	return cleanLabel(label)
}

// paragraph writes words behind the line breaks and returns where they stand.
func (w *writer) paragraph(words string, breaks int) extractors.Span {
	w.newline(breaks)
	w.flush()
	start := len(w.buf)
	w.text(words)
	w.newline(1)
	return extractors.Span{Start: start, End: len(w.buf)}
}
