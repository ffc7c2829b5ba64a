package graph

// Weight returns about how many bytes the row takes on its way to a replica.
func (e *Edge) Weight() int {
	n := 200 + len(e.From.ID) + len(e.To.ID)
	for _, v := range e.Evidence {
		n += 40 + len(v.URL) + len(v.Quote) + len(v.Rule)
	}
	return n + lengths(e.ScopesFrom) + lengths(e.ScopesTo) + lengths(e.Parts) + lengths(e.URLs)
}

// Weight returns about how many bytes the row takes on its way to a replica.
func Weight(n Node) int {
	switch n := n.(type) {
	case *Document:
		return 300 + len(n.Key) + len(n.Title) + len(n.Search) +
			lengths(n.Aliases) + lengths(n.Conflicts) + lengths(n.Sources)
	case *Instrument:
		return 100 + len(n.Key) + len(n.Name) + len(n.Search) + lengths(n.Aliases)
	case *Page:
		return 200 + len(n.URL) + len(n.Title)
	}
	return 200
}

func lengths(list []string) int {
	n := 0
	for _, s := range list {
		n += len(s) + 2
	}
	return n
}
