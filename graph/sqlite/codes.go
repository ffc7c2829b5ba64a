package sqlite

import "vnlex/graph"

// The codes of labels and types in the file. They sort as the names do.
const (
	codeAgency     = 10
	codeDocument   = 20
	codeInstrument = 30
	codePage       = 40
	codePerson     = 50
)

var labelCodes = map[graph.Label]int{
	graph.LabelAgency:     codeAgency,
	graph.LabelDocument:   codeDocument,
	graph.LabelInstrument: codeInstrument,
	graph.LabelPage:       codePage,
	graph.LabelPerson:     codePerson,
}

var typeCodes = map[graph.EdgeType]int{
	graph.Amends:      10,
	graph.Carries:     20,
	graph.Cites:       30,
	graph.Implements:  40,
	graph.IssuedBy:    50,
	graph.Mentions:    60,
	graph.Promulgates: 70,
	graph.Related:     80,
	graph.ReportsOn:   90,
	graph.SignedBy:    100,
	graph.SucceededBy: 110,
}

var (
	labelsByCode = inverse(labelCodes)
	typesByCode  = inverse(typeCodes)
)

func inverse[K comparable](codes map[K]int) map[int]K {
	names := make(map[int]K, len(codes))
	for name, code := range codes {
		names[code] = name
	}
	return names
}
