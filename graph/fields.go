package graph

import "fmt"

// A field binds a property's name to the place of its value. One list per type
// gives the order of the properties everywhere.
type field struct {
	name   string
	ptr    any  // *string, *bool, *int, *float64, *[]string, *[]int, *[]float64
	always bool // present even when zero
}

func nodeFields(n Node) []field {
	switch n := n.(type) {
	case *Document:
		return n.fields()
	case *Instrument:
		return []field{
			{"name", &n.Name, false}, {"kind", &n.Kind, false},
			{"period_from", &n.PeriodFrom, false}, {"period_to", &n.PeriodTo, false},
			{"horizon", &n.Horizon, false}, {SearchProp, &n.Search, false},
			{"aliases", &n.Aliases, false},
		}
	case *Agency:
		return []field{
			{"name", &n.Name, false}, {"kind", &n.Kind, false},
			{"valid_from", &n.ValidFrom, false}, {"valid_to", &n.ValidTo, false},
		}
	case *Person:
		return []field{{"name", &n.Name, false}}
	case *Page:
		return []field{
			{"kind", &n.Kind, false}, {"site", &n.Site, false}, {"title", &n.Title, false},
			{"published", &n.Published, false}, {"sha256", &n.SHA256, false},
		}
	}
	panic(fmt.Sprintf("unreachable: a node of type %T", n))
}

func (d *Document) fields() []field {
	return []field{
		{"symbol", &d.Symbol, false}, {"type", &d.Type, false}, {"title", &d.Title, false},
		{"issued", &d.Issued, false}, {"issued_precision", &d.IssuedPrecision, false},
		{"year", &d.Year, false}, {"effective", &d.Effective, false},
		{"expires", &d.Expires, false}, {"status_printed", &d.StatusPrinted, false},
		{"provisional", &d.Provisional, true}, {"place", &d.Place, false},
		{"unit", &d.Unit, false}, {"term", &d.Term, false}, {SearchProp, &d.Search, false},
		{"aliases", &d.Aliases, false}, {"conflicts", &d.Conflicts, false},
		{"sources", &d.Sources, false},
	}
}

// fields binds the properties that the type of e has; c holds its evidence.
func (e *Edge) fields(c *columns) []field {
	switch e.Type {
	case Implements, Amends, Cites, Promulgates:
		return e.statedFields(c)
	case IssuedBy:
		return []field{{"order", &e.Order, false}}
	case SignedBy:
		return []field{
			{"title", &e.Title, false}, {"capacity", &e.Capacity, false},
			{"order", &e.Order, false},
		}
	case Related:
		return []field{{"urls", &e.URLs, false}, {"lists", &e.Lists, false}}
	case ReportsOn, Mentions:
		return []field{{"count", &e.Count, false}}
	case SucceededBy:
		return []field{{"date", &e.Date, false}, {"scope", &e.Scope, false}}
	}
	return nil // CARRIES has none
}

func (e *Edge) statedFields(c *columns) []field {
	return []field{
		{"confidence", &e.Confidence, true}, {"derived", &e.Derived, true},
		{"evidence_count", &e.EvidenceCount, true},
		{"quotes", &c.quotes, false}, {"urls", &c.urls, false},
		{"starts", &c.starts, false}, {"ends", &c.ends, false},
		{"rules", &c.rules, false}, {"confidences", &c.confidences, false},
		{"scopes_from", &e.ScopesFrom, false}, {"scopes_to", &e.ScopesTo, false},
		{"parts", &e.Parts, false}, {"effective", &e.Effective, false}, {"op", &e.Op, false},
		{"first_seen", &e.FirstSeen, false}, {"last_seen", &e.LastSeen, false},
	}
}

// columns is the evidence of an edge as parallel lists.
type columns struct {
	quotes, urls, rules []string
	starts, ends        []int
	confidences         []float64
}

func newColumns(evidence []Evidence) *columns {
	n := len(evidence)
	if n == 0 {
		return &columns{}
	}
	text, place := make([]string, 3*n), make([]int, 2*n)
	c := &columns{
		quotes: text[:n:n], urls: text[n : 2*n : 2*n], rules: text[2*n:],
		starts: place[:n:n], ends: place[n:], confidences: make([]float64, n),
	}
	for i, e := range evidence {
		c.quotes[i], c.urls[i], c.rules[i] = e.Quote, e.URL, e.Rule
		c.starts[i], c.ends[i], c.confidences[i] = e.Start, e.End, e.Confidence
	}
	return c
}

func (c *columns) rows() ([]Evidence, error) {
	n := len(c.quotes)
	for _, m := range []int{
		len(c.urls), len(c.starts), len(c.ends), len(c.rules), len(c.confidences),
	} {
		if m != n {
			return nil, fmt.Errorf("lists of evidence differ in length: %d and %d", n, m)
		}
	}
	if n == 0 {
		return nil, nil
	}
	rows := make([]Evidence, n)
	for i := range rows {
		rows[i] = Evidence{
			c.urls[i], c.quotes[i], c.starts[i], c.ends[i], c.rules[i], c.confidences[i],
		}
	}
	return rows, nil
}
