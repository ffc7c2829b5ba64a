package source

import (
	"fmt"
	"slices"
	"strings"

	"vnlex/extractors/header"
)

var pageKinds = []Kind{News, Legal, Listing, File}

func (c *checker) layout(key string, l *Layout) {
	if !slices.Contains(pageKinds, l.Kind) {
		c.wrong(key+".kind", "kind = %q: write news, legal, listing or file", l.Kind)
	}
	if l.Format != "" && l.Format != JSON {
		c.wrong(key+".format", "format = %q: write %q or leave it out for HTML", l.Format, JSON)
	}
	set := l.selectors()
	for _, name := range sortedKeys(set) {
		c.selector(key+"."+name, l, name, set[name])
	}
	for i, a := range l.Attributes {
		c.attributes(fmt.Sprintf("%s.attributes[%d]", key, i), a)
	}
	for i, r := range l.Relations {
		c.relations(fmt.Sprintf("%s.relations[%d]", key, i), l, r)
	}
	for i, f := range l.Follow {
		c.follow(fmt.Sprintf("%s.follow[%d]", key, i), f)
	}
	for _, f := range sortedKeys(l.Fields) {
		if !slices.Contains(Fields, f) {
			c.wrong(key+".fields."+string(f), "no field %q: known are %s", f, fieldList())
		}
	}
	c.asserts(key+".assert", l)
}

// selectors are those of the layout itself that are set, by key.
func (l *Layout) selectors() map[string]Selector {
	all := map[string]Selector{"title": l.Title, "summary": l.Summary, "date": l.Date,
		"author": l.Author, "source": l.Source, "body": l.Body, "drop": l.Drop, "end": l.End,
		"items": l.Items, "next": l.Next, "files": l.Files, "canonical": l.Canonical}
	for f, s := range l.Fields {
		all["fields."+string(f)] = s
	}
	for name, s := range all {
		if s.Empty() {
			delete(all, name)
		}
	}
	return all
}

// markupOnly are the selectors that find elements in HTML, never values.
var markupOnly = []string{"body", "drop", "end", "items", "next", "files"}

func (c *checker) selector(key string, l *Layout, name string, s Selector) {
	path := s.Path() != nil
	switch {
	case l.Format == JSON && !path:
		c.wrong(key, "%q: of a JSON answer write a path, $.a.b", s)
	case l.Format != JSON && path && slices.Contains(markupOnly, name):
		c.wrong(key, "%q: of an HTML page write a CSS selector here", s)
	}
}

func (c *checker) attributes(key string, a Attributes) {
	if a.Label.Empty() || a.Label.Path() != nil || a.Value.Path() != nil {
		c.wrong(key, "attributes have a label, a CSS selector, and may have a value, another")
	}
	for _, name := range sortedKeys(a.Names) {
		if f := a.Names[name]; f != Ignore && !slices.Contains(Fields, f) {
			c.wrong(key+".names."+name, "%q = %q: no such field; known are %s and %s", name, f,
				fieldList(), Ignore)
		}
	}
}

func fieldList() string {
	names := make([]string, len(Fields))
	for i, f := range Fields {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}

func (c *checker) relations(key string, l *Layout, r Relations) {
	answer := l.Format == JSON
	if r.Label.Empty() || r.Item.Empty() || (r.Label.Path() != nil) != answer ||
		(r.Item.Path() != nil) != answer || (len(r.Parts) > 0) != answer {
		c.wrong(key, "relations have a label and an item, CSS selectors; of a JSON answer "+
			"paths, and parts, the paths inside an item")
	}
	for _, name := range sortedKeys(r.Names) {
		c.edge(key+".names."+name, name, r.Names[name])
	}
}

func (c *checker) edge(key, name string, e Edge) {
	plain := e.Kind == "related" || e.Kind == "self"
	switch {
	case plain && e.From != "":
		c.wrong(key, "%q: kind = %q has no direction; leave out from", name, e.Kind)
	case plain:
	case e.From != This && e.From != Other:
		c.wrong(key, "%q: from = %q: write %q where the page's own document acts on the "+
			"listed ones, %q where they act on it", name, e.From, This, Other)
	default:
		if _, ok := header.GroupOf(e.Kind, e.From == This); !ok {
			c.wrong(key, "%q: no relation %q from %q is known", name, e.Kind, e.From)
		}
	}
}

func (c *checker) follow(key string, f Follow) {
	if f.Match.String() == "" {
		c.wrong(key, "say in match which addresses are meant")
	}
	_, rest, ok := strings.Cut(f.URL, "://")
	host, _, _ := strings.Cut(rest, "/")
	if !ok || !c.site.hasHost(host) {
		c.wrong(key+".url", "%q: write an address whose host is one of hosts", f.URL)
	}
}

// countable are the names of what is counted on a page.
var countable = []string{"title", "summary", "date", "author", "source", "body", "attributes",
	"relations", "items", "next", "files"}

func (c *checker) asserts(key string, l *Layout) {
	a := l.Assert
	names := slices.Concat(a.Require, sortedKeys(a.Fill), sortedKeys(a.Min), sortedKeys(a.Max))
	for _, name := range names {
		switch {
		case !slices.Contains(countable, name) && !slices.Contains(Fields, Field(name)):
			c.wrong(key, "%q is nothing that is counted: known are %s, %s", name,
				strings.Join(countable, ", "), fieldList())
		case l.selectorOf(name) == "":
			c.wrong(key, "%q is asserted, but no selector of the layout looks for it", name)
		}
	}
	for _, name := range sortedKeys(a.Fill) {
		if v := a.Fill[name]; v <= 0 || v > 1 {
			c.wrong(key+".fill", "fill of %q = %v: write a share, 0.95", name, v)
		}
	}
	for _, name := range sortedKeys(a.Min) {
		if most, ok := a.Max[name]; ok && most < a.Min[name] {
			c.wrong(key+".max", "max of %q is less than min", name)
		}
	}
	if u := a.Unknown; u != nil && (*u < 0 || *u > 1) {
		c.wrong(key+".unknown_labels", "unknown_labels = %v: write a share, 0.1", *u)
	}
}
