package main

import (
	"strconv"
	"strings"

	"vnlex/cmd/internal/render"
	"vnlex/graph"
)

// An index finds the documents and instruments of an answer by key.
type index struct {
	app         *app
	root        string // what was asked about, without the provision
	provision   string // #dieu-5.khoan-2
	documents   map[string]graph.DocumentView
	instruments map[string]graph.InstrumentView
}

func (a *app) index(answer *graph.Answer) index {
	root, provision := graph.SplitProvision(answer.Key)
	x := index{
		app: a, root: root, provision: provision,
		documents:   map[string]graph.DocumentView{},
		instruments: map[string]graph.InstrumentView{},
	}
	for _, d := range answer.Documents {
		x.documents[d.Key] = d
	}
	for _, i := range answer.Instruments {
		x.instruments[i.Key] = i
	}
	return x
}

// name is what a person calls the node: a symbol, a name, else the key.
func (x index) name(key string) string {
	if d, ok := x.documents[key]; ok && d.Symbol+d.Title != "" {
		return filled(d.Symbol, d.Title)[0]
	}
	if i, ok := x.instruments[key]; ok && i.Name != "" {
		return i.Name
	}
	return key
}

// title is what the document is about, unless that is its name already.
func (x index) title(key string) string {
	if d := x.documents[key]; d.Symbol != "" {
		return d.Title
	}
	return ""
}

func (x index) issued(key string) string {
	return x.app.lang.Date(x.documents[key].Issued)
}

func (x index) issuers(key string) string {
	return strings.Join(x.documents[key].Issuers, ", ")
}

// head is the line that stands for a document or an instrument: date, symbol, issuer.
func (x index) head(key string) string {
	return strings.Join(filled(x.issued(key), x.name(key), x.issuers(key)), " · ")
}

// node is an entry of a tree for a document or an instrument.
func (x index) node(key string) *render.Node {
	d := x.documents[key]
	n := &render.Node{Head: x.head(key), Notes: filled(x.title(key)), Sort: d.Issued + " " + key}
	if key == x.root && x.provision != "" {
		n.Head = x.app.provision(x.provision) + " · " + n.Head
	}
	return n
}

// kind names the kind of a relation: what the actor does to the target.
func (a *app) kind(kind string) string {
	if key := "kind." + kind; a.has(key) {
		return a.text(key)
	}
	return kind
}

// instrument names the kind of an instrument.
func (a *app) instrument(kind string) string {
	if key := "instrument." + kind; a.has(key) {
		return a.text(key)
	}
	return kind
}

// quote is the best sentence that says a relation, and the page it stands on.
func (a *app) quote(r graph.Relation) (quote, url string) {
	for _, e := range r.Evidence {
		if e.Sentence != nil {
			return "“" + e.Quote + "”", e.URL
		}
	}
	return "", ""
}

// evidence are the cells that close a row of a CSV: how sure, the sentence, the page.
func evidence(r graph.Relation) []string {
	sure := strconv.FormatFloat(r.Confidence, 'g', -1, 64)
	if len(r.Evidence) == 0 {
		return []string{sure, "", ""}
	}
	best := r.Evidence[0]
	if best.Sentence == nil {
		return []string{sure, "", best.URL}
	}
	return []string{sure, best.Quote, best.URL}
}

// filled are the parts that are not empty.
func filled(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
