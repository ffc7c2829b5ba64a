package page

import (
	"bytes"
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

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

// lookUp returns the texts at a path: of the first object that has any.
func (p *sitePage) lookUp(s source.Selector) []string { return texts(p.nodes(s)) }

func (p *sitePage) nodes(s source.Selector) []any {
	for _, d := range p.data {
		if found := walkPath(d, s.Path()); len(found) > 0 {
			return found
		}
	}
	return nil
}

// walkPath returns what stands at the end of a path.
func walkPath(v any, path []string) []any {
	if len(path) == 0 {
		if v == nil {
			return nil
		}
		return []any{v}
	}
	switch v := v.(type) {
	case map[string]any:
		if next, ok := v[path[0]]; ok {
			return walkPath(next, path[1:])
		}
	case []any:
		if path[0] != "[]" {
			return nil
		}
		var all []any
		for _, item := range v[:min(len(v), mostLinks)] {
			all = append(all, walkPath(item, path[1:])...)
		}
		return all
	}
	return nil
}

// texts returns what is text or a number; of a thing its name, and of lists what they hold.
func texts(vs []any) []string {
	var all []string
	for _, v := range vs {
		switch v := v.(type) {
		case string:
			all = append(all, v)
		case json.Number:
			all = append(all, v.String())
		case map[string]any:
			if name, ok := v["name"].(string); ok {
				all = append(all, name)
			}
		case []any:
			for _, item := range v[:min(len(v), mostLinks)] {
				if s, ok := item.(string); ok {
					all = append(all, s)
				}
			}
		}
	}
	return all
}

func parseJSON(raw []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	err := d.Decode(&v)
	return v, err
}

// mostScripts is how many pieces of JSON-LD of a page are looked at.
const mostScripts = 20

// linkedObjects returns the objects in the JSON-LD of a page, those of a type alone where
// one is asked for.
func linkedObjects(root *html.Node, kind string) []any {
	var all []any
	scripts := 0
	for n := range root.Descendants() {
		if n.DataAtom != atom.Script || attr(n, "type") != "application/ld+json" ||
			n.FirstChild == nil || scripts == mostScripts {
			continue
		}
		scripts++
		if v, err := parseJSON([]byte(n.FirstChild.Data)); err == nil {
			all = append(all, objects(v, kind, 0)...)
		}
	}
	return all
}

func objects(v any, kind string, depth int) []any {
	var all []any
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if depth < deepestData {
				all = append(all, objects(item, kind, depth+1)...)
			}
		}
	case map[string]any:
		if kind == "" || v["@type"] == kind {
			all = append(all, v)
		}
		if g, ok := v["@graph"]; ok && depth < deepestData {
			all = append(all, objects(g, kind, depth+1)...)
		}
	}
	return all
}
