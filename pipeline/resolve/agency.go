package resolve

import (
	"vnlex/extractors/agency"
	"vnlex/graph"
)

// Agency returns the node of an agency that is in the graph, and who followed it.
// Names are the spellings that documents use, with their number: they name an agency
// that the tables do not know.
func Agency(code string, names map[string]int) ([]graph.Node, []*graph.Edge) {
	node := &graph.Agency{Code: code, Name: mostFrequentName(code, names)}
	if a, ok := agency.ByKey(code); ok {
		node.Name, node.Kind, node.ValidFrom, node.ValidTo = a.Name, a.Kind, a.From, a.To
	}
	var edges []*graph.Edge
	for _, s := range agency.Successions() {
		if s.From != code {
			continue
		}
		r := graph.EdgeRef{Type: graph.SucceededBy, From: node.Ref(), Kind: s.Kind,
			To: graph.NodeRef{Label: graph.LabelAgency, ID: s.To}}
		edges = append(edges, &graph.Edge{EdgeRef: r, Date: s.Date, Scope: s.Scope})
	}
	return []graph.Node{node}, edges
}

// KnownAgency reports whether the tables know the agency, so that its name does not
// depend on documents.
func KnownAgency(code string) bool {
	_, ok := agency.ByKey(code)
	return ok
}

// Related returns the agencies joined with one by successions, itself included.
func Related(code string) []string { return agency.Component(code) }

func mostFrequentName(code string, names map[string]int) string {
	delete(names, "")
	if name := mostFrequent(names); name != "" {
		return name
	}
	return code
}

// Person returns the node of a signer; of differing spellings the most frequent
// names it, then the smallest by bytes.
func Person(key string, names map[string]int) graph.Node {
	return &graph.Person{Key: key, Name: mostFrequent(names)}
}
