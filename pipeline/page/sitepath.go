package page

import (
	"bytes"
	"encoding/json"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"vnlex/pipeline/source"
)

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
		if kind == "" || isType(v["@type"], kind) {
			all = append(all, v)
		}
		if g, ok := v["@graph"]; ok && depth < deepestData {
			all = append(all, objects(g, kind, depth+1)...)
		}
	}
	return all
}

// isType reports whether a type, or one of several, is kind.
func isType(v any, kind string) bool {
	if several, ok := v.([]any); ok {
		return slices.Contains(several, any(kind))
	}
	return v == kind
}
