package page

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"vnlex/pipeline/source"
)

// readAnswer reads a JSON answer by the paths of the layout.
func (p *sitePage) readAnswer(raw []byte) error {
	v, err := parseJSON(bytes.TrimPrefix(raw, []byte("\ufeff")))
	if err != nil {
		return &Error{Code: "changed_layout", Detail: "the answer is no JSON: " + err.Error()}
	}
	p.data = []any{v}
	if m, ok := v.(map[string]any); ok && m["data"] != nil {
		p.data = append(p.data, m["data"])
	}
	l := p.layout
	p.found.Items = p.dataLinks("items", l.Items)
	p.found.Files = p.dataLinks("files", l.Files)
	if next := p.dataLinks("next", l.Next); len(next) > 0 {
		p.found.Next = next[0]
	}
	if !l.Canonical.Empty() {
		for _, v := range p.lookUp(l.Canonical) {
			p.found.Canonical = firstOf(p.found.Canonical, p.absolute(v))
		}
	}
	if l.Kind == source.Listing {
		return p.finish()
	}
	return p.writeAnswer()
}

func (p *sitePage) writeAnswer() error {
	l := p.layout
	p.w.skip = map[*html.Node]bool{}
	if p.src.Title = p.first("title", l.Title); p.src.Title != "" {
		p.w.line(p.src.Title)
	}
	p.src.Published = p.published()
	p.src.Author = p.first("author", l.Author)
	p.fields().write()
	for _, r := range l.Relations {
		p.lists(r, p.dataLists(r), 0).write()
	}
	if err := p.dataBody(); err != nil {
		return err
	}
	return p.finish()
}

func (p *sitePage) dataLinks(name string, s source.Selector) []string {
	if s.Empty() {
		return nil
	}
	var all []string
	for _, v := range p.lookUp(s) {
		if a := p.absolute(v); a != "" && len(all) < mostLinks {
			all = append(all, a)
		}
	}
	p.count(name, s.String(), len(all), firstOf(all...))
	return all
}

// dataLists puts the items of a list under the labels that they carry, in the order of
// their first item.
func (p *sitePage) dataLists(r source.Relations) []labelled {
	var all []labelled
	at := map[string]int{}
	for _, item := range p.nodes(r.Item) {
		label := firstOf(texts(walkPath(item, r.Label.Path()))...)
		var words []string
		for _, part := range r.Parts {
			words = append(words, firstOf(texts(walkPath(item, part.Path()))...))
		}
		name := oneLine(strings.Join(words, " "))
		if label == "" || name == "" {
			continue
		}
		i, ok := at[label]
		if !ok {
			i = len(all)
			at[label] = i
			all = append(all, labelled{label: label})
		}
		all[i].values = append(all[i].values, name)
	}
	return all
}

// dataBody writes the text, which is a piece of HTML.
func (p *sitePage) dataBody() error {
	s := p.layout.Body
	if s.Empty() {
		return nil
	}
	all := p.values("body", s)
	p.count("body", s.String(), len(all), firstOf(all...))
	for _, v := range p.lookUp(s) {
		root, err := parse(v)
		if err != nil {
			return err
		}
		p.writeBody(root)
	}
	return nil
}
