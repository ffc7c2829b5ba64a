package source

// Seen is what the selectors of a layout found on one page.
type Seen struct {
	URL    string
	Layout int // in Site.Layouts
	Counts []Count
	// Labels are all labels that the page has; Unknown those outside the vocabulary.
	Labels  int
	Unknown []string
}

// A Count says what one selector found.
type Count struct {
	Name     string // title, body, attributes, items …
	Selector string
	Matches  int
	Value    string // the first, cut
}

// A Breach is an assertion that a crawl broke.
type Breach struct {
	Rule     string // require, fill, min, max, unknown_labels, pages
	Layout   string
	Name     string // of the selector: title, body …
	Selector string
	Page     string // an example; empty when the crawl as a whole is meant
	Want     string
	Got      string
}

// A Tally counts what the selectors of a site found in a run. The order of pages does not
// matter.
type Tally struct {
	site *Site
}

// NewTally returns an empty tally of the site.
func NewTally(s *Site) *Tally { return &Tally{site: s} }

// Add counts one page.
func (t *Tally) Add(s Seen) {}

// Breaches returns what was broken, in a fixed order; none when all is as it should be.
func (t *Tally) Breaches() []Breach { return nil }
