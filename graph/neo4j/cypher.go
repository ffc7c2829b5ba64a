package neo4j

import (
	"embed"
	"fmt"
	"strings"

	"vnlex/graph"
)

//go:embed cypher/*.cypher
var statements embed.FS

// statement returns a statement without its comments. names are pairs of a
// placeholder and what stands there: labels, types and property names cannot be
// parameters. They come from the constants of package graph, never from data.
func statement(name string, names ...string) string {
	text, err := statements.ReadFile("cypher/" + name + ".cypher")
	if err != nil {
		panic(fmt.Sprintf("unreachable: %v", err))
	}
	return strings.NewReplacer(names...).Replace(withoutComments(string(text)))
}

func withoutComments(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "//") {
			b.WriteString(line)
		}
	}
	return strings.TrimSpace(b.String())
}

// union makes one statement of the same statement for several names.
func union(parts []string) string { return strings.Join(parts, "\nUNION ALL\n") }

// ofLabel returns a statement about one label.
func ofLabel(name string, l graph.Label) string {
	return statement(name, "__Label__", string(l), "__id__", l.Identifier())
}

// A shape is a type of relationship with the labels of its ends: relationships
// of one shape are read and written by one statement.
type shape struct {
	Type     graph.EdgeType
	From, To graph.Label
	plain    bool // without a kind
}

func shapeOf(e graph.EdgeRef) shape {
	return shape{e.Type, e.From.Label, e.To.Label, e.Kind == "" && !kinded[e.Type]}
}

// kinded tells which types have the property kind even when it is empty.
var kinded = map[graph.EdgeType]bool{
	graph.Implements: true, graph.Amends: true, graph.Cites: true,
	graph.Promulgates: true, graph.SucceededBy: true,
}

// ofShape returns a statement about one shape.
func ofShape(name string, s shape, more ...string) string {
	return statement(name, append(more, "__Type__", string(s.Type),
		"__From__", string(s.From), "__from__", s.From.Identifier(),
		"__To__", string(s.To), "__to__", s.To.Identifier())...)
}

var labels = []graph.Label{graph.LabelAgency, graph.LabelDocument, graph.LabelInstrument,
	graph.LabelPage, graph.LabelPerson}

var types = []graph.EdgeType{graph.Amends, graph.Carries, graph.Cites, graph.Implements,
	graph.IssuedBy, graph.Mentions, graph.Promulgates, graph.Related, graph.ReportsOn,
	graph.SignedBy, graph.SucceededBy}
