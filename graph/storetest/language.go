package storetest

import (
	"fmt"
	"strconv"
	"strings"

	"vnlex/graph"
)

// Parse reads a graph written in lines. A node is its label, its identifier
// and its properties; an edge is two identifiers with the kind, or the type, in
// an arrow between them:
//
//	document vn:quyet-dinh:ttg:2022:726 issued=2022 title="Quyết định phê duyệt"
//	vn:quyet-dinh:bct:2024:1189 -implements-> vn:quyet-dinh:ttg:2022:726 confidence=0.4
//
// An identifier that no line declares is a document's, or what its prefix and
// the arrow say. A relation has one sentence of evidence, its own line.
func Parse(text string) (graph.Delta, error) {
	p := &parser{labels: make(map[string]graph.Label)}
	for n, line := range strings.Split(text, "\n") {
		words, err := split(line)
		if err == nil && len(words) > 0 {
			err = p.line(words)
		}
		if err != nil {
			return graph.Delta{}, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return p.delta, nil
}

type parser struct {
	delta  graph.Delta
	labels map[string]graph.Label
}

var labels = map[string]graph.Label{
	"document": graph.LabelDocument, "instrument": graph.LabelInstrument,
	"agency": graph.LabelAgency, "person": graph.LabelPerson, "page": graph.LabelPage,
}

func (p *parser) line(words []string) error {
	if len(words) < 2 {
		return fmt.Errorf("%q says nothing", words[0])
	}
	if label, ok := labels[words[0]]; ok {
		return p.node(graph.NodeRef{Label: label, ID: words[1]}, words[2:])
	}
	kind, ok := strings.CutPrefix(words[1], "-")
	kind, ok2 := strings.CutSuffix(kind, "->")
	if !ok || !ok2 || len(words) < 3 {
		return fmt.Errorf("%q is neither a label nor followed by an arrow", words[0])
	}
	return p.edge(words[0], kind, words[2], words[3:])
}

func (p *parser) node(ref graph.NodeRef, words []string) error {
	props, err := properties(words)
	if err != nil {
		return err
	}
	if ref.Label == graph.LabelDocument || ref.Label == graph.LabelInstrument {
		findable(props, ref.Label)
	}
	n, err := graph.NewNode(ref, props)
	p.labels[ref.ID] = ref.Label
	p.delta.Nodes = append(p.delta.Nodes, n)
	return err
}

// findable gives a node its search text, unless it has its own.
func findable(props map[string]any, label graph.Label) {
	var names []string
	if aliases, ok := props["aliases"].([]string); ok && label == graph.LabelInstrument {
		names = append(names, aliases...)
	}
	for _, name := range []string{"symbol", "type", "title", "name"} {
		if s, ok := props[name].(string); ok {
			names = append(names, s)
		}
	}
	if props["search"] == nil && len(names) > 0 {
		props["search"] = Fold(strings.Join(names, " "))
	}
}

// kinds tells the type of each kind; a type that has none is named itself.
var kinds = map[string]graph.EdgeType{
	"implements": graph.Implements, "guides": graph.Implements, "details": graph.Implements,
	"amends": graph.Amends, "supplements": graph.Amends, "replaces": graph.Amends,
	"repeals": graph.Amends, "suspends": graph.Amends, "corrects": graph.Amends,
	"extends": graph.Amends, "based_on": graph.Cites, "refers_to": graph.Cites,
	"consolidates": graph.Cites, "approves": graph.Promulgates, "promulgates": graph.Promulgates,
	"merge": graph.SucceededBy, "split": graph.SucceededBy, "rename": graph.SucceededBy,
}

var plainTypes = map[string]graph.EdgeType{
	"issued_by": graph.IssuedBy, "signed_by": graph.SignedBy, "related": graph.Related,
	"carries": graph.Carries, "reports_on": graph.ReportsOn, "mentions": graph.Mentions,
}

func (p *parser) edge(from, kind, to string, words []string) error {
	typ, stated := kinds[kind]
	if !stated {
		if typ = plainTypes[kind]; typ == "" {
			return fmt.Errorf("unknown kind %q", kind)
		}
		kind = ""
	}
	ref := graph.EdgeRef{
		Type: typ, Kind: kind,
		From: graph.NodeRef{Label: p.label(from, typ, true), ID: from},
		To:   graph.NodeRef{Label: p.label(to, typ, false), ID: to},
	}
	props, err := properties(words)
	if err != nil {
		return err
	}
	if typ.Stated() {
		state(ref, props)
	}
	e, err := graph.NewEdge(ref, props)
	p.delta.Edges = append(p.delta.Edges, e)
	return err
}

// state gives a relation the confidence 0.9 and one sentence, unless it has its own.
func state(ref graph.EdgeRef, props map[string]any) {
	own := map[string]any{
		"confidence": 0.9, "evidence_count": 1,
		"quotes": []string{ref.From.ID + " " + ref.Kind + " " + ref.To.ID},
		"urls":   []string{"https://example.vn/" + ref.From.ID},
		"starts": []int{7}, "ends": []int{9}, "rules": []string{"T1"},
		"confidences": []float64{0.9},
	}
	for name, v := range own {
		if props[name] == nil {
			props[name] = v
		}
	}
}

func (p *parser) label(id string, t graph.EdgeType, from bool) graph.Label {
	switch {
	case p.labels[id] != "":
		return p.labels[id]
	case strings.HasPrefix(id, "I:"):
		return graph.LabelInstrument
	case from && (t == graph.Carries || t == graph.ReportsOn || t == graph.Mentions):
		return graph.LabelPage
	case t == graph.SucceededBy, !from && t == graph.IssuedBy:
		return graph.LabelAgency
	case !from && t == graph.SignedBy:
		return graph.LabelPerson
	}
	return graph.LabelDocument
}

// properties reads name=value; a list is joined by "|".
func properties(words []string) (map[string]any, error) {
	props := make(map[string]any)
	for _, w := range words {
		name, value, ok := strings.Cut(w, "=")
		if !ok {
			return nil, fmt.Errorf("%q is no property", w)
		}
		v, err := property(name, value)
		if err != nil {
			return nil, fmt.Errorf("property %s: %w", name, err)
		}
		props[name] = v
	}
	return props, nil
}

func property(name, value string) (any, error) {
	switch name {
	case "year", "order", "count", "evidence_count":
		return strconv.Atoi(value)
	case "provisional", "derived":
		return strconv.ParseBool(value)
	case "confidence":
		return strconv.ParseFloat(value, 64)
	case "aliases", "conflicts", "sources", "quotes", "urls", "rules", "scopes_from", "scopes_to",
		"parts", "capacity":
		return strings.Split(value, "|"), nil
	}
	return value, nil
}

// split parts a line at blanks, save between double quotes or backquotes, which
// it takes off. A word that begins with # begins a comment.
func split(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	quote, any := rune(0), false
	for _, c := range line {
		switch {
		case c == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(c)
		case c == '"' || c == '`':
			quote, any = c, true
		case c == ' ' || c == '\t':
			if any {
				words = append(words, word.String())
			}
			word.Reset()
			any = false
		case c == '#' && !any:
			return words, nil
		default:
			word.WriteRune(c)
			any = true
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("a quotation does not end")
	}
	if any {
		words = append(words, word.String())
	}
	return words, nil
}
