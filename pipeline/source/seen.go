package source

// Seen is what the selectors of a layout found on one page.
type Seen struct {
	URL    string
	Layout int // in Site.Layouts; -1: none
	Counts []Count
	// Labels is how many labels the page has; Unknown are those outside the vocabulary.
	Labels  int
	Unknown []string
}

// A Count says what one selector found. What has no selector of its own, as a field of a
// table, is counted under the selector of the whole.
type Count struct {
	Name     string `json:"name"` // title, body, attributes, symbol, items …
	Selector string `json:"selector"`
	Matches  int    `json:"matches"`
	Value    string `json:"value,omitempty"` // the first, cut
}

// of returns how often what is called name was found, and the selector that looks for it.
func (s Seen) of(name string) Count {
	sum := Count{Name: name}
	for _, c := range s.Counts {
		if c.Name == name {
			sum.Matches += c.Matches
			sum.Selector = c.Selector
		}
	}
	return sum
}

// Missing returns what every page of the layout has and this one has not.
func (l *Layout) Missing(s Seen) []Count {
	var all []Count
	for _, name := range l.Assert.Require {
		if c := s.of(name); c.Matches == 0 {
			c.Selector = l.selectorOf(name)
			all = append(all, c)
		}
	}
	return all
}

// selectorOf returns the selector that looks for name; of the fields of a document, which
// may stand in any table, the first table's.
func (l *Layout) selectorOf(name string) string {
	byName := map[string]Selector{"title": l.Title, "summary": l.Summary, "date": l.Date,
		"author": l.Author, "source": l.Source, "body": l.Body, "items": l.Items,
		"next": l.Next, "files": l.Files}
	s, ok := byName[name]
	if !ok {
		s = l.Fields[Field(name)]
	}
	switch {
	case !s.Empty():
		return s.String()
	case name == "relations" && len(l.Relations) > 0:
		return l.Relations[0].Label.String()
	case len(l.Attributes) > 0:
		return l.Attributes[0].Label.String()
	}
	return ""
}
